"""Two tellings and on what they agree in, whether that is enough to take them for one happening out.

A wrong merge costs more than a missed one: who does or suffers a thing may do so again, and a story is no more than names and
days in common, so that one participant and the story are not enough where no day is told.
"""

from __future__ import annotations

from .records import TIMES
from .tellings import PLAIN, Agreement, Telling, once_in_country
from .world import World

_ENOUGH = 1.5
_DEFINITE = "one"
_ONLY_QUOTED = frozenset({"Statement"})
_WHO_AND_WHOM, _SLIGHTLY_ALIKE, _MUCH_ALIKE, _HALF = frozenset({"agent", "target"}), 0.25, 0.5, 0.45
_ATTACK = "Assault"
_ASKED = "Request"
_CROWD_AND_WORDS = frozenset({"agent", "story", "words"})
_NEWS_OF_A_PLACE = frozenset({"news", "place"})
_PARTIES = _WHO_AND_WHOM | {"unnamed agent", "victim"}
_UNDATED = (
    frozenset({"victim"}),
    frozenset({"words", "story", "agent"}),
    frozenset({"words", "story", "place"}),
    frozenset({"sentence"}),
    frozenset({"place", "unnamed agent"}),
    frozenset({"agent", "target", "place"}),
    frozenset({"agent", "figure"}),
    frozenset({"target", "figure"}),
)
"""What must agree besides, between articles of one story, where no day does."""


def is_one(one: Telling, other: Telling, agreement: Agreement, world: World) -> bool:
    """Two slots must agree, or sentences half; the verb alone never joins, nor a country alone, no date only within a story."""
    if agreement.clash or (one.articles & other.articles and _of_two_things(one, other, agreement, world)):
        return False
    if _ONLY_QUOTED & (one.types | other.types):
        return bool(one.quotes & other.quotes) and "agent" in agreement.agreed
    if once_in_country(one, other, world):
        return True
    if len(agreement.agreed) < 2 or agreement.score < _ENOUGH:
        return _in_the_same_words(one, other, agreement) or _takes_up(one, other, agreement, world)
    if "time" in agreement.agreed:
        return not (_of_other_people(one, other, agreement, world) or _is_part(one, other, agreement))
    sure = _in_the_same_words(one, other, agreement) or _sure_without_day(one, other, agreement, world)
    return bool(one.stories & other.stories) and sure and not agreement.other_days


def _in_the_same_words(one: Telling, other: Telling, agreement: Agreement) -> bool:
    """Two articles of one story tell it by one verb, in sentences that are half the same and do not name others."""
    if one.articles & other.articles or not one.stems & other.stems or not one.plurals & other.plurals or agreement.other_days:
        return False
    return bool(one.stories & other.stories) and agreement.likeness >= _HALF and not agreement.others_named


def _of_two_things(one: Telling, other: Telling, agreement: Agreement, world: World) -> bool:
    """Within one article: what a sentence tells twice, unless it befalls the same, and what two verbs of a wide class tell."""
    two_verbs = not (one.by_noun or other.by_noun or one.stems & other.stems)
    wide = world.ontology.words("of_many_kinds") | world.ontology.words("of_one_word")
    if two_verbs and not wide.isdisjoint(one.types | other.types):
        return True
    others = bool(one.targets and other.targets) and not one.targets & other.targets
    if others and not (one.by_noun or other.by_noun) and {"words", "sentence"}.isdisjoint(agreement.agreed):
        return True
    return agreement.likeness == 1.0 and (two_verbs or others or "target" not in agreement.agreed)


def _is_part(one: Telling, other: Telling, agreement: Agreement) -> bool:
    """One blast of the attacks of that day, or one of them: a noun of one against a noun of many."""
    nouns = one.by_noun and other.by_noun and one.plurals.isdisjoint(other.plurals)
    return nouns and {"target", "victim", "sentence"}.isdisjoint(agreement.agreed)


def _of_other_people(one: Telling, other: Telling, agreement: Agreement, world: World) -> bool:
    """Of one day and doer, and yet of two victims."""
    alone = {"target", "place"}.isdisjoint(agreement.agreed)
    return alone and bool(one.targets and other.targets) and one.targets | other.targets <= world.people


def _sure_without_day(one: Telling, other: Telling, agreement: Agreement, world: World) -> bool:
    """It takes who and whom in sentences not too unlike, the same words, what happens but once, or news of a place and day."""
    agreed = set(agreement.agreed)
    if one.plurals.isdisjoint(other.plurals) and agreed.isdisjoint({"target", "victim"}):
        return False
    if agreed >= _NEWS_OF_A_PLACE and not (one.targets & world.named and other.targets & world.named):
        return world.at_one_site(one.places, other.places) or agreement.likeness >= _SLIGHTLY_ALIKE
    if one.targets and other.targets and agreed.isdisjoint(_PARTIES):
        return False
    return bool(one.articles & other.articles) or _sure_between_articles(one, other, agreement, world)


def _sure_between_articles(one: Telling, other: Telling, agreement: Agreement, world: World) -> bool:
    if _by_a_crowd_elsewhere(one, other, agreement, world):
        return False
    agreed = frozenset(agreement.agreed)
    if _is_attack_on_site(one, other, world) or (agreed >= _WHO_AND_WHOM and agreement.likeness >= _SLIGHTLY_ALIKE):
        return True
    return any(slots <= agreed for slots in _UNDATED) or _happens_once(one, other, world)


def _by_a_crowd_elsewhere(one: Telling, other: Telling, agreement: Agreement, world: World) -> bool:
    """Protesters storm now a residence, now an office, and demand now this, now that; nobody with a name ties the two."""
    doers, agreed = one.agents & other.agents, set(agreement.agreed)
    if not doers or doers & world.named or agreed & {"target", "sentence"}:
        return False
    here, there = (telling.places & world.sites for telling in (one, other))
    apart = bool(here and there) and not world.at_one_site(here, there)
    return apart or (agreed == _CROWD_AND_WORDS and any(world.ontology.is_a(type_, _ASKED) for type_ in one.types))


def _is_attack_on_site(one: Telling, other: Telling, world: World) -> bool:
    """Of attacks on one building with a name a story tells of one."""
    attacks = all(world.ontology.is_a(type_, _ATTACK) for type_ in one.types | other.types)
    return attacks and bool(one.places & other.places & world.called)


def _happens_once(one: Telling, other: Telling, world: World) -> bool:
    """What is done by or to one person, or waged by one party with a name, and hardly twice in a story."""
    words, types, doers = world.ontology.words, one.types | other.types, one.agents & other.agents
    if one.targets & other.targets & world.people and types <= words("once_suffered"):
        return True
    if doers & world.named and types <= words("once_waged"):
        return True
    others = bool(one.targets and other.targets) and not one.targets & other.targets
    return bool(doers & world.people) and not others and types <= words("once_done")


def _takes_up(one: Telling, other: Telling, agreement: Agreement, world: World) -> bool:
    """Inside one article, less told of a doer in the same word: "their withdrawal" after "supporters withdrew from the embassy".

    Two verbs say of one doer two things, unless their sentences say much the same; and "her proposals" are now these, now those.
    """
    same_word = one.articles == other.articles and one.types == other.types and bool(one.stems & other.stems)
    if not same_word or PLAIN in one.types or "agent" not in agreement.agreed:
        return False
    if not (one.by_noun or other.by_noun) and agreement.likeness < _MUCH_ALIKE:
        return False
    waged = one.types | other.types <= world.ontology.words("once_waged")
    definite = waged or any(number == _DEFINITE for _, number in other.numbers)
    if _is_counted(one) != _is_counted(other) or one.plurals != other.plurals or (True in other.plurals and not definite):
        return False
    rest = ((one.time, other.time), (one.places, other.places), (one.targets, other.targets), (one.others, other.others))
    return not any(here and there for here, there in rest)


def _is_counted(telling: Telling) -> bool:
    """ "Ten airstrikes" are none told of before without their number."""
    return any(role == TIMES for role, _ in telling.figures)
