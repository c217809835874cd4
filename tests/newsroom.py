"""Small Extractions and Resolutions made by hand, and a gazetteer of three places, for tests above the extractor."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from graph.gazetteer import Candidate
from graph.model import (
    Argument,
    Article,
    Attribution,
    Chain,
    Entity,
    Event,
    Extraction,
    Incident,
    Local,
    Mention,
    Relation,
    Resolution,
    Span,
    Value,
)

BASE = "https://w3id.org/newsgraph/id/"


class Atlas:
    """Baghdad in Baghdad Governorate in Iraq, and Basra in Iraq."""

    candidates: ClassVar = {
        "country:IQ": Candidate(
            "country:IQ", "Iraq", "Country", "place", lat=33.0, lon=44.0, wikidata="http://www.wikidata.org/entity/Q796"
        ),
        "gn:98182": Candidate("gn:98182", "Baghdad", "City", "place", country="country:IQ", lat=33.34058, lon=44.40088),
        "gn:98180": Candidate("gn:98180", "Baghdad Governorate", "Region", "place", country="country:IQ"),
        "gn:99532": Candidate("gn:99532", "Basra", "City", "place", country="country:IQ", lat=30.5, lon=47.8),
    }
    outer: ClassVar = {"gn:98182": ("gn:98180", "country:IQ"), "gn:98180": ("country:IQ",), "gn:99532": ("country:IQ",)}

    def get(self, key: str) -> Candidate | None:
        return self.candidates.get(key)

    def within(self, key: str) -> tuple[str, ...]:
        return self.outer.get(key, ())

    def lookup(self, name: str) -> tuple[Candidate, ...]:
        return tuple(found for found in self.candidates.values() if found.label.casefold() == name.casefold())

    def scored(self, name: str) -> tuple[tuple[Candidate, float], ...]:
        found = self.lookup(name)
        return tuple((each, 1 / len(found)) for each in found)


@dataclass
class Story:
    """One article in the making: every name, event and attribution is found by its words in the text."""

    text: str
    id: str = "a1"
    published: str | None = "2020-01-02"
    publisher: str | None = "The Daily Example"
    title: str | None = None
    url: str | None = None
    mentions: list[Mention] = field(default_factory=list)
    chains: list[Chain] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)

    def span(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start, start + len(words))

    def sentence(self, words: str) -> Span:
        """The sentence, ended by a full stop, that holds the words."""
        inside = self.span(words)
        start = self.text.rfind(". ", 0, inside.start)
        end = self.text.find(".", inside.end - 1)
        return Span(start + 2 if start >= 0 else 0, end + 1 if end >= 0 else len(self.text))

    def name(self, words: str, kind: str = "Country", chain: str | None = None) -> str:
        """A mention and, unless `chain` names one made before, its chain; the chain's id is its first words."""
        where = self.span(words)
        if chain is None:
            chain = words
            self.chains.append(Chain(words, kind, words))
        self.mentions.append(Mention(f"m{len(self.mentions) + 1}", where, words, "name", kind, where.start, chain))
        return self.mentions[-1].id

    def event(self, kind: str, trigger: str, fillers: dict[str, str | Value | Argument] | None = None, **other) -> str:
        """Fillers are ids of mentions, figures or arguments, by role."""
        arguments = tuple(_argument(role, filler) for role, filler in (fillers or {}).items())
        event = f"v{len(self.events) + 1}"
        where = self.span(trigger)
        self.events.append(Event(event, kind, where, self.sentence(trigger), trigger, arguments, confidence=0.9, **other))
        return event

    def says(self, source: str, cue: str, content: str, stance: str = "reports", events: tuple[str, ...] = (), **other) -> None:
        place = {"source": self.span(source), "cue": self.span(cue), "sentence": self.sentence(cue)}
        said = Attribution((self.span(content),), stance, speaker=source, events=events, **place, **other)
        self.attributions.append(said)

    def ties(self, subject: str, relation: str, target: str, evidence: str, **other) -> None:
        self.relations.append(Relation(relation, subject, target, self.span(evidence), confidence=0.8, **other))

    def extraction(self) -> Extraction:
        article = Article(self.id, self.text, f"{self.id}.txt", self.title, self.published, self.publisher, self.url)
        return Extraction(
            article,
            mentions=tuple(self.mentions),
            entities=tuple(self.chains),
            events=tuple(self.events),
            relations=tuple(self.relations),
            attributions=tuple(self.attributions),
        )


def _argument(role: str, filler: str | Value | Argument) -> Argument:
    if isinstance(filler, Argument):
        return filler
    return Argument(role, value=filler) if isinstance(filler, Value) else Argument(role, mention=filler)


def resolution(*stories: Story, same=(), known=None, **other) -> Resolution:
    """Chains of one label are one entity; events are apart unless a tuple of `same` ("a1/v1", "a2/v1") joins them."""
    entities: dict[str, list[Local]] = {}
    kinds: dict[str, str] = {}
    for story in stories:
        for chain in story.chains:
            entities.setdefault(chain.label, []).append(Local(story.id, chain.id))
            kinds[chain.label] = chain.type
    return Resolution(
        tuple(
            Entity(label.lower().replace(" ", "-"), kinds[label], label, (), tuple(locals_), (), (known or {}).get(label))
            for label, locals_ in sorted(entities.items())
        ),
        tuple(_incidents(stories, same)),
        other.pop("judgements", ()),
        **other,
    )


def _incidents(stories, same):
    reports = {f"{story.id}/{event.id}": event for story in stories for event in story.events}
    groups = [*same, *((key,) for key in reports if not any(key in group for group in same))]
    for group in sorted(groups):
        times = sorted({reports[key].time for key in group if reports[key].time})
        members = tuple(Local(*key.split("/")) for key in group)
        name = "-".join(key.replace("/", "-") for key in group)
        yield Incident(name, reports[group[0]].type, members, times[0] if times else None)
