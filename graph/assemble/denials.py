"""What one article lets its speakers say in, the pairs of accusation and denial among it out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Claim, Span

Denotation = tuple[str, Span]
"""The address of an entity and where the article speaks of it."""


def denials(claims: Sequence[Claim], denotations: Sequence[Denotation]) -> Iterator[tuple[Claim, Claim]]:
    """Who denies answers what others allege of them in the same article: claims that name them, else sentences that do."""
    denied: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.stance == "denies" and claim.speaker:
            denied.setdefault(claim.speaker, []).append(claim)
    for speaker in sorted(denied):
        spans = [span for address, span in denotations if address == speaker]
        accusing = [claim for claim in claims if claim.stance == "alleges" and claim.speaker not in (None, speaker)]
        named = [claim for claim in accusing if claim.object == speaker]
        alleged = named or [claim for claim in accusing if any(claim.evidence.holds(span) for span in spans)]
        for answer in denied[speaker] if alleged else ():
            yield alleged[0], answer
        for accusation in alleged[1:]:
            yield accusation, denied[speaker][0]
