"""What all articles together say of each event in, the event's own quads out: class, label, time, status, what stands as fact."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from .. import terms
from ..edtf import OPEN, days
from ..model import Claim, Incident, Modality
from ..ontology import Ontology, iri
from ..resolve.figures import reconcile
from ..terms import ng, node, value
from .agreement import figure_of, without_headline
from .article_graph import claim_object
from .claims import TYPE, Statement, is_plain
from .labels import Status, event_label, statement_label, target_word
from .sources import Sources

PLAIN_EVENT = "Event"
SUMMED = ("fatalities", "injuries")
_TIME, _PRECEDES, _BECAUSE = iri("time"), iri("precedes"), iri("because")
_SAID = Status("positive", "actual")
_LABEL_ROLES = ("agent", "target", "origin", "destination", "place")
_BY_CERTAINTY: tuple[Modality, ...] = ("actual", "possible", "planned", "hypothetical")


@dataclass(frozen=True, slots=True)
class Told:
    """All that the articles say, by the address of the event: labels are those of entities, lemmas those of triggers."""

    claims: Sequence[Claim]
    incidents: Mapping[str, Incident]
    statements: Mapping[str, tuple[Statement, str | None]]
    labels: Mapping[str, str]
    lemmas: Mapping[str, Counter[str]]


def facts(claims: Iterable[Claim]) -> Iterator[Quad]:
    """The direct triples: what is said plainly. Class and time of an event are settled over all its reports instead."""
    for claim in claims:
        if claim.predicate not in (TYPE, _TIME) and is_plain(claim):
            yield Quad(node(claim.subject), node(claim.predicate), claim_object(claim))


def status(claims: Sequence[Claim]) -> Status:
    """One plain report makes an event a fact; what all deny or negate is never actual."""
    own = [claim for claim in claims if claim.predicate not in (_PRECEDES, _BECAUSE)] or claims
    if any(is_plain(claim) for claim in own):
        return Status("positive", "actual")
    positive = {claim.modality for claim in own if claim.polarity == "positive"}
    if positive:
        return Status("positive", next(modality for modality in _BY_CERTAINTY if modality in positive))
    disputed = any(claim.stance == "denies" or claim.modality == "possible" for claim in own)
    return Status("negative", "possible" if disputed else "hypothetical")


_Fillers = dict[tuple[str, str], list[float]]
_SURE = 0.5
"""Below it what is read of a role is more often wrong than right (docs/quality.md, "How sure")."""


class EventNodes:
    """The events of the merged graph; an incident without a claim is left out."""

    def __init__(self, told: Told, ontology: Ontology, sources: Sources) -> None:
        self.told = told
        self.ontology = ontology
        self.sources = sources
        self.frames = {frame.type: frame for frame in ontology.frames}
        self.by_event = _by_event(told)

    def quads(self) -> Iterator[Quad]:
        for address, claims in self.by_event.items():
            incident = self.told.incidents.get(address)
            yield from self._incident(incident, claims) if incident else self._statement(address, claims)

    def _incident(self, incident: Incident, claims: Sequence[Claim]) -> Iterator[Quad]:
        address = claims[0].subject
        subject, state = node(address), status(claims)
        yield Quad(subject, terms.A, ng(incident.type))
        yield Quad(subject, terms.LABEL, Literal(self._label(address, incident, claims, state)))
        yield from _time(subject, _told_time(incident, claims))
        yield from self._common(subject, claims, state)
        for figure in SUMMED:
            yield from self._summary(subject, figure, claims)

    def _statement(self, address: str, claims: Sequence[Claim]) -> Iterator[Quad]:
        statement, published = self.told.statements[address]
        denies = any(claim.stance == "denies" for claim in claims)
        label = statement_label(self.told.labels.get(statement.speaker, "someone"), published, denies=denies)
        yield Quad(node(address), terms.A, ng("Statement"))
        yield Quad(node(address), terms.LABEL, Literal(label))
        yield from self._common(node(address), claims, _SAID)

    def _common(self, subject: NamedNode, claims: Sequence[Claim], state: Status) -> Iterator[Quad]:
        yield Quad(subject, ng("polarity"), value(state.polarity))
        yield Quad(subject, ng("modality"), value(state.modality))
        lineages = self.sources.independent({claim.article for claim in claims})
        yield Quad(subject, ng("independentSources"), terms.integer(lineages))

    def _summary(self, subject: NamedNode, figure: str, claims: Sequence[Claim]) -> Iterator[Quad]:
        said = without_headline([claim for claim in claims if claim.predicate == iri(figure) and is_plain(claim)])
        found = reconcile(figure_of(claim, self.sources.published.get(claim.article)) for claim in said)
        if found is not None:
            for level, number in (("Low", found.low), ("Best", found.best), ("High", found.high)):
                yield Quad(subject, ng(figure + level), terms.integer(number))

    def _label(self, address: str, incident: Incident, claims: Sequence[Claim], state: Status) -> str:
        return event_label(
            self._kind(address, incident.type),
            self._fillers(claims),
            target_word="" if incident.type == PLAIN_EVENT else target_word(self.frames.get(incident.type)),
            time=_told_time(incident, claims),
            status=state,
        )

    def _kind(self, address: str, event_type: str) -> str:
        """The label of the class; for an event no class fits, the verb that most reports use."""
        lemmas = self.told.lemmas.get(address)
        if event_type == PLAIN_EVENT and lemmas:
            return min(lemmas, key=lambda lemma: (-lemmas[lemma], lemma))
        return self.ontology.label(event_type) or event_type

    def _fillers(self, claims: Sequence[Claim]) -> dict[str, list[str]]:
        """Role → labels. Where anything is stated, what is only claimed has no place in a label, nor what is read with doubt."""
        stated = self._told([claim for claim in claims if is_plain(claim)]) or self._told(claims)
        sure = {filler: told for filler, told in stated.items() if _together(told) >= _SURE}
        found: dict[str, list[str]] = {}
        for predicate, label in _ranked(sure or stated):
            found.setdefault(predicate, []).append(label)
        return {role: found[iri(role)] for role in _LABEL_ROLES if iri(role) in found}

    def _told(self, claims: Iterable[Claim]) -> _Fillers:
        """Role and label → how sure each of its claims is."""
        found: _Fillers = {}
        for claim in claims:
            if isinstance(claim.object, str) and claim.object in self.told.labels:
                found.setdefault((claim.predicate, self.told.labels[claim.object]), []).append(claim.confidence)
        return found


def _together(told: Iterable[float]) -> float:
    """How sure it is that one of several claims is right, if each were read by itself."""
    return 1 - math.prod(1 - each for each in told)


def _by_event(told: Told) -> dict[str, list[Claim]]:
    by_event: dict[str, list[Claim]] = {}
    for claim in told.claims:
        if claim.subject in told.incidents or claim.subject in told.statements:
            by_event.setdefault(claim.subject, []).append(claim)
    return by_event


def _ranked(fillers: _Fillers) -> list[tuple[str, str]]:
    """Names before descriptions ("fighters of the group"), the most reported first."""
    return sorted(fillers, key=lambda filler: (filler[1][:1].islower(), -len(fillers[filler]), filler[1]))


def _told_time(incident: Incident, claims: Sequence[Claim]) -> str | None:
    """The time its reports agree on; of what none of them dates, about the day it first was news."""
    told = (str(claim.object) for claim in claims if claim.predicate == _TIME and is_plain(claim))
    return incident.time or min(told, default=None)


def _time(subject: NamedNode, time: str | None) -> Iterator[Quad]:
    if not time:
        return
    yield Quad(subject, ng("time"), Literal(time))
    found = days(time)
    if found and found[0] != OPEN[0]:
        yield Quad(subject, terms.EARLIEST, terms.day(found[0].isoformat()))
    if found and found[1] != OPEN[1]:
        yield Quad(subject, terms.LATEST, terms.day(found[1].isoformat()))
