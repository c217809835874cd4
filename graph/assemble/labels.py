"""What an event or statement is known by in, the line of words that names it out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..edtf import is_approximate
from ..model import Modality, Polarity
from ..ontology import Frame

Fillers = Mapping[str, Sequence[str]]

_LONGEST = 60
_IMPRINT = re.compile(r" \((?=[a-f]*\d)[0-9a-f]{6,8}\)$")
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
    """`kind` is the label of the class; fillers are labels, those first that tell most.

    Without a `target_word` the kind is a verb, and its target follows it at once.
    """
    words = [kind[:1].upper() + kind[1:]]
    who = [("by", "agent"), (target_word, "target")]
    phrases = (*(who if target_word else reversed(who)), ("from", "origin"), ("to", "destination"))
    words += [f"{word} {_joined(fillers[role])}".strip() for word, role in phrases if fillers.get(role)]
    parts = [" ".join(words)]
    named = {label for _, role in phrases for label in fillers.get(role, ())}
    if places := [label for label in fillers.get("place", ()) if label not in named]:
        parts.append(_joined(places))
    if time:
        parts.append(f"about {time[:-1]}" if is_approximate(time) else time)
    label = ", ".join(parts)
    return f"{label} ({status.word})" if status.word else label


def statement_label(speaker: str, published: str | None, *, denies: bool = False) -> str:
    """Without the words said: they stand in `ng:quote`, and a label must not say that they came true."""
    return f"{'Denial' if denies else 'Statement'} by {_joined([speaker])}" + (f", reported {published}" if published else "")


def target_word(frame: Frame | None) -> str:
    """The preposition that leads to the target of such an event, the first its frame names: an airstrike on, a meeting with."""
    slots = (slot for role in (frame.roles if frame else ()) if role.role == "target" for slot in role.slots)
    return next((slot for slot in slots if slot in _TO_TARGETS), "of")


def _joined(labels: Sequence[str]) -> str:
    """Of more than two the first, and the second if it is a name too; what only keeps entities apart is not said."""
    words = list(dict.fromkeys(_IMPRINT.sub("", label) for label in labels))
    if len(words) <= 2:
        return " and ".join(map(_short, words))
    told = words[: 1 if words[1][:1].islower() else 2]
    return f"{', '.join(map(_short, told))} and {len(words) - len(told)} more"


def _short(words: str) -> str:
    line = " ".join(words.split())
    if len(line) <= _LONGEST:
        return line
    return line[:_LONGEST].rsplit(" ", 1)[0].rstrip(",;: ") + "…"
