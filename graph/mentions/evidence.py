"""The names of an article in, the same with the class that all their surroundings together tell out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from ..gazetteer import Gazetteer
from ..model import Span
from ..ontology import Ontology
from ..parse import Token, Tokens
from .names import Cues, Name, is_dash, make_name, name_cues, untitled

PERSON = "Person"
FAMILIES = (PERSON, "Organization", "Place", "Group")
STRONG, FAIR, WEAK = 3.0, 1.5, 1.0
SETTLED = 6.0
FACED = frozenset({"against", "over", "to", "by", "with"})
WHERE = {"in": WEAK, "across": WEAK, "near": FAIR, "outside": FAIR}
BODY = "Organization"
Votes = defaultdict[str, defaultdict[str, float]]
THERE = frozenset({"in", "at", "near", "from", "outside", "across", "into"})
SEATS = frozenset({"Country", "City", "Region"})
NATURAL = frozenset({"Region", "City", "GeographicFeature"})
NOT_AFTER = frozenset({"Group", "Government", "Organization", "Court"})
BODY_NOUNS = frozenset({"group", "movement", "organization", "organisation", "club", "team", "squad", "band", "conglomerate"})
PHRASE = 3
DATELINE = 25
BRACKETS = frozenset({("(", ")"), ("[", "]")})


def agreed(names: Sequence[Name], gazetteer: Gazetteer, ontology: Ontology) -> list[Name]:
    """One spelling has one class all through an article: what the model, titles, nouns and verbs around it say most."""
    cues = name_cues(ontology)
    votes: Votes = defaultdict(lambda: defaultdict(float))
    for name in names:
        for cls, weight in (*_own_votes(name, cues, gazetteer), *clues(name, cues, ontology)):
            votes[name.text][cls] += weight
    surnames = _surnames(names, votes, ontology)
    people = _called_like_places(names, surnames)
    return [
        replace(name, type=PERSON, known=False)
        if name.text in people
        else name
        if name.known
        else _as(name, _elected(votes[name.text], ontology, name.type), cues)
        for name in names
    ]


def _surnames(names: Sequence[Name], votes: Votes, ontology: Ontology) -> frozenset[str]:
    """The last names of people, whose votes now tell that they are such; of whom more than the model tells that, what it takes
    the last name alone for counts no more."""
    full = [name for name in names if len(name.tokens) > 1]
    people = [n for n in full if n.type == PERSON or (not n.known and _elected(votes[n.text], ontology, n.type) == PERSON)]
    sure = {n.tokens[-1].text for n in people if votes[n.text][PERSON] > sum(WEAK for each in full if each.text == n.text)}
    for name in people:
        votes[name.tokens[-1].text][PERSON] += STRONG
    for surname in {name.tokens[-1].text for name in people}:
        votes[surname][PERSON] += 0.0 if SEATS & votes[surname].keys() else STRONG
    there = {name.text for name in names if _is_there(name)}
    for name in names:
        alone = len(name.tokens) == 1 and name.text in sure and not name.known
        if alone and (name.type == BODY or (name.type in SEATS and name.text not in there)):
            votes[name.text][name.type] -= WEAK
    return frozenset(sure)


def _is_there(name: Name) -> bool:
    root = name.tokens.root
    return root.dep_ == "pobj" and root.head.lower_ in THERE


def _called_like_places(names: Sequence[Name], surnames: Collection[str]) -> frozenset[str]:
    """Last names of people that are names of towns and countries too, where nothing is told to be there: "Gerson Palermo"."""
    first: dict[str, Name] = {}
    for name in names:
        first.setdefault(name.tokens[-1].text if name.type == PERSON else name.text, name)
    alike = [name for name in names if name.known and name.type in SEATS and name.text in surnames]
    there = {name.text for name in alike if _is_there(name)}
    return frozenset(name.text for name in alike if name.text not in there and first[name.text].type == PERSON)


def _as(name: Name, cls: str, cues: Cues) -> Name:
    tokens = untitled(name.tokens, cues) if cls == PERSON != name.type else name.tokens
    if tokens.start == name.tokens.start:
        return replace(name, type=cls)
    return make_name(tokens.doc, Span(tokens.start_char, name.span.end), cls) or name


def _own_votes(name: Name, cues: Cues, gazetteer: Gazetteer) -> Iterator[tuple[str, float]]:
    """What the model says of it; more where its own words tell the same: "Harbour Police", "Maria Fadel"."""
    yield name.type, SETTLED if name.known or name.type == "Embassy" else WEAK
    words = [token.text for token in name.tokens]
    if name.type in (cues.of(words, "body"), cues.opening(words)):
        yield name.type, STRONG
    elif name.type == PERSON and len(words) > 1 and gazetteer.sex(words[0]) is not None:
        yield PERSON, FAIR


def _elected(votes: Mapping[str, float], ontology: Ontology, own: str) -> str:
    """The best class of the family with most votes."""
    families: dict[str, float] = defaultdict(float)
    for cls, weight in votes.items():
        families[_family(cls, ontology)] += weight
    family = max(families, key=lambda each: (families[each], each == _family(own, ontology), each))
    inside = [cls for cls in votes if _family(cls, ontology) == family]
    return max(inside, key=lambda cls: (votes[cls] + ontology.depth(cls), cls == own, cls))


def _family(cls: str, ontology: Ontology) -> str:
    return next((each for each in FAMILIES if ontology.is_a(cls, each)), cls)


# -------------------------------------------------------------------------------------------------------------- clues
def clues(name: Name, cues: Cues, ontology: Ontology) -> Iterator[tuple[str, float]]:
    """What the words around one mention say it is, and how surely."""
    yield from _noun_before(name.tokens, cues, ontology)
    yield from _noun_after(name, ontology)
    yield from _in_brackets(name, ontology)
    yield from _described(name.tokens.root, ontology)
    yield from _governed(name, ontology)


def _noun_before(tokens: Tokens, cues: Cues, ontology: Ontology) -> Iterator[tuple[str, float]]:
    """As "Prime Minister X", "lawyer X", "the newspaper X"."""
    doc, at = tokens.doc, tokens.start
    if at and doc[at - 1].is_quote:
        at -= 1
    words = [token for token in doc[max(tokens.sent.start, at - PHRASE) : at] if not token.is_space]
    if not words or words[-1].pos_ not in ("NOUN", "PROPN"):
        return
    if words[-1].pos_ == "PROPN" and _ends_title(words[-1], cues):
        yield PERSON, STRONG
        return
    for size in range(len(words), 0, -1):
        phrase = " ".join([*(word.lower_ for word in words[-size:-1]), words[-1].lemma_.lower()])
        if phrase in cues.titles or (size == 1 and words[-1].lower_.rstrip(".") in cues.honorific):
            yield PERSON, STRONG
            return
        if (cls := ontology.nouns.get(phrase)) is not None and words[-1].tag_ in ("NN", "NNP"):
            yield from _told(cls, ontology)
            return


def _ends_title(word: Token, cues: Cues) -> bool:
    """As "House" of "Speaker of the House X"."""
    return word.dep_ == "pobj" and word.head.lower_ == "of" and word.head.head.lemma_.lower() in cues.titles


def _noun_after(name: Name, ontology: Ontology) -> Iterator[tuple[str, float]]:
    """As "the X movement", "X province"; the police of a city and the factory of a firm say nothing of these."""
    doc, at = name.tokens.doc, name.tokens.end
    if at < len(doc) and doc[at].is_quote:
        at += 1
    if at >= len(doc) or doc[at].pos_ != "NOUN" or not doc[at].is_lower or name.tokens.root.tag_ == "JJ":
        return
    lemma = doc[at].lemma_.lower()
    cls = ontology.nouns.get(lemma)
    if lemma in BODY_NOUNS:
        yield "Organization", STRONG
    elif cls is not None and (cls in NATURAL or (name.type not in SEATS and _is_body(cls, ontology))):
        yield cls, STRONG


def _in_brackets(name: Name, ontology: Ontology) -> Iterator[tuple[str, float]]:
    """As "the union of drivers (UOD)": the short name of the body before the brackets."""
    doc, start, end = name.tokens.doc, name.tokens.start, name.tokens.end
    if len(name.tokens) > 1 or start < 2 or end >= len(doc) or (doc[start - 1].text, doc[end].text) not in BRACKETS:
        return
    before = doc[start - 2]
    for noun in (before, *before.ancestors):
        if noun.pos_ not in ("NOUN", "PROPN", "ADP") or noun.sent != before.sent:
            return
        cls = ontology.nouns.get(noun.lemma_.lower())
        if cls is not None and ontology.is_a(cls, "Organization"):
            yield cls, SETTLED
            return


def _is_body(cls: str, ontology: Ontology) -> bool:
    return cls not in NOT_AFTER and ontology.is_a(cls, "Organization")


def _described(root: Token, ontology: Ontology) -> Iterator[tuple[str, float]]:
    """As "X, a lawyer", "X is a town", "X, who"."""
    for child in root.rights:
        if child.dep_ == "appos" and child.pos_ == "NOUN":
            yield from _told(ontology.nouns.get(child.lemma_.lower()), ontology)
        if child.dep_ == "relcl" and any(word.lower_ == "who" for word in child.lefts):
            yield PERSON, STRONG
    if root.i + 3 < len(root.doc) and root.nbor(1).text == "," and root.nbor(2).is_digit and root.nbor(3).text in (",", "."):
        yield PERSON, FAIR
    if root.dep_ == "appos" and root.head.pos_ == "NOUN" and root.head.tag_ == "NN":
        yield from _told(ontology.nouns.get(root.head.lemma_.lower()), ontology)
    if root.dep_ == "nsubj" and root.head.lemma_ == "be":
        for child in root.head.children:
            if child.dep_ == "attr" and child.tag_ == "NN":
                yield from _told(ontology.nouns.get(child.lemma_.lower()), ontology)


def _told(cls: str | None, ontology: Ontology) -> Iterator[tuple[str, float]]:
    if cls is not None and cls not in ("Group", "Country"):
        yield (PERSON if ontology.is_a(cls, PERSON) else cls), STRONG


def _governed(name: Name, ontology: Ontology) -> Iterator[tuple[str, float]]:
    """As "X said", "in X", "the city of X"."""
    tokens, root = name.tokens, name.tokens.root
    if is_sender(tokens):
        yield "MediaOrganization", SETTLED
    if any(child.dep_ == "det" for child in root.lefts):
        yield PERSON, -FAIR
    elif _speaks(root, ontology) and name.type not in SEATS and not tokens[-1].is_upper and not _are_many(name):
        yield PERSON, FAIR
    yield from _contending(tokens, ontology)
    if root.dep_ != "pobj":
        return
    if root.head.lower_ in WHERE:
        yield "Place", WHERE[root.head.lower_]
    noun = root.head.head
    cls = ontology.nouns.get(noun.lemma_.lower()) if root.head.lower_ == "of" and noun.tag_ == "NN" else None
    if cls in ("City", "Region") and tokens.start - root.head.i == 1:
        yield cls, STRONG


def _are_many(name: Name) -> bool:
    """As "Republicans", "Muslims"."""
    return name.tokens.root.tag_ == "NNPS" and name.type in ("Group", "PoliticalParty")


def _speaks(root: Token, ontology: Ontology) -> bool:
    return root.dep_ == "nsubj" and root.head.lemma_.lower() in ontology.cues


def is_sender(tokens: Tokens) -> bool:
    """Whether it stands in the brackets of a dateline: "LIMA, May 2 (Noticias) --"."""
    doc, start, end = tokens.doc, tokens.start, tokens.end
    if not 0 < start <= DATELINE or end + 1 >= len(doc) or doc[end].text != ")":
        return False
    opening = next((at for at in range(start - 1, max(start - PHRASE, 0) - 1, -1) if doc[at].text == "("), None)
    return opening is not None and is_dash(doc[end + 1])


def _contending(tokens: Tokens, ontology: Ontology) -> Iterator[tuple[str, float]]:
    """Who wins, loses or fields a striker is a team, also under the name of a city."""
    root, doc = tokens.root, tokens.doc
    following = doc[tokens.end].lemma_.lower() if tokens.end < len(doc) else ""
    verbs = ontology.words("contest")
    plays = root.dep_ in ("nsubj", "dobj") and root.head.lemma_.lower() in verbs
    faced = root.dep_ == "pobj" and root.head.lower_ in FACED and root.head.head.lemma_.lower() in verbs
    if plays or faced or following in ontology.words("player"):
        yield "Organization", FAIR
