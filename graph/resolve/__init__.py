"""The Extractions of all articles in, their Resolution out: which chains are one entity, which reports one incident, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..collector import paused
from ..gazetteer import Gazetteer
from ..model import Entity, Extraction, Incident, Judgement, Local, Resolution
from ..ontology import Ontology
from .copies import Text, copies, lineages
from .corpus import Corpus, Tools
from .dating import Window, edtf, redated, windows
from .entities import Merging
from .events import Happenings
from .incidents import Incidents
from .ledger import HandRules, Ledger, read_judgements
from .naming import Named, Naming
from .records import ArticleRecord, record, unique
from .same_part import SameParts
from .world import World, survey

__all__ = ["read_judgements", "resolve"]


def resolve(
    extractions: Iterable[Extraction], *, gazetteer: Gazetteer, ontology: Ontology, judgements: Sequence[Judgement] = ()
) -> Resolution:
    """Reads the extractions once and keeps no text; the order of the articles does not matter.

    An article that says the very same as another adds members and nothing else. Judgements by hand bind: "different" keeps
    two things apart through any chain of merges, "same" joins them whatever the rules say.
    """
    hand = HandRules(judgements)
    with paused():
        articles, twins = unique(_records(extractions, hand), hand.judges)
        return _Resolving(articles, twins, Tools(gazetteer, ontology), hand).run()


def _records(extractions: Iterable[Extraction], hand: HandRules) -> Iterator[ArticleRecord]:
    for extraction in extractions:
        hand.locate(extraction)
        yield record(extraction)


def _bearers(entities: Iterable[Entity]) -> Mapping[str, set[str]]:
    """The ids of the entities so called, by name."""
    found: dict[str, set[str]] = defaultdict(set)
    for entity in entities:
        for name in (entity.label, *entity.aliases):
            found[name].add(entity.id)
    return found


@dataclass(frozen=True, slots=True)
class _Stage:
    """What comparing reports needs of the entities."""

    world: World
    entity_of: Mapping[Local, str]
    stems: Mapping[str, str]
    story: Mapping[str, str]


class _Resolving:
    def __init__(
        self, articles: tuple[ArticleRecord, ...], twins: Mapping[str, tuple[str, ...]], tools: Tools, hand: HandRules
    ) -> None:
        self.twins = twins
        self.hand = hand
        self.ledger = Ledger()
        self.corpus = Corpus(articles, tools)
        self.pairs = copies(Text(article.id, article.published, article.shingles) for article in articles)
        self.lineage = lineages((article.id for article in articles), self.pairs)

    def run(self) -> Resolution:
        merging = Merging(self.corpus, self.hand, self.ledger, self.pairs)
        merging.run()
        named, entities = self._entities(merging)
        entity_of = {local: entity.id for entity in entities for local in entity.members}
        stage = _Stage(
            world=survey(self.corpus, entities, entity_of),
            entity_of=entity_of,
            stems={entity.id: each.stem for each, entity in zip(named, entities, strict=True)},
            story=merging.story,
        )
        happenings = Happenings(self.corpus, stage.world, stage.entity_of, stage.story, self.hand, self.ledger)
        happenings.run()
        if SameParts(merging, happenings).run():
            _, entities = self._entities(merging)
        incidents, dates = self._incidents(stage, happenings)
        return Resolution(
            entities=tuple(sorted(entities, key=lambda entity: entity.id)),
            incidents=tuple(incidents),
            judgements=self.ledger.judgements(self.hand.judgements, _bearers(entities)),
            copies=self._copies(),
            dated=tuple((article, edtf(window)) for article, window in self._dated(dates)),
        )

    def _entities(self, merging: Merging) -> tuple[list[Named], list[Entity]]:
        """Named, and named anew where a judgement speaks of ids that the first names gave."""
        naming = Naming(self.corpus, self.lineage, self.twins)
        named, entities = naming.name(merging.clusters.groups())
        ids = {entity.id: self.corpus.at[each.members[0].local] for each, entity in zip(named, entities, strict=True)}
        return naming.name(merging.clusters.groups()) if self.hand.join(ids, merging.clusters) else (named, entities)

    def _incidents(self, stage: _Stage, happenings: Happenings) -> tuple[list[Incident], Mapping[str, Window]]:
        """Named, and named anew with ids judged to be one, and with the days inferred for what undated articles tell."""
        naming = Incidents(happenings, stage.stems, self.lineage, self.twins)
        incidents = naming.name()
        dates = windows(self.corpus.articles, incidents)
        inferred = redated(self.corpus.articles, dates)
        if inferred:
            naming = replace(naming, inferred=inferred)
            incidents = naming.name()
        ids = {each.id: happenings.at[local] for each in incidents for local in each.members if local in happenings.at}
        incidents = naming.name() if self.hand.join(ids, happenings.clusters) else incidents
        happenings.refuse(incidents)
        return incidents, dates

    def _dated(self, dates: Mapping[str, Window]) -> list[tuple[str, Window]]:
        return sorted((article, dates[first]) for first in dates for article in (first, *self.twins.get(first, ())))

    def _copies(self) -> tuple[tuple[str, str], ...]:
        same = ((twin, first) for first, others in self.twins.items() for twin in others)
        return tuple(sorted({*self.pairs, *same}))
