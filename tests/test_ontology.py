from pathlib import Path

import pytest
from graph.errors import OntologyError
from graph.ontology import NG, Codes, RelationPattern, RoleSlot, Trigger, VagueNumber, iri, load

PREFIX = """@prefix ng: <https://w3id.org/newsgraph/ontology#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> .
"""
CORE = """
ng:Actor a owl:Class ; rdfs:subClassOf sem:Actor . ng:Place a owl:Class . ng:Role a owl:Class .
ng:Person a owl:Class ; rdfs:subClassOf ng:Actor ; rdfs:label "person"@en ; ng:noun "man", "police officer" .
ng:agent a ng:RoleProperty . ng:target a ng:RoleProperty . ng:place a ng:RoleProperty . ng:fatalities a ng:FigureProperty .
ng:Event a owl:Class ; sh:property [ sh:path ng:place ; sh:class ng:Place ; ng:slot "in" , "at" ] .
"""
ATTACK = """
ng:Assault a owl:Class ; rdfs:subClassOf ng:Event ; ng:plover "ASSAULT" ; ng:cameo "18" , "19" ;
    sh:property [ sh:path ng:agent ; sh:class ng:Actor ; ng:slot "subject" , "by" ] ,
        [ sh:path ng:fatalities ; sh:datatype xsd:integer ] .
ng:Bombing a owl:Class ; rdfs:subClassOf ng:Assault ; rdfs:label "bombing"@en ; ng:acled "Bomb" ;
    ng:trigger "bomb#v" , "car bomb attack#n" , "Set off bomb#v" ; ng:absent "xcomp" ;
    sh:property [ sh:path ng:agent ; ng:slot "from" ] ,
        [ sh:path ng:target ; sh:class ng:Person , ng:Place ; ng:slot "object" ; ng:required true ] .
"""


@pytest.fixture
def written(tmp_path):
    def write(**files: str) -> Path:
        for name, text in files.items():
            path = tmp_path / name.replace("__", "/")
            path.parent.mkdir(exist_ok=True)
            path.with_suffix(".ttl").write_text(PREFIX + text, encoding="utf-8")
        return tmp_path

    return write


def frame(ontology, name):
    return next(frame for frame in ontology.frames if frame.type == name)


def test_an_iri_is_the_namespace_and_the_local_name():
    assert f"{NG}Airstrike" == iri("Airstrike")


def test_classes_stand_under_each_other_over_files_and_foreign_parents_are_left_out(written):
    ontology = load(written(core=CORE, events__attack=ATTACK))
    assert ontology.parents["Actor"] == ()
    assert ontology.parents["Bombing"] == ("Assault",)
    assert ontology.is_a("Bombing", "Event")
    assert ontology.is_a("Unheard", "Unheard")
    assert not ontology.is_a("Event", "Bombing")
    assert [ontology.depth(name) for name in ("Event", "Assault", "Bombing")] == [0, 1, 2]
    assert ontology.event_classes == ("Assault", "Bombing", "Event")
    assert ontology.entity_classes == ("Actor", "Person", "Place", "Role")


def test_a_frame_has_its_own_roles_first_required_ones_ahead_and_the_nearest_of_one_name(written):
    roles = frame(load(written(core=CORE, events__attack=ATTACK)), "Bombing").roles
    assert roles == (
        RoleSlot("target", ("object",), ("Person", "Place"), required=True),
        RoleSlot("agent", ("from",)),
        RoleSlot("place", ("in", "at"), ("Place",)),
    )


def test_figures_are_no_roles_and_are_inherited(written):
    found = frame(load(written(core=CORE, events__attack=ATTACK)), "Bombing")
    assert found.figures == ("fatalities",)
    assert found.absent == ("xcomp",)


def test_triggers_are_found_by_verb_or_by_head_noun_longest_first(written):
    ontology = load(written(core=CORE, events__attack=ATTACK))
    assert ontology.triggers["bomb", "v"] == (Trigger(("bomb",), "v", "Bombing"),)
    assert ontology.triggers["attack", "n"] == (Trigger(("car", "bomb", "attack"), "n", "Bombing"),)
    assert ontology.triggers["set", "v"] == (Trigger(("set", "off", "bomb"), "v", "Bombing"),)


def test_codes_come_from_the_nearest_class_that_has_them(written):
    ontology = load(written(core=CORE, events__attack=ATTACK))
    assert ontology.codes("Bombing") == Codes("ASSAULT", "18 19", "Bomb", "Assault")
    assert ontology.codes("Event") == Codes()


def test_a_special_way_of_telling_is_read_as_its_class(written):
    told = 'ng:BombingTold a owl:Class ; rdfs:subClassOf ng:Bombing ; ng:readAs ng:Bombing ; ng:trigger "blast#v" .'
    ontology = load(written(core=CORE, events__attack=ATTACK + told))
    assert frame(ontology, "BombingTold").reads == "Bombing"
    assert frame(ontology, "Bombing").reads == "Bombing"
    assert "BombingTold" not in ontology.event_classes


def test_labels_fall_back_to_the_name_and_comments_to_nothing(written):
    ontology = load(written(core=CORE))
    assert (ontology.label("Person"), ontology.label("Place"), ontology.comment("Person")) == ("person", "Place", "")


def test_relations_positions_and_titles(written):
    relations = """ng:headOf a ng:RelationProperty ; rdfs:label "head of" ; rdfs:domain ng:Person ;
        rdfs:range ng:Actor , ng:Place ;
        ng:pattern "^x-led#a" , "member of#n" , "Lead#v" .
    ng:King a ng:Position ; rdfs:label "King" ; ng:title "King" , "monarch" ; ng:tie ng:headOf ."""
    ontology = load(written(core=CORE, relations__all=relations))
    (relation,) = ontology.relations
    assert (relation.name, relation.domain, relation.range) == ("headOf", ("Person",), ("Actor", "Place"))
    assert relation.patterns == (
        RelationPattern(("x-led",), "a", swapped=True),
        RelationPattern(("member", "of"), "n"),
        RelationPattern(("lead",), "v"),
    )
    assert ontology.titles["king"] is ontology.titles["monarch"]
    assert ontology.titles["king"].tie == "headOf"


def test_cues_vague_numbers_rules_and_word_lists(written):
    words = """ng:cue_deny a ng:Cue ; ng:lemma "deny" , "reject" ; ng:stance ng:Denies ; ng:polarity ng:Negative .
    ng:hope a ng:ModalityCue ; ng:lemma "hope" ; ng:modality ng:Possible .
    ng:scores a ng:VagueNumber ; ng:lemma "scores" ; ng:low 40 ; ng:high 99 .
    ng:rule_x a ng:CleaningRule ; ng:kind "credit" ; ng:regex "^Photo:" ; rdfs:comment "why" .
    ng:words_light a ng:WordList ; rdfs:label "light" ; ng:lemma "make" , "do" ."""
    ontology = load(written(core=CORE, words=words))
    assert (ontology.cues["reject"].stance, ontology.cues["reject"].polarity) == ("denies", "negative")
    assert (ontology.modality_cues["hope"].modality, ontology.modality_cues["hope"].polarity) == ("possible", "positive")
    assert ontology.vague["scores"] == VagueNumber("scores", 40, 99)
    assert [(rule.id, rule.kind, rule.regex) for rule in ontology.cleaning] == [("rule_x", "credit", "^Photo:")]
    assert ontology.words("light") == {"make", "do"}


def test_a_word_list_no_file_has_is_an_error(written):
    with pytest.raises(OntologyError, match="no word list 'heavy'"):
        load(written(core=CORE)).words("heavy")


def test_a_folder_without_further_files_has_empty_tables(written):
    ontology = load(written(core=CORE))
    assert (ontology.relations, ontology.cleaning, ontology.positions) == ((), (), ())
    assert (ontology.cues, ontology.vague, ontology.titles) == ({}, {}, {})


def test_shapes_are_not_read_and_leave_the_digest_alone(written):
    folder = written(one__core=CORE, two__core=CORE, two__shapes="this is no Turtle", three__core=CORE + "ng:More a owl:Class .")
    one, two, three = (load(folder / name) for name in ("one", "two", "three"))
    assert one.digest == two.digest != three.digest
    assert two.shapes_path == folder / "two" / "shapes.ttl"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("ng:X a owl:Class ; rdfs:subClassOf ng:Nowhere .", r"more\.ttl: X: names the unknown class Nowhere"),
        ('ng:X a owl:Class ; rdfs:subClassOf ng:Event ; ng:trigger "bomb" .', r"more\.ttl: X: “bomb” is not words#pos"),
        ('ng:X a owl:Class ; rdfs:subClassOf ng:Event ; ng:trigger "bomb#a" .', "with pos one of n, v"),
        ("ng:X a owl:Class ; sh:property [ sh:path ng:agent ] .", "X: role agent has no slot"),
        ('ng:X a owl:Class ; sh:property [ sh:path ng:nope ; ng:slot "by" ] .', "X: names the unknown role nope"),
        ('ng:X a owl:Class ; sh:property [ sh:path ng:agent ; ng:slot "by" ; sh:class ng:Nobody ] .', "unknown class Nobody"),
        (
            "ng:X a owl:Class ; rdfs:subClassOf ng:Event ; sh:property [ sh:path ng:dead ; sh:datatype xsd:integer ] .",
            "X: names the unknown figure dead",
        ),
        ('ng:X a owl:Class ; ng:noun "man" .', "X: “man” belongs to Person already"),
        ('ng:K a ng:Position ; rdfs:label "King" ; ng:title "king" ; ng:tie ng:rules .', "K: names the unknown relation rules"),
        ('ng:r a ng:RelationProperty ; ng:pattern "lead#v" .', "r: has no label"),
        (
            'ng:r a ng:RelationProperty ; rdfs:label "r" . ng:K a ng:Position ; rdfs:label "K" ; ng:title "king" ; ng:tie ng:r .'
            'ng:L a ng:Position ; rdfs:label "L" ; ng:title "King" ; ng:tie ng:r .',
            "L: “king” belongs to K already",
        ),
        (
            'ng:c a ng:Cue ; ng:lemma "say" ; ng:stance ng:Reports . ng:d a ng:Cue ; ng:lemma "say" ; ng:stance ng:Denies .',
            "d: “say” belongs to c already",
        ),
        ('ng:c a ng:Cue ; ng:lemma "say" ; ng:stance ng:Shouts .', "c: stance 'shouts' is none of asserts"),
        ('ng:v a ng:VagueNumber ; ng:lemma "many" ; ng:low "some" .', "v: low 'some' is not a whole number"),
        ("ng:X a owl:Class ;;; .. ", r"more\.ttl: not valid Turtle"),
    ],
)
def test_a_file_that_breaks_the_rules_is_named_with_its_subject(written, text, message):
    with pytest.raises(OntologyError, match=message):
        load(written(core=CORE, more=text))


def test_a_folder_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(OntologyError, match="no such folder"):
        load(tmp_path / "nowhere")


# ------------------------------------------------------------------------------------------------- the shipped vocabulary
def test_the_shipped_entity_classes_are_those_of_the_documents():
    expected = """Actor Person Group Organization Government GovernmentAgency MilitaryForce SecurityForce ArmedGroup
        PoliticalParty MediaOrganization Company InternationalOrganization ReligiousOrganization Court Place Country Region City
        GeographicFeature Facility Embassy MilitaryBase Building Checkpoint Role
        AirUnit DroneUnit ArmoredUnit ArtilleryUnit NavalUnit Artifact Weapon Firearm Explosive Munition Blade ChemicalAgent
        Vehicle Equipment Plant Product"""
    assert sorted(expected.split()) == list(load().entity_classes)


def test_the_shipped_relations_are_at_least_those_of_the_contract():
    expected = """memberOf partOf leaderOf headOf positionHeld spokespersonOf worksFor affiliatedWith citizenOf basedIn locatedIn
        backedBy alliedWith opposes rivalOf parentOf spouseOf founderOf ownerOf subsidiaryOf"""
    assert set(expected.split()) <= {relation.name for relation in load().relations}


def test_every_shipped_class_relation_role_and_figure_is_explained():
    ontology = load()
    named = [*ontology.parents, *ontology.roles, *ontology.figures, *(relation.name for relation in ontology.relations)]
    unexplained = [name for name in named if not ontology.comment(name) or name not in ontology.labels]
    assert unexplained == []


@pytest.mark.parametrize(
    ("noun", "cls"),
    [
        ("protester", "Person"),
        ("crowd", "Group"),
        ("security force", "SecurityForce"),
        ("militia", "ArmedGroup"),
        ("consulate", "Embassy"),
        ("strait", "GeographicFeature"),
        ("newspaper", "MediaOrganization"),
        ("ministry", "GovernmentAgency"),
    ],
)
def test_shipped_nouns_speak_of_their_class(noun, cls):
    assert load().nouns[noun] == cls


def test_every_event_class_inherits_place_and_cause():
    for found in load().frames:
        assert {"place", "because"} <= {role.role for role in found.roles}


def test_the_shipped_titles_reach_the_positions_of_the_contract():
    titles = load().titles
    assert titles["defense secretary"] is titles["secretary of defense"]
    assert [titles[title].tie for title in ("prime minister", "foreign minister", "spokeswoman", "commander")] == [
        "headOf",
        "worksFor",
        "spokespersonOf",
        "leaderOf",
    ]
