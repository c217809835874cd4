"""An article's words and what they stand for in, the ties that verbs, nouns and participle compounds tell of, out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..modality import status
from ..model import Chain
from ..ontology import Ontology, RelationPattern
from ..parse import Token
from ..predicates.words import expand, is_passive, is_verb
from .chain_index import ChainIndex, Tie, after_preposition, antecedent
from .holders import Holder, Phrase, body_behind, holders
from .positions import look_before

COMPOUND, OTHERWISE = 0.85, 0.76
LOOSE, JOIN = "affiliatedWith", "join"
GOING_ON = frozenset({"continue", "begin", "start", "keep"})
SHARED, TIMES = frozenset({"in", "for", "at", "on"}), frozenset({"DATE", "TIME"})
LEADING = frozenset({"leaderOf", "headOf"})
NOUNS = ("NOUN", "PROPN")
MACHINES = ("AirUnit", "NavalUnit", "ArmoredUnit", "ArtilleryUnit")
PREPOSITIONS = frozenset(
    {"of", "to", "in", "for", "with", "at", "from", "on", "under", "over", "out", "within", "between", "against"}
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A relation and one way to say it."""

    relation: str
    pattern: RelationPattern

    def tie(self, first: Chain, second: Chain, words: tuple[Token, ...], confidence: float) -> Tie:
        """`first` is the grammatical subject or the noun spoken of."""
        subject, object_ = (second, first) if self.pattern.swapped else (first, second)
        rule = f"{'^' if self.pattern.swapped else ''}{' '.join(self.pattern.words)}#{self.pattern.pos}"
        return Tie(self.relation, subject, object_, words, confidence, rule)


@lru_cache(maxsize=4)
def readings(ontology: Ontology) -> Mapping[tuple[str, str], tuple[Reading, ...]]:
    """(verb, head noun or participle, pos) → what it may tell, most words first."""
    found: dict[tuple[str, str], list[Reading]] = {}
    for relation in ontology.relations:
        for pattern in relation.patterns:
            found.setdefault((_key(pattern), pattern.pos), []).append(Reading(relation.name, pattern))
    return {key: tuple(sorted(each, key=lambda r: (-len(r.pattern.words), r.relation))) for key, each in found.items()}


def _key(pattern: RelationPattern) -> str:
    if pattern.pos == "v":
        return pattern.words[0]
    if pattern.pos == "a":
        return pattern.words[0].removeprefix("x-")
    return _noun_words(pattern)[-1]


def _noun_words(pattern: RelationPattern) -> tuple[str, ...]:
    """The words of a noun pattern without the preposition at its end."""
    return pattern.words[:-1] if pattern.words[-1] in PREPOSITIONS else pattern.words


# --------------------------------------------------------------------------------------------------------------- verbs
def verb_ties(index: ChainIndex) -> Iterator[Tie]:
    """ "The militia is backed by Iran", "groups tied to Tehran", "which falls under the PMF's umbrella"."""
    table = readings(index.ontology)
    for token in index.words:
        told = table.get((token.lemma_.lower(), "v"), ())
        if told and (is_verb(token) or token.dep_ in ("acl", "relcl")):
            yield from _of_verb(index, token, told)


def _of_verb(index: ChainIndex, verb: Token, told: Sequence[Reading]) -> Iterator[Tie]:
    state = status(verb, index.ontology)
    if state.modality != "actual":
        return
    done: set[tuple[int, int]] = set()
    for reading in told:
        for first, second in _sides(index, verb, reading.pattern.words):
            for tie in _tied(index, reading, (first, second, verb), negative=state.polarity == "negative"):
                if index.fits(tie) and _tells(index, tie) and (first.i, second.i) not in done:
                    done.add((first.i, second.i))
                    yield tie


def _tells(index: ChainIndex, tie: Tie) -> bool:
    """A tie of which no more is said, to nameless people, tells nothing: "tied to violent protesters". A ship is no member."""
    if tie.property == "memberOf" and (index.is_a(tie.subject, *MACHINES) or _joins_in(tie)):
        return False
    return tie.property != LOOSE or tie.object.type != "Group" or index.is_named(tie.object)


def _joins_in(tie: Tie) -> bool:
    """ "Joined the party in its protest", "joined the police for the search", "joins eight nations": becomes none of them."""
    body, verb = tie.words[1:]
    beside = (child for word in (verb, body) for child in word.rights if child.dep_ == "prep" and child.lower_ in SHARED)
    if verb.lemma_.lower() == JOIN and tie.subject.type == "Country" and tie.object.type == "Group":
        return True
    return verb.lemma_.lower() == JOIN and any(c.ent_type_ not in TIMES for child in beside for c in child.children)


def _tied(index: ChainIndex, reading: Reading, words: tuple[Token, Token, Token], *, negative: bool) -> Iterator[Tie]:
    one, other = index.chain(words[0]), index.chain(words[1])
    if one is not None and other is not None:
        tie = reading.tie(one, other, words, OTHERWISE)
        yield Tie(tie.property, tie.subject, tie.object, words, OTHERWISE, tie.rule, "negative" if negative else "positive")


def _sides(index: ChainIndex, verb: Token, words: Sequence[str]) -> Iterator[tuple[Token, Token]]:
    if len(words) == 1 and not _is_under_way(verb):
        yield from ((s, o) for s in _doers(verb) for o in _undergoers(verb))
    last = _walk(verb, words[1:]) if len(words) > 1 else None
    if last is None:
        return
    objects = _objects(index, last)
    surface = _undergoers(verb) if is_passive(verb) else _doers(verb)
    yield from ((s, o) for s in surface for o in objects)


def _is_under_way(verb: Token) -> bool:
    """What is going on is no lasting tie: "was supporting"."""
    return verb.tag_ == "VBG" and any(child.dep_ == "aux" for child in verb.children)


def _walk(verb: Token, words: Sequence[str]) -> Token | None:
    """The token of the last word, each hanging on one before it."""
    reached = [verb]
    for word in words:
        near = (c for token in reversed(reached) for c in token.children if c.i > verb.i)
        found = next((c for c in near if word in (c.lower_, c.lemma_.lower())), None)
        if found is None:
            return None
        reached.append(found)
    return reached[-1]


def _objects(index: ChainIndex, last: Token) -> list[Token]:
    """What follows a preposition; for a noun its possessor or what "of" joins to it; for a particle the verb's object."""
    if last.dep_ == "prt":
        return [t for c in last.head.children if c.dep_ == "dobj" for t in expand(c)]
    if last.pos_ in NOUNS:
        owners = [c for c in last.children if c.dep_ in ("poss", "compound") and index.chain(c)]
        return owners or list(after_preposition(last, "of"))
    return [t for c in last.children if c.dep_ == "pobj" for t in expand(c)]


def _doers(verb: Token) -> list[Token]:
    if is_passive(verb):
        agents = [c for c in verb.children if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by")]
        return [t for agent in agents for c in agent.children if c.dep_ == "pobj" for t in expand(c)]
    return _subjects(verb, "nsubj", "VBG")


def _undergoers(verb: Token) -> list[Token]:
    if is_passive(verb):
        return _subjects(verb, "nsubjpass", "VBN")
    return [t for c in verb.children if c.dep_ == "dobj" for t in expand(c)]


def _subjects(verb: Token, dep: str, participle: str) -> list[Token]:
    if _is_bare(verb, participle):
        return [verb.nbor(-1)]
    own = [antecedent(t) for c in verb.children if c.dep_ == dep for t in expand(c)]
    if own:
        return own
    if verb.dep_ == "acl" and verb.tag_ in (participle, "VBD"):
        return [verb.head]
    shared = verb.dep_ == "conj" or (verb.dep_ == "xcomp" and verb.head.lemma_ in GOING_ON)
    return _subjects(verb.head, dep, participle) if shared and is_verb(verb.head) else []


def _is_bare(verb: Token, participle: str) -> bool:
    """A participle right behind a noun speaks of that noun, even where the parser made it the main verb: "groups tied to"."""
    helped = any(child.dep_ in ("aux", "auxpass") for child in verb.children)
    return (
        verb.tag_ == participle
        and verb.dep_ not in ("acl", "relcl")
        and not helped
        and verb.i > verb.sent.start
        and verb.nbor(-1).pos_ in NOUNS
    )


# --------------------------------------------------------------------------------------------------------------- nouns
def noun_ties(index: ChainIndex) -> Iterator[Tie]:
    """ "Haydari, a ranking member of the PMF", "PMF members", "Assad's brother Maher"."""
    table = readings(index.ontology)
    for token in index.words:
        if token.pos_ in NOUNS:
            done: set[tuple[str, str]] = set()
            for reading in table.get((token.lemma_.lower(), "n"), ()):
                for tie in _of_noun(index, token, reading):
                    if (tie.subject.id, tie.object.id) not in done:
                        done |= {(tie.subject.id, tie.object.id), (tie.object.id, tie.subject.id)}
                        yield tie


def _leads_else(index: ChainIndex, noun: Token, body: Chain) -> bool:
    """ "Uganda's opposition leader" leads the opposition."""
    return index.is_a(body, "Country") and any(child.dep_ == "compound" and child.pos_ == "NOUN" for child in noun.lefts)


def _is_of_people(body: Chain, token: Token) -> bool:
    """ "A Sikh leader" is one of them; nobody leads a people or a faith."""
    return body.type == "Group" and token.ent_type_ == "NORP"


def _is_deputy(index: ChainIndex, noun: Token) -> bool:
    """A deputy leader does not lead."""
    return any(child.lower_ in index.ontology.words("deputy") for child in noun.lefts)


def _of_noun(index: ChainIndex, noun: Token, reading: Reading) -> Iterator[Tie]:
    phrase = _phrase(noun, _noun_words(reading.pattern))
    if phrase is None or (reading.relation in LEADING and _is_deputy(index, noun)):
        return
    if reading.pattern.words[-1] == "between":
        yield from _between(index, phrase, reading)
        return
    if reading.pattern.words[-1] == "against":
        yield from _against(index, phrase, reading)
        return
    before = look_before(index, phrase.start)
    other = _other_side(index, phrase, reading.pattern)
    if other is None or (reading.relation in LEADING and (_is_of_people(*other) or _leads_else(index, noun, other[0]))):
        return
    for holder in holders(index, phrase):
        tie = reading.tie(holder.chain, other[0], (*phrase.words, holder.token, other[1]), _confidence(holder))
        if index.fits(tie) and _may_be(index, phrase.head, other[1], tie):
            former = before.former or holder.former
            yield Tie(tie.property, tie.subject, tie.object, tie.words, tie.confidence, tie.rule, holder.polarity, former)


def _may_be(index: ChainIndex, noun: Token, other: Token, tie: Tie) -> bool:
    if tie.property == "memberOf" and other.lemma_.lower() in index.ontology.words("no_body") and not index.is_named(tie.object):
        return False
    return _may_play(index, noun, tie) and _may_own(index, noun, tie)


def _may_play(index: ChainIndex, noun: Token, tie: Tie) -> bool:
    """A player is a person and plays for a team; companies are players of a trade."""
    if noun.lemma_.lower() not in index.ontology.words("player"):
        return True
    return index.is_a(tie.subject, "Person") and tie.object.type == "Organization"


def _may_own(index: ChainIndex, noun: Token, tie: Tie) -> bool:
    """An office, base or camp is a body's or a country's; who works or lives in one does not own it."""
    if tie.property != "ownerOf" or noun.lemma_.lower() not in index.ontology.words("seat"):
        return True
    return index.is_a(tie.subject, "Organization", "Country")


def _between(index: ChainIndex, phrase: Phrase, reading: Reading) -> Iterator[Tie]:
    """ "the shadow war between Washington and Tehran": the noun joins two and is said of neither."""
    sides = [(token, index.chain(token)) for token in after_preposition(phrase.head, "between")]
    known = [(token, chain) for token, chain in sides if chain is not None]
    if len(known) == 2:
        (one, first), (other, second) = known
        tie = reading.tie(first, second, (*phrase.words, one, other), OTHERWISE)
        if index.fits(tie):
            yield tie


def _against(index: ChainIndex, phrase: Phrase, reading: Reading) -> Iterator[Tie]:
    """ "Iraq's war against the militia": the noun is its owner's and said of neither."""
    before = look_before(index, phrase.start)
    for token in after_preposition(phrase.head, "against") if before.body is not None else ():
        other = index.chain(token)
        if before.body is not None and before.token is not None and other is not None:
            tie = reading.tie(before.body, other, (*phrase.words, before.token, token), OTHERWISE)
            yield from (tie,) if index.fits(tie) else ()


def _confidence(holder: Holder) -> float:
    return OTHERWISE if holder.itself else max(holder.confidence - 0.05, OTHERWISE)


def _phrase(noun: Token, words: Sequence[str]) -> Phrase | None:
    """The noun with the words of a pattern right before it."""
    start = noun.i - len(words) + 1
    if start < 0 or any(
        word not in (t.lower_, t.lemma_.lower()) for word, t in zip(words, noun.doc[start : noun.i + 1], strict=True)
    ):
        return None
    return Phrase(noun.doc, start, noun.i + 1, noun)


def _other_side(index: ChainIndex, phrase: Phrase, pattern: RelationPattern) -> tuple[Chain, Token] | None:
    last = pattern.words[-1]
    behind = body_behind(index, phrase, last if last in PREPOSITIONS else "of")
    if behind is not None or last in PREPOSITIONS - {"of"}:
        return behind
    if phrase.head.lemma_.lower() in index.ontology.words("quarter"):
        return None
    before = look_before(index, phrase.start)
    if before.body is None or before.token is None or _only_nationality(index, phrase, before.token):
        return None
    if index.is_a(before.body, "Place") and phrase.head.lemma_.lower() in index.ontology.words("part_of_group"):
        return _possessor(index, phrase.head)
    return before.body, before.token


def _possessor(index: ChainIndex, noun: Token) -> tuple[Chain, Token] | None:
    """The group of "the group's Afghanistan affiliate"."""
    owners = ((chain, child) for child in noun.lefts if child.dep_ == "poss" and (chain := index.chain(child)) is not None)
    return next(owners, None)


def _only_nationality(index: ChainIndex, phrase: Phrase, modifier: Token) -> bool:
    """A Turkish ally is an ally that is Turkish, not one of Turkey."""
    return modifier.pos_ == "ADJ" and phrase.head.lemma_.lower() not in index.ontology.words("of_nation")


# ----------------------------------------------------------------------------------------------------------- compounds
def compound_ties(index: ChainIndex) -> Iterator[Tie]:
    """ "Iran-backed militia", "Paris-based Reuters", "the Saudi-led coalition"."""
    table = readings(index.ontology)
    for hyphen in index.words[1:-1]:
        if hyphen.text == "-":
            owner, participle = hyphen.nbor(-1), hyphen.nbor()
            told = table.get((participle.lower_, "a"), ())
            other = index.chain(owner)
            if told and other is not None:
                noun = _modified(index, participle)
                yield from (
                    reading.tie(chain, other, (owner, participle, token), COMPOUND)
                    for reading in told[:1]
                    for token, chain in noun
                )


def _modified(index: ChainIndex, participle: Token) -> list[tuple[Token, Chain]]:
    """The noun a participle stands before, or the name right behind that noun: "militia Kataib Hezbollah"."""
    noun = participle.head
    while noun.i not in index.headed and noun.dep_ in ("compound", "nmod") and noun.head.i > noun.i:
        noun = noun.head
    if noun.i < participle.i:
        return []
    name = index.starting.get(noun.i + 1)
    own, named = index.chain(noun), index.chain_of(name)
    if name is not None and named is not None and own is not None and _is_kin(index, own, named):
        return [(index.tokens(name)[-1], named)]
    return [(noun, own)] if own is not None else []


def _is_kin(index: ChainIndex, nominal: Chain, name: Chain) -> bool:
    return (
        index.is_a(name, nominal.type)
        or index.is_a(nominal, name.type)
        or {nominal.type, name.type} <= {"Organization", "ArmedGroup", "Group"}
    )
