from dataclasses import dataclass
from functools import lru_cache

import pytest
from graph.gazetteer import Gazetteer, open_gazetteer
from graph.model import Chain, Mention, MentionKind, Span
from graph.ontology import Ontology, load
from graph.relations import RelationFinding, find_relations
from spacy.tokens import Doc

from parsed import parsed


@dataclass(frozen=True)
class Thing:
    """Words of the text that stand for something; those with one label stand for one thing."""

    words: str
    type: str
    label: str = ""
    kind: MentionKind = "name"
    known: str | None = None
    head: str = ""


def nominal(words: str, type_: str, label: str = "", head: str = "") -> Thing:
    return Thing(words, type_, label, "nominal", head=head)


@lru_cache(maxsize=1)
def tools() -> tuple[Ontology, Gazetteer]:
    return load(), open_gazetteer()


def find(table: str | Doc, *things: Thing) -> RelationFinding:
    doc = parsed(table) if isinstance(table, str) else table
    labels = list(dict.fromkeys(thing.label or thing.words for thing in things))
    chains = {label: f"e{number}" for number, label in enumerate(labels, 1)}
    mentions = [_mention(doc, f"m{n}", thing, chains[thing.label or thing.words]) for n, thing in enumerate(things, 1)]
    named = [Chain(chains[t.label or t.words], t.type, t.label or t.words, known=t.known) for t in reversed(things)]
    return find_relations(doc, mentions, list({chain.id: chain for chain in named}.values()), *tools())


def _mention(doc: Doc, identifier: str, thing: Thing, chain: str) -> Mention:
    words = thing.words.split()
    start = next(at for at in range(len(doc)) if [token.text for token in doc[at : at + len(words)]] == words)
    tokens = doc[start : start + len(words)]
    head = next((token for token in tokens if token.text == thing.head), tokens[-1])
    return Mention(identifier, Span(tokens[0].idx, tokens.end_char), thing.words, thing.kind, thing.type, head.idx, chain)


def told(table: str | Doc, *things: Thing) -> list[str]:
    """ "subject property object", with "not" and "former" where it says so, in order of the letters."""
    finding = find(table, *things)
    labels = {f"e{n}": label for n, label in enumerate(dict.fromkeys(thing.label or thing.words for thing in things), 1)}
    labels |= {chain.id: chain.label for chain in finding.chains}
    return sorted(
        f"{labels[r.subject]} {'not ' * (r.polarity == 'negative')}{'former ' * r.former}{r.property} {labels[r.object]}"
        for r in finding.relations
    )


IRAQI = Thing("Iraqi", "Country", "Iraq")
IRAN, IRAQ, US = Thing("Iran", "Country"), Thing("Iraq", "Country"), Thing("U.S.", "Country")
PMF = Thing("PMF", "ArmedGroup")

PRIME_MINISTER = (
    "Iraqi/iraqi/JJ/amod/3 Prime/Prime/NNP/compound/3 Minister/Minister/NNP/compound/7 Adel/Adel/NNP/compound/7 "
    "Abdul/Abdul/NNP/compound/7 -/-/HYPH/punct/7 Mahdi/Mahdi/NNP/nsubj/8 spoke/speak/VBD/ROOT/0 ./././punct/8"
)


# ----------------------------------------------------------------------------------------------------------- positions
def test_a_title_before_a_name_gives_the_position_and_its_tie_to_the_country():
    expected = ["Adel Abdul - Mahdi headOf Iraq", "Adel Abdul - Mahdi positionHeld Prime Minister of Iraq"]
    assert expected == told(PRIME_MINISTER, IRAQI, Thing("Adel Abdul - Mahdi", "Person"))


def test_a_position_is_a_chain_and_a_mention_of_its_own():
    finding = find(PRIME_MINISTER, IRAQI, Thing("Adel Abdul - Mahdi", "Person"))
    assert finding.chains == (Chain("e3", "Role", "Prime Minister of Iraq", ("Iraqi Prime Minister",)),)
    assert finding.mentions == (Mention("m3", Span(0, 20), "Iraqi Prime Minister", "nominal", "Role", 12, "e3"),)
    assert [(r.confidence, r.rule) for r in finding.relations] == [(0.93, "title:headOf"), (0.93, "title:positionHeld")]
    assert [r.evidence for r in finding.relations] == [Span(0, 39), Span(0, 39)]


def test_a_position_named_twice_is_one_chain():
    again = " Iraq/Iraq/NNP/poss/13 's/'s/POS/case/10 prime/prime/NN/compound/13 minister/minister/NN/nsubj/14 "
    finding = find(
        PRIME_MINISTER + again + "left/leave/VBD/ROOT/0 ./././punct/14",
        IRAQI,
        IRAQ,
        Thing("Adel Abdul - Mahdi", "Person"),
        nominal("prime minister", "Person", "Adel Abdul - Mahdi"),
    )
    (role,) = finding.chains
    assert (role.label, role.aliases) == ("Prime Minister of Iraq", ("Iraqi Prime Minister", "prime minister"))
    assert [mention.entity for mention in finding.mentions] == [role.id, role.id]


def test_an_apposition_with_of():
    table = (
        "Hassan/Hassan/NNP/compound/2 Rouhani/Rouhani/NNP/nsubj/9 ,/,/,/punct/2 "
        "the/the/DT/det/5 president/president/NN/appos/2 "
        "of/of/IN/prep/5 Iran/Iran/NNP/pobj/6 ,/,/,/punct/2 spoke/speak/VBD/ROOT/0 ./././punct/9"
    )
    expected = ["Hassan Rouhani headOf Iran", "Hassan Rouhani positionHeld President of Iran"]
    assert expected == told(table, Thing("Hassan Rouhani", "Person"), IRAN)


def test_a_title_of_a_department_names_the_country_first_and_former_is_kept():
    table = (
        "Former/former/JJ/amod/3 U.S./U.S./NNP/nmod/3 Secretary/Secretary/NNP/nmod/7 of/of/IN/prep/3 State/State/NNP/pobj/4 "
        "John/John/NNP/compound/7 Kerry/Kerry/NNP/nsubj/8 left/leave/VBD/ROOT/0 ./././punct/8"
    )
    expected = [
        "John Kerry former positionHeld United States Secretary of State",
        "John Kerry former worksFor United States",
    ]
    assert expected == told(table, Thing("U.S.", "Country", "United States"), Thing("John Kerry", "Person"))


def test_a_noun_between_country_and_title_keeps_the_country_out():
    table = (
        "Iraqi/iraqi/JJ/amod/3 Oil/Oil/NNP/compound/3 spokesman/spokesman/NN/compound/5 "
        "Ali/Ali/NNP/compound/5 Saad/Saad/NNP/nsubj/6 "
        "spoke/speak/VBD/ROOT/0 ./././punct/6"
    )
    assert told(table, IRAQI, Thing("Ali Saad", "Person")) == ["Ali Saad positionHeld Oil Spokesman"]


def test_a_possessor_and_former_before_the_title():
    table = (
        "Iraq/Iraq/NNP/poss/5 's/'s/POS/case/1 former/former/JJ/amod/5 prime/prime/JJ/amod/5 minister/minister/NN/nsubj/9 "
        ",/,/,/punct/5 Nouri/Nouri/NNP/compound/8 Maliki/Maliki/NNP/appos/5 spoke/speak/VBD/ROOT/0 ./././punct/9"
    )
    expected = ["Nouri Maliki former headOf Iraq", "Nouri Maliki former positionHeld Prime Minister of Iraq"]
    assert expected == told(table, IRAQ, Thing("Nouri Maliki", "Person"))


def test_a_profession_makes_a_citizen_not_a_servant():
    table = (
        "Iraqi/iraqi/JJ/amod/2 cleric/cleric/NN/compound/4 Ali/Ali/NNP/compound/4 "
        "Sistani/Sistani/NNP/nsubj/5 spoke/speak/VBD/ROOT/0 "
        "./././punct/5"
    )
    expected = ["Ali Sistani citizenOf Iraq", "Ali Sistani positionHeld Cleric"]
    assert expected == told(table, IRAQI, Thing("Ali Sistani", "Person"))


def test_titles_in_the_plural_are_held_by_every_name():
    table = (
        "Presidents/president/NNS/compound/3 Jacques/Jacques/NNP/compound/3 Chirac/Chirac/NNP/nsubj/7 and/and/CC/cc/3 "
        "Vladimir/Vladimir/NNP/compound/6 Putin/Putin/NNP/conj/3 met/meet/VBD/ROOT/0 ./././punct/7"
    )
    expected = ["Jacques Chirac positionHeld President", "Vladimir Putin positionHeld President"]
    assert expected == told(table, Thing("Jacques Chirac", "Person"), Thing("Vladimir Putin", "Person"))


def test_a_party_before_a_title_has_a_member():
    table = (
        "Green/Green/NNP/compound/2 lawmaker/lawmaker/NN/compound/4 Ana/Ana/NNP/compound/4 "
        "Ruiz/Ruiz/NNP/nsubj/5 spoke/speak/VBD/ROOT/0 "
        "./././punct/5"
    )
    assert "Ana Ruiz memberOf Green" in told(table, Thing("Green", "PoliticalParty"), Thing("Ana Ruiz", "Person"))


def test_a_title_nobody_is_said_to_hold_tells_nothing():
    table = "A/a/DT/det/2 president/president/NN/nsubj/3 spoke/speak/VBD/ROOT/0 ./././punct/3"
    assert told(table, nominal("president", "Person")) == []


# ----------------------------------------------------------------------------------------- nouns, verbs, compounds
MEMBER = (
    "Ahmed/Ahmed/NNP/nsubj/2 is/be/VBZ/ROOT/0 {not_}a/a/DT/det/{n} member/member/NN/attr/2 "
    "of/of/IN/prep/{n} Hamas/Hamas/NNP/pobj/{o} "
    "./././punct/2"
)


def test_a_copula_tells_a_relation_and_its_negation():
    ahmed, hamas = Thing("Ahmed", "Person"), Thing("Hamas", "ArmedGroup")
    assert told(MEMBER.format(not_="", n=4, o=5), ahmed, hamas) == ["Ahmed memberOf Hamas"]
    assert told(MEMBER.format(not_="not/not/RB/neg/2 ", n=5, o=6), ahmed, hamas) == ["Ahmed not memberOf Hamas"]


def test_a_relational_noun_speaks_of_itself_when_nobody_else_is_named():
    table = "PMF/PMF/NNP/compound/2 members/member/NNS/nsubj/3 left/leave/VBD/ROOT/0 ./././punct/3"
    assert told(table, PMF, nominal("members", "Group")) == ["members memberOf PMF"]


def test_what_a_body_is_known_as_is_the_body():
    table = (
        "Haydari/Haydari/NNP/nsubj/2 is/be/VBZ/ROOT/0 a/a/DT/det/4 member/member/NN/attr/2 of/of/IN/prep/4 the/the/DT/det/7 "
        "coalition/coalition/NN/pobj/5 known/know/VBN/acl/7 as/as/IN/prep/8 the/the/DT/det/11 "
        "PMF/PMF/NNP/pobj/9 ./././punct/2"
    )
    assert told(table, Thing("Haydari", "Person"), PMF, nominal("coalition", "Organization")) == ["Haydari memberOf PMF"]


def test_a_noun_between_two_sides():
    table = (
        "The/the/DT/det/3 shadow/shadow/NN/compound/3 war/war/NN/nsubj/8 between/between/IN/prep/3 "
        "Washington/Washington/NNP/pobj/4 and/and/CC/cc/5 Tehran/Tehran/NNP/conj/5 grew/grow/VBD/ROOT/0 ./././punct/8"
    )
    sides = (Thing("Washington", "Country", "United States"), Thing("Tehran", "Country", "Iran"))
    assert told(table, *sides) == ["United States rivalOf Iran"]


def test_kin_by_possessor():
    table = (
        "Assad/Assad/NNP/poss/3 's/'s/POS/case/1 brother/brother/NN/nsubj/5 Maher/Maher/NNP/appos/3 "
        "left/leave/VBD/ROOT/0 ./././punct/5"
    )
    assert told(table, Thing("Assad", "Person"), Thing("Maher", "Person")) == ["Maher siblingOf Assad"]


def test_a_participle_compound_speaks_of_the_name_behind_its_noun():
    table = (
        "Iran/Iran/NNP/npadvmod/3 -/-/HYPH/punct/3 backed/back/VBN/amod/4 "
        "militia/militia/NN/nsubj/7 Kataib/Kataib/NNP/compound/6 "
        "Hezbollah/Hezbollah/NNP/nsubj/7 withdrew/withdraw/VBD/ROOT/0 ./././punct/7"
    )
    finding = find(table, IRAN, nominal("militia", "ArmedGroup"), Thing("Kataib Hezbollah", "ArmedGroup"))
    assert [(r.subject, r.property, r.object, r.confidence, r.rule) for r in finding.relations] == [
        ("e3", "backedBy", "e1", 0.85, "x-backed#a")
    ]


def test_a_participle_compound_on_a_nominal():
    table = (
        "Iranian/iranian/JJ/amod/3 -/-/HYPH/punct/3 backed/back/VBN/amod/4 group/group/NN/nsubj/5 "
        "left/leave/VBD/ROOT/0 ./././punct/5"
    )
    assert told(table, Thing("Iranian", "Country", "Iran"), nominal("group", "Organization")) == ["group backedBy Iran"]


def test_based_in():
    table = (
        "Paris/Paris/NNP/npadvmod/3 -/-/HYPH/punct/3 based/base/VBN/amod/4 Reuters/Reuters/NNP/nsubj/5 "
        "closed/close/VBD/ROOT/0 ./././punct/5"
    )
    assert told(table, Thing("Paris", "City"), Thing("Reuters", "MediaOrganization")) == ["Reuters basedIn Paris"]


def test_a_relative_clause_in_the_passive():
    table = (
        "It/it/PRP/nsubj/2 hit/hit/VBD/ROOT/0 a/a/DT/det/4 group/group/NN/dobj/2 "
        "that/that/WDT/nsubjpass/7 is/be/VBZ/auxpass/7 "
        "backed/back/VBN/relcl/4 by/by/IN/agent/7 Iran/Iran/NNP/pobj/8 ./././punct/2"
    )
    assert told(table, nominal("group", "Organization"), IRAN) == ["group backedBy Iran"]


def test_a_bare_participle_and_its_preposition():
    table = (
        "Groups/group/NNS/nsubj/5 tied/tie/VBN/acl/1 to/to/IN/prep/2 Hamas/Hamas/NNP/pobj/3 left/leave/VBD/ROOT/0 ./././punct/5"
    )
    assert told(table, nominal("Groups", "Group"), Thing("Hamas", "ArmedGroup")) == ["Groups affiliatedWith Hamas"]


@pytest.mark.parametrize(
    ("subject", "expected"), [("Company", ["Audi memberOf Porsche"]), ("Facility", ["Porsche ownerOf Audi"])]
)
def test_what_belongs_to_a_body_depends_on_what_it_is(subject, expected):
    table = "Audi/Audi/NNP/nsubj/2 belongs/belong/VBZ/ROOT/0 to/to/IN/prep/2 Porsche/Porsche/NNP/pobj/3 ./././punct/2"
    assert expected == told(table, Thing("Audi", subject), Thing("Porsche", "Company"))


def test_what_may_be_or_is_only_under_way_is_no_relation():
    possible = (
        "Hamas/Hamas/NNP/nsubjpass/4 could/could/MD/aux/4 be/be/AUX/auxpass/4 backed/back/VBN/ROOT/0 by/by/IN/agent/4 "
        "Iran/Iran/NNP/pobj/5 ./././punct/4"
    )
    going_on = "Iran/Iran/NNP/nsubj/3 was/be/AUX/aux/3 supporting/support/VBG/ROOT/0 Hamas/Hamas/NNP/dobj/3 ./././punct/3"
    hamas = Thing("Hamas", "ArmedGroup")
    assert told(possible, hamas, IRAN) == []
    assert told(going_on, IRAN, hamas) == []


def test_classes_that_do_not_fit_make_no_relation():
    table = "Audi/Audi/NNP/nsubj/2 backs/back/VBZ/ROOT/0 Baghdad/Baghdad/NNP/dobj/2 ./././punct/2"
    assert told(table, Thing("Audi", "Company"), Thing("Baghdad", "City")) == []


# ------------------------------------------------------------------------------------------------- nationality and places
def test_citizens_and_forces_of_a_country():
    table = (
        "An/an/DT/det/3 American/american/JJ/amod/3 contractor/contractor/NN/nsubj/7 "
        "and/and/CC/cc/3 U.S./U.S./NNP/compound/6 "
        "troops/troop/NNS/conj/3 left/leave/VBD/ROOT/0 ./././punct/7"
    )
    things = (
        Thing("American", "Country", "United States"),
        Thing("U.S.", "Country", "United States"),
        nominal("American contractor", "Person"),
        nominal("U.S. troops", "Group"),
    )
    assert told(table, *things) == ["American contractor citizenOf United States", "U.S. troops partOf United States"]


def test_nationality_reaches_a_name_through_nouns_that_are_no_title():
    table = (
        "German/german/JJ/amod/3 aid/aid/NN/compound/3 worker/worker/NN/compound/5 "
        "Anne/Anne/NNP/compound/5 Weiss/Weiss/NNP/nsubj/6 "
        "left/leave/VBD/ROOT/0 ./././punct/6"
    )
    expected = ["Anne Weiss citizenOf Germany"]
    assert expected == told(table, Thing("German", "Country", "Germany"), Thing("Anne Weiss", "Person"))


@pytest.mark.parametrize(
    ("table", "lies"),
    [
        ("Iraqi/iraqi/JJ/amod/2 border/border/NN/ROOT/0", False),
        ("Iraqi/iraqi/JJ/amod/2 coast/coast/NN/ROOT/0", True),
        ("Syria/Syria/NNP/compound/3 -/-/HYPH/punct/3 Iraqi/iraqi/JJ/amod/4 area/area/NN/ROOT/0", False),
    ],
)
def test_what_two_countries_share_lies_in_neither(table: str, lies: bool):
    words = table.split()
    noun = words[-1].partition("/")[0]
    iraq = Thing("Iraqi", "Country", "Iraq", known="country:IQ")
    syria = [Thing("Syria", "Country", known="country:SY")] if len(words) > 2 else []

    assert (f"{noun} locatedIn Iraq" in told(table, iraq, *syria, nominal(noun, "Region"))) is lies


def test_a_groups_affiliate_somewhere_is_the_groups():
    table = (
        "Bohar/Bohar/NNP/poss/4 's/'s/POS/case/1 Iraq/Iraq/NNP/compound/4 affiliate/affiliate/NN/nsubj/5 left/leave/VBD/ROOT/0"
    )
    things = (Thing("Bohar", "ArmedGroup"), Thing("Iraq", "Country", known="country:IQ"), nominal("affiliate", "Organization"))
    found = told(table, *things)

    assert "affiliate affiliatedWith Bohar" in found
    assert "affiliate affiliatedWith Iraq" not in found


def test_proxies_are_of_the_nation_allies_only_have_its_nationality():
    table = (
        "Iranian/iranian/JJ/amod/2 proxies/proxy/NNS/nsubj/6 and/and/CC/cc/2 "
        "Turkish/turkish/JJ/amod/5 allies/ally/NNS/conj/2 "
        "fought/fight/VBD/ROOT/0 ./././punct/6"
    )
    things = (
        Thing("Iranian", "Country", "Iran"),
        Thing("Turkish", "Country", "Turkey"),
        nominal("proxies", "ArmedGroup"),
        nominal("allies", "Group"),
    )
    assert told(table, *things) == ["allies citizenOf Turkey", "proxies backedBy Iran"]


def test_a_person_of_a_body_is_its_member():
    table = "Haydari/Haydari/NNP/nsubj/5 of/of/IN/prep/1 the/the/DT/det/4 PMF/PMF/NNP/pobj/2 spoke/speak/VBD/ROOT/0 ./././punct/5"
    assert told(table, Thing("Haydari", "Person"), PMF) == ["Haydari memberOf PMF"]


def test_an_embassy_lies_where_the_text_says_and_not_in_its_country():
    table = (
        "The/the/DT/det/3 U.S./U.S./NNP/compound/3 Embassy/Embassy/NNP/nsubj/6 in/in/IN/prep/3 Baghdad/Baghdad/NNP/pobj/4 "
        "burned/burn/VBD/ROOT/0 ./././punct/6"
    )
    things = (Thing("U.S. Embassy in Baghdad", "Embassy", head="Embassy"), US, Thing("Baghdad", "City"))
    assert told(table, *things) == ["U.S. Embassy in Baghdad locatedIn Baghdad"]


PAIR = "Kirkuk/Kirkuk/NNP/nsubj/5 ,/,/,/punct/1 Iraq/Iraq/NNP/appos/1 ,/,/,/punct/1 burned/burn/VBN/ROOT/0 ./././punct/5"


def test_a_town_and_the_country_after_a_comma():
    assert told(PAIR, Thing("Kirkuk", "City"), IRAQ) == ["Kirkuk locatedIn Iraq"]


def test_places_the_gazetteer_knows_to_lie_elsewhere_are_a_list():
    paris = Thing("Kirkuk", "City", "Paris", known="gn:2988507")
    assert told(PAIR, paris, Thing("Iraq", "Country", known="country:IQ")) == []


def test_a_place_before_a_place():
    table = (
        "Baghdad/Baghdad/NNP/poss/4 's/'s/POS/case/1 Green/Green/NNP/compound/4 Zone/Zone/NNP/nsubj/5 "
        "burned/burn/VBD/ROOT/0 ./././punct/5"
    )
    expected = ["Green Zone locatedIn Baghdad"]
    assert expected == told(table, Thing("Baghdad", "City"), Thing("Green Zone", "Facility"))


def test_a_body_in_a_place_has_its_seat_there():
    table = (
        "A/a/DT/det/3 militia/militia/NN/compound/3 group/group/NN/nsubj/6 in/in/IN/prep/3 "
        "Iraq/Iraq/NNP/pobj/4 left/leave/VBD/ROOT/0 "
        "./././punct/6"
    )
    assert told(table, nominal("militia group", "ArmedGroup"), IRAQ) == ["militia group basedIn Iraq"]


def test_a_named_body_in_a_town_has_its_seat_there_in_a_country_it_may_only_work():
    table = "Siemens/Siemens/NNP/nsubj/4 in/in/IN/prep/1 Munich/Munich/NNP/pobj/2 grew/grow/VBD/ROOT/0 ./././punct/4"
    company = Thing("Siemens", "Company")
    assert told(table, company, Thing("Munich", "City")) == ["Siemens basedIn Munich"]
    assert told(table, company, Thing("Munich", "Country")) == []


def test_the_country_of_a_position_may_stand_behind_the_name():
    table = (
        "President/President/NNP/compound/3 Dilma/Dilma/NNP/compound/3 Rousseff/Rousseff/NNP/nsubj/6 of/of/IN/prep/3 "
        "Brazil/Brazil/NNP/pobj/4 left/leave/VBD/ROOT/0 ./././punct/6"
    )
    found = told(table, Thing("Dilma Rousseff", "Person"), Thing("Brazil", "Country"))
    assert {"Dilma Rousseff headOf Brazil", "Dilma Rousseff positionHeld President of Brazil"} <= set(found)


def test_the_name_after_the_body_of_a_title_holds_it():
    table = (
        "The/the/DT/det/2 head/head/NN/nsubj/9 of/of/IN/prep/2 the/the/DT/det/5 SSC/SSC/NNP/pobj/3 ,/,/,/punct/5 "
        "Mohammed/Mohammed/NNP/compound/8 Suweysi/Suweysi/NNP/appos/5 left/leave/VBD/ROOT/0 ./././punct/9"
    )
    expected = ["Mohammed Suweysi headOf SSC", "Mohammed Suweysi positionHeld Head of SSC"]
    assert expected == told(table, Thing("SSC", "Organization"), Thing("Mohammed Suweysi", "Person"))


def test_a_person_of_any_calling_at_a_body_works_for_it():
    table = (
        "Lee/Lee/NNP/nsubj/8 ,/,/,/punct/1 an/an/DT/det/4 economist/economist/NN/appos/1 at/at/IN/prep/4 the/the/DT/det/7 "
        "Bank/Bank/NNP/pobj/5 agreed/agree/VBD/ROOT/0 ./././punct/8"
    )
    expected = ["Lee worksFor Bank"]
    assert expected == told(table, Thing("Lee", "Person"), Thing("Bank", "Company"), nominal("economist", "Person", "Lee"))


def test_years_since_and_until_are_kept():
    table = (
        "Rouhani/Rouhani/NNP/nsubj/9 ,/,/,/punct/1 president/president/NN/appos/1 of/of/IN/prep/3 Iran/Iran/NNP/pobj/4 "
        "since/since/IN/prep/3 2013/2013/CD/pobj/6 ,/,/,/punct/1 spoke/speak/VBD/ROOT/0 ./././punct/9"
    )
    finding = find(table, Thing("Rouhani", "Person"), IRAN)
    assert [(r.property, r.valid_from, r.valid_until) for r in finding.relations] == [
        ("headOf", "2013", None),
        ("positionHeld", "2013", None),
    ]


def test_people_called_by_their_country_are_its_citizens():
    table = "Five/five/CD/nummod/2 Iraqis/Iraqi/NNPS/nsubj/3 left/leave/VBD/ROOT/0 Iraq/Iraq/NNP/dobj/3 ./././punct/3"
    iraq = Thing("Iraq", "Country", known="country:IQ")
    assert told(table, nominal("Iraqis", "Group"), iraq) == ["Iraqis citizenOf Iraq"]


def test_places_in_a_list_do_not_lie_in_each_other():
    table = (
        "He/he/PRP/nsubj/2 left/leave/VBD/ROOT/0 Ayt/Ayt/NNP/dobj/2 ,/,/,/punct/3 Bex/Bex/NNP/appos/3 and/and/CC/cc/5 "
        "Cis/Cis/NNP/conj/5 ./././punct/2"
    )
    assert told(table, Thing("Ayt", "City"), Thing("Bex", "Region"), Thing("Cis", "Region")) == []
    assert told(table, Thing("Ayt", "City"), Thing("Bex", "Region"), Thing("Cis", "City")) == ["Ayt locatedIn Bex"]


def test_embassies_in_two_countries_lie_in_neither_as_one():
    table = (
        "Embassies/embassy/NNS/nsubj/6 in/in/IN/prep/1 Kenya/Kenya/NNP/pobj/2 and/and/CC/cc/3 Chad/Chad/NNP/conj/3 "
        "closed/close/VBD/ROOT/0 ./././punct/6"
    )
    assert told(table, nominal("Embassies", "Embassy"), Thing("Kenya", "Country"), Thing("Chad", "Country")) == []


def test_only_a_person_plays_for_a_team():
    table = "FK/FK/NNP/compound/2 player/player/NN/compound/3 Lee/Lee/NNP/nsubj/4 left/leave/VBD/ROOT/0 ./././punct/4"
    assert told(table, Thing("FK", "Organization"), Thing("Lee", "Person")) == ["Lee memberOf FK"]
    assert told(table, Thing("FK", "Organization"), Thing("Lee", "Company")) == []


def test_a_country_that_a_body_includes_is_part_of_it():
    table = (
        "Allies/ally/NNS/nsubj/2 include/include/VBP/ROOT/0 Iran/Iran/NNP/dobj/2 and/and/CC/cc/3 Iraq/Iraq/NNP/conj/3 "
        "./././punct/2"
    )
    assert told(table, nominal("Allies", "Group"), IRAN, IRAQ) == ["Iran partOf Allies", "Iraq partOf Allies"]


def test_people_from_a_body_are_of_it_only_where_the_words_belong_together():
    table = (
        "Experts/expert/NNS/nsubj/4 from/from/IN/prep/{head} PMF/PMF/NNP/pobj/2 hid/hide/VBD/ROOT/0 "
        "arms/arm/NNS/dobj/4 ./././punct/4"
    )
    people = nominal("Experts", "Group")
    assert told(table.format(head=1), people, PMF) == ["Experts worksFor PMF"]
    assert told(table.format(head=4), people, PMF) == []


def test_dwellers_are_of_the_place_behind_them_and_visitors_are_not():
    table = "{word}/{lemma}/NNS/nsubj/4 in/in/IN/prep/1 Iraq/Iraq/NNP/pobj/2 left/leave/VBD/ROOT/0 ./././punct/4"
    assert told(table.format(word="Refugees", lemma="refugee"), nominal("Refugees", "Group"), IRAQ) == ["Refugees basedIn Iraq"]
    assert told(table.format(word="Tourists", lemma="tourist"), nominal("Tourists", "Group"), IRAQ) == []


def test_examples_lie_where_the_places_do_that_they_are_examples_of():
    table = (
        "towns/town/NNS/nsubj/6 in/in/IN/prep/1 Iraq/Iraq/NNP/pobj/2 including/include/VBG/prep/1 Zumar/Zumar/NNP/pobj/4 "
        "fell/fall/VBD/ROOT/0 ./././punct/6"
    )
    things = (nominal("towns", "City"), IRAQ, Thing("Zumar", "City"))
    assert "Zumar locatedIn Iraq" in told(table, *things)
    assert "Zumar locatedIn towns" not in told(table, *things)


def test_the_owner_of_a_war_opposes_whom_it_is_against():
    table = (
        "Iraq/Iraq/NNP/poss/3 's/'s/POS/case/1 war/war/NN/nsubj/6 against/against/IN/prep/3 PMF/PMF/NNP/pobj/4 "
        "ended/end/VBD/ROOT/0 ./././punct/6"
    )
    assert told(table, IRAQ, PMF) == ["Iraq opposes PMF"]


def test_nothing_is_found_in_nothing():
    assert find("Rain/rain/NN/nsubj/2 fell/fall/VBD/ROOT/0 ./././punct/2") == RelationFinding(())


def test_a_tie_to_people_without_a_name_tells_nothing():
    table = (
        "Leaders/leader/NNS/nsubj/5 tied/tie/VBN/acl/1 to/to/IN/prep/2 protesters/protester/NNS/pobj/3 met/meet/VBD/ROOT/0"
        " men/man/NNS/dobj/5 tied/tie/VBN/acl/6 to/to/IN/prep/7 Hamas/Hamas/NNP/pobj/8"
    )
    things = (nominal("Leaders", "Group"), nominal("protesters", "Group"), nominal("men", "Group"), Thing("Hamas", "ArmedGroup"))

    assert ["men affiliatedWith Hamas"] == told(table, *things)


def test_an_archbishop_is_not_at_the_head_of_the_city():
    table = "Lima/Lima/NNP/compound/3 archbishop/archbishop/NN/compound/3 Rivera/Rivera/NNP/nsubj/4 spoke/speak/VBD/ROOT/0"

    assert ["Rivera positionHeld Archbishop of Lima"] == told(table, Thing("Lima", "City"), Thing("Rivera", "Person"))


def test_the_north_korean_city_of_a_name_does_not_lie_in_itself():
    table = (
        "North/North/JJ/compound/2 Korean/Korean/JJ/amod/3 city/city/NN/nsubj/6 of/of/IN/prep/3 Wonsan/Wonsan/NNP/pobj/4"
        " grew/grow/VBD/ROOT/0"
    )
    things = (nominal("North Korean city of Wonsan", "City", head="city"), Thing("Wonsan", "City"))

    assert [] == told(table, *things)


@pytest.mark.parametrize(("head", "expected"), [("5", []), ("4", ["NATO basedIn Iraq"])])
def test_what_a_country_owns_behind_a_name_is_not_the_name(head, expected):
    table = f"Iraq/Iraq/NNP/poss/{head} 's/'s/POS/case/1 the/the/DT/det/4 NATO/NATO/NNP/compound/5 bid/bid/NN/ROOT/0"
    assert expected == told(table.replace(" the/the/DT/det/4", " own/own/JJ/amod/4"), IRAQ, Thing("NATO", "Organization"))


@pytest.mark.parametrize(("rank", "expected"), [("deputy", []), ("rebel", ["Ruiz leaderOf PMF"])])
def test_a_deputy_leader_does_not_lead(rank, expected):
    table = (
        f"Ruiz/Ruiz/NNP/nsubj/7 ,/,/,/punct/1 {rank}/{rank}/JJ/amod/4 leader/leader/NN/appos/1 of/of/IN/prep/4 PMF/PMF/NNP/pobj/5"
        " spoke/speak/VBD/ROOT/0"
    )
    leads = [tie for tie in told(table, Thing("Ruiz", "Person"), PMF) if "leaderOf" in tie]
    assert expected == leads


@pytest.mark.parametrize(("verb", "dep", "expected"), [("killed/kill", "dobj", []), ("fled/flee", "conj", ["PMF basedIn Lima"])])
def test_where_members_of_a_body_were_killed_is_not_its_seat(verb, dep, expected):
    table = (
        f"They/they/PRP/nsubj/2 {verb}/VBD/ROOT/0 members/member/NNS/{dep}/2 of/of/IN/prep/3 PMF/PMF/NNP/pobj/4 in/in/IN/prep/5"
        " Lima/Lima/NNP/pobj/6"
    )
    assert expected == [tie for tie in told(table, PMF, Thing("Lima", "City")) if "basedIn" in tie]


def test_a_leader_of_a_faith_is_one_of_the_faithful():
    table = "Sikh/Sikh/NNP/compound/2 leader/leader/NN/compound/3 Nijjar/Nijjar/NNP/nsubj/4 spoke/speak/VBD/ROOT/0"
    doc = parsed(table)
    doc.set_ents([doc.char_span(0, 4, label="NORP")])
    things = Thing("Sikh", "Group"), Thing("Nijjar", "Person")

    assert ["Nijjar positionHeld Leader"] == told(doc, *things)
    assert "Nijjar leaderOf Sikh" in told(table, *things)


@pytest.mark.parametrize(
    ("kind", "expected"), [("opposition/opposition/NN/compound", []), ("new/new/JJ/amod", ["Ruiz leaderOf Iran"])]
)
def test_the_leader_of_an_opposition_does_not_lead_the_country(kind, expected):
    table = (
        f"Iran/Iran/NNP/poss/4 's/'s/POS/case/1 {kind}/4 leader/leader/NN/compound/5 Ruiz/Ruiz/NNP/nsubj/6 spoke/speak/VBD/ROOT/0"
    )
    assert expected == [tie for tie in told(table, IRAN, Thing("Ruiz", "Person")) if "leaderOf" in tie]


@pytest.mark.parametrize(("country", "expected"), [("Iraq", []), ("Iraqi", ["Lam citizenOf Iraq"])])
def test_what_the_work_is_about_is_nobodys_country(country, expected):
    table = f"{country}/{country}/NNP/compound/2 manager/manager/NN/compound/3 Lam/Lam/NNP/nsubj/4 left/leave/VBD/ROOT/0"
    ties = told(table, Thing(country, "Country", "Iraq", known="country:IQ"), Thing("Lam", "Person"))
    assert expected == [tie for tie in ties if "citizenOf" in tie]


HALE, LIMA = Thing("Hale", "Person"), Thing("Lima", "City")
OFFICE = "mayor/mayor/NN/{dep}/{head} of/of/IN/prep/{at} Lima/Lima/NNP/pobj/{of}"


def _office(verb: str, *, dep: str = "pobj") -> str:
    """ "Hale …" with "mayor of Lima" behind it, which hangs on its last word."""
    last = len(verb.split())
    return f"Hale/Hale/NNP/{verb} " + OFFICE.format(dep=dep, head=last, at=last + 1, of=last + 2)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (_office("nsubj/2 served/serve/VBD/ROOT/0 as/as/IN/prep/2"), ["Hale headOf Lima"]),
        (_office("nsubj/2 resigned/resign/VBD/ROOT/0 as/as/IN/prep/2"), ["Hale former headOf Lima"]),
        (_office("nsubj/2 became/become/VBD/ROOT/0", dep="attr"), ["Hale headOf Lima"]),
        (_office("nsubjpass/3 was/be/VBD/auxpass/3 named/name/VBN/ROOT/0", dep="oprd"), ["Hale headOf Lima"]),
        (
            _office("nsubj/2 left/leave/VBD/ROOT/0 his/his/PRP$/poss/4 post/post/NN/dobj/2 as/as/IN/prep/4"),
            ["Hale former headOf Lima"],
        ),
        (_office("nsubj/2 ran/run/VBD/ROOT/0 for/for/IN/prep/2"), []),
        (_office("nsubj/2 wants/want/VBZ/ROOT/0 to/to/TO/aux/4 become/become/VB/xcomp/2", dep="attr"), []),
        (_office("nsubj/4 did/do/VBD/aux/4 not/not/RB/neg/4 serve/serve/VB/ROOT/0 as/as/IN/prep/4"), []),
        (_office("nsubjpass/3 was/be/VBD/auxpass/3 seen/see/VBN/ROOT/0 as/as/IN/prep/3"), []),
    ],
)
def test_who_is_made_something_holds_the_office_and_nobody_who_only_wants_it(table, expected):
    things = (HALE, LIMA, nominal("mayor", "Person"))
    posts = Thing("his", "Person", "Hale", kind="pronoun") if " his/" in table else None
    assert expected == [tie for tie in told(table, *things, *((posts,) if posts else ())) if "headOf" in tie]


def test_such_as_makes_nobody_anything():
    table = (
        "People/people/NNS/nsubj/7 such/such/JJ/amod/3 as/as/IN/prep/1 mayors/mayor/NNS/pobj/3 of/of/IN/prep/4 "
        "Lima/Lima/NNP/pobj/5 left/leave/VBD/ROOT/0"
    )
    assert "mayors headOf Lima" in told(table, nominal("mayors", "Person"), LIMA)


@pytest.mark.parametrize(("owner", "expected"), [("Person", []), ("Company", ["Acme ownerOf office"])])
def test_who_only_works_in_an_office_does_not_own_it(owner, expected):
    table = "Acme/Acme/NNP/poss/3 's/'s/POS/case/1 office/office/NN/nsubj/4 burned/burn/VBD/ROOT/0"
    assert expected == told(table, Thing("Acme", owner), nominal("office", "Building"))


@pytest.mark.parametrize(("part", "expected"), [("Central", []), ("several", ["presidents citizenOf U.S."])])
def test_people_of_a_continent_are_no_countrys(part, expected):
    table = (
        f"{part}/{part.lower()}/JJ/amod/3 American/american/JJ/amod/3 presidents/president/NNS/nsubj/4 met/meet/VBD/ROOT/0 "
        "U.S./U.S./NNP/dobj/4"
    )
    america = Thing("American", "Country", "U.S.", known="country:US")
    assert expected == [tie for tie in told(table, america, US, nominal("presidents", "Group")) if "citizenOf" in tie]


def test_an_analyst_of_a_country_is_not_its_citizen_and_the_country_no_part_of_the_position():
    table = "Iraq/Iraq/NNP/compound/2 analyst/analyst/NN/compound/3 Hale/Hale/NNP/nsubj/4 spoke/speak/VBD/ROOT/0"
    assert ["Hale positionHeld Analyst"] == told(table, IRAQ, HALE)


@pytest.mark.parametrize(("noun", "expected"), [("place", []), ("bridge", ["bridge locatedIn Lima"])])
def test_what_takes_place_somewhere_names_no_place_inside_it(noun, expected):
    table = f"It/it/PRP/nsubj/2 took/take/VBD/ROOT/0 {noun}/{noun}/NN/dobj/2 in/in/IN/prep/2 Lima/Lima/NNP/pobj/4"
    assert expected == told(table, nominal(noun, "Facility"), LIMA)


@pytest.mark.parametrize(("body", "expected"), [("society", []), ("council", ["members memberOf council"])])
def test_members_of_society_belong_to_no_body(body, expected):
    table = f"members/member/NNS/nsubj/4 of/of/IN/prep/1 {body}/{body}/NN/pobj/2 met/meet/VBD/ROOT/0"
    assert expected == told(table, nominal("members", "Group"), nominal(body, "Organization"))


@pytest.mark.parametrize(("noun", "expected"), [("guest", []), ("economist", ["Hale worksFor PMF"])])
def test_a_guest_is_not_in_the_service_of_the_house(noun, expected):
    table = (
        f"Hale/Hale/NNP/nsubj/2 was/be/VBD/ROOT/0 a/a/DT/det/4 {noun}/{noun}/NN/attr/2 at/at/IN/prep/4 the/the/DT/det/7 "
        "PMF/PMF/NNP/pobj/5"
    )
    assert expected == [tie for tie in told(table, HALE, PMF, nominal(noun, "Person")) if "worksFor" in tie]


def test_a_drone_is_owned_and_no_member():
    table = "Drones/drone/NNS/nsubj/2 belonged/belong/VBD/ROOT/0 to/to/IN/prep/2 PMF/PMF/NNP/pobj/3"
    assert ["PMF ownerOf Drones"] == told(table, nominal("Drones", "DroneUnit"), PMF)


def test_nothing_lies_in_the_quarter_named_before_it():
    table = (
        "Soho/Soho/NNP/compound/2 neighborhood/neighborhood/NN/nsubj/5 ,/,/,/punct/2 Lima/Lima/NNP/appos/2 burned/burn/VBD/ROOT/0"
    )
    things = (Thing("Soho", "City"), LIMA, nominal("neighborhood", "Region"))
    assert "Lima locatedIn Soho" not in told(table, *things)
    assert "Lima locatedIn Soho" in told(
        table.replace("Soho/Soho/NNP/compound/2 neighborhood/neighborhood", "Soho/Soho/NNP/compound/2 capital/capital"),
        things[0],
        LIMA,
        nominal("capital", "City"),
    )


def test_an_expert_holds_no_position():
    table = "Hale/Hale/NNP/nsubj/5 ,/,/,/punct/1 an/an/DT/det/4 expert/expert/NN/appos/1 spoke/speak/VBD/ROOT/0"
    assert [] == told(table, HALE, nominal("expert", "Person"))


def test_the_justice_of_a_courts_name_is_nobodys_title():
    table = "Court/Court/NNP/nsubj/4 of/of/IN/prep/1 Justice/Justice/NNP/pobj/2 met/meet/VBD/ROOT/0 Hale/Hale/NNP/appos/3"
    assert [] == told(table, Thing("Court of Justice", "Court", head="Court"), HALE)


@pytest.mark.parametrize(("side", "expected"), [("anti", []), ("ex", ["fighters citizenOf U.S."])])
def test_who_is_against_a_country_is_not_of_it(side, expected):
    table = (
        f"{side}/{side}/JJ/amod/4 -/-/HYPH/punct/3 American/american/JJ/amod/4 fighters/fighter/NNS/nsubj/5 left/leave/VBD/ROOT/0"
    )
    america = Thing("American", "Country", "U.S.", known="country:US")
    assert expected == told(table, america, nominal("fighters", "Group"))


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("the/the/DT/det/3 Lima/Lima/NNP/compound/3", []),
        ("a/a/DT/det/3 Lima/Lima/NNP/compound/3", ["square locatedIn Lima"]),
        ("Lima/Lima/NNP/poss/3 's/'s/POS/case/1", ["square locatedIn Lima"]),
    ],
)
def test_a_square_that_bears_a_towns_name_need_not_lie_there(place, expected):
    table = f"{place} square/square/NN/nsubj/4 burned/burn/VBD/ROOT/0"
    assert expected == told(table, LIMA, nominal("square", "Facility"))


def test_a_body_between_commas_is_what_the_office_is_of():
    table = (
        "Ruiz/Ruiz/NNP/nsubj/7 ,/,/,/punct/1 president/president/NN/appos/1 ,/,/,/punct/3 Acme/Acme/NNP/appos/3 ,/,/,/punct/1"
        " left/leave/VBD/ROOT/0"
    )

    assert told(table, Thing("Ruiz", "Person"), Thing("Acme", "Company")) == [
        "Ruiz headOf Acme",
        "Ruiz positionHeld President of Acme",
    ]


def test_a_naval_commander_does_not_lead_the_country():
    table = (
        "A/a/DT/det/4 Chilean/chilean/JJ/amod/4 {0}/{0}/JJ/amod/4 {1}/{1}/NN/nsubj/7 ,/,/,/punct/4"
        " Ruiz/Ruiz/NNP/appos/4 left/leave/VBD/ROOT/0"
    )
    things = (Thing("Chilean", "Country", "Chile", known="country:CL"), Thing("Ruiz", "Person"))

    assert "Ruiz leaderOf Chile" not in told(table.format("naval", "commander"), *things)
    assert "Ruiz headOf Chile" in told(table.format("young", "president"), *things)


def test_every_president_is_nobody():
    table = "{0}/{0}/DT/det/3 Chilean/chilean/JJ/amod/3 president/president/NN/nsubj/4 left/leave/VBD/ROOT/0"
    things = (Thing("Chilean", "Country", "Chile", known="country:CL"), nominal("Chilean president", "Person"))

    assert "Chilean president headOf Chile" in told(table.format("the"), *things)
    assert told(table.format("every"), *things) == told(table.format("a"), *things) == []


def test_a_given_name_is_no_title():
    table = "{0}/{0}/NNP/compound/2 Ruiz/Ruiz/NNP/nsubj/3 left/leave/VBD/ROOT/0"

    assert told(table.format("Dean"), Thing("Dean Ruiz", "Person")) == []
    assert told(table.format("President"), Thing("President Ruiz", "Person")) == ["President Ruiz positionHeld President"]


def test_an_assistant_leader_does_not_lead():
    table = (
        "Ruiz/Ruiz/NNP/nsubj/9 ,/,/,/punct/1 the/the/DT/det/5 {0}/{0}/JJ/amod/5 leader/leader/NN/appos/1 of/of/IN/prep/5"
        " Acme/Acme/NNP/pobj/6 ,/,/,/punct/1 left/leave/VBD/ROOT/0"
    )
    things = (Thing("Ruiz", "Person"), Thing("Acme", "Organization"))

    assert "Ruiz worksFor Acme" in told(table.format("assistant"), *things)
    assert "Ruiz leaderOf Acme" in told(table.format("young"), *things)


UNITS = "Battalion/Battalion/NNP/pobj/2 ,/,/,/punct/1 Regiment/Regiment/NNP/appos/1 left/leave/VBD/ROOT/0"


def test_a_unit_named_right_behind_a_smaller_one_is_what_that_is_part_of():
    table = f"Soldiers/soldier/NNS/nsubj/6 from/from/IN/prep/1 {UNITS}"
    found = told(table, nominal("Soldiers", "Group"), *(Thing(unit, "MilitaryForce") for unit in ("Battalion", "Regiment")))

    assert "Battalion partOf Regiment" in found
    assert not [tie for tie in found if tie.startswith("Regiment")]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            "Chad/Chad/NNP/nsubj/2 works/work/VBZ/ROOT/0 as/as/IN/prep/2 part/part/NN/pobj/3 of/of/IN/prep/4"
            " Omega/Omega/NNP/pobj/5",
            ["Chad memberOf Omega"],
        ),
        (
            "Chad/Chad/NNP/nsubj/3 may/may/MD/aux/3 work/work/VB/ROOT/0 as/as/IN/prep/3 part/part/NN/pobj/4 of/of/IN/prep/5"
            " Omega/Omega/NNP/pobj/6",
            [],
        ),
        (
            "Omega/Omega/NNP/nsubj/4 including/include/VBG/prep/1 Chad/Chad/NNP/pobj/2 left/leave/VBD/ROOT/0",
            ["Chad memberOf Omega"],
        ),
        ("Chad/Chad/NNP/nsubj/2 joined/join/VBD/ROOT/0 Omega/Omega/NNP/dobj/2", ["Chad memberOf Omega"]),
        (
            "Chad/Chad/NNP/nsubj/2 joined/join/VBD/ROOT/0 Omega/Omega/NNP/dobj/2 for/for/IN/prep/2 talks/talk/NNS/pobj/4",
            [],
        ),
    ],
)
def test_who_is_of_a_body_by_what_he_does_in_it(table, expected):
    found = told(table, Thing("Chad", "Country", known="country:TD"), Thing("Omega", "Organization"))
    assert expected == [tie for tie in found if "memberOf" in tie]


@pytest.mark.parametrize(("noun", "expected"), [("fight", ["Chad opposes Omega"]), ("speech", [])])
def test_who_is_helped_in_a_fight_is_against_the_other_side(noun, expected):
    table = (
        "Niger/Niger/NNP/nsubj/2 backs/back/VBZ/ROOT/0 Chad/Chad/NNP/dobj/2 in/in/IN/prep/2 its/its/PRP$/poss/6"
        f" {noun}/{noun}/NN/pobj/4 against/against/IN/prep/6 Omega/Omega/NNP/pobj/7"
    )
    found = told(table, *(Thing(name, "Country") for name in ("Niger", "Chad")), Thing("Omega", "ArmedGroup"))
    assert expected == [tie for tie in found if "opposes" in tie]
