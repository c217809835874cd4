"""Reports of all articles and the resolved entities in, groups of reports of one happening out, by whomever it is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import pairwise

from ..edtf import Days, days
from ..model import Incident, Local
from .clusters import Clusters
from .corpus import Corpus
from .headlines import told_twice
from .ledger import NEAR_MISS, HandRules, Ledger
from .names import stem
from .proof import is_one
from .records import ArticleRecord, Report
from .references import place
from .tellings import PLAIN, Agreement, Telling, another_occasion, compare, harms, veto
from .wording import alike, sketch
from .world import World

_CROWDED = 30
_BLOCK_WIDTH = 31
_TIED = 0.3
_BY = "rule:same-happening"
_OF_WEEK = "XXXX-WXX"
_OTHER_ROLES = frozenset({"recipient", "topic", "beneficiary", "instrument"})


@dataclass(slots=True)
class Happenings:
    """Merges reports; `entity_of` names the entity of a chain, `stems` what an entity is called in ids."""

    corpus: Corpus
    world: World
    entity_of: Mapping[Local, str]
    story: Mapping[str, str]
    hand: HandRules
    ledger: Ledger
    reports: list[Report] = field(init=False)
    clusters: Clusters[Telling] = field(init=False)
    at: dict[Local, int] = field(init=False)
    named: list[frozenset[str]] = field(init=False)
    days: dict[str, frozenset[str]] = field(init=False)
    published: dict[str, str | None] = field(init=False)
    fresh: set[Local | None] = field(init=False)
    refusals: list[tuple[int, int, float, Agreement]] = field(default_factory=list)
    _roots: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _shapes: dict[tuple[Telling, int, frozenset[str], frozenset[str]], int] = field(default_factory=dict)
    _ranks: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.reports = [report for article in self.corpus.articles for report in article.reports]
        self.at = {report.local: number for number, report in enumerate(self.reports)}
        self.named = [self._named(report) for report in self.reports]
        self.published = {article.id: article.published for article in self.corpus.articles}
        self.fresh = {report.part_of for report in self.reports if report.news}
        self.days = {article.id: _days_told(article) for article in self.corpus.articles}
        self.clusters = Clusters(map(self._telling, self.reports), self._veto, Telling.joined)

    def run(self) -> None:
        self._judged()
        for number, report in enumerate(self.reports):
            if report.same_as in self.at:
                self._taken_up(self.at[report.same_as], number)
        for article in self.corpus.articles:
            for told, again in told_twice(article.reports, self.corpus.tools.ontology, self._share):
                self._in_headline(self.at[told.local], self.at[again.local])
        self._agreeing()
        self._parts()

    def _taken_up(self, first: int, again: int) -> None:
        """ "The attack" may be "another attack" told before, and never the other way round."""
        number, before = self.reports[again].number, self.reports[first].number
        if number in ("", "one", before) or (number == "several" and not before):
            obstacle = self.clusters.union(first, again, self._not_taken_up)
            told = (self.reference(first), self.reference(again), f"{self._types(first, again)}: taken up again in the article")
            if obstacle:
                self.ledger.different(*told[:2], f"{told[2]}; but {obstacle}", "rule:taken-up", 0.9)
            else:
                self.ledger.same(*told, "rule:taken-up", 0.9)

    def _share(self, one: Report, other: Report) -> bool:
        left, right = (self.clusters.traits(self.at[report.local]) for report in (one, other))
        return bool((left.agents | left.targets | left.places) & (right.agents | right.targets | right.places))

    def _in_headline(self, told: int, again: int) -> None:
        if not self.clusters.together(told, again) and not self.clusters.union(told, again, self._not_taken_up):
            reason = f"{self._types(told, again)}: told in the headline and in the lead"
            self.ledger.same(self.reference(told), self.reference(again), reason, "rule:headline", 0.9)

    # what one report tells

    def _telling(self, report: Report) -> Telling:
        fillers: dict[str, set[str]] = defaultdict(set)
        for role, local in report.fillers:
            if local in self.entity_of:
                fillers[role].add(self.entity_of[local])
        ontology = self.corpus.tools.ontology
        sites = fillers["target"] & self.world.grounds
        return Telling(
            types=frozenset({report.type}),
            status=(report.polarity, report.modality),
            stems=frozenset({stem(report.lemma)}),
            time=days(report.time) if report.time else None,
            recent=self._recent(report),
            hints=frozenset({report.hint} if report.hint and not report.time else ()),
            places=frozenset((fillers["place"] | fillers["origin"] | fillers["destination"] | sites) - self.world.nowhere),
            agents=frozenset(fillers["agent"]),
            targets=frozenset(fillers["target"] - sites),
            others=frozenset(entity for role in _OTHER_ROLES for entity in fillers[role]),
            quotes=frozenset({report.quote} if ontology.is_a(report.type, "Statement") else ()),
            stories=frozenset({self.story[report.local.article]}),
            articles=frozenset({f"{report.local.article} {report.passage}"}),
            sides=self.hand.sides(report.local, "", ()),
            figures=frozenset(report.figures),
            plurals=frozenset({report.plural}),
            by_noun=report.noun,
            numbers=frozenset({(f"{report.local.article} {report.passage}", report.number)}),
        )

    def _recent(self, report: Report) -> Days | None:
        """The day its article was published and the one before, if it or a part of it is told as news."""
        told = report.news or report.local in self.fresh
        published = self.published[report.local.article] if told and not report.time else None
        return (date.fromisoformat(published) - timedelta(days=1), date.fromisoformat(published)) if published else None

    def _veto(self, one: Telling, other: Telling) -> str:
        return self.hand.parted(one.sides, other.sides) or veto(one, other, self.world)

    def _not_taken_up(self, one: Telling, other: Telling) -> str:
        apart = self._veto(replace(one, numbers=frozenset()), replace(other, numbers=frozenset()))
        return apart or another_occasion(one, other, self.world)

    def _judged(self) -> None:
        sides: dict[tuple[int, str], list[int]] = defaultdict(list)
        for number in range(len(self.reports)):
            for side in self.clusters.traits(number).sides:
                sides[side].append(number)
        for at, judgement in enumerate(self.hand.judgements):
            numbers = (*sides[at, "left"], *sides[at, "right"])
            if judgement.verdict == "same" and sides[at, "left"] and sides[at, "right"]:
                for one, other in pairwise(numbers):
                    self.clusters.union(one, other, self.hand.forbidden)

    # which reports to compare

    def _agreeing(self) -> None:
        """Best agreement first; each union changes what the next must agree with."""
        edges: dict[tuple[int, int], Agreement] = {}
        for one, other, agreement, joins in self._verdicts():
            if joins:
                edges[one, other] = agreement
            elif agreement.clash and len(agreement.agreed) > 1:
                self._refused(one, other, agreement)
        doubtful = self._doubtful(edges)
        for one, other in self._by_score(edges):
            if not self.clusters.together(one, other) and (one, other) not in doubtful:
                self._merge(one, other)

    def _by_score(self, edges: Mapping[tuple[int, int], Agreement]) -> Iterator[tuple[int, int]]:
        """The best first; of even ones, the one whose reports' content comes first. Places are one number, see `_pair_up`."""
        rank, count = self._rank(), len(self.reports)
        places = ((rank[one], rank[other]) for one, other in edges)
        codes = (here * count + there if here < there else there * count + here for here, there in places)
        scores = (-found.score for found in edges.values())
        return (pair for _, _, pair in sorted(zip(scores, codes, edges, strict=True)))

    def _verdicts(self) -> Iterator[tuple[int, int, Agreement, bool]]:
        """Of each pair, whether it agrees enough; told in other articles alone, the same words give the same verdict."""
        shapes = [self._shape(number) for number in range(len(self.reports))]
        articles = [report.local.article for report in self.reports]
        seen: dict[tuple[int, int], tuple[Agreement, bool]] = {}
        for one, other in self._pairs():
            key = (shapes[one], shapes[other])
            known = seen.get(key) if articles[one] != articles[other] else self._verdict(one, other)
            if known is None:
                known = seen[key] = self._verdict(one, other)
            yield one, other, *known

    def _shape(self, number: int) -> int:
        """One number for all reports that differ only in where they are told."""
        report, telling = self.reports[number], replace(self.clusters.traits(number), articles=frozenset(), numbers=frozenset())
        shape = (telling, report.wording, self.named[number], self.days[report.local.article])
        return self._shapes.setdefault(shape, len(self._shapes))

    def _verdict(self, one: int, other: int) -> tuple[Agreement, bool]:
        agreement = self._compared(one, other)
        return agreement, is_one(self.clusters.traits(one), self.clusters.traits(other), agreement, self.world)

    def _merge(self, one: int, other: int) -> None:
        agreement = self._compared(one, other)
        if not is_one(self.clusters.traits(one), self.clusters.traits(other), agreement, self.world):
            self._refused(one, other, agreement)
        elif obstacle := self.clusters.union(one, other):
            self._refused(one, other, replace(agreement, clash=obstacle))
        else:
            score = min(1.0, agreement.score / 3)
            self.ledger.same(
                self.reference(one), self.reference(other), f"{self._types(one, other)}: {agreement.reason}", _BY, score
            )

    def _refused(self, one: int, other: int, agreement: Agreement) -> None:
        if (score := min(1.0, agreement.score / 3)) >= NEAR_MISS:
            self.refusals.append((one, other, score, agreement))

    def refuse(self, incidents: Iterable[Incident]) -> None:
        """To the ledger, what kept incidents apart: once for two of them, however many reports of theirs were compared."""
        named = {self.at[local]: incident.id for incident in incidents for local in incident.members if local in self.at}
        for one, other, score, agreement in self.refusals:
            if named[one] != named[other]:
                self.ledger.different(named[one], named[other], f"{self._types(one, other)}: {agreement.reason}", _BY, score)

    def _compared(self, one: int, other: int) -> Agreement:
        left, right = self.clusters.traits(one), self.clusters.traits(other)
        parted = self.hand.parted(left.sides, right.sides)
        if parted:
            return Agreement(0.0, (), parted)
        found = compare(left, right, self.world, alike(self.reports[one].wording, self.reports[other].wording))
        here, there = self.named[one], self.named[other]
        others = bool(here - there and there - here)
        other_days = self._of_other_days(one, other)
        return replace(found, others_named=others, other_days=other_days) if others or other_days else found

    def _of_other_days(self, one: int, other: int) -> bool:
        """Do their articles, of which neither has a date, tell of other days? Such is a form filled in day by day."""
        left, right = (self.days[self.reports[number].local.article] for number in (one, other))
        return bool(left and right) and left.isdisjoint(right)

    def _named(self, report: Report) -> frozenset[str]:
        """Whom and what its sentence names, countries apart."""
        beside = (self.entity_of[local] for local in report.beside if local in self.entity_of)
        return frozenset(entity for entity in beside if entity in self.world.named and entity not in self.world.countries)

    def _doubtful(self, edges: Mapping[tuple[int, int], Agreement]) -> set[tuple[int, int]]:
        """Pairs in which an undated report fits two happenings, that cannot be one, about as well."""
        fits: dict[int, list[tuple[float, int]]] = defaultdict(list)
        dated = [self.clusters.traits(number).time is not None for number in range(len(self.reports))]
        for (one, other), agreement in edges.items():
            if dated[one] != dated[other]:
                number, partner = (other, one) if dated[one] else (one, other)
                fits[number].append((agreement.score, partner))
        found: set[tuple[int, int]] = set()
        for number, partners in fits.items():
            best = max(score for score, _ in partners)
            near = [partner for score, partner in partners if score >= best - _TIED]
            if any(compare(self.clusters.traits(near[0]), self.clusters.traits(other), self.world).clash for other in near[1:]):
                found.update((min(number, partner), max(number, partner)) for _, partner in partners)
        return found

    def _pairs(self) -> list[tuple[int, int]]:
        blocks: dict[tuple[object, ...], list[int]] = defaultdict(list)
        for number in sorted(range(len(self.reports)), key=self._rank().__getitem__):
            for key in self._keys(number):
                blocks[key].append(number)
        found: set[int] = set()
        for numbers in {tuple(numbers) for numbers in blocks.values()}:
            self._pair_up(numbers, found)
        roots = [self.clusters.find(number) for number in range(len(self.reports))]
        pairs = (divmod(code, len(self.reports)) for code in sorted(found))
        return [pair for pair in pairs if roots[pair[0]] != roots[pair[1]]]

    def _pair_up(self, numbers: Sequence[int], found: set[int]) -> None:
        """Adds pairs of a block whose classes may be one; in a crowded block only neighbours, by time and content.

        A pair is one number, for there are millions: the smaller times the number of reports, plus the greater.
        """
        reports, count = self.reports, len(self.reports)
        types = {reports[number].type for number in numbers}
        kin = {one: {other for other in types if self._may_be_one(one, other)} for one in types}
        for at, one in enumerate(numbers):
            near, alike = numbers[at + 1 : at + 1 + _CROWDED], kin[reports[one].type]
            kindred = near if alike == types else [other for other in near if reports[other].type in alike]
            found.update([one * count + other if one < other else other * count + one for other in kindred])

    def _may_be_one(self, one: str, other: str) -> bool:
        return PLAIN in {one, other} or self.world.kin(one, other)

    def _keys(self, number: int) -> Iterator[tuple[object, ...]]:
        """What two reports must share to be compared: a participant or place, the root of the type, and the story or the day."""
        telling, report = self.clusters.traits(number), self.reports[number]
        roots = (*self._families(report.type), stem(report.lemma))
        own = telling.agents | telling.targets | telling.others
        wholes = {whole for entity in own for whole in self.world.wholes.get(entity, ())}
        outer = {place for inner in telling.places for place in self.world.around.get(inner, ())}
        shared = own | wholes | ((telling.places | outer) - self.world.countries)
        for entity in sorted(shared):
            yield from ((telling.status, root, entity, *telling.stories) for root in roots)
        if report.type in self.corpus.tools.ontology.words("once_in_country"):
            yield from (
                (telling.status, report.type, country, *telling.stories) for country in telling.places & self.world.countries
            )
        if report.type != "Statement":
            yield from ((telling.status, stem(report.lemma), word, *telling.stories) for word in sketch(report.wording))
        if telling.time and (telling.time[1] - telling.time[0]).days < _BLOCK_WIDTH:
            first, last = (day.toordinal() for day in telling.time)
            span = range(first, last + 1)
            yield from ((telling.status, root, entity, day) for root in roots for entity in sorted(shared) for day in span)

    def _families(self, type_: str) -> tuple[str, ...]:
        """The roots under which a class and those it may be taken for stand."""
        if type_ not in self._roots:
            ontology = self.corpus.tools.ontology
            alike = {other for pair in ontology.words("confusable") if type_ in pair.split() for other in pair.split()} | {type_}
            self._roots[type_] = tuple(sorted({ontology.codes(each).root or each for each in alike}))
        return self._roots[type_]

    def _parts(self) -> None:
        """The killing in one rocket attack is one killing, unless they clash; of what it destroyed each may tell another part."""
        inside: dict[tuple[int, str, tuple[str, str]], list[int]] = defaultdict(list)
        for number, report in enumerate(self.reports):
            if report.part_of in self.at and harms(self.clusters.traits(number), self.corpus.tools.ontology):
                whole = self.clusters.find(self.at[report.part_of])
                inside[whole, report.type, (report.polarity, report.modality)].append(number)
        for _, numbers in sorted(inside.items()):
            for one, other in pairwise(numbers):
                agreement = self._compared(one, other)
                if not agreement.clash and not self.clusters.together(one, other) and not self.clusters.union(one, other):
                    self.ledger.same(
                        self.reference(one), self.reference(other), f"{self._types(one, other)}: parts of one happening", _BY, 0.8
                    )

    # what is said of them

    def reference(self, number: int) -> str:
        report = self.reports[number]
        return place(report.local, report.trigger)

    def _rank(self) -> list[int]:
        """Of each report the place that its content alone gives it."""
        if not self._ranks:
            order = sorted(range(len(self.reports)), key=self._content)
            self._ranks = sorted(order, key=order.__getitem__)
        return self._ranks

    def _content(self, number: int) -> tuple[str, ...]:
        """The same for the same report, whatever order the articles come in."""
        report = self.reports[number]
        fillers = sorted(f"{role}={self.entity_of.get(local, '')}" for role, local in report.fillers)
        return (
            report.time or "~",
            report.type,
            report.lemma,
            " ".join(fillers),
            report.quote,
            report.local.article,
            report.local.id,
        )

    def _types(self, one: int, other: int) -> str:
        return "/".join(sorted({self.reports[one].type, self.reports[other].type}))


def _days_told(article: ArticleRecord) -> frozenset[str]:
    """The days that an article without a date tells of, by their month and number."""
    hints = (report.hint for report in article.reports if not report.time and not report.hint.startswith(_OF_WEEK))
    return frozenset(filter(None, hints)) if article.published is None else frozenset()
