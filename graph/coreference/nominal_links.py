"""The noun phrases on a board in, each joined to what it describes or takes up again out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.fuzz import ratio

from ..mentions.evidence import is_sender
from ..mentions.nominals import is_plural, modifying_words
from ..parse import Token
from .discourse import Board, Item, family
from .persons import are_two

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
INDEFINITE = frozenset({"a", "an", "another", "some", "any", "no", "each", "every"})
SYNONYMS = (
    "protester", "soldier", "militant", "attacker", "police", "migrant", "prisoner", "country", "firm", "organization", "embassy",
)  # fmt: skip
MADE, MODEL = "Artifact", "Product"
GENERAL = frozenset({"Organization", "Group", "Country", "City", "Company", "Person", "Region", "Place", "Vehicle"})
NEVER_NAMED = frozenset({"Person", "Group", "Region", "Place", "Facility", "Building", "Government"})
WINDOW = 3
TITLE_WORDS = 4
FORCES = ("MilitaryForce", "SecurityForce")
CAPITAL, SHIP = "capital", "NavalUnit"
WHERE = frozenset({"in", "from", "at", "near", "outside"})
NONE = -1
DOERS = frozenset({"nsubj", "nsubjpass", "pobj"})
NEXT = 4
MODIFYING = frozenset({"compound", "amod", "nmod"})
ALIKE = 85


def join_nominals(board: Board) -> None:
    """From left to right: apposition and "is a" first, then what "the" points back to, then groups named alike."""
    for item in board.items:
        other = _apposed(board, item) or _called_of(board, item) or _equated(board, item)
        if other is not None and not are_two(board, other, item):
            board.merge(other.rank, item.rank)
    for item in board.items:
        if item.mention.kind == "nominal" and item.head.dep_ != "appos" and not board.has_name(item.rank):
            other = _labelled(board, item) or _antecedent(board, item)
            if other is not None and not are_two(board, other, item):
                board.merge(other.rank, item.rank)


# ------------------------------------------------------------------------------------------------------ said to be the same
def _apposed(board: Board, item: Item) -> Item | None:
    """As "the militia Kataib Hezbollah", "Mark Esper, the defense secretary"; two names side by side are two things."""
    if item.mention.kind == "nominal" and (after := _next_name(board, item)) is not None:
        return after
    if (alias := _called(board, item)) is not None:
        return alias
    if item.head.dep_ != "appos" or _is_parted_by_quote(item.head, item.head.head):
        return None
    other = board.headed(item.head.head)
    if other is None or (item.is_name and other.is_name) or _is_list(item, other):
        return None
    return other if _alike(board, item, other) else None


def _is_list(name: Item, noun: Item) -> bool:
    """As "teams (Ajax, Porto)": each of several names is but one of them."""
    return name.is_name and is_plural(noun.head) and any(child.dep_ == "conj" for child in name.head.children)


def _is_parted_by_quote(one: Token, other: Token) -> bool:
    """What stands behind a quotation is no apposition to its last word: "… and the mayor," Smith said."""
    first, last = sorted((one.i, other.i))
    return sum(token.is_quote for token in one.doc[first:last]) % 2 == 1


def _called(board: Board, item: Item) -> Item | None:
    """As "the coalition known as X", "a group called X"."""
    if item.mention.kind != "nominal":
        return None
    verbs = [child for child in item.head.rights if child.lemma_.lower() in board.ontology.words("alias") and child.dep_ == "acl"]
    words = (word for verb in verbs for child in verb.children for word in (child, *child.children))
    names = (other for word in words if (other := board.headed(word)) is not None and other.is_name)
    return next((other for other in names if _alike(board, item, other)), None)


def _called_of(board: Board, item: Item) -> Item | None:
    """As "the city of X", which is X itself: the noun tells what kind of place it is, "of" its name."""
    if item.mention.kind != "nominal" or is_plural(item.head) or item.key not in board.ontology.words("called_of"):
        return None
    after = (noun for of in item.head.rights if of.lower_ == "of" for noun in of.children if noun.dep_ == "pobj")
    name = next((found for noun in after if (found := board.headed(noun)) is not None), None)
    alike = name is not None and (name.mention.type == "Place" or board.ontology.is_a(name.mention.type, item.mention.type))
    return name if name is not None and name.is_name and alike else None


def _next_name(board: Board, title: Item) -> Item | None:
    """As "Secretary of State Mike Pompeo", "the newspaper El Siglo" where the parser did not tie the two."""
    following = board.items[title.rank + 1 : title.rank + NEXT]
    name = next((item for item in following if item.mention.span.start == title.mention.span.end + 1), None)
    if name is None or not name.is_name or is_plural(title.head):
        return None
    if title.mention.type == "Person":
        return name if name.mention.type == "Person" else None
    tied = name.head.dep_ in ("appos", "poss") or name.head.head in title.head.ancestors
    return name if tied and name.head.dep_ not in MODIFYING and _alike(board, title, name) else None


def _equated(board: Board, item: Item) -> Item | None:
    """As "X is a member of Y": the noun phrase is said of X, unless it is said not to be."""
    verb = item.head.head
    if item.head.dep_ != "attr" or verb.lemma_ != "be" or any(child.dep_ in ("neg", "aux") for child in verb.children):
        return None
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    other = board.headed(subject) if subject is not None else None
    return other if other is not None and other.mention.kind != "pronoun" and _alike(board, item, other) else None


def _labelled(board: Board, item: Item) -> Item | None:
    """As "the Kataib Hezbollah militia": a name right before the noun that says what it is the name of."""
    if _is_part_of_group(board, item):
        return None
    numbers = [child for child in item.head.lefts if child.dep_ == "nummod"]
    for word in (*reversed(modifying_words(item.head)), *numbers):
        other = board.headed(word)
        if other is not None and other.is_name and item.mention.type not in ("Person", "Group"):
            if _tells_its_kind(board, item, other):
                return None
            return other if board.ontology.is_a(other.mention.type, item.mention.type) or _is_made(board, item, other) else None
    return None


def _is_part_of_group(board: Board, item: Item) -> bool:
    """As "the Hezbollah affiliate", "a Hezbollah splinter group", which is not Hezbollah."""
    words = {item.key, *(word.lower_ for word in modifying_words(item.head))}
    return not words.isdisjoint(board.ontology.words("part_of_group"))


def _tells_its_kind(board: Board, noun: Item, name: Item) -> bool:
    """As "the Oxford Street station", which is no street; "the Town Hall building" is the hall."""
    if noun.key in board.ontology.words("any_building"):
        return False
    return family(noun.mention.type, board.ontology) == "Place" and name.head.lemma_.lower() in board.ontology.nouns.keys() - {
        noun.key
    }


def _is_made(board: Board, item: Item, other: Item) -> bool:
    """As "the A380 airliner": what the noun says of a make or model it can be said of."""
    return board.ontology.is_a(item.mention.type, MADE) and other.is_name and other.mention.type == MODEL


def _alike(board: Board, one: Item, other: Item) -> bool:
    left, right = one.mention.type, other.mention.type
    if is_plural(one.head) != is_plural(other.head) and not (one.is_name or other.is_name):
        return False
    made = _is_made(board, one, other) or _is_made(board, other, one)
    return made or board.ontology.is_a(left, right) or board.ontology.is_a(right, left)


# --------------------------------------------------------------------------------------------------------------- taken up
def _antecedent(board: Board, item: Item) -> Item | None:
    if is_definite(item.head) and not _brings_in_another(board, item):
        return _same_noun(board, item, definite=True) or _titled(board, item) or _of_class(board, item)
    things = board.ontology.is_a(item.mention.type, MADE)
    if things or _is_new(board, item) or not is_plural(item.head) or _is_told_apart(item.head):
        return None
    return _same_words(board, item) if item.key in board.ontology.words("anybody") else _same_noun(board, item, definite=False)


def _is_told_apart(head: Token) -> bool:
    """As "forces that fled", "police in the south": which of them is told behind the noun."""
    return any(child.dep_ in ("relcl", "acl") or (child.dep_ == "prep" and child.lower_ in WHERE) for child in head.rights)


def _same_words(board: Board, item: Item) -> Item | None:
    """The last phrase of several words that is repeated to the letter."""
    words = item.text.lower()
    before = (other for other in reversed(board.items[: item.rank]) if other.mention.kind == "nominal")
    return next((other for other in before if " " in words and other.text.lower() == words), None)


def is_definite(head: Token) -> bool:
    return any(child.lower_ in DEFINITE for child in head.lefts if child.dep_ == "det")


def _is_new(board: Board, item: Item) -> bool:
    """Whether the phrase brings in somebody else: "a militia", "750 more troops", "other protesters"."""
    new = board.ontology.words("novelty") | INDEFINITE
    return any(child.dep_ in ("nummod", "poss") or child.lemma_.lower() in new for child in item.head.lefts)


def _brings_in_another(board: Board, item: Item) -> bool:
    """As "the new congress", "the second bomb", of which nothing has been said yet unless in the same words."""
    return any(child.lemma_.lower() in board.ontology.words("novelty") for child in item.head.lefts) and not _same_words(
        board, item
    )


def _same_noun(board: Board, item: Item, *, definite: bool) -> Item | None:
    for other in reversed(board.items[: item.rank]):
        if definite and item.key in _kinds(other) and _agree(board, item, other, definite):
            return other
        if other.mention.kind == "nominal" and _same_head(board, item, other, definite) and _agree(board, item, other, definite):
            return other
    return None


def _kinds(name: Item) -> set[str]:
    """What the words right before a name say it is: "the aid group Oxfam"."""
    if not name.is_name or name.mention.type == "Person":
        return set()
    return {word.lemma_.lower() for word in name.head.lefts if word.pos_ == "NOUN" and word.dep_ == "compound"}


def _same_head(board: Board, one: Item, other: Item, definite: bool) -> bool:
    if is_plural(one.head) != is_plural(other.head) or one.mention.span.overlaps(other.mention.span):
        return False
    if _is_deputy(board, one) != _is_deputy(board, other):
        return False
    if one.key == other.key or _is_other_spelling(one.key, other.key):
        return True
    return definite and any(one.key in words and other.key in words for words in _synonyms(board))


def _is_deputy(board: Board, item: Item) -> bool:
    """The vice president is no president."""
    return any(child.lower_ in board.ontology.words("deputy") for child in item.head.lefts)


def _is_other_spelling(one: str, other: str) -> bool:
    """Protester and protestor; office is no officer."""
    return len(one) == len(other) and ratio(one, other) >= ALIKE


def _synonyms(board: Board) -> Iterator[frozenset[str]]:
    return (board.ontology.words(f"same_{name}") for name in SYNONYMS)


def _agree(board: Board, one: Item, other: Item, definite: bool) -> bool:
    """What is said of the later phrase was said of the earlier one; without "the" they must say the same of whose and where."""
    if not definite and (_is_new(board, other) or one.head.sent == other.head.sent or _is_elsewhere(board, one, other)):
        return False
    mine, theirs = set(_modifiers(board, one)), set(_modifiers(board, other))
    if definite:
        return mine <= theirs and not _parted(board, one, other)
    return _named(mine) == _named(theirs) and (mine <= theirs or theirs <= mine) and not _parted(board, one, other)


def _is_elsewhere(board: Board, one: Item, other: Item) -> bool:
    """ "Gunmen killed a priest in Lagos. In Kano, gunmen took a nurse": where they act tells them apart."""
    here, there = (set(_scene(board, item)) for item in (one, other))
    return bool(here and there) and not here & there


def _scene(board: Board, item: Item) -> Iterator[int]:
    """The names of places that the clause of a doer is told with."""
    verb = item.head.head.head if item.head.head.dep_ == "agent" else item.head.head
    if verb.pos_ != "VERB" or item.head.dep_ not in DOERS:
        return
    objects = (child for child in verb.rights if child.dep_ == "dobj")
    for preposition in (child for word in (verb, *objects) for child in word.children):
        if preposition.dep_ == "prep" and preposition.lower_ in WHERE:
            marks = (mark for word in preposition.subtree for mark in _modifier(board, word))
            yield from (mark for mark in marks if isinstance(mark, int))


def _parted(board: Board, one: Item, other: Item) -> bool:
    """Whether what is joined already belongs to others: "the team" that was the Afghan one is not the Syrian one."""
    mine, theirs = ({name for each in board.members(item.rank) for name in _owners(board, each)} for item in (one, other))
    return bool(mine and theirs) and not mine & theirs


def _owners(board: Board, item: Item) -> set[str | int]:
    return set() if item.is_name or item.mention.kind == "pronoun" else _named(set(_modifiers(board, item)))


def _modifiers(board: Board, item: Item) -> Iterator[str | int]:
    """Names (as the things they stand for) and words (as lemmas) before the head or behind "of", and names of where it is."""
    for token in item.head.doc[item.head.left_edge.i : item.head.i]:
        yield from _modifier(board, token)
    for preposition in item.head.rights:
        if preposition.lower_ == "of" or preposition.lower_ in WHERE:
            marks = (mark for inner in preposition.subtree for mark in _modifier(board, inner))
            yield from (mark for mark in marks if preposition.lower_ == "of" or isinstance(mark, int))


def _modifier(board: Board, token: Token) -> Iterator[str | int]:
    item = board.headed(token)
    if item is not None and item.is_name:
        yield board.root(item.rank)
    elif token.dep_ in ("compound", "amod", "nmod", "pobj"):
        yield token.lemma_.lower()


def _named(modifiers: set[str | int]) -> set[str | int]:
    return {each for each in modifiers if isinstance(each, int)}


# ------------------------------------------------------------------------------------------------------- taken up by class
def _titled(board: Board, item: Item) -> Item | None:
    """As "the president" after "U.S. President Donald Trump"."""
    if family(item.mention.type, board.ontology) != "Person":
        return None
    wanted = [word.lower_ for word in (*modifying_words(item.head), item.head) if board.headed(word) in (None, item)]
    theirs = set(_modifiers(board, item))
    for other in reversed(board.items[: item.rank]):
        if other.is_name and other.mention.type == "Person":
            title = _title(other)
            named = _named({mark for word in title for mark in _modifier(board, word)})
            if _is_title(board, [word.lower_ for word in title], wanted) and _named(theirs) <= named:
                return other
    return None


def _is_title(board: Board, title: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether a title is what is wanted: the president is no vice president."""
    longer = " ".join(title[-len(wanted) - 1 :])
    return list(title[-len(wanted) :]) == list(wanted) and (len(title) == len(wanted) or longer not in board.ontology.titles)


def _title(name: Item) -> list[Token]:
    """The nouns right before a name: "U.S. President" of "U.S. President Donald Trump"."""
    doc, first = name.head.doc, name.head.i
    while first > 0 and doc[first - 1].idx >= name.mention.span.start:
        first -= 1
    words = list(doc[max(doc[first].sent.start, first - TITLE_WORDS) : first])
    breaks = [word.i for word in words if word.pos_ not in ("NOUN", "PROPN", "ADJ")]
    return [word for word in words if word.i > max(breaks, default=NONE)]


def _of_class(board: Board, item: Item) -> Item | None:
    """As "the militia" after a name of one, "the group" after the body last spoken of."""
    cls = item.mention.type
    if cls in NEVER_NAMED or is_plural(item.head) or _named(set(_modifiers(board, item))):
        return None
    if (cls in GENERAL and modifying_words(item.head)) or item.text.lower() in board.ontology.words("unnamed"):
        return None
    for other in reversed(board.items[: item.rank]):
        if item.sentence - other.sentence > WINDOW and cls in GENERAL:
            return None
        if other.mention.span.overlaps(item.mention.span) or not _is_actor(other) or is_plural(other.head):
            continue
        fits = (_is_such(board, other, cls) and not _is_other_arm(board, item, other)) or _is_made(board, item, other)
        if fits and (board.has_name(other.rank) or _is_generic(board, item)):
            return other if item.key != CAPITAL or board.gazetteer.capital(board.key(other.rank) or "") else None
    return None


def _is_such(board: Board, other: Item, cls: str) -> bool:
    """Whether it is of the class; a ship is not the navy."""
    told = board.type(other.rank)
    return board.ontology.is_a(told, cls) and not (told == SHIP != cls)


def _is_other_arm(board: Board, item: Item, other: Item) -> bool:
    """ "The air force", "the border guard" after forces that are not said to be of the air or the border."""
    arm = {word.lower_ for word in modifying_words(item.head) if word.pos_ == "NOUN"}
    forces = any(board.ontology.is_a(item.mention.type, force) for force in FORCES)
    return forces and not arm <= set(other.text.lower().split())


def _is_generic(board: Board, item: Item) -> bool:
    return item.key in board.ontology.words("generic_group") or item.mention.type in ("Country", "City")


def _is_actor(item: Item) -> bool:
    """Not a pronoun, nor a mere modifier ("Iraqi forces … the country" is no Iraq yet), nor the agency of a dateline."""
    if item.mention.kind == "pronoun" or item.head.dep_ in ("amod", "npadvmod"):
        return False
    return not (item.is_name and is_sender(item.head.doc[item.head.left_edge.i : item.head.i + 1]))
