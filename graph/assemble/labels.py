"""What an event or statement is known by in, the line of words that names it out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..edtf import is_approximate
from ..model import Modality, Polarity
from ..ontology import Frame

Fillers = Mapping[str, Sequence[str]]

_LONGEST = 60
_TO_TARGETS = ("on", "against", "of", "with")


@dataclass(frozen=True, slots=True)
class Status:
    polarity: Polarity
    modality: Modality

    @property
    def word(self) -> str:
        """What a label adds for an event that is no plain fact."""
        if self.polarity == "negative":
            return "denied" if self.modality == "possible" else "did not happen"
        return "" if self.modality == "actual" else self.modality


def event_label(kind: str, fillers: Fillers, *, target_word: str, time: str | None, status: Status) -> str:
    """`kind` is the label of the class; fillers are labels, most reported first.

    Without a `target_word` the kind is a verb, and its target follows it at once.
    """
    words = [kind[:1].upper() + kind[1:]]
    who = [("by", "agent"), (target_word, "target")]
    phrases = (*(who if target_word else reversed(who)), ("from", "origin"), ("to", "destination"))
    words += [f"{word} {_joined(fillers[role])}".strip() for word, role in phrases if fillers.get(role)]
    parts = [" ".join(words)]
    if fillers.get("place"):
        parts.append(_joined(fillers["place"]))
    if time:
        parts.append(f"about {time[:-1]}" if is_approximate(time) else time)
    label = ", ".join(parts)
    return f"{label} ({status.word})" if status.word else label


def statement_label(speaker: str, published: str | None, *, denies: bool = False) -> str:
    """Without the words said: they stand in `ng:quote`, and a label must not say that they came true."""
    return f"{'Denial' if denies else 'Statement'} by {_short(speaker)}" + (f", reported {published}" if published else "")


def target_word(frame: Frame | None) -> str:
    """The preposition that leads to the target of such an event: an airstrike on, a meeting with, a threat against."""
    slots = {slot for role in (frame.roles if frame else ()) if role.role == "target" for slot in role.slots}
    return next((word for word in _TO_TARGETS if word in slots), "of")


def _joined(labels: Sequence[str]) -> str:
    names = [_short(label) for label in labels[:2]]
    if len(labels) > 2:
        return f"{', '.join(names)} and {len(labels) - 2} more"
    return " and ".join(names)


def _short(words: str) -> str:
    line = " ".join(words.split())
    if len(line) <= _LONGEST:
        return line
    return line[:_LONGEST].rsplit(" ", 1)[0].rstrip(",;: ") + "…"
