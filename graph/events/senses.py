"""Drafts of an article's events in, the same out with each noun of two trades that tells of nobody in the sense it has elsewhere.

"The strikes were a success" tells of raids where the text also says "strikes on the camp", of a stoppage where it says "a strike
by nurses".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..ontology import Ontology
from .drafts import Draft

ENOUGH = 2
"""So many that say who took part must agree."""


def one_sense(drafts: Sequence[Draft], ontology: Ontology) -> tuple[Draft, ...]:
    ambiguous = [draft for draft in drafts if draft.predicate.pos == "n" and _lemma(draft) in ontology.words("one_sense")]
    told = [draft for draft in ambiguous if draft.mentioned]
    return tuple(_in_sense(draft, told, ontology) if draft in ambiguous and not draft.mentioned else draft for draft in drafts)


def _in_sense(draft: Draft, told: Sequence[Draft], ontology: Ontology) -> Draft:
    fuller = [other for other in told if _lemma(other) == _lemma(draft)]
    roots = {ontology.codes(other.type).root for other in fuller}
    if len(fuller) < ENOUGH or len(roots) != 1 or ontology.codes(draft.type).root in roots:
        return draft
    return replace(draft, type=min(fuller, key=lambda other: abs(other.token.i - draft.token.i)).type)


def _lemma(draft: Draft) -> str:
    return draft.token.lemma_.lower()
