"""The pronouns on a board in, each joined to the thing it most likely stands for out: grammar first, then salience."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..mentions.nominals import HERE, is_plural
from ..parse import Token
from .discourse import Board, Item, family
from .metonyms import is_dateline
from .persons import given_sex, told_sex
from .voices import Voices

FIRST = frozenset({"i", "me", "my", "mine", "myself"})
WE = frozenset({"we", "us", "our", "ours", "ourselves"})
MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
NEUTER = frozenset({"it", "its", "itself"})
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
ROLES = {
    "nsubj": 80,
    "nsubjpass": 75,
    "dobj": 50,
    "poss": 45,
    "dative": 40,
    "pobj": 35,
    "conj": 40,
    "appos": 20,
    "attr": 20,
    "compound": 10,
    "amod": 5,
}
WINDOW = 4
ASIDE = 0.7
SHARING = frozenset({"conj", "xcomp", "advcl"})
MARGIN = {**dict.fromkeys(MALE | FEMALE, 1.05), **dict.fromkeys(PLURAL, 1.3), **dict.fromkeys(NEUTER, 1.15)}
NEAR = 20
LENT = 3
RECENT = 100
THINGS = ("Product", "Vehicle")
NAME_BONUS = 10
PARALLEL = 25
OWN_SUBJECT = 40
SPEAKER = 30
FADING = 3
FADING_THING = 4
MERE_PLACE = frozenset({"pobj", "amod", "compound", "nmod", "npadvmod", "appos"})
FAINT = 0.4
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def join_pronouns(board: Board) -> None:
    """From left to right, so that a pronoun found makes its thing more salient for the next."""
    voices = Voices.of(board.doc)
    gender: dict[int, str] = {}
    for item in _in_turn(board, voices):
        found = _relative(board, item) if item.head.tag_ in ("WDT", "WP", "WP$") else _personal(board, item, voices, gender)
        if found is not None and board.merge(found.rank, item.rank):
            sex = _sex(item)
            if sex:
                gender[board.root(item.rank)] = sex


def _in_turn(board: Board, voices: Voices) -> Iterator[Item]:
    """Pronouns as they come, but who speaks before what is quoted: "He went", he said."""
    quoted = ((item.rank, told) for item in reversed(board.items) if (told := voices.speaker(item.head)) is not None)
    first = {who.rank: rank for rank, told in quoted if (who := board.headed(told)) is not None}
    pronouns = (item for item in board.items if item.mention.kind == "pronoun")
    return iter(sorted(pronouns, key=lambda item: (min(first.get(item.rank, item.rank), item.rank), item.rank not in first)))


def _sex(item: Item) -> str | None:
    word = item.head.lower_
    return "m" if word in MALE else "f" if word in FEMALE else None


# ------------------------------------------------------------------------------------------------------------- relatives
def _relative(board: Board, item: Item) -> Item | None:
    """A relative pronoun is the noun its clause hangs on; "who" is somebody."""
    clause: Token = item.head
    while clause.dep_ not in ("relcl", "ROOT"):
        clause = clause.head
    if clause.dep_ != "relcl":
        return None
    found = _at(board, clause.head)
    if item.head.lower_ == "which" and item.head.i and item.head.nbor(-1).text == ",":
        found = _named_head(board, clause.head) or found
    if item.head.lower_ in ("who", "whom") and found is not None and family(board.type(found.rank), board.ontology) == "Place":
        return next((other for other in _same_sentence(board, item) if _is_somebody(board, other)), None)
    return found


def _named_head(board: Board, noun: Token) -> Item | None:
    """After a comma "which" goes back past "of" to a thing with a name: "the PMF, a group of militias, which"."""
    inner = _at(board, noun)
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and not (inner is not None and board.has_name(inner.rank)):
        noun = noun.head.head
        inner = board.headed(noun)
    return inner if inner is not None and board.has_name(inner.rank) else None


def _same_sentence(board: Board, item: Item) -> Iterator[Item]:
    """Backwards from the pronoun."""
    return (other for other in reversed(board.items[: item.rank]) if other.sentence == item.sentence)


def _is_somebody(board: Board, item: Item) -> bool:
    return item.mention.kind != "pronoun" and family(board.type(item.rank), board.ontology) in ("Person", "Group")


def _at(board: Board, token: Token) -> Item | None:
    """The mention of a noun, or of what it counts: "dozens of protesters"."""
    own = board.headed(token)
    inner = (noun for of in token.children if of.lower_ == "of" for noun in of.children if noun.dep_ == "pobj")
    return own or next((found for noun in inner if (found := board.headed(noun))), None)


# --------------------------------------------------------------------------------------------------------------- personal
def _personal(board: Board, item: Item, voices: Voices, gender: Mapping[int, str]) -> Item | None:
    word = item.head.lower_
    speaker = voices.speaker(item.head)
    if word in FIRST | WE:
        voice = board.headed(speaker) if speaker is not None else None
        return voice if word in FIRST or voice is None else _spoken_for(board, voice)
    if word == HERE and speaker is None:
        return next((other for other in board.items[: item.rank] if other.is_name and is_dateline(board, other)), None)
    if word not in MALE | FEMALE | PLURAL | NEUTER or _means_no_thing(board, item):
        return None
    ahead = _ahead(board, item)
    if ahead is not None and _agrees(board, item, ahead, gender):
        return ahead
    joined = _joined(board, item)
    if joined is not None and _agrees(board, item, joined, gender):
        return joined
    barred = _barred(board, item, speaker) | _told_of(board, item, voices)
    fits = [each for each in _before(board, item) if board.root(each.rank) not in barred and _agrees(board, item, each, gender)]
    return _most_salient(board, item, fits)


def _means_no_thing(board: Board, item: Item) -> bool:
    """As "It was retaliation", "it is clear that": what happened, or nothing, is meant."""
    verb = item.head.head
    if item.head.lower_ != "it" or item.head.dep_ != "nsubj":
        return False
    if verb.lemma_.lower() in board.ontology.words("impersonal"):
        return True
    said = [child for child in verb.children if child.dep_ in ("attr", "acomp")]
    return verb.lemma_ == "be" and any(board.headed(child) is None for child in said)


def _spoken_for(board: Board, voice: Item) -> Item | None:
    """Whom a speaker calls "we": itself if it is many, else the body it is said to be of ("spokesman of X")."""
    if family(board.type(voice.rank), board.ontology) != "Person":
        return voice
    inside = voice.head.subtree
    bodies = (found for token in inside if (found := board.headed(token)) is not None and found.is_name)
    return next((each for each in bodies if family(board.type(each.rank), board.ontology) == "Organization"), None)


def _before(board: Board, item: Item) -> Iterator[Item]:
    """What was spoken of up to the pronoun, in this sentence or a few before it."""
    for other in board.items[: item.rank]:
        near = item.sentence - other.sentence <= WINDOW and not other.mention.span.overlaps(item.mention.span)
        if near and (other.mention.kind != "pronoun" or any(m.mention.kind != "pronoun" for m in board.members(other.rank))):
            yield other


def _barred(board: Board, item: Item, speaker: Token | None) -> set[int]:
    """What the pronoun cannot be: another argument of its own verb, what it stands inside of, its own speaker."""
    barred: set[int] = set()
    beside = [other for other in board.items if other.sentence == item.sentence and other is not item]
    if item.head.dep_ != "poss" and item.head.lower_ not in REFLEXIVE:
        verb = _governor(item.head)
        barred |= {board.root(other.rank) for other in beside if _governor(other.head) == verb}
        subject = _lent_subject(verb) if item.head.dep_ not in SUBJECTS else None
        barred |= {board.root(other.rank) for other in beside if subject is not None and other.head == subject}
        barred |= {board.root(other.rank) for other in beside if verb.dep_ == "relcl" and other.head == verb.head}
    barred |= {board.root(other.rank) for other in beside if other.mention.span.holds(item.mention.span)}
    spoken = board.headed(speaker) if speaker is not None else None
    return barred | ({board.root(spoken.rank)} if spoken is not None else set())


def _ahead(board: Board, item: Item) -> Item | None:
    """The subject after a phrase that opens its sentence with a possessive: "In her speech, Smith said"."""
    subject = _own_subject(item.head)
    if item.head.dep_ != "poss" or subject is None or subject.i < item.head.i:
        return None
    before = item.head.doc[item.head.sent.start : item.head.i]
    named = any(token.pos_ in ("PROPN", "PRON") for token in before)
    return board.headed(subject) if not named and subject.pos_ == "PROPN" else None


def _joined(board: Board, item: Item) -> Item | None:
    """The first of those with whom a relative is named: "shot the mayor and his wife"; not "and his own wife"."""
    owned = item.head.head
    if item.head.dep_ != "poss" or owned.dep_ != "conj" or any(child.lower_ == "own" for child in owned.lefts):
        return None
    first = owned.head
    while first.dep_ == "conj":
        first = first.head
    return _at(board, first)


def _told_of(board: Board, item: Item, voices: Voices) -> set[int]:
    """Whom the speaker of a quotation speaks of in it, who is somebody else."""
    return {
        board.root(other.rank) for other in board.items if voices.speaker(other.head) == item.head and other.head != item.head
    }


def _lent_subject(verb: Token) -> Token | None:
    """The subject that a second verb or an infinitive shares: "Smith met Jones and told him", "guards fired to stop them";
    of "forced Smith to follow him" it is the object."""
    for _ in range(LENT):
        own = [child for child in verb.lefts if child.dep_ in SUBJECTS]
        if own or verb.dep_ not in SHARING or verb.head == verb:
            return own[-1] if own else None
        forced = (
            [child for child in verb.head.rights if child.dep_ == "dobj" and child.i < verb.i] if verb.dep_ == "xcomp" else []
        )
        if forced:
            return forced[-1]
        verb = verb.head
    return None


def _governor(token: Token) -> Token:
    """The word whose argument the token is, through prepositions and coordination."""
    while token.dep_ in ("conj", "pobj", "pcomp", "prep", "agent") and token.head != token:
        token = token.head
    return token.head


# -------------------------------------------------------------------------------------------------------------- agreement
def _agrees(board: Board, item: Item, other: Item, gender: Mapping[int, str]) -> bool:
    if _is_called_otherwise(board, item, other):
        return False
    word, cls = item.head.lower_, board.type(other.rank)
    kind = family(cls, board.ontology)
    if word in MALE | FEMALE:
        return kind == "Person" and not is_plural(other.head) and _sexes_agree(board, item, other, gender)
    if word in PLURAL:
        return kind in ("Group", "Organization") or (is_plural(other.head) and other.mention.kind == "nominal")
    plural = is_plural(other.head) and other.mention.kind == "nominal"
    thing = kind in ("Place", "Organization") or _is_thing(board, other)
    return not plural and (thing or (kind == "Group" and other.mention.kind == "nominal"))


def _is_called_otherwise(board: Board, item: Item, other: Item) -> bool:
    """ "They mocked its leaders": in one sentence a body is "they" or "it"."""
    mine = next((words for words in (PLURAL, NEUTER) if item.head.lower_ in words), frozenset())
    called = {each.head.lower_ for each in board.members(other.rank) if each.sentence == item.sentence}
    return bool(mine and called & ((PLURAL | NEUTER) - mine))


def _is_thing(board: Board, item: Item) -> bool:
    return any(board.ontology.is_a(board.type(item.rank), cls) for cls in THINGS)


def _sexes_agree(board: Board, item: Item, other: Item, gender: Mapping[int, str]) -> bool:
    known = gender.get(board.root(other.rank)) or next(
        (sex for each in board.members(other.rank) if (sex := told_sex(board, each) or given_sex(board, each))), None
    )
    return known in (None, _sex(item))


# --------------------------------------------------------------------------------------------------------------- salience
def _most_salient(board: Board, item: Item, fits: Sequence[Item]) -> Item | None:
    """Weighs every mention of a thing by its grammatical place; it fades with each sentence that lies between, persons least."""
    fading = FADING if item.head.lower_ in MALE | FEMALE else FADING_THING
    weight: dict[int, dict[int, float]] = {}
    for other in fits:
        distance = item.sentence - other.sentence
        own = _salience(board, item, other) / fading**distance
        heard = weight.setdefault(board.root(other.rank), {})
        heard[distance] = max(heard.get(distance, 0), own)
    ranked = sorted(((sum(heard.values()), root) for root, heard in weight.items()), reverse=True)
    if not ranked or not _stands_out(item, [told for told, _ in ranked], _rival(board, item)):
        return None
    return board.items[ranked[0][1]]


def _stands_out(item: Item, ranked: Sequence[float], rival: float) -> bool:
    """Whether the first is so much more salient than the others, and "it" or "they" than any thing, that it is meant."""
    word = item.head.lower_
    clear = len(ranked) == 1 or ranked[0] >= MARGIN[word] * ranked[1]
    return clear and (word in MALE | FEMALE or ranked[0] > rival)


def _rival(board: Board, item: Item) -> float:
    """How salient the thing is that is no actor or place and that the pronoun may as well stand for."""
    weight: dict[str, float] = {}
    plural = item.head.lower_ in PLURAL
    for token in board.doc[max(board.doc[item.head.i].sent.start - NEAR, 0) : item.head.i]:
        if _is_unnamed(board, token) and is_plural(token) == plural:
            far = int(token.i < item.head.sent.start)
            told = (ROLES.get(token.dep_, 25) + RECENT + (PARALLEL if token.dep_ == item.head.dep_ else 0)) / FADING_THING**far
            weight[token.lemma_] = max(weight.get(token.lemma_, 0.0), told)
    return max(weight.values(), default=0.0)


def _is_unnamed(board: Board, token: Token) -> bool:
    if token.pos_ != "NOUN" or token.dep_ in MERE_PLACE - {"pobj", "appos"} or token.ent_type_ in ("DATE", "TIME"):
        return False
    return board.headed(token) is None


def _own_subject(owner: Token) -> Token | None:
    """The subject of the clause a possessive stands in: "a mob forced its way"."""
    subjects = (child for verb in owner.ancestors for child in verb.lefts if child.dep_ in SUBJECTS)
    return next(subjects, None)


def _salience(board: Board, item: Item, other: Item) -> float:
    kind = family(board.type(other.rank), board.ontology)
    own: float = ROLES.get(other.head.dep_, 25) + RECENT
    own += NAME_BONUS if other.is_name else 0
    own += PARALLEL if other.head.dep_ == item.head.dep_ else 0
    own += PARALLEL if kind == "Group" and item.head.lower_ in PLURAL else 0
    own += SPEAKER if _speaks(item.head) and _speaks(other.head) else 0
    own += OWN_SUBJECT if item.head.dep_ == "poss" and other.head == _own_subject(item.head) else 0
    beside = MERE_PLACE if kind == "Place" else ROLES.keys() - SUBJECTS if _is_thing(board, other) else frozenset()
    if other.head.dep_ in beside:
        own *= FAINT
    return own * ASIDE if _is_told_aside(other.head, item.head) else own


def _speaks(token: Token) -> bool:
    """Whether a word is the subject of a verb with a clause of what is said."""
    return token.dep_ in SUBJECTS and any(child.dep_ == "ccomp" for child in token.head.children)


def _is_told_aside(token: Token, pronoun: Token) -> bool:
    """Whether a word stands in a relative clause that the pronoun is no part of: who is only told of beside another."""
    clause = next((above for above in token.ancestors if above.dep_ == "relcl"), None)
    return clause is not None and not clause.is_ancestor(pronoun)
