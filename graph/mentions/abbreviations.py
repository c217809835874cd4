"""A parsed article and the names found in it in, those out that no noun of it spells out as the abbreviation of a thing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..ontology import Ontology
from ..parse import Doc
from .names import Name
from .nominals import noun_class

BRACKETED = re.compile(r"\(([A-Z]{2,6})s?\)")
ACTOR = "Actor"


def without_things(doc: Doc, names: Sequence[Name], ontology: Ontology) -> tuple[Name, ...]:
    """ "An armoured personnel carrier (APC)": the APC of this article is no party."""
    things = {letters for found in BRACKETED.finditer(doc.text) if _is_thing(doc, found.start(), letters := found[1], ontology)}
    return tuple(name for name in names if doc.text[name.span.start : name.span.end].rstrip("s") not in things)


def _is_thing(doc: Doc, bracket: int, letters: str, ontology: Ontology) -> bool:
    """Whether the common words right before a bracket begin with its letters and call nobody."""
    before = doc.char_span(bracket, bracket + 1, alignment_mode="expand")
    words = [token for token in doc[max(0, before.start - 2 * len(letters)) : before.start] if token.is_alpha] if before else []
    spelled = words[-len(letters) :]
    if [token.text[0] for token in spelled] != list(letters.lower()):
        return False
    return not ontology.is_a(noun_class(spelled[-1], ontology) or "", ACTOR)
