"""Claims in, rows out: who or what, said by whom in which article, the sentence and the words in it that tell it."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode

from .. import terms
from ..index import Index, Properties, Term, local_name
from ..ontology import Ontology
from ..terms import ng
from .numbering import Numbering
from .sightings import Sighting, Sightings

CLAIM = (
    "subject", "predicate", "object", "article", "text", "marks",
    "speaker", "cue", "stance", "status", "confidence", "extra",
)  # fmt: skip

_BOUNDS = (("low", ng("lowerBound")), ("high", ng("upperBound")))
_TIMES = (("since", ng("validFrom")), ("until", ng("validUntil")))
_FLAGS = (("about", ng("approximate")), ("former", ng("former")))


class ClaimRows:
    """Makes rows of numbers; what the numbers stand for is in the tables."""

    def __init__(self, index: Index, ontology: Ontology, tables: Numbering) -> None:
        self.index = index
        self.tables = tables
        self.events = frozenset(ontology.event_classes)
        self.seen = Sightings(index)

    def learn(self, claims: Iterable[NamedNode]) -> None:
        """Takes note of the sentences that claims rest on."""
        self.seen.learn_sentences(_text(self.index.properties(claim), ng("evidence")) for claim in claims)

    def row(self, subject: NamedNode, claim: NamedNode) -> list[object]:
        own, tables = self.index.properties(claim), self.tables
        text, marks = self._quotation(subject, own)
        return [
            tables.node(subject),
            tables.words.number(local_name(_node(own, terms.PREDICATE)) or "type"),
            self._object(subject, own),
            tables.article(_node(own, terms.DERIVED_FROM)),
            tables.texts.number(text),
            marks,
            tables.node(_node(own, ng("speaker"))),
            tables.words.known(_text(own, ng("cue"))),
            tables.words.number(_word(own, "stance")),
            tables.words.number(status(own)),
            float(_text(own, ng("confidence")) or 0),
            _extra(own),
        ]

    def _object(self, subject: NamedNode, own: Properties) -> object:
        """A node by its number, a class as `{"kind": …}`, a time as text, a figure as `{"value": …}`."""
        term = _first(own, terms.OBJECT)
        if isinstance(term, Literal):
            return {"value": int(term.value)} if term.datatype.value.endswith("integer") else term.value
        if term is not None and _node(own, terms.PREDICATE) == terms.A:
            return {"kind": self.tables.kinds.number(local_name(term) or self.index.kind(subject))}
        number = self.tables.node(term)
        return (self.index.label(term) or None) if number is None and term is not None else number

    def _quotation(self, subject: NamedNode, own: Properties) -> tuple[str, list[int]]:
        """The sentence a claim rests on and, as begin, end, begin, end…, the words in it that tell the claim."""
        quote = _text(own, ng("quote"))
        evidence = self.seen.mention(_text(own, ng("evidence")))
        if evidence is None:
            return quote, []
        sentence = self.seen.sentence(evidence)
        if sentence != evidence:
            marks = [(evidence.begin - sentence.begin, evidence.end - sentence.begin)]
        elif quote and quote != sentence.words and quote in sentence.words:
            begin = sentence.words.index(quote)
            marks = [(begin, begin + len(quote))]
        else:
            marks = self._marks(subject, own, sentence)
        return sentence.words, [offset for mark in _merged(marks) for offset in mark]

    def _marks(self, subject: NamedNode, own: Properties, sentence: Sighting) -> list[tuple[int, int]]:
        marks = self.seen.inside(subject.value, sentence)
        for term in own.get(terms.OBJECT, ()):
            if isinstance(term, NamedNode):
                marks += self.seen.inside(term.value, sentence)
            elif term.value in sentence.words:
                begin = sentence.words.index(term.value)
                marks.append((begin, begin + len(term.value)))
        return marks


def status(own: Properties) -> str:
    """Of a claim or event: what did not happen is nothing else beside."""
    return "Negative" if _word(own, "polarity") == "Negative" else _word(own, "modality") or "Actual"


def _extra(own: Properties) -> dict[str, object] | int:
    """What few claims have; nought for the others."""
    found: dict[str, object] = {name: int(_text(own, each)) for name, each in _BOUNDS if each in own}
    found |= {name: True for name, each in _FLAGS if each in own}
    found |= {name: _text(own, each) for name, each in _TIMES if each in own}
    return found or 0


def _first(own: Properties, predicate: NamedNode) -> Term | None:
    values = own.get(predicate)
    return values[0] if values else None


def _node(own: Properties, predicate: NamedNode) -> NamedNode | None:
    return next((value for value in own.get(predicate, ()) if isinstance(value, NamedNode)), None)


def _text(own: Properties, predicate: NamedNode) -> str:
    value = _first(own, predicate)
    return value.value if value is not None else ""


def _word(own: Properties, name: str) -> str:
    return local_name(_node(own, ng(name)))


def _merged(marks: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for begin, end in sorted(set(marks)):
        if merged and begin <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((begin, end))
    return merged
