"""Graphs assembled from articles made by hand, asked by SPARQL."""

import random
from functools import cache

import pyoxigraph as ox
import pytest
from graph.assemble import assemble
from graph.export.rdf import prefixes
from graph.iris import Names
from graph.model import Entity, Judgement, Local, Resolution, Span, Value
from graph.ontology import load

from newsroom import BASE, Atlas, Story, resolution

NAMES = Names(BASE)


@cache
def ontology():
    return load()


def build(*stories, **choices):
    resolved = choices.pop("resolved", None) or resolution(*stories, **choices)
    texts = [story.extraction() for story in stories]
    return assemble(lambda: iter(texts), resolved, ontology=ontology(), gazetteer=Atlas(), base_iri=BASE)


def ask(data, pattern, *, graph="union"):
    """Is the pattern in the union of all graphs, or in the merged one alone?"""
    store = ox.Store()
    store.extend(data.quads)
    lines = "".join(f"PREFIX {name}: <{address}>\n" for name, address in prefixes(BASE).items())
    return bool(store.query(f"{lines} ASK {{ {pattern} }}", use_default_graph_as_union=graph == "union"))


def airstrike(name="a1", killed=None, **about):
    story = Story("The United States bombed Kataib Hezbollah in Baghdad. It killed at least 24 people.", id=name, **about)
    fillers = {
        "agent": story.name("United States"),
        "target": story.name("Kataib Hezbollah", "ArmedGroup"),
        "place": story.name("Baghdad", "City"),
    }
    if killed is not None:
        fillers["fatalities"] = Value(killed, story.span("at least 24"), "lower")
    story.event("Airstrike", "bombed", fillers, time="2019-12-29")
    return story


def test_the_event_of_one_article():
    data = build(airstrike(killed=24), known={"Baghdad": "gn:98182"})
    assert ask(data, "v:a1-v1 a ng:Airstrike ; ng:agent e:united-states ; ng:target e:kataib-hezbollah ; ng:place e:baghdad")
    assert ask(data, 'v:a1-v1 ng:time "2019-12-29" ; ng:modality ng:Actual ; ng:polarity ng:Positive ; ng:fatalities 24')
    stamps = "sem:hasEarliestBeginTimeStamp ?day ; sem:hasLatestEndTimeStamp ?day"
    assert ask(data, f'v:a1-v1 {stamps} . FILTER(?day = "2019-12-29"^^xsd:date)')


def test_the_label_says_who_did_what_to_whom_where_and_when():
    label = "Airstrike by United States on Kataib Hezbollah, Baghdad, 2019-12-29"
    assert ask(build(airstrike()), f'v:a1-v1 rdfs:label "{label}"')


def test_every_direct_triple_has_a_plain_claim():
    data = build(airstrike(killed=24))
    assert not ask(
        data,
        """?event a ng:Airstrike ; ?role ?filler . VALUES ?role { ng:agent ng:target ng:place ng:fatalities }
        FILTER NOT EXISTS { ?claim rdf:subject ?event ; rdf:predicate ?role ; rdf:object ?filler ;
                            ng:stance ng:Asserts ; ng:polarity ng:Positive ; ng:evidence/nif:referenceContext ?article }""",
    )


def test_the_article_graph_holds_metadata_mentions_and_claims():
    data = build(airstrike(title="A  strike", url="https://example.org/a1"))
    article, graph = NAMES.article("a1"), NAMES.article_graph("a1")
    inside = f"""GRAPH <{graph}> {{ <{article}> a schema:NewsArticle ; schema:identifier "a1" ; schema:headline "A strike" ;
        schema:url "https://example.org/a1" ; schema:datePublished "2020-01-02"^^xsd:date ; schema:publisher ?publisher .
        ?mention a ng:Mention ; nif:anchorOf "bombed" ; nif:beginIndex 18 ; nif:endIndex 24 ; nif:referenceContext <{article}> .
        ?claim a ng:Claim ; prov:wasDerivedFrom <{article}> }}
        ?publisher a ng:MediaOrganization ; rdfs:label "The Daily Example" . v:a1-v1 gaf:denotedBy ?mention"""
    assert ask(data, inside, graph="default")


def test_mentions_hold_the_slice_of_the_text():
    story = airstrike()
    data = build(story)
    parts = {}
    for quad in data.quads:
        parts.setdefault(quad.subject, {})[quad.predicate.value.rsplit("#")[-1]] = quad.object.value
    mentions = [part for part in parts.values() if "anchorOf" in part]
    assert mentions
    assert all(story.text[int(part["beginIndex"]) : int(part["endIndex"])] == part["anchorOf"] for part in mentions)


def test_an_unknown_date_is_absent_and_an_inferred_one_marked():
    story = airstrike(published=None)
    assert not ask(build(story), "?article schema:datePublished ?day")
    resolved = resolution(story, dated=(("a1", "2020-01-01"),))
    assert ask(build(story, resolved=resolved), '?a schema:datePublished "2020-01-01"^^xsd:date ; ng:dateInferred true')


def test_places_around_are_added_up_to_the_country():
    data = build(airstrike(), known={"Baghdad": "gn:98182"})
    assert ask(data, "e:baghdad ng:locatedIn e:baghdad-governorate . e:baghdad-governorate ng:locatedIn e:iraq")
    assert ask(data, "e:iraq a ng:Country ; skos:exactMatch wd:Q796")
    assert ask(data, "e:baghdad wgs:lat ?lat ; wgs:long ?long ; geo:hasGeometry/geo:asWKT ?point")
    assert not ask(data, "e:baghdad-governorate wgs:lat ?lat")


def test_a_publisher_spoken_of_is_no_second_node():
    story = Story("Reuters said so.", publisher="REUTERS")
    story.name("Reuters", "MediaOrganization")
    assert ask(build(story), "?article schema:publisher e:reuters")


@pytest.mark.parametrize(
    ("stance", "modality", "polarity"),
    [("alleges", "Possible", "Positive"), ("intends", "Planned", "Positive"), ("denies", "Possible", "Negative")],
)
def test_what_is_not_said_as_a_fact_stands_in_claims_only(stance, modality, polarity):
    story = Story("Iraq said that Iran attacked Basra.")
    story.name("Iraq")
    event = story.event("Attack", "attacked", {"agent": story.name("Iran")})
    story.says("Iraq", "said", "Iran attacked Basra", stance, (event,))
    data = build(story)
    assert ask(data, f"v:a1-v1 a ng:Attack ; ng:modality ng:{modality} ; ng:polarity ng:{polarity}")
    assert not ask(data, "v:a1-v1 ng:agent ?anyone")
    assert ask(data, f"?claim rdf:subject v:a1-v1 ; rdf:object e:iran ; ng:speaker e:iraq ; ng:stance ng:{stance.title()}")


def test_an_event_said_not_to_have_happened_is_neither_actual_nor_positive():
    story = Story("They did not enter Basra.")
    story.event("Entry", "enter", {"place": story.name("Basra", "City")}, polarity="negative")
    data = build(story)
    assert ask(data, "v:a1-v1 ng:polarity ng:Negative")
    assert not ask(data, "v:a1-v1 ng:modality ng:Actual")
    assert not ask(data, "v:a1-v1 ng:place ?anywhere")


def test_one_plain_report_makes_the_incident_a_fact_and_claims_keep_their_stance():
    plain = airstrike("a1")
    hedged = Story("Iraq claims the United States struck.", id="a2")
    hedged.name("Iraq")
    event = hedged.event("Airstrike", "struck", {"agent": hedged.name("United States")})
    hedged.says("Iraq", "claims", "the United States struck", "alleges", (event,))
    data = build(plain, hedged, same=(("a1/v1", "a2/v1"),))
    assert ask(data, "v:a1-v1-a2-v1 ng:modality ng:Actual ; ng:polarity ng:Positive ; ng:agent e:united-states")
    assert ask(data, "?claim ng:stance ng:Alleges ; ng:modality ng:Possible ; rdf:subject v:a1-v1-a2-v1")


def test_a_statement_has_its_words_its_speaker_and_what_it_speaks_of():
    story = Story("Iraq said all was well in Basra.")
    story.name("Iraq")
    story.name("Basra", "City")
    story.says("Iraq", "said", "all was well in Basra")
    data = build(story)
    said = '?s a ng:Statement ; ng:quote "all was well in Basra" ; ng:agent e:iraq ; schema:mentions e:basra'
    assert ask(data, f'{said} ; rdfs:label "Statement by Iraq, reported 2020-01-02" ; gaf:denotedBy/nif:anchorOf "said"')


def conflict(first, second, **other):
    left, right = airstrike("a1", first), airstrike("a2", second, publisher="The Other", published="2020-01-02")
    return build(left, right, same=(("a1/v1", "a2/v1"),), **other)


def test_bounds_that_can_both_hold_differ_but_do_not_contradict():
    data = conflict(24, 25)
    assert ask(data, "?one ng:lowerBound 24 ; ng:differsFrom ?other . ?other ng:lowerBound 25 ; ng:differsFrom ?one")
    assert not ask(data, "?one ng:contradicts ?other")
    about = "ng:aboutEvent v:a1-v1-a2-v1 ; ng:slot ng:fatalities"
    assert ask(data, f"?d a ng:Disagreement ; {about} ; ng:kind ng:Compatible ; ng:between ?one, ?two . FILTER(?one != ?two)")


def counted(name, number, published):
    story = Story("Floods killed 24 people.", id=name, publisher=name, published=published)
    story.event("Disaster", "Floods", {"fatalities": Value(number, story.span("24"))})
    return story


@pytest.mark.parametrize(("later", "kind"), [("2020-01-02", "Dispute"), ("2020-01-03", "Update")])
def test_figures_that_cannot_both_hold(later, kind):
    data = build(counted("a1", 24, "2020-01-02"), counted("a2", 31, later), same=(("a1/v1", "a2/v1"),))
    assert ask(data, f"?one ng:contradicts ?other . ?d ng:between ?one, ?other ; ng:kind ng:{kind}")
    assert ask(data, "?e ng:fatalities 24, 31")


def test_a_headline_that_drops_at_least_gives_no_exact_figure():
    story = Story("Floods kill 24. The floods have killed at least 24 people.", id="a1", published="2020-01-03")
    for trigger, words, bound in (("Floods", "24", "exact"), ("floods", "at least 24", "lower")):
        story.event("Disaster", trigger, {"fatalities": Value(24, story.span(words), bound)})
    earlier = Story("Floods killed at least 31 people.", id="a2", publisher="The Other", published="2020-01-02")
    earlier.event("Disaster", "Floods", {"fatalities": Value(31, earlier.span("at least 31"), "lower")})
    data = build(story, earlier, same=(("a1/v1", "a1/v2", "a2/v1"),))
    assert ask(data, "?e ng:fatalitiesLow 24 ; ng:fatalitiesBest 31 ; ng:fatalitiesHigh 31")


def dated(name, time, place):
    story = Story("A blast hit Baghdad and not Basra.", id=name, publisher=name)
    story.event("Bombing", "blast", {"place": story.name(place, "City")}, time=time)
    return story


def test_places_and_days_that_cannot_both_hold():
    same = (("a1/v1", "a2/v1"),)
    known = {"Baghdad": "gn:98182", "Basra": "gn:99532"}
    data = build(dated("a1", "2020-01-01", "Baghdad"), dated("a2", "2020-01-02", "Basra"), same=same, known=known)
    assert ask(data, "?one rdf:predicate ng:place ; ng:contradicts ?other . ?other rdf:predicate ng:place")
    assert ask(data, "?one rdf:predicate ng:time ; ng:contradicts ?other . ?other rdf:predicate ng:time")


def test_a_wider_time_does_not_contradict_a_day_in_it():
    data = build(dated("a1", "2020-01-01", "Baghdad"), dated("a2", "2020-01", "Baghdad"), same=(("a1/v1", "a2/v1"),))
    assert not ask(data, "?one ng:contradicts ?other")


def test_claims_of_two_outlets_corroborate_each_other():
    data = conflict(24, 24)
    assert ask(data, "?one ng:corroborates ?other ; rdf:predicate ng:agent ; ng:independentSources 2")
    assert ask(data, "v:a1-v1-a2-v1 ng:independentSources 2")


def test_copies_of_one_text_are_one_source():
    left, right = airstrike("a1"), airstrike("a2", publisher="The Other")
    data = build(left, right, same=(("a1/v1", "a2/v1"),), copies=(("a2", "a1"),))
    assert ask(data, "?copy ng:copiesFrom ?original . v:a1-v1-a2-v1 ng:independentSources 1")
    assert not ask(data, "?one ng:corroborates ?other")


def test_claimed_and_denied_contradict():
    story = Story("Trump claims that Iran attacked Basra. Iran denied that it attacked.")
    for name in ("Trump", "Iran"):
        story.name(name)
    story.event("Attack", "attacked", {"agent": "m2"})
    denied = Span(story.text.rindex("attacked"), len(story.text) - 1)
    story.events.append(story.events[0].__class__("v2", "Attack", denied, denied, "attack", story.events[0].arguments))
    story.says("Trump", "claims", "Iran attacked Basra", "alleges", ("v1",))
    story.says("Iran", "denied", "that it attacked", "denies", ("v2",))
    data = build(story, same=(("a1/v1", "a1/v2"),))
    assert ask(data, "?one ng:speaker e:trump ; ng:contradicts ?other . ?other ng:speaker e:iran ; ng:stance ng:Denies")


@pytest.mark.parametrize(("stance", "disputes"), [("reports", True), ("intends", False), ("asks", False)])
def test_who_refuses_to_tell_disputes_nothing(stance, disputes):
    story = Story("Iran attacked Basra. Trump would not say whether Iran struck.")
    for name in ("Iran", "Trump"):
        story.name(name)
    story.event("Attack", "attacked", {"agent": "m1"})
    struck = story.span("Iran struck")
    story.events.append(story.events[0].__class__("v2", "Attack", struck, struck, "attack", story.events[0].arguments))
    story.says("Trump", "say", "whether Iran struck", stance, ("v2",), polarity="negative")
    assert disputes is ask(
        build(story, same=(("a1/v1", "a1/v2"),)), "?d a ng:Disagreement ; ng:slot ng:agent ; ng:kind ng:Dispute"
    )


def test_a_bare_denial_answers_the_accusation_in_the_same_article():
    story = Story("Trump claims that Iran attacked Basra. Both claims Iran denies.")
    for name in ("Trump", "Iran"):
        story.name(name)
    story.event("Attack", "attacked", {"agent": "m2"})
    story.says("Trump", "claims", "Iran attacked Basra", "alleges", ("v1",))
    story.says("Iran", "denies", "Both claims", "denies")
    assert ask(build(story), "?one ng:speaker e:trump ; ng:contradicts ?other . ?other ng:speaker e:iran ; ng:stance ng:Denies")


def test_a_name_that_is_not_linked_keeps_its_candidates_with_their_scores():
    data = build(airstrike())
    offered = "e:baghdad ng:candidate ?c . ?c a ng:Candidate ; rdfs:label 'Baghdad' ; ng:score 1.0"
    assert ask(data, offered)
    assert not ask(data, "e:baghdad skos:exactMatch ?match")
    assert not ask(build(airstrike(), known={"Baghdad": "gn:98182"}), "e:baghdad ng:candidate ?c")


def test_a_common_noun_is_no_name_and_has_no_candidates():
    data = build(described("baghdad"))
    assert ask(data, "e:baghdad a ng:City")
    assert not ask(data, "e:baghdad ng:candidate ?c")


def described(noun):
    story = Story(f"The United States bombed {noun}.")
    fillers = {"agent": story.name("United States"), "place": story.name(noun, "City")}
    story.event("Airstrike", "bombed", fillers)
    return story


def test_judgements_stand_in_the_review_graph():
    story = airstrike()
    entity = resolution(story).entities[0]
    judged = Judgement(entity.id, "Kataib Hizballah", "same", "one name in two spellings", "rule:spelling", 0.9)
    data = build(story, judgements=(judged,))
    inside = f'?j a ng:Judgement ; ng:left e:{entity.id} ; ng:right "Kataib Hizballah" ; ng:verdict ng:Same'
    assert ask(data, f"GRAPH <{NAMES.review}> {{ {inside} }}", graph="default")


def test_spellings_and_matches_of_an_entity():
    entity = Entity(
        "iraq",
        "Country",
        "Iraq",
        ("Iraq", "Republic  of\nIraq", " "),
        (Local("a1", "Iraq"),),
        ("http://www.wikidata.org/entity/Q796",),
    )
    story = Story("Iraq said so.")
    story.name("Iraq")
    data = build(story, resolved=Resolution((entity,), (), ()))
    assert ask(data, 'e:iraq skos:prefLabel "Iraq" ; skos:altLabel "Republic of Iraq" ; skos:exactMatch wd:Q796')
    assert not ask(data, 'e:iraq skos:altLabel ?same . FILTER(?same = "Iraq" || ?same = "")')


def test_no_blank_nodes_and_no_empty_labels():
    data = conflict(24, 31)
    assert not any(isinstance(term, ox.BlankNode) for quad in data.quads for term in quad)
    assert not ask(data, '?x rdfs:label|skos:prefLabel|skos:altLabel ""')


def test_the_order_of_the_articles_does_not_matter():
    stories = [airstrike(f"a{n}", 20 + n, publisher=f"Paper {n % 3}") for n in range(6)]
    same = (tuple(f"a{n}/v1" for n in range(6)),)
    first = build(*stories, same=same)
    random.Random(7).shuffle(stories)
    assert first.quads == build(*stories, same=same).quads


def test_an_incident_of_many_reports_stays_linear():
    stories = [counted(f"a{n:03}", n, "2020-01-02") for n in range(300)]
    data = build(*stories, same=(tuple(f"a{n:03}/v1" for n in range(300)),))
    ties = [quad for quad in data.quads if quad.predicate.value.endswith("contradicts")]
    assert len(ties) < 300 * 12


def unveiling(name, published, **about):
    story = Story("Acme unveiled a drone. It flew over Basra.", id=name, published=published)
    story.event("Event", "unveiled", {"agent": story.name("Acme", "Company")}, **about)
    return story


def test_news_that_nobody_dates_was_about_the_day_it_was_first_told():
    told = [unveiling("a1", "2020-01-02", news=True), unveiling("a2", "2020-01-04", news=True)]
    data = build(*told, same=[("a1/v1", "a2/v1")])
    assert ask(data, '?event ng:time "2020-01-02~" ; rdfs:label "Unveiled by Acme, about 2020-01-02"', graph="merged")
    assert ask(data, '?claim rdf:predicate ng:time ; rdf:object "2020-01-04~" ; ng:quote "Acme unveiled a drone."')
    assert not ask(data, "?claim ng:contradicts ?other")
    assert data.index.precision(ox.NamedNode(NAMES.event("a1-v1-a2-v1"))) == 2


def test_what_an_article_dates_or_tells_on_the_side_has_no_day_of_publication():
    dated = build(unveiling("a1", "2020-01-02", news=True), unveiling("a2", None, time="2019"), same=[("a1/v1", "a2/v1")])
    assert ask(dated, '?event ng:time "2019"', graph="merged")
    assert not ask(dated, '?claim rdf:object "2020-01-02~"')
    assert not ask(build(unveiling("a1", "2020-01-02")), "?event ng:time ?time")
    assert not ask(build(unveiling("a1", None, news=True)), "?event ng:time ?time")
