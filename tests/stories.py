"""Extractions of articles made by hand, for tests of resolving: chains and reports told one by one, the text grows along."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from graph.assemble import assemble
from graph.gazetteer import Gazetteer, open_gazetteer
from graph.model import (
    Argument,
    Article,
    Chain,
    Entity,
    Event,
    Extraction,
    Incident,
    Judgement,
    Local,
    Mention,
    Passage,
    Relation,
    Resolution,
    Span,
)
from graph.ontology import Ontology, load
from graph.resolve import resolve
from pyoxigraph import Store

BASE = "https://w3id.org/newsgraph/id/"
KNOWN = {
    "United States": ("Country", "country:US"),
    "U.S.": ("Country", "country:US"),
    "Iraq": ("Country", "country:IQ"),
    "Iran": ("Country", "country:IR"),
    "Baghdad": ("City", "gn:98182"),
    "Basra": ("City", "gn:99532"),
    "Kataib Hezbollah": ("ArmedGroup", "seed:kataib-hezbollah"),
}


@dataclass
class Tale:
    """One article in the making. Chains are called by the id that `name` and `group` return."""

    id: str
    published: str | None = None
    publisher: str | None = None
    text: str = ""
    mentions: list[Mention] = field(default_factory=list)
    chains: list[Chain] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    headline: Span | None = None

    def name(self, *spellings: str, type: str | None = None, known: str | None = None, nominals: tuple[str, ...] = ()) -> str:  # noqa: A002
        found, key = KNOWN.get(spellings[0], (None, None))
        kinds = [(spelling, "name") for spelling in spellings] + [(nominal, "nominal") for nominal in nominals]
        return self._chain(kinds, type or found or "Organization", known or key)

    def group(self, *nominals: str, type: str = "Group") -> str:  # noqa: A002
        return self._chain([(nominal, "nominal") for nominal in nominals], type, None)

    def _chain(self, kinds: list[tuple[str, str]], kind: str, known: str | None) -> str:
        chain = f"e{len(self.chains) + 1}"
        for words, way in kinds:
            span = self._write(words)
            head = span.start + len(words.split(" of ")[0].split(" in ")[0].rpartition(" ")[0])
            head += 1 if head > span.start else 0
            self.mentions.append(Mention(f"m{len(self.mentions) + 1}", span, words, way, kind, head, chain))
        aliases = tuple(words for words, _ in kinds[1:])
        self.chains.append(Chain(chain, kind, kinds[0][0], aliases, None, known))
        return chain

    def event(
        self, kind: str, *, day: str | None = None, weekday: int | None = None, lemma: str | None = None, **roles: str
    ) -> str:
        """Roles are chains; `day` is EDTF, `weekday` a day named without a date. Further fields of Event by their names.

        `words` are the rest of its sentence, `before` what stands before the trigger; without them it is like no other.
        """
        words = roles.pop("words", " ".join(f"{self.id}w{len(self.events)}{letter}" for letter in "abcdefghij"))
        fields = {key: roles.pop(key) for key in ("same_as", "part_of", "polarity", "modality", "rule") if key in roles}
        before = roles.pop("before", "")
        start = self._write(before).start if before else len(self.text)
        trigger = self._write(lemma or kind.lower())
        hint = f"XXXX-WXX-{weekday}" if weekday and day is None else None
        arguments = tuple(Argument(role, mention=self._mention(chain)) for role, chain in sorted(roles.items()))
        event = f"v{len(self.events) + 1}"
        sentence = trigger if kind == "Statement" else Span(start, self._write(words).end)
        self.events.append(Event(event, kind, trigger, sentence, lemma or kind.lower(), arguments, day, hint, **fields))
        return event

    def ties(self, subject: str, relation: str, whole: str) -> None:
        self.relations.append(Relation(relation, subject, whole, Span(0, 1)))

    def extraction(self) -> Extraction:
        return Extraction(
            Article(self.id, self.text, f"{self.id}.txt", None, self.published, self.publisher),
            passages=tuple(self._passages()),
            mentions=tuple(self.mentions),
            entities=tuple(self.chains),
            events=tuple(self.events),
            relations=tuple(self.relations),
        )

    def _passages(self) -> Iterator[Passage]:
        if self.headline is not None:
            yield Passage(self.headline, "headline", "by-hand")
            yield Passage(Span(self.headline.end, len(self.text)), "body", "by-hand")

    def _mention(self, chain: str) -> str:
        return next(mention.id for mention in self.mentions if mention.entity == chain)

    def _write(self, words: str) -> Span:
        start = len(self.text)
        self.text += f"{words} "
        return Span(start, start + len(words))


def siege(id: str, published: str | None = "2020-01-02", publisher: str | None = None) -> Tale:  # noqa: A002
    """A tale that shares its story with every other siege: the names all of them have, and a reporter of its own."""
    tale = Tale(id, published, publisher)
    us, iraq = tale.name("U.S."), tale.name("Iraq")
    kh, _ = tale.name("Kataib Hezbollah"), tale.name("Iran")
    tale.name(f"{id.upper() * 3} Reporter", type="Person")
    tale.event("Airstrike", agent=us, target=kh, place=iraq, day="2019-12-29" if published else None, weekday=7)
    return tale


@lru_cache(maxsize=1)
def tools() -> tuple[Gazetteer, Ontology]:
    return open_gazetteer(), load()


def told(*tales: Tale, judgements: tuple[Judgement, ...] = ()) -> Resolution:
    gazetteer, ontology = tools()
    return resolve((tale.extraction() for tale in tales), gazetteer=gazetteer, ontology=ontology, judgements=judgements)


def store_of(*tales: Tale, judgements: tuple[Judgement, ...] = ()) -> Store:
    """The graph of the tales, to be asked."""
    gazetteer, ontology = tools()
    resolution = told(*tales, judgements=judgements)
    texts = [tale.extraction() for tale in tales]
    data = assemble(lambda: iter(texts), resolution, ontology=ontology, gazetteer=gazetteer, base_iri=BASE)
    store = Store()
    store.extend(data.quads)
    return store


def entity_of(resolution: Resolution, tale: Tale, chain: str) -> Entity:
    return next(entity for entity in resolution.entities if Local(tale.id, chain) in entity.members)


def incident_of(resolution: Resolution, tale: Tale, event: str) -> Incident:
    return next(incident for incident in resolution.incidents if Local(tale.id, event) in incident.members)
