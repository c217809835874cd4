"""What must hold whatever the articles say: order, copies and unrelated articles change nothing, judgements bind."""

from dataclasses import replace
from itertools import combinations

from graph.model import Judgement, Resolution
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stories import KNOWN, Tale, told

PEOPLE = (
    "Mohammed al-Haydari",
    "Muhammad al-Haidari",
    "Qais al-Khazali",
    "Laith al-Khazali",
    "al-Khazali",
    "Donald Smith",
    "Smith",
)
BODIES = ("Rovinian Defence League", "RDL", "Rovinian Defense League", "Supreme Court")
GROUPS = ("protesters", "the protestors", "U.S. troops", "American troops", "people", "Iran-backed militia")
PLACES = ("U.S. Embassy in Baghdad", "U.S. Embassy", "American embassy in Iraq")
KINDS = ("Airstrike", "RocketAttack", "MissileAttack", "Breach", "Attack", "Withdrawal", "Threat", "Statement", "Event")
DAYS = (None, "2019-12-29", "2019-12-31", "2019-12", "2019-12-28/2019-12-30")

FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def tales(draw, identifier: str) -> Tale:
    tale = Tale(
        identifier,
        draw(st.sampled_from([None, "2020-01-01", "2020-01-02", "2019-01-02"])),
        draw(st.sampled_from([None, "Paper"])),
    )
    chains = [tale.name(name) for name in draw(st.lists(st.sampled_from(sorted(KNOWN)), max_size=4, unique=True))]
    chains += [tale.name(name, type="Person") for name in draw(st.lists(st.sampled_from(PEOPLE), max_size=3, unique=True))]
    chains += [tale.name(name) for name in draw(st.lists(st.sampled_from(BODIES), max_size=2, unique=True))]
    chains += [tale.name(name, type="Embassy") for name in draw(st.lists(st.sampled_from(PLACES), max_size=1))]
    chains += [tale.group(name) for name in draw(st.lists(st.sampled_from(GROUPS), max_size=3, unique=True))]
    for _ in range(draw(st.integers(0, 4)) if chains else 0):
        roles = draw(st.dictionaries(st.sampled_from(["agent", "target", "place"]), st.sampled_from(chains), max_size=3))
        tale.event(
            draw(st.sampled_from(KINDS)), day=draw(st.sampled_from(DAYS)), weekday=draw(st.none() | st.integers(1, 7)), **roles
        )
    return tale


@st.composite
def corpora(draw) -> list[Tale]:
    return [draw(tales(name)) for name in "abcdef"[: draw(st.integers(1, 6))]]


def shape(resolution: Resolution) -> tuple[object, ...]:
    return tuple((entity.id, entity.label, entity.type) for entity in resolution.entities)


@FEW
@given(corpora(), st.randoms(use_true_random=False))
def test_order_changes_nothing(corpus, random):
    shuffled = random.sample(corpus, len(corpus))
    assert told(*corpus) == told(*shuffled)


@FEW
@given(corpora())
def test_articles_given_twice_count_once(corpus):
    assert told(*corpus) == told(*corpus, *corpus)


@FEW
@given(corpora(), st.sampled_from(["0", "z"]))
def test_a_copy_of_an_article_changes_no_entity(corpus, identifier):
    twin = replace(corpus[0], id=identifier)
    before, after = told(*corpus), told(*corpus, twin)
    assert shape(before) == shape(after)
    assert [(incident.id, incident.time) for incident in before.incidents] == [
        (incident.id, incident.time) for incident in after.incidents
    ]


@FEW
@given(corpora())
def test_every_chain_and_report_is_in_one_entity_and_one_incident(corpus):
    resolution = told(*corpus)
    chains = sorted((tale.id, chain.id) for tale in corpus for chain in tale.chains)
    reports = sorted((tale.id, event.id) for tale in corpus for event in tale.events)
    assert chains == sorted((local.article, local.id) for entity in resolution.entities for local in entity.members)
    assert reports == sorted((local.article, local.id) for incident in resolution.incidents for local in incident.members)


@FEW
@given(corpora())
def test_ids_and_labels_are_each_ones_own(corpus):
    resolution = told(*corpus)
    for values in (
        [entity.id for entity in resolution.entities],
        [entity.label.casefold() for entity in resolution.entities],
        [incident.id for incident in resolution.incidents],
    ):
        assert len(values) == len(set(values))


@FEW
@given(corpora(), st.sampled_from(list(combinations((*PEOPLE, *BODIES), 2))))
def test_different_by_hand_is_never_violated(corpus, names):
    resolution = told(*corpus, judgements=(Judgement(*names, "different", "because", "an editor"),))
    for entity in resolution.entities:
        assert not set(names) <= {entity.label, *entity.aliases}


@FEW
@given(corpora())
def test_an_unrelated_article_changes_no_incident(corpus):
    other = Tale("unrelated", "2008-05-05", "Elsewhere")
    other.event("Election", agent=other.name("Rivertown Council"), place=other.name("Rivertown", type="City"), day="2008-05-04")
    before, after = told(*corpus), told(*corpus, other)
    assert {incident.id for incident in before.incidents} <= {incident.id for incident in after.incidents}
