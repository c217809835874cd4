"""Drafts of an article's events in, which of them tell again of an earlier one out.

Only what the words say: one class, a shared participant or a definite noun that points back, and nothing that cannot be one.
Another word of the class may tell another step ("charged", "arraigned"), the same doer may do the like again.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from rapidfuzz.distance import Prefix

from ..model import Chain
from ..parse import Token
from .drafts import TAKEN_UP, Draft
from .frames import MODEL, Filler
from .scene import GENERAL_CLASSES, Scene, related

DEFINITE = frozenset({"the", "this", "that", "these", "those", "such"})
POINTING = frozenset({"this", "that", "these", "those"})
REPEATED = (
    "Consult",
    "Travel",
    "Movement",
    "Aid",
    "Departure",
    "Bombing",
    "Killing",
    "Arrest",
    "Request",
    "Support",
    "Accuse",
    "Pledge",
)
FURTHER = frozenset(
    {"another", "first", "second", "third", "new", "other", "fresh", "further", "more", "additional", "several", "many"}
)
NEXT = frozenset({"another", "second", "third", "fourth", "other", "further", "more", "additional"})
IDENTIFYING = ("agent", "target", "place", "recipient")
TELLING = frozenset({"target", "place", "recipient", "topic"})
SUPERLATIVE = frozenset({"JJS", "RBS"})
PLURAL = frozenset({"NNS", "NNPS"})
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
MONTH_OR_YEAR = re.compile(r"\d{4}(?:-\d\d)?")
SHORTEST, ENDING = 3, 2
NEAR, NEAR_OF_OTHER_WORD, FEW_OTHERS = 150, 80, 2
"""Words within which a noun takes up what was told, and how many others of the kind may be told before if its word is another."""
TELLING_WHICH = frozenset({"amod", "compound", "nmod", "poss", "nummod"})


def retellings(scene: Scene, dropped: Collection[int]) -> dict[int, int]:
    """Each event to the nearest earlier one of its class that it shares a participant with, or that its "the" points to."""
    same: dict[int, int] = {}
    for number, draft in enumerate(scene.drafts):
        if number in dropped or draft.type in GENERAL_CLASSES or _is_further(scene, draft):
            continue
        kin = [n for n in range(number) if n not in dropped and related(scene, draft, scene.drafts[n])]
        taken_up = (n for n in reversed(kin) if scene.drafts[n].type == draft.type)
        found = next(taken_up, None) if draft.rule == TAKEN_UP else _told_before(scene, number, kin, same)
        if found is not None:
            same[number] = same.get(found, found)
    return same


def _told_before(scene: Scene, number: int, kin: Sequence[int], same: Mapping[int, int]) -> int | None:
    draft = scene.drafts[number]
    earlier = [n for n in kin if not _other_time(scene, number, n) and _may_be_same(scene, draft, scene.drafts[n])]
    if _points_at(draft) and earlier and _is_prior(scene, scene.drafts[earlier[-1]]):
        return None
    told = {n: same.get(n, n) for n in kin}
    again = (n for n in reversed(earlier) if _tells_again(scene, number, n, told) and _fits(scene, number, told, n))
    return next(again, _judged(scene, draft, earlier))


def _tells_again(scene: Scene, number: int, before: int, told: Mapping[int, int]) -> bool:
    """`told` are the events of the kind told earlier, each with the first that tells of the same."""
    draft, earlier = scene.drafts[number], scene.drafts[before]
    if any(_is_prior(scene, each) for each in (draft, earlier)) or _other_number(draft, earlier):
        return False
    if draft.token in earlier.token.conjuncts:
        return False
    points_back = _is_nearest(scene, number, before, told) and _points_back(scene, draft, earlier)
    return points_back or (_share(scene, draft, earlier) and not _other_toll(scene, draft, earlier))


def _judged(scene: Scene, draft: Draft, earlier: Sequence[int]) -> int | None:
    """ "Denounced the assault as a terrorist attack", "condemned it as …": what it is called is what they speak of."""
    role, verb = draft.token.head, draft.token.head.head
    spoken_of = next((child for child in verb.rights if child.dep_ == "dobj" and child.i < role.i), None)
    if draft.token.dep_ != "pobj" or role.lower_ != "as" or spoken_of is None or not earlier:
        return None
    told = earlier[-1] if spoken_of.lower_ == "it" else scene.event(spoken_of)
    return told if told in earlier else None


def _fits(scene: Scene, number: int, told: Mapping[int, int], found: int) -> bool:
    """Nor is it counted otherwise, or done to other things, than where the same was told before."""
    draft = scene.drafts[number]
    same = (scene.drafts[n] for n, first in told.items() if first == told[found] and n != found)
    return not any(_is_counted_otherwise(draft, each) or _of_named_things(draft, each) for each in same)


def _is_nearest(scene: Scene, number: int, before: int, told: Mapping[int, int]) -> bool:
    """Was it told not long ago, and nothing else since that the noun may mean? A noun of another word means the last of few.

    The only one of its kind is meant however long ago it was told, if the noun says nothing more of it.
    """
    draft, earlier = scene.drafts[number], scene.drafts[before]
    others = {n for n, first in told.items() if first != told[before]}
    since = [n for n in others if n > before]
    far = draft.token.i - earlier.token.i
    if _same_word(draft, earlier):
        alone = not others and not any(child.dep_ == "prep" for child in (*draft.token.children, *draft.token.conjuncts))
        return (far <= NEAR or alone) and not any(_same_word(draft, scene.drafts[n]) for n in since)
    long_ago = MONTH_OR_YEAR.fullmatch(scene.times.get(before) or "") is not None
    return far <= NEAR_OF_OTHER_WORD and not since and not long_ago and len({told[n] for n in others}) <= FEW_OTHERS


def _is_prior(scene: Scene, draft: Draft) -> bool:
    """ "A previous arrest" is spoken of beside the one that is the news."""
    return any(child.lower_ in scene.ontology.words("prior") for child in draft.token.children)


def _other_number(draft: Draft, earlier: Draft) -> bool:
    """ "The deaths" are no single death told before, and "the attack" is none of many."""
    if draft.predicate.pos != "n":
        return not _is_many(draft) and earlier.predicate.pos == "n" and _is_many(earlier)
    return not _is_many(earlier) if _is_plural(draft.token) else earlier.predicate.pos == "n" and _is_plural(earlier.token)


def _is_many(draft: Draft) -> bool:
    victims = [filler.slot.token for filler in draft.fillers if filler.role == "target"]
    counted = any(figure.value is not None and figure.value.number > 1 for figure in draft.figures)
    own = draft.predicate.pos == "n" and _is_plural(draft.token)
    return counted or own or len(victims) > 1 or any(map(_is_plural, victims))


def _is_plural(noun: Token) -> bool:
    """By its form: tags of headlines and of nouns after a name are often wrong."""
    return noun.tag_ in PLURAL or (noun.lower_.endswith("s") and not noun.lower_.endswith("ss"))


def _may_be_same(scene: Scene, one: Draft, other: Draft) -> bool:
    alike = (one.status.polarity, one.status.modality) == (other.status.polarity, other.status.modality)
    return alike and related(scene, one, other) and not any(_clash(scene, one, other, role) for role in IDENTIFYING)


def _clash(scene: Scene, one: Draft, other: Draft, role: str) -> bool:
    """Two that cannot be one: names against names, people against people; "a militia" may be any named one."""
    left = _own_chains(scene, one, role)
    right = _own_chains(scene, other, role) if left else []
    if not right or {c.id for c in left} & {c.id for c in right}:
        return False
    return not any(_may_name(scene, a, b) for a in left for b in right)


def _may_name(scene: Scene, one: Chain, other: Chain) -> bool:
    """Whether both words may be for one: a name is not another name, people are not other people, nobody is a body or place."""
    kinds = [
        next((k for k in ("Person", "Group", "Organization", "Facility") if scene.ontology.is_a(c.type, k)), "")
        for c in (one, other)
    ]
    if "" in kinds or "Person" in kinds or kinds == ["Group", "Group"]:
        return False
    return not (_is_named(one) and _is_named(other))


def _is_named(chain: Chain) -> bool:
    return chain.known is not None or chain.label.istitle()


def _share(scene: Scene, one: Draft, other: Draft) -> bool:
    """One they did it to, or one doer of a deed that is not done over and over, told in another sentence."""
    befallen, done = (_shared(scene, one, other, role) for role in ("target", "agent"))
    types, words = {one.type, other.type}, scene.ontology.words
    if not _same_word(one, other):
        nouns = done and one.type == other.type and one.predicate.pos == other.predicate.pos == "n"
        return (nouns and not types & words("of_many_kinds")) or (befallen and types <= words("once_suffered"))
    if _is_counted_otherwise(one, other) or (one.predicate.pos == "n" and _says_which(scene, one.token, other.token)):
        return False
    bare = one.predicate.pos == "n" and all(child.dep_ not in ("det", "poss") for child in one.token.children)
    if bare and types & words("of_many_kinds"):
        return False
    over_and_over = any(scene.ontology.is_a(one.type, often) for often in REPEATED)
    apart = over_and_over or one.token.sent == other.token.sent or _of_other_things(one, other)
    return befallen or (done and not apart)


def _is_counted_otherwise(one: Draft, other: Draft) -> bool:
    """ "Seized four rifles" and "seven rifles were seized"."""
    numbers, counts = (
        {word.lower_ for each in _objects(draft) for word in each.children if word.dep_ == "nummod"} for draft in (one, other)
    )
    return bool(numbers and counts and numbers != counts)


def _of_other_things(one: Draft, other: Draft) -> bool:
    """Verbs whose objects have no word in common, or other names: "bought a bridge" and "bought two mines"."""
    words = ({word.lemma_.lower() for word in _nouns_of_objects(draft)} for draft in (one, other))
    return _are_others(*words) or _of_named_things(one, other)


def _of_named_things(one: Draft, other: Draft) -> bool:
    names = ({word.lower_ for word in _nouns_of_objects(draft) if word.pos_ == "PROPN"} for draft in (one, other))
    return _are_others(*names)


def _are_others(here: set[str], there: set[str]) -> bool:
    return bool(here and there) and here.isdisjoint(there)


def _nouns_of_objects(draft: Draft) -> list[Token]:
    return [word for each in _objects(draft) for word in each.subtree if word.pos_ in ("NOUN", "PROPN")]


def _objects(draft: Draft) -> list[Token]:
    """What a verb is done to, or a noun is of: "the rejection of a truce"."""
    if draft.predicate.pos == "n":
        return [word for child in draft.token.children if child.lower_ == "of" for word in child.children if word.dep_ == "pobj"]
    return [child for child in draft.token.children if child.dep_ in ("dobj", "nsubjpass")]


def _shared(scene: Scene, one: Draft, other: Draft, role: str) -> bool:
    """Of one model there are many things."""
    left, right = ({c.id for c in _chains(scene, each, role) if c.type != MODEL} for each in (one, other))
    return bool(left & right)


def _same_word(one: Draft, other: Draft) -> bool:
    """ "Shoot" and "shooting", "nominate" and "nomination"."""
    left, right = one.token.lemma_.lower(), other.token.lemma_.lower()
    return Prefix.similarity(left, right) >= max(SHORTEST, min(len(left), len(right)) - ENDING)


def _is_further(scene: Scene, draft: Draft) -> bool:
    """ "another bombing", "a second attack", "20 car bombs", "attacked again", "for the second time", "scored a second goal"."""
    further = FURTHER | scene.ontology.words("once_more")
    objects = (child for child in draft.token.children if child.dep_ in ("dobj", "nsubjpass"))
    if any(word.lemma_.lower() in NEXT for child in objects for word in child.children):
        return True
    return any(_is_next(child, further) for child in draft.token.children) or any(
        _is_next(word, further) for time in _times_told(draft.token) for word in time.children
    )


def _times_told(token: Token) -> Iterator[Token]:
    """The word "time" of "for the second time", "led it three times"."""
    verbs = (token, token.head) if token.dep_ in ("dobj", "pobj", "nsubjpass") else (token,)
    for verb in (*verbs, *(verb.head for verb in verbs if verb.dep_ == "prep")):
        for child in verb.children:
            yield from (word for word in (child, *child.children) if word.lemma_ == "time")


def _is_next(word: Token, further: Collection[str]) -> bool:
    return word.dep_ == "nummod" or word.lemma_.lower() in further or ORDINAL.fullmatch(word.lower_) is not None


def _other_time(scene: Scene, one: int, other: int) -> bool:
    """Whether each has a time of its own, or the later clause looks back: "in August 2021, gunmen attacked another base"."""
    told, before = scene.times.get(one), scene.times.get(other)
    if told and before:
        return told != before
    return bool(told) and scene.drafts[one].predicate.pos == "v" and MONTH_OR_YEAR.fullmatch(told or "") is not None


def _points_back(scene: Scene, draft: Draft, earlier: Draft) -> bool:
    """ "the air strikes", "the attack" after a shooting: a definite noun that says nothing more of which but its doer;
    whom they killed is news ("the strikes killed 12"), unless others were told."""
    if _tells_more(scene, draft, earlier) or _is_told_apart(draft.token) or _other_toll(scene, draft, earlier):
        return False
    if _says_which(scene, draft.token, earlier.token) or _other_plural(draft, earlier):
        return False
    many_kinds = {draft.type, earlier.type} & scene.ontology.words("of_many_kinds")
    if many_kinds and (not _points_at(draft) or not _same_word(draft, earlier)):
        return False
    if {draft.type, earlier.type} & scene.ontology.words("of_one_word") and not _same_word(draft, earlier):
        return False
    definite = draft.token.tag_ in ("NN", "NNS") and any(map(_is_definite, draft.token.children))
    return definite and (scene.ontology.is_a(earlier.type, draft.type) or _same_word(draft, earlier))


def _tells_more(scene: Scene, draft: Draft, earlier: Draft) -> bool:
    """Whether it says to whom or where, and that was not told: "the attack struck the mosque" of which was told does not."""
    told = {chain.id for role in TELLING for chain in _chains(scene, earlier, role)}
    own = [filler for filler in _own(draft) if filler.role in TELLING]
    return any(filler.mention is None or filler.mention.entity not in told for filler in own)


def _is_definite(child: Token) -> bool:
    """ "The attack", "Monday's attack"."""
    return (child.dep_ == "det" and child.lower_ in DEFINITE) or (child.dep_ == "poss" and child.ent_type_ == "DATE")


def _says_which(scene: Scene, noun: Token, earlier: Token) -> bool:
    """ "The federal election" after one in Bavaria: a word before the noun that is new, and does not only judge the deed."""
    judging = scene.ontology.words("judging")
    known = {word.lemma_.lower() for word in earlier.sent if word.i < noun.left_edge.i} | judging
    before = (word for word in noun.children if word.dep_ in TELLING_WHICH and word.i < noun.i)
    which = (word for word in before if word.pos_ != "PRON" and word.ent_type_ != "DATE")
    return any(word.lemma_.lower() not in known and word.lower_ not in known for word in which)


def _other_plural(draft: Draft, earlier: Draft) -> bool:
    """ "The attacks" in another word than that of one shooting."""
    if _same_word(draft, earlier):
        return False
    return _is_plural(draft.token) != (earlier.predicate.pos == "n" and _is_plural(earlier.token))


def _own(draft: Draft) -> Iterator[Filler]:
    """What a noun says itself, not what the verb it is the subject of tells of it."""
    if draft.predicate.pos != "n":
        return iter(draft.fillers)
    inside = {token.i for token in draft.token.subtree}
    return (f for f in draft.fillers if not f.slot.inherited or f.slot.token.i in inside)


def _other_toll(scene: Scene, one: Draft, other: Draft) -> bool:
    """Whether both count the same, to different numbers."""
    left, right = (dict(_tolls(scene, draft)) for draft in (one, other))
    return any(left[role] != right[role] for role in left.keys() & right.keys())


def _tolls(scene: Scene, draft: Draft) -> Iterator[tuple[str, float]]:
    """What it counts, and what the verb it is the subject of counts."""
    told = (each for each in scene.drafts if each is draft or each.token in (draft.token.head, draft.token))
    return ((each.role, each.value.number) for event in told for each in event.figures if each.value is not None)


def _is_told_apart(noun: Token) -> bool:
    """ "The attack that killed him", "the latest raids"; not "the attack, which came as a surprise"."""
    if any(word.tag_ in SUPERLATIVE for child in noun.children if child.dep_ == "amod" for word in (child, *child.children)):
        return True
    clauses = [child for child in noun.children if child.dep_ == "relcl"]
    return any(clause.left_edge.i == 0 or clause.left_edge.nbor(-1).lower_ != "," for clause in clauses)


def _points_at(draft: Draft) -> bool:
    """ "That arrest" is the last one told."""
    return any(child.lower_ in POINTING for child in draft.token.children)


def _own_chains(scene: Scene, draft: Draft, role: str) -> list[Chain]:
    return _chains_of(scene, _own(draft), role)


def _chains(scene: Scene, draft: Draft, role: str) -> list[Chain]:
    return _chains_of(scene, draft.fillers, role)


def _chains_of(scene: Scene, fillers: Iterable[Filler], role: str) -> list[Chain]:
    ids = [f.mention.entity for f in fillers if f.role == role and f.mention is not None and f.mention.entity]
    return [scene.reading.chains[i] for i in ids if i in scene.reading.chains]
