"""Drafts of an article's events and its times in, when each event was out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ..dates import Lending, RelativeTime, event_time, shift
from ..model import Span, TimeExpression
from ..parse import Doc
from ..predicates.phrases import Lexicon
from .drafts import Draft
from .frames import Ground
from .links import Links

DAY_HINT = re.compile(r"XXXX-(?:WXX-\d|\d\d-\d\d)")
LEAP_YEAR = 2000


class Clock:
    """Tells when events were, from the times of their article."""

    def __init__(self, drafts: Sequence[Draft], times: Sequence[TimeExpression], ground: Ground) -> None:
        doc, lending = ground.reading.doc, _lending(ground.lexicon)
        said = {number: event_time(draft.token, times, lending) for number, draft in enumerate(drafts)}
        owned = _owned({n: t for n, t in said.items() if isinstance(t, TimeExpression)}, drafts, doc)
        self.times = {n: t.value for n, t in owned.items() if t.value}
        self.hints = {n: t.timex for n, t in owned.items() if t.timex and DAY_HINT.fullmatch(t.timex)}
        self.offsets = list(_offsets(drafts, said))

    def told(self) -> dict[int, str]:
        return {**self.hints, **self.times}

    def known(self) -> set[int]:
        """The numbers of the events of which a time is known."""
        return self.times.keys() | self.hints.keys()

    def spread(self, links: Links) -> Clock:
        """The clock after events hand their times on to what is the same, a part, or days before or after."""
        shared = [*links.part_of.items(), *links.same.items(), *links.part_of.items()]
        _spread(self.times, self.offsets, shared)
        _spread(self.hints, self.offsets, shared)
        return self


def _lending(lexicon: Lexicon) -> Lending:
    happening = {*lexicon.occur, *lexicon.empty}
    stricken = {*lexicon.stricken, *lexicon.scene}
    verbs = happening | {*lexicon.cause, *lexicon.undergo, *lexicon.witness}
    return Lending({*lexicon.occur, *lexicon.affect}, verbs, lexicon.happening, stricken)


def _owned(said: Mapping[int, TimeExpression], drafts: Sequence[Draft], doc: Doc) -> dict[int, TimeExpression]:
    """Of all events that a time may be of, an event noun around it owns it: "prompted by air strikes over the weekend"."""
    claimants: dict[Span, list[int]] = {}
    for number, time in said.items():
        claimants.setdefault(time.span, []).append(number)
    lost: set[int] = set()
    for span, numbers in claimants.items():
        head = doc.char_span(span.start, span.end, alignment_mode="expand")
        owners = [
            n for n in numbers if head is not None and drafts[n].predicate.pos == "n" and drafts[n].token.is_ancestor(head.root)
        ]
        if owners:
            lost.update(n for n in numbers if n not in owners)
    return {number: time for number, time in said.items() if number not in lost}


def _offsets(drafts: Sequence[Draft], told: Mapping[int, TimeExpression | RelativeTime | None]) -> Iterator[tuple[int, int, int]]:
    """(later or earlier draft, its anchor, days between) for "a day after they stormed …"."""
    by_offset = {draft.token.idx: number for number, draft in enumerate(drafts)}
    for number, time in sorted(told.items()):
        anchor = by_offset.get(time.anchor) if isinstance(time, RelativeTime) else None
        if isinstance(time, RelativeTime) and anchor is not None and anchor != number:
            yield number, anchor, time.days


def _spread(known: dict[int, str], offsets: Sequence[tuple[int, int, int]], shared: Sequence[tuple[int, int]]) -> None:
    """Hands the known times on by offset and to what is the same event or its part."""
    for number, anchor, days in offsets:
        for here, there, step in ((anchor, number, days), (number, anchor, -days)):
            moved = _moved(known[here], step) if here in known and there not in known else None
            if moved is not None:
                known[there] = moved
    for one, other in shared:
        for here, there in ((one, other), (other, one)):
            if here in known:
                known.setdefault(there, known[here])


def _moved(time: str, days: int) -> str | None:
    """A day some days on; also of days without week or year."""
    if time.startswith("XXXX-WXX-"):
        return f"XXXX-WXX-{(int(time[-1]) - 1 + days) % 7 + 1}"
    if time.startswith("XXXX-"):
        moved = shift(f"{LEAP_YEAR}{time[4:]}", days)
        return moved and f"XXXX{moved[4:]}"
    return shift(time, days)
