"""The event classes' files keep the rules that the extractor and the documents rely on."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from graph.ontology import load
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse

ONTOLOGY = Path(__file__).parent.parent / "ontology"
FILES = sorted((ONTOLOGY / "events").glob("*.ttl"))
NG = "https://w3id.org/newsgraph/ontology#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SH = "http://www.w3.org/ns/shacl#"
OWL_CLASS = NamedNode("http://www.w3.org/2002/07/owl#Class")
RDF_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
TRIGGER = re.compile(r"[a-z0-9é'-]+( [a-z0-9é'-]+)*#[nv]")
ROLES = frozenset(("agent", "target", "recipient", "instrument", "beneficiary", "topic", "place", "origin", "destination"))
FIGURES = frozenset(("fatalities", "injuries", "troops", "arrests", "participants", "facilitiesHit"))

PROMISED = """
Agree: Agreement Pledge
Concede: Concession EasingOfRestrictions Reform
Consult: Meeting Visit Travel Call Mediation Negotiation
Support: Praise Endorsement Appointment Recognition
Cooperate: JointExercise Trade Extradition
Aid: HumanitarianAid MilitaryAid EconomicAid
Retreat: Withdrawal Release Ceding Departure Ceasefire Surrender Resignation
Request: Appeal Demand Order Persuasion
Accuse: Accusation Investigation Indictment Trial Conviction ClaimOfResponsibility
Reject: Refusal Denial Veto
Threaten: Threat Warning Ultimatum
Protest: Demonstration Strike Riot Siege Occupation
Sanction: EconomicSanction Expulsion Embargo Designation Postponement Cancellation
Mobilize: TroopDeployment Exercise Alert Establishment
Coerce: Arrest Detention CrowdDispersal Curfew PropertyDestruction Vandalism Raid Deportation Censorship Seizure
Assault: Attack Killing Injury Torture SexualViolence Execution Overthrow
Attack: Bombardment Bombing SuicideBombing Shooting Stabbing Ambush ArmedClash Breach Arson
Attack: Invasion Capture Kidnapping Assassination
Bombardment: Airstrike RocketAttack MissileAttack Shelling DroneStrike
Statement:
Crime: Robbery Theft Smuggling Fraud
Other: Election Death Birth Disaster Accident Movement Entry Escape Evacuation Planning
"""
PLACED = tuple(
    (child, parent.strip())
    for line in PROMISED.strip().splitlines()
    for parent, _, children in [line.partition(":")]
    for child in children.split()
)
PLOVER = frozenset({parent for _, parent in PLACED} - {"Attack", "Bombardment", "Crime", "Other"})
ROOTS = (*sorted({parent for _, parent in PLACED} - {"Attack", "Bombardment"}), "Statement")


def quads() -> list[Quad]:
    return [quad for path in FILES for quad in parse(path=path, format=RdfFormat.TURTLE, rename_blank_nodes=True)]


@pytest.fixture(scope="module")
def data() -> list[Quad]:
    return quads()


@pytest.fixture(scope="module")
def classes(data: list[Quad]) -> dict[str, dict[str, list[object]]]:
    names = {q.subject.value.removeprefix(NG) for q in data if q.predicate == RDF_TYPE and q.object == OWL_CLASS}
    found: dict[str, dict[str, list[object]]] = {name: {} for name in sorted(names)}
    for quad in data:
        if isinstance(quad.subject, NamedNode) and quad.subject.value.removeprefix(NG) in found:
            found[quad.subject.value.removeprefix(NG)].setdefault(quad.predicate.value, []).append(quad.object)
    return found


@pytest.fixture(scope="module")
def shapes(data: list[Quad]) -> dict[BlankNode, dict[str, list[object]]]:
    found: dict[BlankNode, dict[str, list[object]]] = {}
    for quad in data:
        if isinstance(quad.subject, BlankNode):
            found.setdefault(quad.subject, {}).setdefault(quad.predicate.value, []).append(quad.object)
    return found


def local(node: object) -> str:
    assert isinstance(node, NamedNode)
    return node.value.removeprefix(NG)


def parents(classes: dict[str, dict[str, list[object]]], name: str) -> list[str]:
    line = []
    while name in classes:
        name = local(classes[name][RDFS + "subClassOf"][0])
        line.append(name)
    return line


def test_every_class_says_what_it_is(classes):
    silent = [
        f"{name}: {prop}"
        for name, values in classes.items()
        for prop in (RDFS + "label", RDFS + "comment")
        if not values.get(prop)
    ]
    assert silent == []


def root(classes: dict[str, dict[str, list[object]]], name: str) -> str:
    return [name, *parents(classes, name)][-2]


def test_a_class_has_the_codes_of_the_schemes_that_know_its_root(classes):
    """PLOVER has no code for crime, other news or bare statements; CAMEO none for the first two."""
    coded = {name: (NG + "plover" in values, NG + "cameo" in values) for name, values in classes.items()}
    expected = {name: (root(classes, name) in PLOVER, root(classes, name) in {*PLOVER, "Statement"}) for name in classes}
    assert coded == expected


def test_labels_are_unique_among_classes_that_are_no_wordings(classes):
    labels = Counter(values[RDFS + "label"][0].value for values in classes.values() if NG + "readAs" not in values)
    assert [label for label, count in labels.items() if count > 1] == []


def test_the_shipped_vocabulary_loads_with_every_class_as_a_frame(classes):
    assert set(classes) <= {frame.type for frame in load().frames}


def test_every_class_has_one_parent_and_reaches_event(classes):
    assert [name for name in classes if len(classes[name][RDFS + "subClassOf"]) != 1] == []
    assert [name for name in classes if parents(classes, name)[-1] != "Event"] == []


def test_the_plover_code_of_a_class_is_its_root(classes):
    coded = {name: values[NG + "plover"] for name, values in classes.items() if NG + "plover" in values}
    assert coded == {name: [Literal(root(classes, name).upper())] for name in coded}


@pytest.mark.parametrize(("child", "parent"), PLACED)
def test_promised_class_stands_under_its_parent(classes, child, parent):
    assert parent in parents(classes, child)


@pytest.mark.parametrize("root", ROOTS)
def test_promised_root_stands_under_event(classes, root):
    assert parents(classes, root) == ["Event"]


def test_triggers_are_lower_case_lemmas_with_a_part_of_speech(classes):
    wrong = [
        f"{name}: {value}"
        for name, values in classes.items()
        for value in values.get(NG + "trigger", [])
        if not (isinstance(value, Literal) and TRIGGER.fullmatch(value.value))
    ]
    assert wrong == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_trigger_is_written_twice_in_one_class(path):
    blocks = re.split(r"\n(?=ng:\w+ a owl:Class)", path.read_text(encoding="utf-8"))
    twice = [
        f"{block.split()[0]}: {trigger}"
        for block in blocks
        for trigger, count in Counter(re.findall(r'"([^"]+#[nv])"', block)).items()
        if count > 1
    ]
    assert twice == []


def test_noun_triggers_end_in_their_head_noun(classes):
    """A noun's trigger words are its modifiers: prepositions stand in slots, not in triggers."""
    prepositions = {"of", "for", "by", "against", "with", "into", "between", "from", "to", "on", "at", "over", "about"}
    last = [
        trigger.value
        for values in classes.values()
        for trigger in values.get(NG + "trigger", [])
        if trigger.value.endswith("#n") and trigger.value.removesuffix("#n").split()[-1] in prepositions
    ]
    assert last == []


def test_a_wording_stands_right_under_the_class_it_is_read_as(classes):
    wrong = [
        name
        for name, values in classes.items()
        for read_as in values.get(NG + "readAs", [])
        if local(read_as) not in parents(classes, name)
    ]
    assert wrong == []


def test_shapes_speak_of_known_roles_and_figures(shapes):
    unknown = [
        local(path)
        for shape in shapes.values()
        for path in shape[SH + "path"]
        if local(path) not in (ROLES if NG + "slot" in shape else FIGURES)
    ]
    assert unknown == []


def test_every_role_says_where_its_filler_stands(shapes):
    assert [shape for shape in shapes.values() if NG + "slot" not in shape and SH + "datatype" not in shape] == []


def test_ambiguous_words_of_violence_ask_for_a_participant(classes, shapes):
    """Words of sport, markets and film must not stand in an assault without a role that has to be filled."""
    everyday = {f"{verb}#v" for verb in ("hit", "beat", "strike", "shoot", "fire", "fight", "battle", "clash", "target", "hurt")}
    loose = [
        f"{name}: {trigger.value}"
        for name, values in classes.items()
        if "Assault" in parents(classes, name)
        for trigger in values.get(NG + "trigger", [])
        if trigger.value in everyday and not any(NG + "required" in shapes[shape] for shape in values.get(SH + "property", []))
    ]
    assert loose == []


def test_every_broad_match_is_a_concept_of_the_plover_scheme(data):
    broad = {q.object for q in data if q.predicate.value.endswith("#broadMatch")}
    scheme = parse(path=ONTOLOGY / "mappings" / "plover.ttl", format=RdfFormat.TURTLE)
    assert broad == {q.subject for q in scheme if q.predicate.value.endswith("#inScheme")}


def test_whoever_or_whatever_is_assaulted_has_a_class(classes, shapes):
    """Else the bomb that is thrown would be a victim of the throwing."""
    open_to_all = [
        name
        for name, values in classes.items()
        if "Assault" in (name, *parents(classes, name))
        for shape in values.get(SH + "property", [])
        if local(shapes[shape][SH + "path"][0]) == "target" and SH + "class" not in shapes[shape]
    ]
    assert open_to_all == []
