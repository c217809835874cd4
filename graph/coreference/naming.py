"""The names on a board in, those of one thing joined out: same key, short form, acronym, alias, other spelling."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import pairwise, permutations

from rapidfuzz.fuzz import ratio

from ..gazetteer import Candidate, name_key
from ..numbered import numbered, told_apart
from .discourse import Board, Item, family
from .persons import People, are_two, join_persons
from .places import FAMOUS, chosen, is_supported, plausible

ALIKE = 92
LONG_ENOUGH = 8
SHORT_WORD = 3
MODEL = "Product"
ACRONYM = 3
SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "on", "de", "du", "des", "la", "le", "a", "an", "to"})
LINKS = SMALL_WORDS - {"and", "la", "le", "a", "an", "the"} | {"against", "with", "at", "from"}
LETTER, BETWEEN_WORDS = re.compile(r"[A-Za-z]"), re.compile(r"[\s-]+")
BETWEEN_ALIASES = re.compile(
    r"^\s*,?\s*(?:\(|(?:also |better |formerly |commonly )*(?:known|referred to)(?: as| by)?|or|aka|a\.k\.a\.)"
    r"\s*(?:the )?[\"'(]*$"
    r"|^\s*(?:,\s*(?:also |formerly )?|also |formerly )called\s*(?:the )?[\"'(]*$"
)


def join_names(board: Board) -> None:
    names = [item for item in board.items if item.is_name]
    people = People.of(board, names)
    _join_same(board, [item for item in board.items if item.is_name or _is_known(board, item)], people)
    _join_embassies(board, names)
    join_persons(board, people)
    bodies = [item for item in names if _family(board, item) in ("Organization", "Group")]
    _join_aliases(board, names)
    _join_bodies(board, bodies)
    _join_spellings(board, names)
    _join_models(board, [item for item in names if item.mention.type == MODEL])


def _family(board: Board, item: Item) -> str | None:
    return family(item.mention.type, board.ontology)


def spoken_of(item: Item) -> str:
    return name_key(item.text)


# ---------------------------------------------------------------------------------------------------- one key, one name
def _join_same(board: Board, names: Sequence[Item], people: People) -> None:
    """Names the gazetteer knows as one thing, and names written alike."""
    countries = frozenset(key for item in names if (key := _country(board, item)))
    near = countries | _peoples(board)
    lands = {spoken_of(item): key for item in names if (key := _land(board, item))}
    first: dict[tuple[str, str | None], int] = {}
    for item in names:
        around = countries | {key for name, key in lands.items() if name != spoken_of(item)}
        known = None if _is_spelled_out(board, item, names) else _known(board, item, near, around)
        key = board.key(item.rank) or (known if known and not _is_another(board, item, people, known) else None)
        mark = (key, None) if key else (_alone(board, item, people), _family(board, item))
        if key:
            board.name(item.rank, key)
        board.merge(first.setdefault(mark, item.rank), item.rank)


def _is_another(board: Board, item: Item, people: People, key: str) -> bool:
    return _family(board, item) == "Person" and item.is_name and people.is_another(item, key)


def _alone(board: Board, item: Item, people: People) -> str:
    """What is read of a name; a last name that several people share is not the same everywhere."""
    shared = _family(board, item) == "Person" and people.are_several(spoken_of(item))
    return f"{spoken_of(item)}#{item.rank}" if shared else spoken_of(item)


def _peoples(board: Board) -> frozenset[str]:
    """The countries whose people noun phrases speak of."""
    told = (board.gazetteer.demonym(item.head.text) for item in board.items if item.mention.kind == "nominal")
    return frozenset(each.key for each in told if each is not None)


def _is_known(board: Board, item: Item) -> bool:
    """Whether the gazetteer knows a noun phrase ("Afghan government")."""
    return item.mention.kind == "nominal" and " " in item.text and bool(_candidates(board, item, frozenset()))


def _country(board: Board, item: Item) -> str | None:
    if item.mention.type != "Country":
        return None
    known = chosen(_candidates(board, item, frozenset()), frozenset())
    return known.key if known else None


def _land(board: Board, item: Item) -> str | None:
    """The country of a place that everybody knows."""
    found = _candidates(board, item, frozenset()) if _family(board, item) == "Place" else []
    return found[0].country if found and found[0].population >= FAMOUS else None


def _known(board: Board, item: Item, near: frozenset[str], around: frozenset[str]) -> str | None:
    candidates = _candidates(board, item, near)
    known = chosen(candidates, near)
    return known.key if known is not None and is_supported(board, item, candidates, around) else None


def _is_spelled_out(board: Board, item: Item, names: Sequence[Item]) -> bool:
    """Whether the article has a long name of this acronym, and the gazetteer does not take the two for one thing."""
    if len(item.text) < ACRONYM or not item.text.isupper():
        return False
    told = {each.key for each in _candidates(board, item, frozenset())}
    longer = [other for other in names if _is_acronym(item.text, other.text)]
    same = any(each.key in told for other in longer for each in _candidates(board, other, frozenset()))
    return bool(told and longer) and not same


def _candidates(board: Board, item: Item, near: frozenset[str]) -> list[Candidate]:
    if item.mention.type == "Embassy" or item.text.lower() in board.ontology.words("compass"):
        return []
    text = item.text
    looked_up = plausible(text, board.gazetteer.lookup(text, near=sorted(near)), near)
    found = [each for each in looked_up if _fits(board, item, each)]
    demonym = board.gazetteer.demonym(text)
    return found or ([demonym] if demonym is not None and _fits(board, item, demonym) else [])


def _fits(board: Board, item: Item, candidate: Candidate) -> bool:
    return family(candidate.type, board.ontology) == _family(board, item)


# -------------------------------------------------------------------------------------------------------------- embassies
def _join_embassies(board: Board, names: Sequence[Item]) -> None:
    """Embassies of one country in one place; one that names no place is the one that does, if there is one only.

    "The U.S. embassies" are none of them, nor is the consulate the embassy.
    """
    placed: dict[tuple[str | None, str], dict[str | None, int]] = defaultdict(dict)
    for item in names:
        if item.mention.type == "Embassy":
            sender, place = _embassy(board, item, names)
            first = placed[sender, item.head.lower_].setdefault(place, item.rank)
            board.merge(first, item.rank)
    for places in placed.values():
        for inner, outer in permutations([place for place in places if place is not None], 2):
            if outer in board.gazetteer.within(inner):
                board.merge(places[inner], places[outer])
        named = {board.root(rank) for place, rank in places.items() if place is not None}
        if None in places and len(named) == 1:
            board.merge(min(named), places[None])


def _embassy(board: Board, item: Item, names: Sequence[Item]) -> tuple[str | None, str | None]:
    span = item.mention.span
    inside = [each for each in names if each is not item and span.holds(each.mention.span)]
    countries = [each for each in inside if each.mention.type == "Country" and each.head.i < item.head.i]
    others = [each for each in inside if each not in countries]
    keys = [board.key(each.rank) or spoken_of(each) for each in (*countries[-1:], *others[:1])]
    return (keys[0] if countries else None), (keys[-1] if others else None)


# ----------------------------------------------------------------------------------------------------------------- bodies
def _join_bodies(board: Board, bodies: Sequence[Item]) -> None:
    """As "Commission" for "European Commission", "EC" for it too, if no other name has that short form."""
    first = {item.text: item.rank for item in reversed(bodies)}
    for short, rank in first.items():
        longer = [other for long, other in first.items() if _is_part(board, short, long) or _is_acronym(short, long)]
        if len({board.root(other) for other in longer}) == 1:
            board.merge(longer[0], rank)


def _is_part(board: Board, short: str, long: str) -> bool:
    """ "Commission" is short for "European Commission", "Karsk" for "Karsk Mills"; "Oscar" is no "Oscar Night", nor "Karsk" a
    "League against Karsk"."""
    if len(short) >= len(long):
        return False
    words, whole = name_key(short).split(), name_key(long).split()
    if len(words) >= len(whole) or not words or words[-1] in SMALL_WORDS:
        return False
    if whole[-len(words) :] == words:
        return LINKS.isdisjoint(whole[: -len(words)][-2:])
    return (
        whole[: len(words)] == words and whole[len(words)] not in SMALL_WORDS and not _is_of_its_own(board, whole[len(words) :])
    )


def _is_of_its_own(board: Board, rest: Sequence[str]) -> bool:
    """What a body makes, holds or gives: "Oscar Night", "iPhone 4"."""
    return rest[-1] in board.ontology.words("not_its_maker") or any(char.isdigit() for char in rest[-1])


def _is_acronym(short: str, long: str) -> bool:
    return len(short) < len(long) and _letters(short) in _initials(long)


@lru_cache(maxsize=4096)
def _letters(short: str) -> str | None:
    """In lower case, of what may be an acronym."""
    letters = LETTER.findall(short)
    return None if sum(map(str.isupper, letters)) < 2 or " " in short.strip() else "".join(letters).lower()


@lru_cache(maxsize=4096)
def _initials(long: str) -> Collection[str]:
    """The acronyms of a name of several words, in lower case: without its small words and with them."""
    words = [word for word in BETWEEN_WORDS.split(long) if word]
    large = (word[0] for word in words if word.lower() not in SMALL_WORDS)
    return ("".join(large).lower(), "".join(word[0] for word in words).lower()) if len(words) > 1 else ()


# ---------------------------------------------------------------------------------------------------------------- aliases
def _join_aliases(board: Board, names: Sequence[Item]) -> None:
    """As "Popular Mobilization Forces (PMF)", "the Islamic State, also known as ISIS"."""
    text = board.doc.text
    for one, other in pairwise(names):
        between = text[one.mention.span.end : other.mention.span.start]
        bracketed = between.strip() == "(" and not _stands_for(other.text, one.text)
        same_family = _family(board, one) == _family(board, other) != "Place"
        either = between.strip(" ,") == "or" and are_two(board, one, other)
        if same_family and not bracketed and not either and BETWEEN_ALIASES.match(between):
            board.merge(one.rank, other.rank)


def _stands_for(short: str, long: str) -> bool:
    return short.isupper() or _is_acronym(short, long) or _is_acronym(long, short)


# ----------------------------------------------------------------------------------------------------------------- models
def _join_models(board: Board, names: Sequence[Item]) -> None:
    """As "787" and "Dreamliner" for "Boeing 787 Dreamliner", if no other model has that short form."""
    told = {item.rank: frozenset(_unplural(word) for word in item.text.split()) for item in names}
    for item in names:
        short = told[item.rank]
        same = next(other for other in names if told[other.rank] == short)
        board.merge(same.rank, item.rank)
        longer = [other for other in names if short < told[other.rank] and _same_model(short, told[other.rank])]
        if len({board.root(other.rank) for other in longer}) == 1:
            board.merge(longer[0].rank, item.rank)


def _unplural(word: str) -> str:
    return word[:-1] if len(word) > SHORT_WORD and word.endswith("s") and not word.isupper() else word


def _same_model(short: frozenset[str], long: frozenset[str]) -> bool:
    """Capitals alone behind the number tell of a make of its own: "A330 MRTT"."""
    return not any(word.isupper() and word.isalpha() for word in long - short)


# -------------------------------------------------------------------------------------------------------------- spellings
def _join_spellings(board: Board, names: Sequence[Item]) -> None:
    """As "Zabiullah Mujahid" and "Zabihullah Mujahid": nearly the same letters in as many words; not "Orbit 4" and "Orbit 4S"."""
    firsts = {board.root(item.rank): spoken_of(item) for item in reversed(names) if _family(board, item) != "Place"}
    numbers = {board.root(item.rank): numbered([item.text]) for item in reversed(names)}
    roots = sorted(firsts)
    for at, one in enumerate(roots):
        for other in roots[at + 1 :]:
            left, right = firsts[one], firsts[other]
            alike = min(len(left), len(right)) >= LONG_ENOUGH and len(left.split()) == len(right.split())
            alike = alike and not told_apart(numbers[one], numbers[other])
            if alike and board.family(one) == board.family(other) and ratio(left, right) >= ALIKE:
                board.merge(one, other)
