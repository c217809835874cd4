"""The names of people on a board in, each short one joined to the full name it stands for out; two full names stay two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from rapidfuzz.fuzz import ratio

from ..gazetteer import name_key
from ..parse import Token
from .discourse import Board, Item, family

ALIKE = 92
NEARLY = 80
NICKNAME = 3
CALLED_BY_GIVEN_NAME = 3
SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})
PERSON = "Person"


@dataclass(frozen=True, slots=True)
class People:
    """The names of people in an article, by what is read of each."""

    board: Board
    spoken: Mapping[str, Sequence[Item]]

    @classmethod
    def of(cls, board: Board, names: Iterable[Item]) -> People:
        spoken: dict[str, list[Item]] = defaultdict(list)
        for item in names:
            if family(item.mention.type, board.ontology) == PERSON:
                spoken[name_key(item.text)].append(item)
        return cls(board, spoken)

    def longer(self, name: str) -> list[str]:
        """The names this may be short for."""
        words = name.split()
        return [
            other for other in self.spoken if _is_short_for(words, other.split()) or _is_inside(self.board, words, other.split())
        ]

    def are_several(self, name: str) -> bool:
        """Whether people of the article share this short name."""
        return any(not _may_be_one(self.board, one, other) for one, other in combinations(self.longer(name), 2))

    def is_another(self, item: Item, key: str) -> bool:
        """Whether a last name that the gazetteer knows is that of somebody else, whom the article named in full before."""
        name = name_key(item.text)
        full = [each for other in self.longer(name) for each in self.spoken[other]]
        if not full or " " in item.text or any(_is_called(self.board, each, key) for each in full):
            return False
        return min(each.rank for each in full) < self.spoken[name][0].rank


def _is_called(board: Board, item: Item, key: str) -> bool:
    """Whether a full name is the known person's, or nearly so ("Yitzhaq Rabin")."""
    known = board.gazetteer.get(key)
    return (known is not None and _are_nearly(name_key(known.label).split(), name_key(item.text).split())) or any(
        candidate.key == key for candidate in board.gazetteer.lookup(item.text)
    )


def _are_nearly(one: list[str], other: list[str]) -> bool:
    """Whether what stands before their last names in common is alike."""
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return not (one and other) or ratio(" ".join(one), " ".join(other)) >= NEARLY


def join_persons(board: Board, people: People) -> None:
    """A short form is the longer name it belongs to: the last one before it, else the first after it; where several people
    bear it, who is named in full most often and not called by the given name, nor introduced as a relative of another."""
    for name, items in people.spoken.items():
        longer = sorted((each for other in people.longer(name) for each in people.spoken[other]), key=lambda item: item.rank)
        several = people.are_several(name)
        for item in items:
            fitting = _of_sex(board, told_sex(board, item), longer)
            best = _foremost(people, item, fitting) if several and fitting else _nearest(item, longer)
            if best is not None:
                board.merge(best.rank, item.rank)


def are_two(board: Board, one: Item, other: Item) -> bool:
    """Whether what two mentions stand for goes by full names of two people."""
    left, right = (_full_names(board, item) for item in (one, other))
    return bool(left and right) and not any(_may_be_one(board, *pair) for pair in product(left, right))


def _full_names(board: Board, item: Item) -> list[str]:
    names = (each for each in board.members(item.rank) if each.is_name and each.mention.type == PERSON)
    return sorted({name_key(each.text) for each in names if " " in each.text})


# ------------------------------------------------------------------------------------------------------------ who is meant
def _nearest(item: Item, others: Sequence[Item]) -> Item | None:
    before = [other for other in others if other.rank < item.rank]
    after = [other for other in others if other.rank > item.rank]
    return before[-1] if before else after[0] if after else None


def _foremost(people: People, item: Item, longer: Sequence[Item]) -> Item | None:
    own = [other for other in longer if not _is_relative(people, other)] or longer
    before = [other for other in own if other.rank < item.rank] or own[:1]
    told = [(_prominence(people, item, other, before), other) for other in before]
    most = max(often for often, _ in told)
    best = [other for often, other in told if often == most]
    alike = all(_may_be_one(people.board, name_key(other.text), name_key(best[-1].text)) for other in best)
    return best[-1] if alike else None


def _is_relative(people: People, name: Item) -> bool:
    """Whether the name first stands beside what its bearer is to somebody: "his wife, Ana Ruiz", "Ana Ruiz, the mayor's wife"."""
    first = people.spoken[name_key(name.text)][0].head
    beside = [child for child in first.children if child.dep_ in ("appos", "compound", "nmod")]
    beside += [first.head] if first.dep_ == "appos" else []
    kin = people.board.ontology.words("kin")
    return any(word.lemma_.lower() in kin and any(_owns(child) for child in (*word.children, *first.children)) for word in beside)


def _owns(word: Token) -> bool:
    return word.dep_ == "poss" or word.lower_ == "of"


def _prominence(people: People, item: Item, name: Item, full: Sequence[Item]) -> float:
    """How often somebody is named in full or for short; who is called by the given name is less often called by the last one."""
    key = name_key(name.text)
    often = sum(_may_be_one(people.board, key, name_key(other.text)) for other in full)
    often += sum(other.text == item.text for other in people.board.members(name.rank) if other.rank < item.rank)
    return often / (CALLED_BY_GIVEN_NAME if key.split()[0] in people.spoken else 1)


def _of_sex(board: Board, told: str | None, names: Sequence[Item]) -> Sequence[Item]:
    """Those whose given name is of the sex that is told, else those whose may be."""
    own = [name for name in names if told is not None and given_sex(board, name) == told]
    return own or [name for name in names if told is None or given_sex(board, name) is None]


# ---------------------------------------------------------------------------------------------------------------- two names
def _may_be_one(board: Board, one: str, other: str) -> bool:
    """As "Steve Moran" and "Steven P. Moran", "Ed Moran" and "Edgar Moran", but not "Ed Moran" and "Eva Moran"."""
    short, long = sorted((one.split(), other.split()), key=len)
    if ratio(one, other) >= ALIKE or _is_short_for(short, long) or _is_inside(board, short, long):
        return True
    sexes = {sex for given in (short[0], long[0]) if (sex := board.gazetteer.sex(given.title()))}
    return short[-1] == long[-1] and len(sexes) < 2 and _is_nickname(*sorted((short[0], long[0]), key=len))


def _is_nickname(short: str, long: str) -> bool:
    return long.startswith(short) or (len(short) <= NICKNAME and short[0] == long[0])


def _is_short_for(short: Sequence[str], long: Sequence[str]) -> bool:
    """As "Trump" or "D. Trump" for "Donald Trump", "Haydari" for "Mohammed al-Haydari", "Angela" for "Angela Merkel"."""
    if len(short) >= len(long) and not _by_initial(short, long):
        return False
    if SUFFIXES.intersection(long) - set(short):
        return False
    if list(long[-len(short) :]) == list(short) or (len(short) == 1 and short[0] == long[0]):
        return True
    return short[-1] == long[-1] and (short[0] == long[0] or _by_initial(short, long))


def _is_inside(board: Board, short: Sequence[str], long: Sequence[str]) -> bool:
    """As "Bongo" or "Ali Bongo" for "Ali Bongo Ondimba": by the first of two last names, not by a second given name."""
    given, name = short[:-1], short[-1]
    begins = list(long[: len(given)]) == list(given) and len(given) < 2
    return begins and name in long[1:-1] and len(name) > NICKNAME and board.gazetteer.sex(name.title()) is None


def _by_initial(short: Sequence[str], long: Sequence[str]) -> bool:
    return len(short) > 1 and len(short[0]) == 1 and long[0].startswith(short[0]) and short[-1] == long[-1] and len(long[0]) > 1


# --------------------------------------------------------------------------------------------------------------------- sex
def told_sex(board: Board, item: Item) -> str | None:
    """The sex that the noun itself or a title before the name tells."""
    words = [item.head, *(token for token in item.head.lefts if token.dep_ in ("compound", "amod", "nmod"))]
    for word in words:
        lemma = word.lemma_.lower().rstrip(".")
        if lemma in board.ontology.words("male"):
            return "m"
        if lemma in board.ontology.words("female"):
            return "f"
    return None


def given_sex(board: Board, item: Item) -> str | None:
    """The sex that the given name before a surname tells."""
    given, *surname = item.text.split()
    return board.gazetteer.sex(given) if item.is_name and surname else None
