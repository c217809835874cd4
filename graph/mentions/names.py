"""A parsed article in, the names of people, bodies and places in it out, each with its class."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ..finder import LONG_NAME
from ..gazetteer import Candidate, Gazetteer, Match
from ..model import Span
from ..ontology import Ontology
from ..parse import Doc, Token, Tokens

LABELS = {
    "PERSON": "Person",
    "ORG": "Organization",
    "GPE": "Place",
    "LOC": "GeographicFeature",
    "FAC": "Facility",
    "NORP": "Group",
}
ORGANIZATIONS = (
    "Court", "MilitaryForce", "SecurityForce", "ArmedGroup", "PoliticalParty", "MediaOrganization", "InternationalOrganization",
    "ReligiousOrganization", "GovernmentAgency", "Company", "Organization",
)  # fmt: skip
OF_NATIONS = frozenset({"Country", "Region", "City", "MilitaryForce", "Government", "GovernmentAgency"})
SHIPS = ("NavalUnit", "Vehicle")
PLACES = ("Embassy", "MilitaryBase", "Building", "Facility", "GeographicFeature", "Region")
OFFICE_OF = frozenset({"of", "to", "in"})
DEPARTMENT = " Department"
DASHES = frozenset({"-", "--", "\u2013", "\u2014"})
LONGEST_CUE = 3
SHORT = 3
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th|d)")
OPENING = re.compile(r"^(?:[^\w(]+|the\b\s*|an?\b\s+(?=[A-Z]))+", re.IGNORECASE)
CLOSING = re.compile(r"(?:'s|'|[^\w.)!]|(?<![A-Z])\.)+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text: its characters, its tokens and its class; `known` if the gazetteer found it."""

    span: Span
    tokens: Tokens
    type: str
    text: str
    known: bool = False


@dataclass(frozen=True, slots=True)
class Cues:
    """Which words of a name, and which before it, tell what it is the name of; `bodies`: nouns that alone are one, "the Army"."""

    classes: Mapping[str, Mapping[str, str]]
    honorific: frozenset[str]
    nothing: frozenset[str]
    rubrics: frozenset[str]
    titles: frozenset[str]
    title_words: frozenset[str]
    opens_body: frozenset[str]
    units: frozenset[str]
    bodies: Mapping[str, str]
    short_ranks: frozenset[str]
    ships: Mapping[str, str]

    def of(self, words: Sequence[str], family: str) -> str | None:
        """The class told by the longest cue that ends the name, else by one that opens an "X of Y"."""
        cues = self.classes[family]
        plain = [word.lower() for word in words]
        if family == "body" and len(plain) > 1 and ORDINAL.fullmatch(plain[0]) and plain[-1] in self.units:
            return "MilitaryForce"
        for size in range(min(LONGEST_CUE, len(plain)), 0, -1):
            if (ending := " ".join(plain[-size:])) in cues and len(plain) > 1:
                return cues[ending]
        joined = [at for at, word in enumerate(plain) if word in ("of", "for")]
        return self.of(words[: joined[0]], family) or cues.get(plain[0]) if joined and joined[0] else None

    def opening(self, words: Sequence[str]) -> str | None:
        """The class of a body called after somebody: "Comando Ana Ruiz"."""
        return "Organization" if len(words) > 1 and words[0].lower() in self.opens_body else None

    def ship(self, word: str) -> str | None:
        """The class of a ship, told by the letters that open its name: "HMS Petrel"."""
        return self.ships.get(word.lower()) if word.isupper() else None

    def is_title(self, words: Sequence[str]) -> bool:
        phrase = " ".join(words).lower()
        return phrase in self.titles or words[-1].lower().rstrip(".") in self.honorific


@lru_cache(maxsize=4)
def name_cues(ontology: Ontology) -> Cues:
    families = {"body": ORGANIZATIONS, "place": PLACES}
    classes = {
        family: {lemma: cls for cls in reversed(members) for lemma in sorted(ontology.words(f"name_{cls}"))}
        for family, members in families.items()
    }
    return Cues(
        classes,
        honorific=ontology.words("honorific"),
        nothing=ontology.words("name_nothing"),
        rubrics=ontology.words("rubric"),
        titles=frozenset(ontology.titles),
        opens_body=ontology.words("opens_body"),
        units=ontology.words("numbered_unit"),
        bodies={noun: cls for noun, cls in ontology.nouns.items() if cls in ORGANIZATIONS[:-1] or cls == "Government"},
        short_ranks=ontology.words("short_rank"),
        ships={word: cls for cls in SHIPS for word in sorted(ontology.words(f"opens_{cls}"))},
        title_words=frozenset(word for title in ontology.titles for word in title.split()),
    )


def find_names(doc: Doc, gazetteer: Gazetteer, ontology: Ontology) -> tuple[Name, ...]:
    """In text order, as the model and the gazetteer tell them; only an embassy's name holds other names inside it."""
    cues = name_cues(ontology)
    known = list(_known_names(doc, gazetteer, ontology.words("wider_people")))
    told = [_typed(name, label, gazetteer, cues) for name, label in _model_names(doc, gazetteer, ontology)]
    names = _with_embassies(doc, _merged(told, known, cues, gazetteer), known, ontology)
    return tuple(sorted(names, key=lambda name: (name.span.start, -name.span.end)))


# ------------------------------------------------------------------------------------------------ the model's names
def _model_names(doc: Doc, gazetteer: Gazetteer, ontology: Ontology) -> Iterator[tuple[Name, str]]:
    cues = name_cues(ontology)
    plain = frozenset(token.lower_ for token in doc if token.is_lower or _opens_as_noun(token, ontology)) | cues.rubrics
    for entity in doc.ents:
        if entity.label_ in LABELS:
            for part in _lines(entity):
                person = entity.label_ == "PERSON"
                inner = unplaced(part if _is_given(part, gazetteer, cues) else untitled(part, cues), gazetteer, cues)
                name = _trimmed(_capital(inner if person else part), LABELS[entity.label_])
                if name is not None and not _is_nothing(name, cues) and not _is_plain(name, plain):
                    yield name, entity.label_


def _is_given(tokens: Tokens, gazetteer: Gazetteer, cues: Cues) -> bool:
    """Whether the title before a last name is a given name: "Dean Ruiz"."""
    first = tokens[0].text
    return len(tokens) == 2 and gazetteer.sex(first) is not None and first.lower().rstrip(".") not in cues.honorific


def _opens_as_noun(token: Token, ontology: Ontology) -> bool:
    """ "Rebels" of "Rebels attacked …", in the plural that names have not."""
    return token.tag_ == "NNS" and bool(token.is_sent_start) and token.lemma_.lower() in ontology.nouns


def _is_nothing(name: Name, cues: Cues) -> bool:
    """Whether it is part of a title ("Defense" Secretary), a contest, a prize, or a word that only looks like a name."""
    words = name.text.lower().split()
    if in_title(name.tokens, cues) or words[-1].rstrip(".") in cues.short_ranks:
        return True
    if any(" ".join(words[-size:]) in cues.nothing for size in range(2, LONGEST_CUE + 2)):
        return True
    return words[-1] in cues.nothing and cues.of(words, "body") is None


def in_title(tokens: Tokens, cues: Cues) -> bool:
    if not cues.title_words.issuperset(token.lower_ for token in tokens):
        return False
    starts = range(max(tokens.sent.start, tokens.start - LONGEST_CUE), tokens.start + 1)
    stops = range(tokens.end, min(tokens.end + LONGEST_CUE, len(tokens.doc)) + 1)
    return any(tokens.doc[start:stop].text.lower() in cues.titles for start in starts for stop in stops)


def _is_plain(name: Name, plain: frozenset[str]) -> bool:
    """Whether it is one letter, all in lower case, or a word that opens a sentence and stands in lower case elsewhere."""
    first = name.tokens[0]
    opens = len(name.tokens) == 1 and bool(first.is_sent_start) and first.lower_ in plain
    lower = name.text.islower() and any(token.pos_ != "PROPN" for token in name.tokens)
    return sum(map(str.isalpha, name.text)) < 2 or lower or opens


def _lines(entity: Tokens) -> Iterator[Tokens]:
    """An entity that runs over a line end, a dash or a colon ("Rights Trumped by Interests: The Council") is cut there."""
    first = entity.start
    for token in entity:
        if token.is_space or is_dash(token) or (token.text == ":" and token.whitespace_):
            if token.i > first:
                yield entity.doc[first : token.i]
            first = token.i + 1
    if first < entity.end:
        yield entity.doc[first : entity.end]


def is_dash(token: Token) -> bool:
    """The dash between clauses or behind a dateline; that of a compound has no space before it."""
    return token.text in DASHES and token.i > 0 and bool(token.nbor(-1).whitespace_)


def _capital(tokens: Tokens) -> Tokens:
    """Without the common words at its ends: "pro-", "party"; "5th" of "5th Avenue" is none."""
    first, end = tokens.start, tokens.end
    while first < end - 1 and (tokens.doc[first].is_punct or _is_common(tokens.doc[first])):
        first += 1
    while end - 1 > first and tokens.doc[end - 1].is_lower and tokens.doc[end - 1].pos_ == "NOUN":
        end -= 1
    return tokens.doc[first:end]


def _is_common(word: Token) -> bool:
    return word.is_lower and word.is_alpha and len(word) > SHORT


def untitled(tokens: Tokens, cues: Cues) -> Tokens:
    for size in range(min(len(tokens) - 1, 3), 0, -1):
        if cues.is_title([token.text for token in tokens[:size]]):
            return tokens[size:]
    return tokens


def unplaced(tokens: Tokens, gazetteer: Gazetteer, cues: Cues) -> Tokens:
    """Without the country of an office that stands right before: "ambassador to Bolivia Angel Brugues"."""
    doc, first = tokens.doc, tokens.start
    if (
        len(tokens) < SHORT
        or first < 2
        or doc[first - 1].lower_ not in OFFICE_OF
        or doc[first - 2].lower_ not in cues.title_words
    ):
        return tokens
    country = best(gazetteer.lookup(doc[first].text))
    return tokens[1:] if country is not None and country.type == "Country" else tokens


def _trimmed(tokens: Tokens, cls: str) -> Name | None:
    """Without a leading article, a possessive's ending or loose punctuation; None if nothing like a name is left."""
    text = tokens.text
    opening, closing = OPENING.search(text), CLOSING.search(text)
    start = opening.end() if opening else 0
    end = closing.start() if closing else len(text)
    if start >= end or not any(char.isalpha() for char in text[start:end]):
        return None
    return make_name(tokens.doc, Span(tokens.start_char + start, tokens.start_char + end), cls)


def make_name(doc: Doc, span: Span, cls: str, known: bool = False) -> Name | None:
    tokens = doc.char_span(span.start, span.end, alignment_mode="expand")
    return _named(span, tokens, cls, known) if tokens is not None else None


def _named(span: Span, tokens: Tokens, cls: str, known: bool) -> Name:
    text = tokens.text[span.start - tokens.start_char : span.end - tokens.start_char]
    return Name(span, tokens, cls, text, known)


def _typed(name: Name, label: str, gazetteer: Gazetteer, cues: Cues) -> Name:
    words = [token.text for token in name.tokens]
    if label == "NORP":
        return replace(name, type=_people(name, gazetteer, cues))
    if label in ("GPE", "LOC"):
        return replace(name, type=_place(name, gazetteer, cues))
    if (placed := _in_country(name, gazetteer)) is not None:
        return replace(name, type=placed)
    if label == "FAC":
        return replace(name, type=cues.of(words, "place") or cues.of(words, "body") or name.type)
    if label == "ORG" and len(words) == 1 and (told := cues.bodies.get(words[0].lower())):
        return replace(name, type=told)
    told = cues.of(words, "body") or (cues.of(words, "place") if label == "ORG" else cues.opening(words))
    return replace(name, type=told) if told else name


def _people(name: Name, gazetteer: Gazetteer, cues: Cues) -> str:
    demonym = gazetteer.demonym(name.text)
    if demonym is not None:
        return demonym.type
    return cues.of(["", *name.text.split()], "body") or "Group"


def _place(name: Name, gazetteer: Gazetteer, cues: Cues) -> str:
    found = best(gazetteer.lookup(name.text))
    if found is not None:
        return found.type
    words = [token.text for token in name.tokens]
    return cues.of(words, "place") or cues.of(words, "body") or name.type


def _in_country(name: Name, gazetteer: Gazetteer) -> str | None:
    """The class of the place that a country behind a comma, or the name of its kind, shows: "BUENOS AIRES, Argentina"."""
    after = [token for token in name.tokens.doc[name.tokens.end : name.tokens.end + 2] if not token.is_space]
    if len(after) == 2 and after[0].text == ",":
        country = best(gazetteer.lookup(after[1].text))
        found = best(gazetteer.lookup(name.text, near=(country.key,))) if country and country.type == "Country" else None
        return found.type if found is not None and country is not None and found.country == country.key != found.key else None
    found = best(gazetteer.lookup(name.text)) if name.text.endswith(DEPARTMENT) else None
    return found.type if found is not None and found.type == "Region" else None


def best(candidates: Sequence[Candidate]) -> Candidate | None:
    return candidates[0] if candidates else None


# -------------------------------------------------------------------------------------------- the gazetteer's names
def _known_names(doc: Doc, gazetteer: Gazetteer, wider: Collection[str]) -> Iterator[Name]:
    for match in gazetteer.find(doc.text):
        for start, end, candidate in _proper_part(match, gazetteer, doc):
            name = make_name(doc, Span(start, end), candidate.type, known=True)
            shown = name is not None and any(char.isupper() for char in name.text)
            if name is not None and shown and not _is_language(name, candidate) and not _is_wider(name, candidate, wider):
                yield name


def _proper_part(match: Match, gazetteer: Gazetteer, doc: Doc) -> Iterator[tuple[int, int, Candidate]]:
    """A known name that ends in a common noun ("Afghan government") is a noun phrase; the name inside it is a name.

    A long one is a name however careless its capitals.
    """
    tokens = doc.char_span(match.start, match.end, alignment_mode="expand")
    if tokens is None or len(tokens) == 1 or not tokens[-1].is_lower or tokens.text.count(" ") >= LONG_NAME - 1:
        yield match.start, match.end, match.candidates[0]
        return
    for inner in gazetteer.find(tokens[:-1].text):
        yield match.start + inner.start, match.start + inner.end, inner.candidates[0]


def _is_wider(name: Name, candidate: Candidate, wider: Collection[str]) -> bool:
    """ "Central Americans" are of more than one country."""
    first = name.tokens[0]
    return candidate.kind == "demonym" and first.i > 0 and f"{first.nbor(-1).lower_} {first.lower_.removesuffix('s')}" in wider


def _is_language(name: Name, candidate: Candidate) -> bool:
    """As "in German", "French-language"."""
    root, doc = name.tokens.root, name.tokens.doc
    if candidate.kind != "demonym":
        return False
    following = doc[name.tokens.end : name.tokens.end + 2].text.lower().lstrip("-")
    spoken = root.dep_ == "pobj" and root.head.lower_ == "in" and root.tag_ != "NNPS"
    return root.ent_type_ == "LANGUAGE" or spoken or following.startswith(("language", "speaking"))


def _merged(told: Iterable[Name], known: Iterable[Name], cues: Cues, gazetteer: Gazetteer) -> list[Name]:
    """The gazetteer's names win, save where the model saw a longer name around them ("University of Baghdad")."""
    kept = list(told)
    names: list[Name] = []
    for name in known:
        around = [other for other in kept if other.span.overlaps(name.span)]
        if any(_encloses(other, name, cues, gazetteer) for other in around):
            continue
        kept = [other for other in kept if other not in around]
        names.append(name)
    return names + kept


def _encloses(outer: Name, inner: Name, cues: Cues, gazetteer: Gazetteer) -> bool:
    if outer.span == inner.span or not outer.span.holds(inner.span):
        return False
    rest = [token for token in outer.tokens if not (inner.tokens.start <= token.i < inner.tokens.end)]
    names = [token for token in rest if token.text[0].isupper() and token.is_alpha and not cues.is_title([token.text])]
    return any(gazetteer.demonym(token.text) is None for token in names) or (bool(names) and inner.type in OF_NATIONS)


# ---------------------------------------------------------------------------------------------------------- embassies
def _with_embassies(doc: Doc, names: list[Name], known: Sequence[Name], ontology: Ontology) -> list[Name]:
    """The "U.S. embassy in Baghdad" is one name, whatever the model saw of it; "U.S." and "Baghdad" inside it stay names."""
    places = {name.tokens.end - 1: name for name in (*known, *names) if ontology.is_a(name.type, "Place")}
    cues = ontology.words("name_Embassy")
    found = [_embassy(token, places, ontology) for token in doc if token.lemma_.lower() in cues and token.i - 1 in places]
    for name in found:
        inside = [each for each in places.values() if name.span.holds(each.span) and each.type != "Embassy"]
        names = [each for each in names if not each.span.overlaps(name.span)] + inside + [name]
    return names


def _embassy(noun: Token, places: Mapping[int, Name], ontology: Ontology) -> Name:
    doc, last = noun.doc, noun
    first = noun.i
    while first - 1 in places and places[first - 1].type != "Embassy":
        first = places[first - 1].tokens.start
    if last.i + 1 < len(doc) and doc[last.i + 1].lemma_.lower() in ontology.words("part_of_embassy"):
        last = doc[last.i + 1]
    after = next((name for name in places.values() if name.tokens.start == last.i + 2), None)
    if after is not None and doc[last.i + 1].lower_ == "in" and noun.tag_ not in ("NNS", "NNPS"):
        last = after.tokens[-1]
    start = doc[first].idx if first < noun.i else places[noun.i - 1].span.start
    return _named(Span(start, last.idx + len(last)), doc[first : last.i + 1], "Embassy", False)
