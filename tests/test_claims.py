"""Claims of articles made by hand: who says what, with which stance."""

import pytest
from graph.assemble.binding import bind
from graph.assemble.claims import claims_of, is_plain
from graph.iris import Names
from graph.model import Argument, Resolution, Span, Value
from graph.ontology import iri, load

from newsroom import BASE, Story, resolution

NAMES = Names(BASE)


@pytest.fixture(scope="module")
def ontology():
    return load()


def read(story, ontology, *, resolved=None):
    return claims_of(story.extraction(), bind(resolved or resolution(story)), ontology, NAMES)


def entity(name):
    return NAMES.entity(name)


def about(said, predicate):
    return [claim for claim in said.claims if claim.predicate == iri(predicate)]


def airstrike():
    story = Story("The United States bombed Syria on Sunday. It killed at least 24 people.")
    states, syria = story.name("United States"), story.name("Syria")
    killed = Value(24, story.span("at least 24"), "lower")
    story.event("Airstrike", "bombed", {"agent": states, "target": syria, "fatalities": killed}, time="2019-12-29")
    return story


def test_each_argument_and_the_time_is_a_claim(ontology):
    said = read(airstrike(), ontology)
    found = {(claim.predicate, claim.object) for claim in said.claims}
    expected = {
        (iri("agent"), entity("united-states")),
        (iri("target"), entity("syria")),
        (iri("fatalities"), 24),
        (iri("time"), "2019-12-29"),
    }
    assert expected == found


def test_evidence_is_the_sentence_and_the_quote_its_words(ontology):
    claim = about(read(airstrike(), ontology), "agent")[0]
    assert claim.quote == "The United States bombed Syria on Sunday."
    assert Span(0, 41) == claim.evidence


def test_the_articles_own_voice_asserts(ontology):
    claims = read(airstrike(), ontology).claims
    assert {("asserts", "positive", "actual", None)} == {(c.stance, c.polarity, c.modality, c.speaker) for c in claims}


@pytest.mark.parametrize(
    ("value", "bounds"),
    [
        (Value(24, Span(0, 3)), (None, None, False)),
        (Value(24, Span(0, 3), "lower"), (24, None, False)),
        (Value(24, Span(0, 3), "upper"), (None, 24, False)),
        (Value(24, Span(0, 3), "approximate"), (None, None, True)),
        (Value(40, Span(0, 3), "approximate", high=99), (40, 99, True)),
        (Value(24, Span(0, 3), "exact", high=31), (24, 31, False)),
    ],
)
def test_bounds_of_figures(ontology, value, bounds):
    story = Story("A blast killed people.")
    story.event("Killing", "killed", {"fatalities": value})
    claim = about(read(story, ontology), "fatalities")[0]
    assert bounds == (claim.lower, claim.upper, claim.approximate)


def test_an_alleged_doer_is_claimed_by_who_says_so_and_stands_for_no_fact(ontology):
    story = Story("A bomb hit Syria. Iran claimed responsibility.")
    doer, syria = story.name("Iran"), story.name("Syria")
    story.event("Bombing", "bomb", {"agent": Argument("agent", mention=doer, alleged=True, speaker=doer), "target": syria})
    [claim] = about(read(story, ontology), "agent")

    assert ("alleges", "possible", entity("iran"), entity("iran")) == (claim.stance, claim.modality, claim.object, claim.speaker)
    assert not is_plain(claim)
    assert [True] == [is_plain(c) for c in about(read(story, ontology), "target")]


def test_an_event_with_nothing_to_say_is_still_claimed(ontology):
    story = Story("There were protests.")
    story.event("Protest", "protests")
    claim = read(story, ontology).claims[0]
    assert claim.predicate.endswith("#type")
    assert iri("Protest") == claim.object


def test_what_the_resolution_does_not_know_is_left_out(ontology):
    story = airstrike()
    assert read(story, ontology, resolved=Resolution((), (), ())).claims == ()


def test_links_between_events(ontology):
    story = Story("The attack led to riots and then to talks.")
    attack, riots = story.event("Attack", "attack"), story.event("Riot", "riots", because=("v1",), part_of="v3")
    story.event("Meeting", "talks", after=(riots,))
    said = read(story, ontology)
    event = {name: NAMES.event(f"a1-{name}") for name in (attack, riots, "v3")}
    assert {(event["v2"], event["v1"])} == {(c.subject, c.object) for c in about(said, "because")}
    assert {(event["v2"], event["v3"])} == {(c.subject, c.object) for c in about(said, "partOfEvent")}
    assert {(event["v2"], event["v3"])} == {(c.subject, c.object) for c in about(said, "precedes")}


def test_events_merged_into_one_do_not_cause_themselves(ontology):
    story = Story("The attack was an attack because of the raid.")
    story.event("Attack", "attack", because=("v2",))
    story.event("Attack", "raid")
    said = read(story, ontology, resolved=resolution(story, same=(("a1/v1", "a1/v2"),)))
    assert about(said, "because") == []


@pytest.mark.parametrize(
    ("stance", "polarity", "modality"),
    [
        ("reports", "positive", "actual"),
        ("alleges", "positive", "possible"),
        ("believes", "positive", "possible"),
        ("intends", "positive", "planned"),
        ("asks", "positive", "hypothetical"),
        ("denies", "negative", "possible"),
    ],
)
def test_the_stance_of_the_speaker_colours_the_events_in_the_content(ontology, stance, polarity, modality):
    story = Story("Iraq said that Iran attacked Basra.")
    story.name("Iraq")
    iran = story.name("Iran")
    event = story.event("Attack", "attacked", {"agent": iran})
    story.says("Iraq", "said", "Iran attacked Basra", stance, (event,))
    (claim,) = read(story, ontology).claims
    assert (claim.stance, claim.polarity, claim.modality) == (stance, polarity, modality)
    assert (claim.speaker, claim.cue) == (entity("iraq"), "said")
    assert is_plain(claim) == (stance == "reports")


def test_what_somebody_says_is_no_surer_than_that_they_say_it(ontology):
    story = Story("Iraq said that Iran attacked Basra.")
    story.name("Iraq")
    iran = story.name("Iran")
    event = story.event("Attack", "attacked", {"agent": iran})
    (alone,) = read(story, ontology).claims
    story.says("Iraq", "said", "Iran attacked Basra", "reports", (event,))
    (said,) = read(story, ontology).claims
    assert 0 < said.confidence < alone.confidence


def test_the_innermost_speaker_counts_and_the_outer_one_gets_a_statement(ontology):
    story = Story("Trump said Iraq claims that Iran attacked Basra.")
    for name in ("Trump", "Iraq", "Iran"):
        story.name(name)
    event = story.event("Attack", "attacked", {"agent": "m3"})
    story.says("Trump", "said", "Iraq claims that Iran attacked Basra", "reports", (event,))
    story.says("Iraq", "claims", "Iran attacked Basra", "alleges", (event,))
    said = read(story, ontology)
    inner = next(claim for claim in said.claims if claim.subject == NAMES.event("a1-v1"))
    assert ("alleges", entity("iraq")) == (inner.stance, inner.speaker)
    assert [("Iraq claims that Iran attacked Basra", entity("trump"))] == [(s.quote, s.speaker) for s in said.statements]


def test_a_hedge_further_out_takes_the_plain_fact_away(ontology):
    story = Story("Trump claims Iraq said that Iran attacked Basra.")
    for name in ("Trump", "Iraq", "Iran"):
        story.name(name)
    event = story.event("Attack", "attacked", {"agent": "m3"})
    story.says("Trump", "claims", "Iraq said that Iran attacked Basra", "alleges", (event,))
    story.says("Iraq", "said", "Iran attacked Basra", "reports", (event,))
    claim = next(claim for claim in read(story, ontology).claims if claim.subject == NAMES.event("a1-v1"))
    assert (claim.stance, claim.modality) == ("reports", "possible")
    assert not is_plain(claim)


def test_words_no_event_covers_become_a_statement(ontology):
    story = Story("Iraq said all was well.")
    story.name("Iraq")
    story.says("Iraq", "said", "all was well")
    said = read(story, ontology)
    claim = said.claims[0]
    assert (said.statements[0].quote, said.statements[0].polarity) == ("all was well", "positive")
    assert (said.statements[0].iri, iri("agent"), entity("iraq")) == (claim.subject, claim.predicate, claim.object)
    assert ("reports", entity("iraq"), "said") == (claim.stance, claim.speaker, claim.cue)


def test_quoted_words_are_kept_even_if_an_event_covers_them(ontology):
    story = Story("Iraq said “Iran attacked Basra”.")
    story.name("Iraq")
    iran = story.name("Iran")
    event = story.event("Attack", "attacked", {"agent": iran})
    story.says("Iraq", "said", "Iran attacked Basra", "reports", (event,))
    assert [statement.quote for statement in read(story, ontology).statements] == ["Iran attacked Basra"]


def test_a_denial_is_said_as_a_fact_but_what_it_denies_is_not(ontology):
    story = Story("Iran denied any role.")
    story.name("Iran")
    story.says("Iran", "denied", "any role", "denies")
    found = {(claim.stance, claim.polarity, is_plain(claim)) for claim in read(story, ontology).claims}
    assert {("asserts", "positive", True), ("denies", "negative", False)} == found


def test_words_of_nobody_make_no_statement(ontology):
    story = Story("Reportedly all was well.")
    story.says("Reportedly", "Reportedly", "all was well", "alleges")
    said = read(story, ontology)
    assert (said.claims, said.statements) == ((), ())


def test_the_speech_verbs_own_event_bears_the_words(ontology):
    story = Story("Iraq said all was well.")
    iraq = story.name("Iraq")
    story.event("Statement", "said", {"agent": iraq})
    story.says("Iraq", "said", "all was well")
    said = read(story, ontology)
    assert {NAMES.event("a1-v1")} == {claim.subject for claim in said.claims} | {said.statements[0].iri}


def test_relations_with_their_times(ontology):
    story = Story("Kataib Hezbollah, once backed by Iran, left.")
    story.name("Kataib Hezbollah", "ArmedGroup")
    story.name("Iran")
    story.ties("Kataib Hezbollah", "backedBy", "Iran", "once backed by Iran", former=True, valid_until="2018")
    claim = read(story, ontology).claims[0]
    assert (entity("kataib-hezbollah"), iri("backedBy"), entity("iran")) == (claim.subject, claim.predicate, claim.object)
    assert (claim.former, claim.valid_until, claim.quote) == (True, "2018", "once backed by Iran")


def test_a_relation_needs_ends_of_its_classes_over_all_articles(ontology):
    story = Story("The rebels hold San Marin, Delmonte.")
    story.name("San Marin", "City")
    story.name("Delmonte", "Region")
    story.ties("San Marin", "locatedIn", "Delmonte", "San Marin, Delmonte")
    other = Story("Delmonte fled.", "a2")
    other.name("Delmonte", "Person")
    assert about(read(story, ontology), "locatedIn")
    assert not about(read(story, ontology, resolved=resolution(story, other)), "locatedIn")


def test_a_relation_inside_what_someone_alleges_is_alleged(ontology):
    story = Story("Trump claims that Iran backs Hamas.")
    for name in ("Trump", "Iran", "Hamas"):
        story.name(name)
    story.ties("Hamas", "backedBy", "Iran", "Iran backs Hamas")
    story.says("Trump", "claims", "Iran backs Hamas", "alleges")
    claim = about(read(story, ontology), "backedBy")[0]
    assert ("alleges", "possible", entity("trump")) == (claim.stance, claim.modality, claim.speaker)


@pytest.mark.parametrize(
    ("text", "tie", "rule", "expected"),
    [
        ("Trump claims that the Saudi Hamid fled Iran.", "Saudi Hamid", "nationality:citizenOf", ("asserts", "actual", None)),
        (
            "Trump claims that Hamid is a Saudi in Iran.",
            "Hamid is a Saudi",
            "nationality:citizenOf",
            ("alleges", "possible", "trump"),
        ),
    ],
)
def test_what_a_noun_phrase_takes_for_granted_has_no_speaker(ontology, text, tie, rule, expected):
    story = Story(text)
    for name, kind in (("Trump", "Person"), ("Hamid", "Person"), ("Saudi", "Country")):
        story.name(name, kind)
    story.ties("Hamid", "citizenOf", "Saudi", tie, rule=rule)
    story.says("Trump", "claims", text[text.index("that ") :], "alleges")
    claim = about(read(story, ontology), "citizenOf")[0]
    assert expected == (claim.stance, claim.modality, claim.speaker and claim.speaker.rsplit("/", 1)[-1])


def test_what_somebody_condemns_is_told_by_the_article(ontology):
    story = Story("Iraq condemned the attack on Basra.")
    for name in ("Iraq", "Basra"):
        story.name(name)
    event = story.event("Attack", "attack", {"target": "m2"})
    story.says("Iraq", "condemned", "the attack on Basra", "reports", (event,), rule="evaluation")
    claim = about(read(story, ontology), "target")[0]
    assert ("asserts", None) == (claim.stance, claim.speaker)


@pytest.mark.parametrize(
    ("words", "rule", "one"), [("to trade", "verb", True), ("to trade", "will", False), ('"to trade"', "will", True)]
)
def test_what_somebody_wants_is_said_only_where_it_is_quoted(ontology, words, rule, one):
    story = Story(f"Iraq wants {words}.")
    story.name("Iraq")
    story.says("Iraq", "wants", words, "intends", rule=rule)
    assert one is bool(read(story, ontology).statements)


def test_ids_are_hashes_of_the_content(ontology):
    one, other = read(airstrike(), ontology).claims, read(airstrike(), ontology).claims
    assert [claim.id for claim in one] == [claim.id for claim in other]
    assert len({claim.id for claim in one}) == len(one)
