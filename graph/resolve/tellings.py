"""Two tellings of happenings in, on what they agree and where they clash out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import product

from ..edtf import Days, overlap
from ..ontology import Ontology
from .world import IN_COUNTRY, World

_AGREED = 0.6
_WIDTHS = ((3, 1.0), (10, 0.8), (31, 0.6), (366, 0.4))
PLAIN = "Event"
_FEW_DAYS = timedelta(days=2)
_CROWD = 0.6
_STORY = 0.6
_WORDING = 0.6
_NEWS = 0.6
_FIGURE, _FEW = 0.6, 2
_NUMBERS = ("", "one", "several", "another")
_TOLLS, _GROWTH = ("fatalities", "injuries"), 1.5
_WHO_AND_WHOM = frozenset({"agent", "target"})
_HARMS = ("Assault", "Death", "Injury")
_ALIKE, _ALIKE_OF_OTHER_VERBS, _SAME_SENTENCE = 0.35, 0.5, 0.6


@dataclass(frozen=True, slots=True)
class Telling:
    """A report, or several of one happening: what it is, when, where, who did it to whom.

    `others` are further participants, `known` those with names, `stories` and `articles` where it is told,
    `numbers` as which of several each article tells it, `figures` those it gives exactly, `plurals` whether as one or as many,
    `by_noun` whether a noun tells it anywhere, `recent` the days up to the one whose news it is.
    """

    types: frozenset[str]
    status: tuple[str, str]
    stems: frozenset[str] = frozenset()
    time: Days | None = None
    hints: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    agents: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    quotes: frozenset[str] = frozenset()
    stories: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    sides: frozenset[tuple[int, str]] = frozenset()
    numbers: frozenset[tuple[str, str]] = frozenset()
    figures: frozenset[tuple[str, int]] = frozenset()
    plurals: frozenset[bool] = frozenset()
    by_noun: bool = False
    recent: Days | None = None

    def joined(self, other: Telling) -> Telling:
        return Telling(
            types=self.types | other.types,
            status=self.status,
            stems=self.stems | other.stems,
            time=common(self.time, other.time),
            hints=self.hints | other.hints,
            places=self.places | other.places,
            agents=self.agents | other.agents,
            targets=self.targets | other.targets,
            others=self.others | other.others,
            quotes=self.quotes | other.quotes,
            stories=self.stories | other.stories,
            articles=self.articles | other.articles,
            sides=self.sides | other.sides,
            numbers=self.numbers | other.numbers,
            figures=self.figures | other.figures,
            plurals=self.plurals | other.plurals,
            by_noun=self.by_noun or other.by_noun,
            recent=common(self.recent, other.recent),
        )


@dataclass(frozen=True, slots=True)
class Agreement:
    """`agreed` are the slots that say the same, `clash` why the two cannot be one (or ""), `likeness` that of the sentences.

    `others_named` tells that each of the sentences names what the other does not, `other_days` that they
    are not the same and stand in articles without a date that tell of other days.
    """

    score: float
    agreed: tuple[str, ...]
    clash: str = ""
    likeness: float = 0.0
    others_named: bool = False
    other_days: bool = False

    @property
    def reason(self) -> str:
        told = f"same {', '.join(self.agreed)}" if self.agreed else "nothing in common but the type"
        return f"{told}; but {self.clash}" if self.clash else told


def common(one: Days | None, other: Days | None) -> Days | None:
    """The days of both; of the narrower where they share none."""
    if one is None or other is None:
        return one or other
    if overlap(one, other):
        return max(one[0], other[0]), min(one[1], other[1])
    return min(one, other, key=lambda days: (days[1] - days[0], days))


def compare(one: Telling, other: Telling, world: World, likeness: float = 0.0) -> Agreement:
    """`likeness` is that of the sentences, which tells something only between articles."""
    if found := veto(one, other, world):
        return Agreement(0.0, (), found)
    at = world.places(one.places, other.places)
    counted = one.places | other.places if at >= _AGREED else frozenset()
    scores = {
        "time": _times(one.time, other.time) or _named_days(one, other) * _AGREED,
        "place": at,
        "agent": world.actors(one.agents, other.agents),
        "target": world.actors(one.targets - counted, other.targets - counted),
        "participant": world.actors(one.others - counted, other.others - counted),
    }
    if one.stories & other.stories:
        scores |= _in_context(one, other, world, crowds=not scores["agent"])
    if not one.articles & other.articles:
        scores["figure"] = _FIGURE * any(number > _FEW for _, number in one.figures & other.figures)
        scores |= _worded_alike(likeness, same_verb=bool(one.stems & other.stems))
        scores["news"] = _NEWS * (not scores["time"] and _is_news(one, other))
    agreed = tuple(slot for slot, score in scores.items() if score >= _AGREED)
    return Agreement(sum(scores[slot] for slot in agreed), agreed, _clash(one, other, world, agreed), likeness)


def _is_news(one: Telling, other: Telling) -> bool:
    """Told as the news of one day, or of the day that the other names."""
    left, right = one.time or one.recent, other.time or other.recent
    return left is not None and right is not None and overlap(left, right)


def _worded_alike(likeness: float, *, same_verb: bool) -> dict[str, float]:
    if likeness >= _SAME_SENTENCE:
        return {"sentence": 1.0}
    return {"words": _WORDING * (likeness >= (_ALIKE if same_verb else _ALIKE_OF_OTHER_VERBS))}


def _in_context(one: Telling, other: Telling, world: World, *, crowds: bool) -> dict[str, float]:
    """What tells more within a story than without: crowds at one site, the victim of a harm, and that the story is one.

    A story is days and names in common: one site or one participant that is no country beside it makes two.
    Not so within an article, which would tell the same with the same words.
    """
    at_one_site = world.at_one_site(one.places, other.places)
    found = {"unnamed agent": _CROWD * (crowds and at_one_site and world.like_crowds(one.agents, other.agents))}
    if one.articles & other.articles:
        return found
    if one.targets & other.targets & world.people and harms(one, world.ontology):
        return found | {"victim": 1.0}
    own = ((one.targets & other.targets) | (one.agents & other.agents)) - world.countries
    return found | {"story": _STORY * bool(own or at_one_site)}


def harms(telling: Telling, ontology: Ontology) -> bool:
    """Does it do to a person what is hardly done twice?"""
    return any(ontology.is_a(type_, harm) for type_ in telling.types for harm in _HARMS)


def _other_number(one: Telling, other: Telling) -> str:
    """Within an article "another attack" and "the bombings" are not the one told before."""
    shared = one.articles & other.articles
    told = (one.numbers, other.numbers) if shared else ()
    numbered = {at for numbers in told for at, number in numbers if number and at in shared}
    pairs = {pair for at in numbered for pair in product(_told_as(one, at), _told_as(other, at))}
    unlike = (pair for pair in sorted(pairs) if pair[0] != pair[1] and (all(pair) or "another" in pair))
    return next((f"told as {left or 'one'} and {right or 'one'}" for left, right in unlike), "")


def _told_as(telling: Telling, article: str) -> list[str]:
    return [number for number in _NUMBERS if (article, number) in telling.numbers]


def veto(one: Telling, other: Telling, world: World) -> str:
    """What holds whatever the rest says."""
    if found := _other_number(one, other):
        return found
    if one.status != other.status:
        return f"one is {' '.join(one.status)}, the other {' '.join(other.status)}"
    if PLAIN in one.types | other.types:
        return "" if one.stems & other.stems else "different verbs"
    if not all(world.kin(left, right) for left in one.types for right in other.types):
        return f"a {'/'.join(sorted(one.types))} is no {'/'.join(sorted(other.types))}"
    return ""


def another_occasion(one: Telling, other: Telling, world: World) -> str:
    """At other places, by others with names, or harming other people: what no article takes up again."""
    if found := _other_places(one, other, world):
        return found
    if one.agents and other.agents and world.strangers(one.agents, other.agents):
        return f"different agents: {min(one.agents)} and {min(other.agents)}"
    people = bool(one.targets and other.targets) and one.targets | other.targets <= world.people
    if people and not one.targets & other.targets and harms(one, world.ontology):
        return f"different targets: {min(one.targets)} and {min(other.targets)}"
    return ""


def _other_places(one: Telling, other: Telling, world: World) -> str:
    if one.places and other.places and world.elsewhere(one.places, other.places):
        return f"different places: {min(one.places)} and {min(other.places)}"
    return ""


def _times(one: Days | None, other: Days | None) -> float:
    if one is None or other is None or not overlap(one, other):
        return 0.0
    width = max((days[1] - days[0]).days + 1 for days in (one, other))
    return next((score for limit, score in _WIDTHS if width <= limit), 0.0)


def _named_days(one: Telling, other: Telling) -> int:
    """1 if a day without its week ("on Sunday") is the day of the other report of the story, -1 if it is not, else 0."""
    told = [(one.hints, _names(other)), (other.hints, _names(one))]
    known = [(hints, names) for hints, names in told if hints and names]
    if not known or not one.stories & other.stories:
        return 0
    return 1 if all(hints & names for hints, names in known) else -1


def _names(telling: Telling) -> frozenset[str]:
    """What the days of a report may be called."""
    return telling.hints if telling.time is None else _names_of(telling.time)


@lru_cache(maxsize=4096)
def _names_of(span: Days) -> frozenset[str]:
    """Nothing for long spans."""
    first, last = span
    if last - first > _FEW_DAYS:
        return frozenset()
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return frozenset(name for day in days for name in (f"XXXX-WXX-{day.isoweekday()}", f"XXXX-{day:%m-%d}"))


def _clash(one: Telling, other: Telling, world: World, agreed: tuple[str, ...]) -> str:
    if one.time and other.time and not overlap(one.time, other.time):
        return f"different days: {_shown(one.time)} and {_shown(other.time)}"
    if _named_days(one, other) < 0:
        return f"different days: {min(one.hints or _names(one))} and {min(other.hints or _names(other))}"
    if told := _told_otherwise(one, other, world, agreed):
        return told
    if places := _other_places(one, other, world):
        return places
    if (
        "place" in agreed
        and not once_in_country(one, other, world)
        and not {"agent", "target", "participant"} & set(agreed)
        and world.places(one.places, other.places) <= IN_COUNTRY
    ):
        return "only the country is the same"
    return _different_parts(one, other, world, agreed)


def once_in_country(one: Telling, other: Telling, world: World) -> bool:
    """Two articles of one story that tell of "the coup in Niger"."""
    here = one.places & other.places & world.countries
    return bool(here and one.stories & other.stories) and one.types | other.types <= world.ontology.words("once_in_country")


def _told_otherwise(one: Telling, other: Telling, world: World, agreed: tuple[str, ...]) -> str:
    """Other figures without a day in common, for of unknown days there may be two; words of two classes in one article."""
    if {"time", "news"}.isdisjoint(agreed) and (role := _other_figures(one, other)) and not _grew(one, other, agreed):
        return f"no day in common and other {role}"
    if not {"place", "agent"} & set(agreed) and _two_words(one, other, world):
        return f"one article tells of a {min(one.types)} and a {min(other.types)}"
    return ""


def _other_figures(one: Telling, other: Telling) -> str:
    """The role of which both give exact figures, and none the same."""
    left, right, same = ({role for role, _ in told} for told in (one.figures, other.figures, one.figures & other.figures))
    return min((left & right) - same, default="")


def _grew(one: Telling, other: Telling, agreed: tuple[str, ...]) -> bool:
    """A toll that grew a little, where who, whom and where or the words are the same: 10 dead and 11 dead."""
    if not set(agreed) >= _WHO_AND_WHOM or {"place", "words", "sentence"}.isdisjoint(agreed):
        return False
    tolls = [sorted(number for told in (one, other) for at, number in told.figures if at == role) for role in _TOLLS]
    others = {role for role, _ in one.figures ^ other.figures} - set(_TOLLS)
    return not others and all(numbers[-1] <= _GROWTH * numbers[0] for numbers in tolls if numbers)


def _two_words(one: Telling, other: Telling, world: World) -> bool:
    """Of no one doer and at no one place, what an article calls by words of two classes is two things: accused and arraigned."""
    if not one.articles & other.articles or one.stems & other.stems:
        return False
    is_a = world.ontology.is_a
    return not any(is_a(left, right) or is_a(right, left) for left in one.types for right in other.types)


def _different_parts(one: Telling, other: Telling, world: World, agreed: tuple[str, ...]) -> str:
    """Named strangers in one role; inside one article, any two that it tells apart."""
    for slot, left, right in (("agent", one.agents, other.agents), ("target", one.targets, other.targets)):
        if not left or not right or slot in agreed or f"unnamed {slot}" in agreed or (slot == "target" and left & right):
            continue
        enough = slot == "target" and {"time", "place", "agent"} <= set(agreed)
        if not enough and (world.strangers(left, right) or one.articles == other.articles):
            return f"different {slot}s: {min(left)} and {min(right)}"
    return ""


def _shown(days: tuple[date, date]) -> str:
    first, last = days
    return f"{first}" if first == last else f"{first}/{last}"
