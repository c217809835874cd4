"""What the tagger and parser misread of a clause, put right on parses written by hand."""

from __future__ import annotations

import pytest
from graph.annotate.clauses import Forms, mend_clauses
from graph.annotate.enumerations import mend_enumerations
from spacy.tokens import Doc, Span

from parsed import parsed

MINE = (
    "A/a/DT/det/2 mine/mine/NN/nsubj/3 {hit} a/a/DT/det/5 bus/bus/NN/dobj/3 carrying/carry/VBG/acl/5 cadets/cadet/NNS/dobj/6"
    " Thursday/Thursday/NNP/npadvmod/6 near/near/IN/prep/6 Kabul/Kabul/NNP/pobj/9"
)
YOUTHS = (
    "Youths/youth/NNS/nsubj/8 angered/anger/VBN/acl/1 by/by/IN/agent/2 an/an/DT/det/5 arrest/arrest/NN/pobj/3"
    " last/last/JJ/amod/7 week/week/NN/npadvmod/8 blocked/block/VBD/ROOT/0 roads/road/NNS/dobj/8 on/on/IN/prep/8"
    " {end}/NNP/pobj/10"
)
HACKERS = (
    "Hackers/hacker/NNS/nsubj/2 linked/link/VBN/ccomp/8 to/to/IN/prep/2 Iran/Iran/NNP/pobj/3 {join}stole/steal/VBD/conj/2"
    " it/it/PRP/dobj/{verb} ,/,/,/punct/8 said/say/VBD/ROOT/0"
)


def mended(table: str, *days: str) -> Doc:
    doc = parsed(table)
    spans = [doc.char_span(start := doc.text.index(day), start + len(day), label="DATE") for day in days]
    doc.set_ents([span for span in spans if span is not None])
    mend_clauses(
        doc,
        Forms(
            {"wounded": "wound"},
            {"shot": "shoot"},
            {"condemn", "deny", "say"},
            {"accuse"},
            {("open", "fire"), ("take", "hostage")},
        ),
    )
    return doc


def heads(doc: Doc) -> dict[str, str]:
    return {token.text: token.head.text for token in doc}


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("30/30/CD/nsubj/7 wounded/wounded/JJ/conj/2", ("wound", "VERB")),
        ("the/the/DT/det/7 wounded/wounded/JJ/conj/2", ("wounded", "ADJ")),
    ],
)
def test_an_adjective_with_a_subject_tells_what_befell_it(rest, expected):
    doc = mended(f"It/it/PRP/nsubj/2 left/leave/VBD/ROOT/0 12/12/CD/dobj/2 dead/dead/JJ/oprd/2 and/and/CC/cc/2 {rest}")
    assert expected == (doc[6].lemma_, doc[6].pos_)


@pytest.mark.parametrize(
    ("main", "verb"),
    [("hit/hit/VBD/ROOT/0", "hit"), ("condemned/condemn/VBD/ROOT/0", "carrying"), ("hit/hit/VB/ROOT/0", "carrying")],
)
def test_a_day_behind_what_goes_on_meanwhile_is_the_main_verbs_unless_that_only_judges(main, verb):
    found = heads(mended(MINE.format(hit=main), "Thursday"))
    assert (verb, verb) == (found["Thursday"], found["near"])


def test_of_two_days_the_one_before_the_verb_is_the_subjects():
    assert "arrest" == heads(mended(YOUTHS.format(end="Tuesday/Tuesday"), "last week", "Tuesday"))["week"]


def test_the_only_day_stays_the_verbs():
    assert "blocked" == heads(mended(YOUTHS.format(end="Lima/Lima"), "last week"))["week"]


def test_a_participle_behind_a_subject_describes_it_if_a_verb_follows_without_conjunction():
    doc = mended(HACKERS.format(join="", verb=5))
    assert ("stole", "Hackers", "said") == tuple(heads(doc)[word] for word in ("Hackers", "linked", "stole"))
    assert "ccomp" == doc[4].dep_


def test_two_verbs_joined_by_and_are_both_told():
    doc = mended(HACKERS.format(join="and/and/CC/cc/2 ", verb=6).replace("/8", "/9").replace("conj/2", "conj/2"))
    assert "linked" == heads(doc)["stole"]


def test_a_clause_with_that_behind_a_noun_tells_what_the_noun_is():
    table = "Reports/report/NNS/ROOT/0 that/that/IN/mark/4 they/they/PRP/nsubj/4 fled/flee/VBD/relcl/1"
    assert "acl" == mended(table)[3].dep_


def test_a_clause_with_which_stays_one_about_the_noun():
    table = "Camps/camp/NNS/ROOT/0 which/which/WDT/dobj/4 they/they/PRP/nsubj/4 fled/flee/VBD/relcl/1"
    assert "relcl" == mended(table)[3].dep_


def test_what_somebody_is_behind_a_comma_has_been_convicted_not_convicts():
    table = "Ruiz/Ruiz/NNP/ROOT/0 ,/,/,/punct/1 a/a/DT/det/4 dealer/dealer/NN/nsubj/5 convicted/convict/VBD/relcl/1"
    doc = mended(table)
    assert [("appos", "Ruiz"), ("acl", "dealer")] == [(token.dep_, token.head.text) for token in doc[3:]]
    assert "VBN" == doc[4].tag_


@pytest.mark.parametrize(("comma", "expected"), [(",/,/,/punct/2", "appos"), ("a/a/DT/det/3", "dobj")])
def test_a_second_object_behind_a_comma_is_none(comma, expected):
    table = f"They/they/PRP/nsubj/2 shot/shoot/VBD/ROOT/0 ten/ten/CD/dobj/2 {comma} the/the/DT/det/6 massacre/massacre/NN/dobj/2"
    assert expected == mended(table)[5].dep_


@pytest.mark.parametrize(("verb", "expected"), [("denied/deny", "denied"), ("built/build", "accused")])
def test_who_denies_says_what_follows(verb, expected):
    table = (
        "Rome/Rome/NNP/nsubj/2 accused/accuse/VBD/ROOT/0 it/it/PRP/dobj/2 of/of/IN/prep/2 raids/raid/NNS/pobj/4 ,/,/,/punct/5"
        f" which/which/WDT/dobj/9 Baku/Baku/NNP/nsubj/9 {verb}/VBD/relcl/5 ,/,/,/punct/2 saying/say/VBG/advcl/2"
    )
    assert expected == mended(table)[10].head.text


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("accused/accuse/VBD opening/open fire/fire", ("pcomp", "opening", "opening")),
        ("warned/warn/VBD opening/open fire/fire", ("pcomp", "opening", "opening")),
        ("accused/accuse/VBD burning/burn houses/house", ("pcomp", "opening", "opening")),
        ("warned/warn/VBD rising/rise prices/price", ("amod", "of", "warned")),
    ],
)
def test_what_somebody_is_accused_of_doing_is_a_deed(words, expected):
    verb, gerund, noun = words.split()
    doc = mended(
        f"They/they/PRP/nsubj/2 {verb}/ROOT/0 of/of/IN/prep/2 {gerund}/VBG/amod/5 {noun}/NN/pobj/3 on/on/IN/prep/2"
        " posts/post/NNS/pobj/6"
    )
    renamed = tuple("opening" if word.text == doc[3].text else word.text for word in (doc[4].head, doc[5].head))
    assert expected == (doc[3].dep_, *renamed)


@pytest.mark.parametrize(("past", "expected"), [("set/set/VBD", "vowed"), ("set/set/VB", "repeat")])
def test_a_past_deed_is_no_part_of_what_is_vowed(past, expected):
    table = (
        "He/he/PRP/nsubj/2 vowed/vow/VBD/ROOT/0 to/to/TO/aux/4 repeat/repeat/VB/xcomp/2 it/it/PRP/dobj/4 and/and/CC/cc/4"
        f" {past}/conj/4 rules/rule/NNS/dobj/7"
    )
    assert expected == heads(mended(table))["set"]


def test_so_is_a_day_told_with_on():
    table = (
        "A/a/DT/det/2 mine/mine/NN/nsubj/3 hit/hit/VBD/ROOT/0 a/a/DT/det/5 bus/bus/NN/dobj/3 carrying/carry/VBG/acl/5"
        " cadets/cadet/NNS/dobj/6 on/on/IN/prep/6 Thursday/Thursday/NNP/pobj/8"
    )
    assert "hit" == heads(mended(table, "Thursday"))["on"]


SHOT = (
    "Gunmen/gunman/NNS/{dep} on/on/IN/prep/1 a/a/DT/det/5 {thing}/NN/{held} shot/shot/NN/{shot} {rest} a/a/DT/det/{end}"
    " judge/judge/NN/dobj/{verb}"
)


@pytest.mark.parametrize("hung", [1, 5])
def test_gunmen_on_a_motorbike_shot_somebody_and_there_is_no_motorbike_shot(hung: int):
    rest = f"and/and/CC/cc/{hung} killed/kill/VBD/conj/{hung}"
    doc = mended(
        SHOT.format(dep="ROOT/0", thing="motorbike/motorbike", held="compound/5", shot="pobj/2", rest=rest, end=9, verb=7)
    )
    found = {token.text: (token.head.text, token.dep_) for token in doc}

    assert ("shoot", "VERB") == (doc[4].lemma_, doc[4].pos_)
    assert [("shot", "nsubj"), ("on", "pobj"), ("shot", "ROOT"), ("shot", "conj")] == [
        found[word] for word in ("Gunmen", "motorbike", "shot", "killed")
    ]


@pytest.mark.parametrize(("subject", "expected"), [("nsubj/5", "VERB"), ("compound/5", "NOUN")])
def test_a_shot_with_a_subject_and_an_object_was_fired_by_it(subject: str, expected: str):
    doc = mended(
        SHOT.format(dep=subject, thing="bus/bus", held="pobj/2", shot="ROOT/0", rest="dead/dead/JJ/oprd/5", end=8, verb=5)
    )
    assert expected == doc[4].pos_


def test_a_raid_is_against_whom_it_hits_and_not_the_jets():
    table = (
        "They/they/PRP/nsubj/2 made/make/VBD/ROOT/0 raids/raid/NNS/dobj/2 using/use/VBG/acl/3 jets/jet/NNS/dobj/4"
        " against/against/IN/prep/5 rebels/rebel/NNS/pobj/6"
    )
    doc = parsed(table)

    mend_clauses(doc, Forms({}, {}, (), (), ()))
    assert doc[5].head.text == "raids"


@pytest.mark.parametrize(("called", "expected"), [("fire", "dobj"), ("happy", "nsubj")])
def test_whom_somebody_holds_responsible_is_whom_the_verb_is_said_of(called: str, expected: str):
    doc = mended(
        f"Peru/Peru/NNP/nsubj/2 opens/open/VBZ/ROOT/0 rebels/rebel/NNS/nsubj/4 {called}/{called}/JJ/ccomp/2"
        " for/for/IN/prep/4 it/it/PRP/pobj/5"
    )
    assert expected == doc[2].dep_


def test_which_is_the_body_and_not_the_person():
    table = (
        "Ruiz/Ruiz/NNP/nsubj/9 of/of/IN/prep/1 the/the/DT/det/4 bank/bank/NN/pobj/2 ,/,/,/punct/1 {0}/{0}/WDT/nsubj/7"
        " lends/lend/VBZ/relcl/1 ,/,/,/punct/1 left/leave/VBD/ROOT/0"
    )

    for pronoun, noun in (("which", "bank"), ("who", "Ruiz")):
        doc = parsed(table.format(pronoun))
        doc.set_ents([Span(doc, 0, 1, label="PERSON")])
        mend_clauses(doc, Forms({}, {}, (), (), ()))
        assert doc[6].head.text == noun


@pytest.mark.parametrize(
    ("table", "verb"),
    [
        ("Chile/Chile/NNP/dobj/2 of/of/IN/prep/3 torture/torture/NN/pobj/4", "accused"),
        ("rebels/rebel/NNS/dobj/2 of/of/IN/prep/3 looting/loot/VBG/pcomp/4", "accused"),
        ("heads/head/NNS/dobj/2 of/of/IN/prep/3 torture/torture/NN/pobj/4", "heads"),
        ("Chile/Chile/NNP/dobj/2 of/of/IN/prep/3 today/today/NN/pobj/4", "Chile"),
    ],
)
def test_what_somebody_is_accused_of_hangs_on_the_accusing(table: str, verb: str):
    doc = parsed("Peru/Peru/NNP/nsubj/2 accused/accuse/VBD/ROOT/0 " + table)

    mend_clauses(doc, Forms({}, {}, {"accuse"}, {"accuse"}, set(), {"accuse of"}, {"torture"}, {"army"}))

    assert verb == heads(doc)["of"]


def test_to_whom_a_deed_is_laid_hangs_on_the_blaming():
    doc = parsed(
        "Peru/Peru/NNP/nsubj/2 blamed/blame/VBD/ROOT/0 the/the/DT/det/4 torture/torture/NN/dobj/2 on/on/IN/prep/4"
        " Chile/Chile/NNP/pobj/5"
    )

    mend_clauses(doc, Forms({}, {}, {"blame"}, {"blame"}, set(), {"blame on"}, {"torture"}))

    assert "blamed" == heads(doc)["on"]


SEEK = "They/they/PRP/nsubj/2 {seek} to/to/TO/aux/4 weaken/weaken/VB/xcomp/2 it/it/PRP/dobj/4 ,/,/,/punct/2 {last}"


@pytest.mark.parametrize(
    ("seek", "last", "head"),
    [
        ("seek/seek/VBP/ROOT/0", "create/create/VB/conj/2 distrust/distrust/NN/dobj/7", "weaken"),
        ("seek/seek/VBP/ROOT/0", "create/create/VBP/conj/2 distrust/distrust/NN/dobj/7", "seek"),
        ("seek/seek/VB/ROOT/0", "create/create/VB/conj/2 distrust/distrust/NN/dobj/7", "seek"),
    ],
)
def test_a_bare_form_behind_a_finite_verb_goes_on_with_its_infinitive(seek: str, last: str, head: str):
    doc = mended(SEEK.format(seek=seek, last=last))

    assert head == heads(doc)["create"]


PEOPLE = "Paz/Paz/NNP/nsubj/7 ,/,/,/punct/1 Vale/Vale/NNP/appos/1 ,/,/,/punct/1 {end} left/leave/VBD/ROOT/0"


@pytest.mark.parametrize(
    ("end", "expected"),
    [("and/and/CC/cc/1 Ruiz/Ruiz/NNP/conj/1", "conj"), ("of/of/IN/prep/3 Ruiz/Ruiz/NNP/pobj/5", "appos")],
)
def test_in_a_list_of_people_each_is_one_more(end: str, expected: str):
    doc = parsed(PEOPLE.format(end=end))
    doc.set_ents([Span(doc, at, at + 1, label="PERSON") for at in (0, 2, 5)])

    mend_enumerations(doc)

    assert expected == doc[2].dep_


@pytest.mark.parametrize(("first", "expected"), [("open", ("fired", "nsubjpass")), ("wild", ("were", "nsubj"))])
def test_a_verb_in_two_words_behind_be_befalls_its_subject(first: str, expected: tuple[str, str]):
    doc = mended(
        f"Guns/gun/NNS/nsubj/2 were/be/AUX/ROOT/0 {first}/{first}/NN/npadvmod/5 -/-/HYPH/punct/5 fired/fire/VBN/acomp/2"
        " at/at/IN/prep/5 crowds/crowd/NNS/pobj/6"
    )
    assert expected == (heads(doc)["Guns"], doc[0].dep_)


@pytest.mark.parametrize(("verb", "dep"), [("protests/protest", "compound"), ("says/say", "nsubj")])
def test_what_a_heading_is_about_is_no_verb(verb, dep):
    doc = mended(f"Kenya/Kenya/NNP/nsubj/2 {verb}/VBZ/ROOT/0 :/:/:/punct/2 five/five/CD/dep/2 died/die/VBD/ccomp/2")
    assert dep == doc[0].dep_


@pytest.mark.parametrize(
    ("table", "head"),
    [
        (
            "Rebels/rebel/NNS/nsubj/2 took/take/VBD/ROOT/0 nine/nine/CD/nummod/5 nurses/nurse/NNS/compound/5"
            " hostage/hostage/NN/dobj/2",
            "took",
        ),
        (
            "Rebels/rebel/NNS/nsubj/2 took/take/VBD/ROOT/0 dozens/dozen/NNS/dobj/2 of/of/IN/prep/3 nurses/nurse/NNS/compound/6"
            " hostage/hostage/NN/pobj/4",
            "of",
        ),
    ],
)
def test_whom_they_took_hostage_are_people_and_no_hostage(table: str, head: str):
    found = heads(doc := mended(table))

    assert (head, "took") == (found["nurses"], found["hostage"])
    assert {"oprd"} == {token.dep_ for token in doc if token.text == "hostage"}


@pytest.mark.parametrize(
    ("table", "word", "head", "dep"),
    [
        (
            "Ten/ten/CD/nsubjpass/3 were/be/AUX/auxpass/3 hurt/hurt/VBN/ROOT/0 as/as/IN/prep/3 rockets/rocket/NNS/nsubj/6"
            " hit/hit/VBD/conj/3 Gao/Gao/NNP/dobj/6",
            "hit",
            "hurt",
            "advcl",
        ),
        (
            "Four/four/CD/nsubjpass/3 were/be/AUX/auxpass/3 hurt/hurt/VBN/ROOT/0 ,/,/,/punct/3 two/two/CD/npadvmod/3"
            " badly/badly/RB/advmod/5 when/when/WRB/advmod/10 a/a/DT/det/9 pipe/pipe/NN/nsubj/10 burst/burst/VBD/relcl/5",
            "burst",
            "hurt",
            "advcl",
        ),
        (
            "Crowds/crowd/NNS/nsubj/2 defied/defy/VBD/ROOT/0 a/a/DT/det/4 ban/ban/NN/dobj/2 to/to/TO/aux/6 march/march/VB/acl/4",
            "march",
            "defied",
            "advcl",
        ),
        (
            "Crowds/crowd/NNS/nsubj/2 made/make/VBD/ROOT/0 a/a/DT/det/4 bid/bid/NN/dobj/2 to/to/TO/aux/6 march/march/VB/acl/4",
            "march",
            "bid",
            "acl",
        ),
    ],
)
def test_what_went_on_meanwhile_or_in_spite_of_a_ban_hangs_on_the_verb(table: str, word: str, head: str, dep: str):
    doc = mended(table)
    assert (head, dep) == (heads(doc)[word], next(token.dep_ for token in doc if token.text == word))


@pytest.mark.parametrize(
    ("inner", "expected"),
    [("were/be/VBD", "prevent"), ("came/come/VBD", "came")],
)
def test_whoever_they_are_what_is_prevented_is_what_they_would_do(inner, expected):
    table = (
        f"Prevent/prevent/VB/ROOT/0 those/those/DT/dobj/1 who/who/WP/nsubj/4 {inner}/relcl/2 from/from/IN/prep/4"
        " robbing/rob/VBG/pcomp/5 banks/bank/NNS/dobj/6"
    )
    doc = parsed(table)
    mend_clauses(doc, Forms({}, {}, set(), set(), set(), laying={"prevent from"}))
    assert expected.lower() == heads(doc)["from"].lower()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ten/ten/CD/nummod/4 nurses/nurse/NNS/dobj/2 captive/captive/JJ/amod/4", ("nurses", "oprd")),
        ("dozens/dozen/NNS/dobj/2 of/of/IN/prep/3 captive/captive/JJ/oprd/2", ("dozens", "oprd")),
        ("him/he/PRP/dative/2 prisoner/prisoner/NN/dobj/2", ("him", "oprd")),
        ("her/her/PRP$/poss/4 hostage/hostage/NN/dobj/2", ("her", "oprd")),
        ("their/their/PRP$/poss/4 hostage/hostage/NN/dobj/2", ("hostage", "dobj")),
        ("its/its/PRP$/poss/4 prisoner/prisoner/NN/dobj/2", ("prisoner", "dobj")),
    ],
)
def test_who_is_held_captive_is_held(words, expected):
    doc = mended(f"They/they/PRP/nsubj/2 held/hold/VBD/ROOT/0 {words}")
    assert expected == (next(word.text for word in doc if word.dep_ == "dobj"), doc[-1].dep_)


@pytest.mark.parametrize(("comma", "expected"), [(",/,/,/punct/6 and/and/CC/cc/6", "left"), ("and/and/CC/cc/6", "burned")])
def test_what_a_comma_sets_off_goes_on_with_the_main_clause(comma, expected):
    last = 9 + comma.count(" ")
    table = (
        "He/he/PRP/nsubj/2 left/leave/VBD/ROOT/0 after/after/IN/mark/6 a/a/DT/det/5 mob/mob/NN/nsubj/6 burned/burn/VBD/advcl/2"
        f" it/it/PRP/dobj/6 {comma} named/name/VBD/conj/6 Ruiz/Ruiz/NNP/dobj/{last}"
    )
    assert expected == heads(mended(table))["named"]


@pytest.mark.parametrize(("third", "expected"), [("", "left"), ("robbed/rob/VBD/conj/6 shops/shop/NNS/dobj/8 ", "burned")])
def test_of_three_deeds_of_a_mob_the_last_is_no_other_doers(third, expected):
    at = 8 + 2 * bool(third)
    table = (
        "He/he/PRP/nsubj/2 left/leave/VBD/ROOT/0 after/after/IN/mark/6 a/a/DT/det/5 mob/mob/NN/nsubj/6 burned/burn/VBD/advcl/2"
        f" it/it/PRP/dobj/6 {third},/,/,/punct/6 and/and/CC/cc/6 fled/flee/VBD/conj/6 home/home/NN/dobj/{at + 2}"
    )
    assert expected == heads(mended(table))["fled"]


@pytest.mark.parametrize(("adverb", "expected"), [("wildly/wildly/RB", "burning"), ("fast/fast/JJ", "firing")])
def test_what_the_second_of_two_deeds_is_done_to_is_not_the_firsts(adverb, expected):
    table = (
        f"They/they/PRP/nsubj/2 came/come/VBD/ROOT/0 firing/fire/VBG/advcl/2 {adverb}/advmod/3 and/and/CC/cc/4"
        " burning/burn/VBG/conj/4 huts/hut/NNS/dobj/3"
    )
    assert expected == heads(mended(table))["huts"]


def test_of_two_gerunds_joined_the_second_tells_of_a_deed_too():
    table = (
        "They/they/PRP/nsubj/2 came/come/VBD/ROOT/0 firing/fire/VBG/advcl/2 and/and/CC/cc/3 burning/burn/VBG/amod/6"
        " huts/hut/NNS/conj/3"
    )
    doc = mended(table)
    assert ("firing", "conj", "burning", "dobj") == (doc[4].head.text, doc[4].dep_, doc[5].head.text, doc[5].dep_)


@pytest.mark.parametrize(
    ("noun", "rest", "expected"),
    [
        ("monks/monk/NNS/dobj/3", "were/be/VBD/auxpass/7 killed/kill/VBN/conj/3", ("killed", "nsubjpass")),
        ("monks/monk/NNS/dobj/3", "and/and/CC/cc/3 were/be/VBD/auxpass/8 killed/kill/VBN/conj/3", ("ended", "dobj")),
    ],
)
def test_people_behind_and_belong_to_the_verb_that_has_nobody_else(noun, rest, expected):
    doc = mended(f"The/the/DT/det/2 siege/siege/NN/nsubj/3 ended/end/VBD/ROOT/0 and/and/CC/cc/3 {noun} {rest}")
    assert expected == (doc[4].head.text, doc[4].dep_)


@pytest.mark.parametrize(("day", "expected"), [("Monday", "drowned"), (None, "sank")])
def test_people_do_not_go_together_with_a_day(day, expected):
    table = (
        "It/it/PRP/nsubj/2 sank/sink/VBD/ROOT/0 on/on/IN/prep/2 Monday/Monday/NNP/pobj/3 and/and/CC/cc/4 ten/ten/CD/nummod/7"
        " men/man/NNS/conj/4 drowned/drown/VBD/conj/2"
    )
    doc = mended(table, *([day] if day else []))
    assert expected == ("drowned" if doc[6].head == doc[7] else doc[3].head.head.text)


@pytest.mark.parametrize(("verb", "expected"), [("counter/counter", "dobj"), ("be/be", "nsubj")])
def test_what_is_declared_to_some_end_is_declared(verb, expected):
    table = (
        "He/he/PRP/nsubj/2 declared/declare/VBD/ROOT/0 a/a/DT/det/4 truce/truce/NN/nsubj/6 to/to/TO/aux/6"
        f" {verb}/VB/ccomp/2 it/it/PRP/dobj/6"
    )
    assert expected == mended(table)[3].dep_


@pytest.mark.parametrize(
    ("deed", "verb", "head"),
    [
        ("attack/attack/NN", "claimed/claim", "attack"),
        ("walk/walk/NN", "claimed/claim", "hall"),
        ("attack/attack/NN", "built/build", "hall"),
    ],
)
def test_who_claims_claims_the_deed_and_not_where_it_was(deed: str, verb: str, head: str):
    table = (
        f"An/an/DT/det/2 {deed}/nsubj/9 on/on/IN/prep/2 a/a/DT/det/5 hall/hall/NN/pobj/3 {verb}/VBN/acl/5 by/by/IN/agent/6"
        " rebels/rebel/NNS/pobj/7 ended/end/VBD/ROOT/0"
    )
    doc = parsed(table)
    mend_clauses(doc, Forms({}, {}, {"claim"}, (), (), (), {"attack"}))

    assert head == heads(doc)[verb.partition("/")[0]]


@pytest.mark.parametrize("clause", ["acl", "relcl"])
@pytest.mark.parametrize(("deed", "expected"), [("took/take hostage/hostage", "took"), ("made/make plan/plan", "plan")])
def test_what_a_deed_is_done_for_is_told_of_its_doers(deed, expected, clause):
    verb, noun = deed.split()
    table = (
        f"They/they/PRP/nsubj/2 {verb}/VBD/ROOT/0 a/a/DT/det/4 {noun}/NN/dobj/2 to/to/TO/aux/6 demand/demand/VB/{clause}/4"
        " pay/pay/NN/dobj/6"
    )
    assert expected == heads(mended(table))["demand"]


def test_what_is_welcomed_is_no_clause():
    doc = parsed(
        "I/I/PRP/nsubj/2 welcome/welcome/VBP/ROOT/0 the/the/DT/det/4 accord/accord/NN/nsubj/5 reached/reach/VBN/ccomp/2"
        " between/between/IN/prep/5 them/they/PRP/pobj/6"
    )
    mend_clauses(doc, Forms({}, {}, (), (), (), judging={"welcome"}))

    assert ("welcome", "accord") == (heads(doc)["accord"], heads(doc)["reached"])


def test_shoulder_to_shoulder_is_no_deed():
    doc = mended(
        "Chad/Chad/NNP/nsubj/2 stands/stand/VBZ/ROOT/0 shoulder/shoulder/NN/dobj/2 to/to/TO/aux/5 shoulder/shoulder/VB/advcl/2"
        " with/with/IN/prep/5 Niger/Niger/NNP/pobj/6"
    )
    assert ("NOUN", "stands") == (doc[4].pos_, heads(doc)["with"])
