"""Who says what: source, cue and content, on parses written by hand and on parsed text."""

from __future__ import annotations

from functools import lru_cache

import pytest
from graph.annotate import load_model
from graph.attribution import find_attributions
from graph.model import Attribution, Mention, Span
from graph.ontology import Ontology, load
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from parsed import parsed

Said = tuple[str, str, tuple[str, ...], str]


@lru_cache(maxsize=1)
def ontology() -> Ontology:
    return load()


def said(doc: Doc) -> list[Said]:
    return [_said(a, doc.text) for a in find_attributions(doc, (), ontology())]


def _said(a: Attribution, text: str) -> Said:
    of = [span.of(text) if span is not None else "" for span in (a.source, a.cue)]
    return of[0], of[1], tuple(span.of(text) for span in a.content), a.stance


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            "Officials/official/NNS/nsubj/2 said/say/VBD/ROOT/0 troops/troop/NNS/nsubj/4 left/leave/VBD/ccomp/2 ././././2",
            ("Officials", "said", ("troops left",), "reports"), id="indirect",
        ),
        pytest.param(
            "Troops/troop/NNS/nsubj/2 left/leave/VBD/ccomp/5 ,/,/,/punct/5 he/he/PRP/nsubj/5 said/say/VBD/ROOT/0 ././././5",
            ("he", "said", ("Troops left",), "reports"), id="source behind",
        ),
        pytest.param(
            "Troops/troop/NNS/nsubj/2 left/leave/VBD/ccomp/7 ,/,/,/punct/2 killing/kill/VBG/advcl/2 ten/ten/CD/dobj/4"
            " ,/,/,/punct/7 say/say/VBP/ROOT/0 officials/official/NNS/nsubj/7",
            ("officials", "say", ("Troops left, killing ten",), "reports"), id="all that stands before the cue",
        ),
        pytest.param(
            "He/he/PRP/nsubj/3 also/also/RB/advmod/3 claims/claim/VBZ/ROOT/0 that/that/IN/mark/6 Iran/Iran/NNP/nsubj/6"
            " attacked/attack/VBD/ccomp/3",
            ("He", "also claims", ("that Iran attacked",), "alleges"), id="claim",
        ),
        pytest.param(
            "Trump/Trump/NNP/nsubj/2 threatened/threaten/VBD/ROOT/0 to/to/TO/aux/4 retaliate/retaliate/VB/xcomp/2",
            ("Trump", "threatened", ("to retaliate",), "intends"), id="threat",
        ),
        pytest.param(
            "He/he/PRP/nsubj/2 called/call/VBD/ROOT/0 for/for/IN/prep/2 calm/calm/NN/pobj/3",
            ("He", "called for", ("calm",), "asks"), id="preposition of the cue",
        ),
        pytest.param(
            "Troops/troop/NNS/nsubj/2 left/leave/VBD/ROOT/0 ,/,/,/punct/2 according/accord/VBG/prep/2 to/to/IN/prep/4"
            " police/police/NNS/pobj/5 ././././2",
            ("police", "according to", ("Troops left",), "reports"), id="according to",
        ),
        pytest.param(
            "Trump/Trump/NNP/poss/3 's/'s/POS/case/1 claim/claim/NN/nsubj/7 that/that/IN/mark/6 they/they/PRP/nsubj/6"
            " lied/lie/VBD/acl/3 failed/fail/VBD/ROOT/0",
            ("Trump's", "claim", ("that they lied",), "alleges"), id="noun",
        ),
        pytest.param(
            "Both/both/PRP/nsubj/2 claims/claim/VBZ/ROOT/0 Iran/Iran/NNP/nsubj/4 denies/deny/VBZ/ccomp/2 ././././2",
            ("Iran", "denies", ("Both claims",), "denies"), id="fronted object",
        ),
    ],
)  # fmt: skip
def test_forms_of_the_sentence(table: str, expected: Said):
    assert [expected] == said(parsed(table))


def test_a_denied_wish_is_negative():
    table = "He/he/PRP/nsubj/4 did/do/AUX/aux/4 not/not/RB/neg/4 want/want/VB/ROOT/0 to/to/TO/aux/6 go/go/VB/xcomp/4"
    (found,) = find_attributions(parsed(table), (), ontology())

    assert ("intends", "negative") == (found.stance, found.polarity)


def test_the_speaker_is_the_chain_of_the_mention_that_heads_the_source():
    doc = parsed("Officials/official/NNS/nsubj/2 said/say/VBD/ROOT/0 troops/troop/NNS/nsubj/4 left/leave/VBD/ccomp/2")
    mention = Mention("m1", Span(0, 9), "Officials", "nominal", "Group", 0, "e1")
    (found,) = find_attributions(doc, (mention,), ontology())

    assert ("m1", "e1") == (found.mention, found.speaker)


def test_the_name_beside_a_noun_is_the_speaker():
    doc = parsed(
        "Coaches/coach/NNS/nsubj/5 ,/,/,/punct/1 Karim/Karim/NNP/appos/1 ,/,/,/punct/1 said/say/VBD/ROOT/0"
        " troops/troop/NNS/nsubj/7 left/leave/VBD/ccomp/5"
    )
    noun = Mention("m1", Span(0, 7), "Coaches", "nominal", "Person", 0, "e1")
    name = Mention("m2", Span(9, 14), "Karim", "name", "Person", 9, "e2")
    (found,) = find_attributions(doc, (noun, name), ontology())

    assert ("m2", "e2") == (found.mention, found.speaker)


def test_the_first_person_is_nobody_known():
    assert said(parsed("I/I/PRP/nsubj/2 think/think/VBP/ROOT/0 they/they/PRP/nsubj/4 left/leave/VBD/ccomp/2")) == []


def test_whom_somebody_quotes_is_the_speaker():
    table = (
        "Reports/report/NNS/nsubj/2 cited/cite/VBD/ROOT/0 Vargas/Vargas/NNP/dobj/2 as/as/IN/prep/2 saying/say/VBG/pcomp/4 "
        "they/they/PRP/nsubj/7 left/leave/VBD/ccomp/5"
    )
    assert said(parsed(table)) == [("Vargas", "saying", ("they left",), "reports")]


@pytest.mark.parametrize(
    "table",
    [
        pytest.param(
            "Police/police/NNS/nsubj/4 do/do/AUX/aux/4 n't/not/RB/neg/4 know/know/VB/ROOT/0 that/that/IN/mark/7"
            " they/they/PRP/nsubj/7 left/leave/VBD/ccomp/4", id="not known",
        ),
        pytest.param(
            "Police/police/NNS/nsubj/2 know/know/VBP/ROOT/0 where/where/WRB/advmod/5 they/they/PRP/nsubj/5 went/go/VBD/ccomp/2",
            id="known where",
        ),
        pytest.param(
            "Chad/Chad/NNP/nsubj/2 denied/deny/VBD/ROOT/0 entry/entry/NN/dobj/2 to/to/IN/prep/3 them/they/PRP/pobj/4",
            id="a good withheld",
        ),
        pytest.param(
            "Hassan/Hassan/NNP/nsubj/2 called/call/VBD/ROOT/0 the/the/DT/det/4 station/station/NN/dobj/2 ./././punct/2",
            id="a call",
        ),
        pytest.param(
            "Police/police/NNS/nsubj/2 named/name/VBD/ROOT/0 suspects/suspect/NNS/dobj/2 ././././2"
            ' "/"/``/punct/6 Stay/stay/VB/ROOT/0 at/at/IN/prep/6 home/home/NN/pobj/7 "/"/\'\'/punct/6',
            id="a noun named before a quotation",
        ),
        pytest.param(
            "Ann/Ann/NNP/nsubjpass/3 was/be/AUX/auxpass/3 arrested/arrest/VBN/ROOT/0 and/and/CC/cc/3 accused/accuse/VBN/conj/3"
            " of/of/IN/prep/5 theft/theft/NN/pobj/6", id="what befalls somebody beside another passive",
        ),
    ],
)  # fmt: skip
def test_what_is_no_act_of_saying(table: str):
    assert said(parsed(table)) == []


def test_a_clause_with_that_is_said_even_where_a_quotation_is_the_rule():
    table = (
        "They/they/PRP/nsubj/2 added/add/VBD/ROOT/0 that/that/IN/mark/6 ten/ten/CD/nummod/5 men/man/NNS/nsubj/6"
        " died/die/VBD/ccomp/2"
    )

    assert [("They", "added", ("that ten men died",), "reports")] == said(parsed(table))


QUOTED = '"/"/``/punct/2 Go/go/VB/ROOT/0 now/now/RB/advmod/2 {}/{}/./punct/2 "/"/\'\'/punct/2 '
ALONE = "they/they/PRP/nsubj/7 added/add/VBD/ROOT/0"
WITH_OBJECT = "They/they/PRP/nsubj/7 added/add/VBD/ROOT/0 two/two/CD/nummod/9 men/man/NNS/dobj/7"


@pytest.mark.parametrize(
    ("stop", "sentence", "expected"),
    [("!", ALONE, [("they", "added", ('" Go now! "',), "reports")]), (".", WITH_OBJECT, [])],
)
def test_a_quotation_of_the_sentence_before_belongs_only_to_a_tail(stop: str, sentence: str, expected: list[Said]):
    assert expected == said(parsed(QUOTED.format(stop, stop) + sentence))


@pytest.mark.parametrize(
    ("rest", "rule"),
    [
        ("the/the/DT/det/4 raid/raid/NN/dobj/2", "evaluation"),
        ("that/that/IN/mark/5 men/man/NNS/nsubj/5 left/leave/VBD/ccomp/2", "verb"),
    ],
)
def test_who_judges_a_thing_takes_it_for_granted(rest: str, rule: str):
    (found,) = find_attributions(parsed(f"Iran/Iran/NNP/nsubj/2 protested/protest/VBD/ROOT/0 {rest}"), (), ontology())

    assert rule == found.rule


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("violence/violence/NN", ("evaluation", "reports", "positive")),
        ("claims/claim/NNS", ("verb", "denies", "negative")),
        ("it/it/PRP", ("verb", "denies", "negative")),
    ],
)
def test_who_rejects_a_thing_judges_it_and_who_rejects_a_claim_denies_it(noun: str, expected: tuple[str, str, str]):
    (found,) = find_attributions(parsed(f"Iran/Iran/NNP/nsubj/2 rejected/reject/VBD/ROOT/0 {noun}/dobj/2"), (), ontology())

    assert expected == (found.rule, found.stance, found.polarity)


@pytest.mark.parametrize(("cue", "rule"), [("wants/want", "will"), ("promises/promise", "verb")])
def test_who_wants_a_thing_need_not_say_so(cue: str, rule: str):
    table = f"Iran/Iran/NNP/nsubj/2 {cue}/VBZ/ROOT/0 to/to/TO/aux/4 leave/leave/VB/xcomp/2"
    (found,) = find_attributions(parsed(table), (), ontology())

    assert (rule, "intends") == (found.rule, found.stance)


def test_a_quotation_resumed_after_cue_and_hearer_belongs_to_it():
    table = (
        '"/"/``/punct/2 Go/go/VB/ccomp/6 ,/,/,/punct/2 "/"/\'\'/punct/6 he/he/PRP/nsubj/6 told/tell/VBD/ROOT/0'
        " the/the/DT/det/8 press/press/NN/dobj/6 ,/,/,/punct/6"
        ' "/"/``/punct/6 or/or/CC/cc/12 stay/stay/VB/conj/2 at/at/IN/prep/12 home/home/NN/pobj/13 "/"/\'\'/punct/6'
    )

    assert [("he", "told", ('" Go, "', '" or stay at home "'), "reports")] == said(parsed(table))


# ----------------------------------------------------------------------------------------------------- with the model
@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_model("md")


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            '"We will return," the mayor said. "We have no choice but to fight."',
            ("the mayor", "said", ('"We will return,"', '"We have no choice but to fight."'), "reports"), id="quotation goes on",
        ),
        pytest.param(
            'He said the raid was "a grave mistake" on Monday.',
            ("He", "said", ('the raid was "a grave mistake" on Monday',), "reports"), id="mixed",
        ),
        pytest.param(
            'Karim Hassan: "We are coming here to protest."',
            ("Karim Hassan", ":", ('"We are coming here to protest."',), "reports"), id="label",
        ),
        pytest.param(
            '(SOUNDBITE) (English) MAYOR KARIM HASSAN, SAYING: "We want peace.\n\nWe like peace." The crowd cheered.',
            ("MAYOR KARIM HASSAN", "SAYING", ('"We want peace.\n\nWe like peace."',), "reports"), id="sound bite",
        ),
        pytest.param(
            "The road is open again and the crowds have gone home.\n\u2014 City Council statement, per Radio Nine",
            ("City Council statement", "\u2014", ("The road is open again and the crowds have gone home.",), "reports"),
            id="signed block",
        ),
    ],
)  # fmt: skip
def test_forms_of_the_page(nlp: Language, text: str, expected: Said):
    assert expected in said(nlp(text))


def test_what_is_said_ends_at_the_semicolon_behind_the_speaker():
    table = (
        "They/they/PRP/nsubj/2 fired/fire/VBD/ROOT/0 water/water/NN/compound/4 cannon/cannon/NN/dobj/2 ,/,/,/punct/7"
        " Manila/Manila/NNP/nsubj/7 said/say/VBD/parataxis/2 ;/;/:/punct/7 Beijing/Beijing/NNP/nsubj/10 smiled/smile/VBD/conj/2"
    )
    assert ["They fired water cannon"] == [text for _, _, content, _ in said(parsed(table)) for text in content]


def test_what_stands_before_its_cue_is_said_to_its_end():
    table = (
        "Hackers/hacker/NNS/nsubj/2 helped/help/VBN/ccomp/9 by/by/IN/agent/2 Iran/Iran/NNP/pobj/3 stole/steal/VBD/conj/2"
        " it/it/PRP/dobj/5 ,/,/,/punct/9 Rome/Rome/NNP/nsubj/9 said/say/VBD/ROOT/0"
    )
    assert ["Hackers helped by Iran stole it"] == [text for _, _, content, _ in said(parsed(table)) for text in content]


def test_what_the_speaker_does_besides_is_no_more_of_what_he_said():
    table = (
        "It/it/PRP/nsubj/2 closed/close/VBD/ROOT/0 ,/,/,/punct/5 he/he/PRP/nsubj/5 said/say/VBD/parataxis/2 ,/,/,/punct/5"
        " blaming/blame/VBG/advcl/5 Rome/Rome/NNP/dobj/7"
    )
    assert ("he", "said", ("It closed",), "reports") in said(parsed(table))


ANSWER = (
    "Rome/Rome/NNP/nsubj/2 said/say/VBD/ROOT/0 they/they/PRP/nsubj/4 fired/fire/VBD/ccomp/2 ,/,/,/punct/4 {noun}"
    " Baku/Baku/NNP/nsubj/9 {verb}/VBD/relcl/{head}"
)
CHARGE = "a/a/DT/det/7 charge/charge/NN/appos/4"
WHICH = "which/which/WDT/dobj/9 long/long/RB/advmod/9"


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (ANSWER.format(noun=CHARGE, verb="denied/deny", head=7), ("denies", ("they fired",))),
        (ANSWER.format(noun=WHICH, verb="denied/deny", head=4), ("denies", ("they fired",))),
    ],
)
def test_a_denial_takes_up_what_was_said_before_it(table: str, expected: tuple[str, tuple[str, ...]]):
    first, second = said(parsed(table))
    assert ("Rome", "said", ("they fired",), "reports") == first
    assert expected == (second[3], second[2])


def test_a_claim_that_nobody_is_said_to_make_is_the_sentence():
    table = (
        "They/they/PRP/nsubj/2 fired/fire/VBD/ROOT/0 ,/,/,/punct/2 a/a/DT/det/5 claim/claim/NN/dep/2 Baku/Baku/NNP/nsubj/7"
        " denied/deny/VBD/relcl/5"
    )
    assert [("Baku", "denied", ("They fired",), "denies")] == said(parsed(table))


def test_what_somebody_is_accused_of_is_what_is_denied():
    table = (
        "They/they/PRP/nsubjpass/3 are/be/AUX/auxpass/3 accused/accuse/VBN/ROOT/0 of/of/IN/prep/3 looting/loot/VBG/pcomp/4"
        " ,/,/,/punct/3 claims/claim/NNS/appos/3 Rome/Rome/NNP/nsubj/9 denies/deny/VBZ/relcl/7"
    )
    assert [("looting",)] == [content for _, _, content, stance in said(parsed(table)) if stance == "denies"]


@pytest.mark.parametrize(("clause", "expected"), [("hiding/hide/VBG", 0), ("hid/hide/VBD", 1)])
def test_what_somebody_is_seen_doing_nobody_says(clause: str, expected: int):
    table = f"They/they/PRP/nsubj/2 found/find/VBD/ROOT/0 he/he/PRP/nsubj/4 {clause}/ccomp/2"
    assert expected == len(said(parsed(table)))


def test_a_source_ends_before_what_is_told_of_it():
    table = (
        "They/they/PRP/nsubj/2 fled/flee/VBD/ROOT/0 ,/,/,/punct/2 according/accord/VBG/prep/2 to/to/IN/prep/4"
        " Rome/Rome/NNP/pobj/5 ,/,/,/punct/6 which/which/WDT/nsubj/9 said/say/VBD/relcl/6 others/other/NNS/nsubj/11"
        " stayed/stay/VBD/ccomp/9"
    )
    assert [("Rome", ("They fled",)), ("which", ("others stayed",))] == [(who, what) for who, _, what, _ in said(parsed(table))]


def test_what_is_called_a_claim_is_no_part_of_it():
    table = ANSWER.format(noun=CHARGE, verb="called/call", head=7) + " baseless/baseless/JJ/oprd/9"
    assert [("they fired",), ("baseless",)] == [content for _, _, content, _ in said(parsed(table))]


def test_all_that_stands_before_its_cue_is_said():
    table = (
        "Nine/nine/CD/nsubj/2 died/die/VBD/ccomp/9 and/and/CC/cc/2 ten/ten/CD/nsubj/5 fled/flee/VBD/ccomp/9 ,/,/,/punct/9"
        " the/the/DT/det/8 agency/agency/NN/nsubj/9 said/say/VBD/ROOT/0"
    )
    assert [("Nine died and ten fled",)] == [content for _, _, content, _ in said(parsed(table))]


@pytest.mark.parametrize(
    "table",
    [
        pytest.param(
            "Police/police/NNS/nsubj/4 did/do/VBD/aux/4 not/not/RB/neg/4 say/say/VB/ROOT/0 who/who/WP/nsubj/6"
            " fired/fire/VBD/ccomp/4", id="not said",
        ),
        pytest.param(
            "They/they/PRP/nsubj/3 must/must/MD/aux/3 announce/announce/VB/ROOT/0 that/that/IN/mark/6 troops/troop/NNS/nsubj/6"
            " left/leave/VBD/ccomp/3", id="to be said",
        ),
        pytest.param(
            "Nobody/nobody/NN/nsubj/2 said/say/VBD/ROOT/0 troops/troop/NNS/nsubj/4 left/leave/VBD/ccomp/2", id="by nobody",
        ),
        pytest.param(
            "Say/say/VB/ROOT/0 troops/troop/NNS/nsubj/3 left/leave/VBD/ccomp/1", id="told to say",
        ),
        pytest.param(
            "He/he/PRP/nsubj/2 declined/decline/VBD/ROOT/0 to/to/TO/aux/4 comment/comment/VB/xcomp/2", id="declined to comment",
        ),
        pytest.param(
            "He/he/PRP/nsubj/2 saw/see/VBD/ROOT/0 troops/troop/NNS/dobj/2 leave/leave/VB/xcomp/2", id="seen",
        ),
        pytest.param(
            "Acme/Acme/NNP/nsubj/2 charged/charge/VBD/ROOT/0 customers/customer/NNS/dobj/2 more/more/RBR/advmod/2", id="a price",
        ),
        pytest.param(
            "Police/police/NNS/nsubj/2 questioned/question/VBD/ROOT/0 witnesses/witness/NNS/dobj/2", id="people questioned",
        ),
        pytest.param(
            "They/they/PRP/nsubj/2 support/support/VBP/ROOT/0 militias/militia/NNS/dobj/2", id="arms, not words",
        ),
        pytest.param(
            "He/he/PRP/nsubj/2 feels/feel/VBZ/ROOT/0 strong/strong/JJ/acomp/2", id="a state",
        ),
        pytest.param(
            "Iraq/Iraq/NNP/nsubj/2 boasts/boast/VBZ/ROOT/0 an/an/DT/det/4 army/army/NN/dobj/2", id="has",
        ),
        pytest.param("Americans/Americans/NNPS/ROOT/0 :/:/:/punct/1 12/12/CD/appos/1", id="a list"),
    ],
)  # fmt: skip
def test_what_nobody_said(table: str):
    assert [] == said(parsed(table))


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            "He/he/PRP/nsubj/2 charged/charge/VBD/ROOT/0 her/she/PRP/dobj/2 with/with/IN/prep/2 theft/theft/NN/pobj/4",
            ("He", "charged", ("her with theft",), "alleges"), id="charged with",
        ),
        pytest.param(
            "They/they/PRP/nsubj/2 support/support/VBP/ROOT/0 the/the/DT/det/4 plan/plan/NN/dobj/2",
            ("They", "support", ("the plan",), "reports"), id="a matter",
        ),
        pytest.param(
            "They/they/PRP/nsubj/2 agreed/agree/VBD/ROOT/0 to/to/TO/aux/4 leave/leave/VB/xcomp/2",
            ("They", "agreed", ("to leave",), "intends"), id="agreed to",
        ),
        pytest.param(
            "They/they/PRP/nsubj/2 agreed/agree/VBD/ROOT/0 that/that/IN/mark/5 he/he/PRP/nsubj/5 left/leave/VBD/ccomp/2",
            ("They", "agreed", ("that he left",), "reports"), id="agreed that",
        ),
        pytest.param(
            "He/he/PRP/nsubj/2 told/tell/VBD/ROOT/0 them/they/PRP/dobj/2 to/to/TO/aux/5 leave/leave/VB/xcomp/2",
            ("He", "told", ("to leave",), "asks"), id="told to",
        ),
        pytest.param(
            "I/I/PRP/nsubj/6 would/would/MD/aux/6 ,/,/,/punct/6 \"/\"/''/punct/6 she/she/PRP/nsubj/6 said/say/VBD/ROOT/0"
            " that/that/IN/mark/9 he/he/PRP/nsubj/9 left/leave/VBD/ccomp/6",
            ("she", "said", ("that he left",), "reports"), id="a modal of what is said",
        ),
    ],
)  # fmt: skip
def test_what_makes_the_same_verb_one_of_speech(table: str, expected: Said):
    (found,) = said(parsed(table))
    assert (found[0], found[1].split()[-1], *found[2:]) == expected


@pytest.mark.parametrize(("noun", "expected"), [("report", "e1"), ("garden", None), ("head", None)])
def test_a_document_speaks_for_its_author_and_a_garden_for_nobody(noun: str, expected: str | None):
    table = (
        f"Diaz/Diaz/NNP/poss/3 's/'s/POS/case/1 {noun}/{noun}/NN/nsubj/4 says/say/VBZ/ROOT/0 that/that/IN/mark/7"
        " troops/troop/NNS/nsubj/7 left/leave/VBD/ccomp/4"
    )
    diaz = Mention("m1", Span(0, 4), "Diaz", "name", "Person", 0, "e1")
    assert [expected] == [a.speaker for a in find_attributions(parsed(table), [diaz], ontology())]


def test_who_is_welcomed_is_not_spoken_of_and_an_effort_is_no_saying():
    guests = "He/he/PRP/nsubj/2 welcomed/welcome/VBD/ROOT/0 soldiers/soldier/NNS/dobj/2"
    effort = "His/his/PRP$/poss/2 efforts/effort/NNS/nsubj/5 to/to/TO/aux/4 win/win/VB/acl/2 failed/fail/VBD/ROOT/0"
    assert [] == said(parsed(guests)) + said(parsed(effort))


def test_what_is_yet_to_be_found_out_is_not_said():
    table = (
        "Experts/expert/NNS/nsubj/3 soon/soon/RB/advmod/3 determine/determine/VB/ROOT/0 {0}/{0}/IN/mark/6"
        " it/it/PRP/nsubjpass/6 burned/burn/VBD/ccomp/3"
    )

    assert [] == said(parsed(table.format("whether")))
    assert ["soon determine"] == [cue for _, cue, _, _ in said(parsed(table.format("that")))]


def test_who_calls_a_session_for_a_day_calls_for_nothing():
    table = "Ruiz/Ruiz/NNP/nsubj/2 called/call/VBD/ROOT/0 {0}for/for/IN/prep/2 talks/talk/NNS/pobj/{1}"

    assert said(parsed(table.format("", 3)))[0][1] == "called for"
    assert said(parsed(table.format("sessions/session/NNS/dobj/2 ", 4))) == []


def test_a_country_before_a_colon_is_no_speaker():
    table = "{0}/{0}/NNP/ROOT/0 :/:/:/punct/1 Climber/climber/NNP/nsubj/4 fell/fall/VBD/parataxis/1 ././././1"

    for place, sources in (("Peru", []), ("Ruiz", ["Ruiz"])):
        doc = parsed(table.format(place))
        doc.set_ents([Tokens(doc, 0, 1, label="GPE" if place == "Peru" else "PERSON")])
        assert [source for source, *_ in said(doc)] == sources


@pytest.mark.parametrize(
    ("subject", "verb", "speaks"),
    [
        ("This/this/DT", "shows/show", False),
        ("murder/murder/NN", "confirms/confirm", False),
        ("report/report/NN", "confirms/confirm", True),
        ("minister/minister/NN", "confirms/confirm", True),
        ("embassy/embassy/NN", "confirms/confirm", True),
        ("murder/murder/NN", "means/say", False),
        ("summit/summit/NN", "means/say", True),
    ],
)
def test_what_a_thing_makes_plain_is_not_said(subject: str, verb: str, speaks: bool):
    table = f"{subject}/nsubj/2 {verb}/VBZ/ROOT/0 that/that/IN/mark/5 they/they/PRP/nsubj/5 left/leave/VBD/ccomp/2"

    assert bool(said(parsed(table))) is speaks


@pytest.mark.parametrize(
    ("noun", "mention", "speaks"),
    [
        ("Abuja", "City", False),
        ("Ruiz", "Person", True),
        ("Pentagon", "GovernmentAgency", True),
        ("coup", None, False),
        ("Xanadu", None, True),
    ],
)
def test_a_place_or_a_happening_before_a_colon_is_a_heading(noun: str, mention: str | None, speaks: bool):
    tag = "NN" if noun.islower() else "NNP"
    table = f"Old/Old/NNP/compound/2 {noun}/{noun}/{tag}/ROOT/0 :/:/:/punct/2 Troops/troop/NNS/nsubj/5 left/leave/VBD/parataxis/2"
    named = [Mention("m1", Span(0, 4 + len(noun)), f"Old {noun}", "name", mention, 4, "e1")] if mention else []

    assert speaks is bool(find_attributions(parsed(table), named, ontology()))


@pytest.mark.parametrize(
    ("table", "source"),
    [
        ("toll/toll/NN/ROOT/0 expected/expect/VBD/acl/1 to/to/TO/aux/4 rise/rise/VB/xcomp/2", ""),
        ("Storm/storm/NN/nsubj/2 expected/expect/VBD/ROOT/0 to/to/TO/aux/4 move/move/VB/xcomp/2", ""),
        ("men/man/NNS/nsubj/2 thought/think/VBD/ROOT/0 to/to/TO/aux/4 be/be/VB/xcomp/2 dead/dead/JJ/acomp/4", ""),
        ("Army/army/NN/nsubj/2 expected/expect/VBD/ROOT/0 to/to/TO/aux/4 move/move/VB/xcomp/2", "Army"),
        ("men/man/NNS/nsubj/2 feared/fear/VBD/ROOT/0 he/he/PRP/nsubj/4 died/die/VBD/ccomp/2", "men"),
    ],
)
def test_nobody_named_expects_what_is_expected(table: str, source: str):
    assert [source] == [who for who, *_ in said(parsed(table))]


def test_nobody_fears_dead():
    table = "Hundreds/hundred/NNS/nsubj/2 feared/fear/VBD/ROOT/0 dead/dead/JJ/oprd/2 after/after/IN/prep/2 it/it/PRP/pobj/4"

    assert [] == said(parsed(table))


def test_what_is_still_to_be_told_or_is_done_without_is_not_said():
    table = (
        "Ruiz/Ruiz/NNP/nsubj/2 left/leave/VBD/ROOT/0 {0}/{0}/IN/prep/2 saying/say/VBG/pcomp/3 that/that/IN/mark/7"
        " it/it/PRP/nsubj/7 rained/rain/VBD/ccomp/4"
    )

    assert [bool(said(parsed(table.format(word)))) for word in ("after", "without", "against")] == [True, False, False]
