from pathlib import Path

import pytest
import spacy
from graph.annotate import annotate, load_model, parser_text, sentence_breaks
from graph.annotate.additions import mend_additions
from graph.annotate.attributes import remember
from graph.annotate.casing import Words, sentence_case
from graph.annotate.datelines import labelling
from graph.annotate.sayings import mend_sayings
from graph.errors import ModelMissing
from graph.model import Article, Passage, Span
from graph.ontology import load
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from parsed import parsed
from readings import gazetteer

ARTICLES = Path(__file__).resolve().parent.parent / "seeds" / "articles"

VOCABULARY = Words(
    frozenset({"the", "in", "was", "by", "embassy", "attacked", "protester", "president"}), frozenset({"trump", "storm"})
)
SILENT = Words()


def passages(text: str, *marked: tuple[str, str]) -> tuple[Passage, ...]:
    spans = [(Span(text.index(part), text.index(part) + len(part)), kind) for part, kind in marked]
    return tuple(Passage(span, kind, "test") for span, kind in spans)  # type: ignore[arg-type]


def test_parser_text_keeps_every_offset_and_writes_plain_quotes_dashes_and_spaces():
    text = "Kata\u2019ib \u201cwas\u201d\u00a0there \u20131\u20132"
    assert parser_text(text, (), SILENT) == 'Kata\'ib "was" there -1-2'


def test_a_dash_that_stands_free_is_a_long_one_to_the_parser_but_not_between_figures_or_before_an_item():
    text = "- It lost 2 - 1\n\nRuiz \u2013 shot dead - was a well-known man"
    assert parser_text(text, (), SILENT) == "- It lost 2 - 1.\nRuiz \u2014 shot dead \u2014 was a well-known man"


def test_parser_text_blanks_boilerplate_and_credits_but_keeps_captions_and_line_ends():
    text = "Sign up\nnow!\nIraq fell. Photo: AP\nA caption"
    marked = passages(text, ("Sign up\nnow!", "boilerplate"), ("Photo: AP", "credit"), ("A caption", "caption"))
    assert parser_text(text, marked, SILENT) == "       \n    \nIraq fell.          \nA caption"


def test_a_headline_ends_in_a_full_stop_where_an_empty_line_leaves_room():
    assert parser_text("Militia leaves\n\nIt left.\n\nEnd", (), SILENT) == "Militia leaves.\nIt left.\n\nEnd"


def test_a_line_in_capitals_becomes_sentence_case_with_the_names_the_text_itself_shows():
    text = "PROTESTERS STORM THE EMBASSY IN BAGHDAD\nIn Baghdad, protesters were seen."
    assert sentence_case(text, VOCABULARY) == "Protesters storm the embassy in Baghdad\nIn Baghdad, protesters were seen."


def test_a_dictionary_word_after_an_unknown_name_is_part_of_the_name():
    assert sentence_case("PRESIDENT DONALD TRUMP SPEAKS", VOCABULARY) == "President Donald Trump Speaks"


def test_a_run_of_capitals_inside_a_line_is_lowered_and_mixed_case_is_left_alone():
    text = "(English) U.S. PRESIDENT DONALD TRUMP, SAYING: This is what NATO, the EU and the UN want."
    lowered = "(English) U.S. president Donald Trump, Saying: This is what NATO, the EU and the UN want."
    assert sentence_case(text, VOCABULARY) == lowered


def test_a_headline_in_title_case_becomes_sentence_case_and_its_acronyms_stay():
    text = "EU Protesters Storm the Embassy in Baghdad\nIn Baghdad the protesters were seen."
    assert sentence_case(text, VOCABULARY).splitlines()[0] == "EU protesters storm the embassy in Baghdad"


def test_acronyms_and_abbreviations_keep_their_capitals():
    assert sentence_case("THE U.S. EMBASSY WAS ATTACKED BY PMF PROTESTERS", VOCABULARY) == (
        "The U.S. embassy was attacked by PMF protesters"
    )


def test_known_names_keep_their_capitals_and_sentences_begin_with_one():
    named = Words(VOCABULARY.vocabulary, frozenset({"peruvian"}), lambda _: range(4, 12))
    text = "THE PERUVIAN EMBASSY WAS ATTACKED. THE PRESIDENT WAS IN THE EMBASSY."
    assert sentence_case(text, named) == "The Peruvian embassy was attacked. The president was in the embassy."


def test_a_preposition_that_opens_a_sentence_before_a_name_loses_its_capital():
    words = Words(openings={"near"})
    text = "It ended. Near Tarin, two fell.\n\n Near Abil it rained. The Near East, In Tarin"
    expected = "It ended. near Tarin, two fell.\n\n near Abil it rained. The Near East, In Tarin"
    assert parser_text(text, (), words) == expected
    assert parser_text(text, (), SILENT) == text


def test_letters_whose_lower_case_is_longer_keep_the_length():
    text = "THE EMBASSY IN \u0130STANBUL\u0130\u0130 WAS ATTACKED"
    assert len(sentence_case(text, VOCABULARY)) == len(text)


def test_paragraphs_lines_and_passages_start_sentences():
    text = "A headline\nThe first paragraph.\n\nThe second one."
    assert sorted(sentence_breaks(text, ())) == [0, 11, 33]
    assert 37 in sentence_breaks(text, passages(text, ("second one.", "caption")))


@pytest.mark.parametrize(
    ("dateline", "own"),
    [("LIMA, Peru (Noticias) --", True), ("LIMA -", True), ("SAN JOSE, May 2 —", True), ("Lima, by contrast, -", False)],
)
def test_what_follows_a_dateline_is_a_sentence_of_its_own(dateline: str, own: bool):
    text = f"A headline\n\n{dateline} Two gunmen left."
    assert own == (text.index("Two") in sentence_breaks(text, ()))


@pytest.mark.parametrize(
    ("label", "dateline"),
    [
        ("Abuja:", True),
        ("NEW DELHI:", True),
        ("Addis Ababa, Ethiopia:", True),
        ("Dhaka, May 2:", True),
        ("Smith:", False),
        ("Nigeria:", False),
        ("Santos:", False),
        ("Police:", False),
        ("Lima protests:", False),
    ],
)
def test_a_city_that_everybody_knows_and_a_colon_are_a_dateline(label: str, dateline: bool):
    text = f"A headline\n\n{label} Two gunmen left."
    assert labelling(gazetteer())(text) == ([text.index(":")] if dateline else [])


@pytest.mark.parametrize("rest", ['"We will answer"', "sanctions will stay"])
def test_a_city_before_what_it_says_is_no_dateline(rest: str):
    assert labelling(gazetteer())(f"Moscow: {rest}") == []


def test_the_colon_of_a_dateline_is_read_as_a_full_stop():
    words = Words(datelines=lambda text: [text.index(":")])
    assert parser_text("Lima: Two: left", (), words) == "Lima. Two: left"


def test_a_line_broken_by_a_hard_wrap_goes_on():
    wrapped = (
        "The militia left the embassy on Wednesday afternoon after the\n"
        "Popular Mobilization Forces told it to leave the place\nnow."
    )
    assert sentence_breaks(wrapped, ()) == {0}


def test_a_short_last_line_ends_a_hard_wrapped_paragraph():
    text = (
        "The militia left the embassy on Wednesday afternoon after\nthey were told.\n"
        "The Popular Mobilization Forces had ordered it.\n"
    )
    assert text.index("The Popular") in sentence_breaks(text, ())


def test_a_line_that_goes_on_in_lower_case_is_no_new_sentence():
    assert sentence_breaks("He spoke of\nthe war", ()) == {0}


def test_a_missing_pipeline_names_the_command_that_installs_it():
    with pytest.raises(ModelMissing, match="pip install xx_no_such_model"):
        load_model("xx_no_such_model")


@pytest.mark.model
def test_annotated_documents_have_the_offsets_of_their_article_and_break_where_they_should():
    text = (
        "Protesters leave U.S. Embassy\n\n"
        "The militia\u2019s men left the U.S. Embassy in Iraq. They met U.S. President Gen. Smith."
    )
    nlp = load_model("md")
    ((article, marked, doc),) = annotate([Article("a", text, "a.txt")], nlp, load())
    assert (article.id, len(doc.text)) == ("a", len(text))
    assert marked
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "Protesters leave U.S. Embassy.",
        "The militia's men left the U.S. Embassy in Iraq.",
        "They met U.S. President Gen. Smith.",
    ]


@pytest.mark.model
def test_every_model_node_runs_on_plain_blas_and_no_component_is_loaded_for_nothing():
    nlp = load_model("md")
    assert nlp.pipe_names == ["tok2vec", "tagger", "parser", "remembered_attributes", "lemmatizer", "ner"]
    nodes = [node for _, pipe in nlp.pipeline if getattr(pipe, "model", None) is not None for node in pipe.model.walk()]
    assert {node.ops.use_blis for node in nodes} == {False}


def ruled(*rules: dict[str, object]) -> tuple[Language, Language]:
    """A pipeline whose only component is a ruler with these rules, and one that remembers."""
    pipelines = spacy.blank("en"), spacy.blank("en")
    for nlp in pipelines:
        nlp.add_pipe("attribute_ruler").add_patterns(rules)  # type: ignore[attr-defined]
    remember(pipelines[1])
    return pipelines


def tagged(nlp: Language, words: str, tags: str) -> Doc:
    return Doc(nlp.vocab, words=words.split(), tags=tags.split())


RULES = (
    {"patterns": [[{"TAG": "NN"}]], "attrs": {"POS": "NOUN"}},
    {"patterns": [[{"TAG": "NN", "LOWER": {"IN": ["nobody"]}}]], "attrs": {"POS": "PRON", "LEMMA": "nobody"}},
    {"patterns": [[{"LOWER": "gon"}, {"LOWER": "na"}]], "attrs": {"LEMMA": "to", "MORPH": "VerbForm=Inf"}, "index": 1},
    {"patterns": [[{"LOWER": {"REGEX": "^n[ou]thin$"}}]], "attrs": {"LEMMA": "nothing"}},
)


def test_remembered_rules_answer_as_the_ruler_does():
    asked, remembered = ruled(*RULES)
    assert remembered.pipe_names == ["remembered_attributes"]
    for _ in range(2):
        for words, tags in (("Nobody saw nuthin", "NN VBD NN"), ("dogs gon na bark na", "NN VB TO VB TO"), ("gon", "VB")):
            told = [
                [(token.pos_, token.lemma_, str(token.morph)) for token in nlp(tagged(nlp, words, tags))]
                for nlp in (asked, remembered)
            ]
            assert told[0] == told[1]


def test_rules_that_look_at_more_than_is_remembered_stay_with_the_ruler():
    _, kept = ruled(*RULES, {"patterns": [[{"SHAPE": "Xxxx"}]], "attrs": {"POS": "PROPN"}})
    assert kept.pipe_names == ["attribute_ruler"]


@pytest.mark.model
def test_the_model_reads_token_for_token_the_same_with_its_rules_remembered():
    nlp, texts = load_model("md"), [path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob("*.txt"))]
    ruler = nlp.get_pipe("remembered_attributes").ruler
    for text in texts:
        doc = nlp(text)
        again = Doc(doc.vocab, words=[token.text for token in doc], tags=[token.tag_ for token in doc])
        again.from_array(["DEP"], doc.to_array(["DEP"]).reshape(-1, 1))
        ruled = ruler(again)
        assert [(token.pos_, str(token.morph)) for token in ruled] == [(token.pos_, str(token.morph)) for token in doc]


# ----------------------------------------------------------------------------------------------------------- sayings
STRUCK = (
    "Drones/drone/NNS/nsubj/2 struck/strike/VBD/ccomp/10 Kherson/Kherson/NNP/dobj/2 ,/,/,/punct/3 the/the/DT/det/6"
    " governor/governor/NN/appos/3 ,/,/,/punct/6 Bilyk/Bilyk/NNP/appos/6 ,/,/,/punct/2 {verb}/VBD/ROOT/0"
)


def given_back(table: str, named: str = "PERSON") -> dict[str, str]:
    doc = parsed(table)
    doc.set_ents([doc.char_span(start := doc.text.index("Bilyk"), start + len("Bilyk"), label=named)])
    mend_sayings(doc, {"say"})
    return {token.text: token.head.text for token in doc if token.dep_ == "nsubj"}


def test_a_speaker_hung_on_the_place_before_him_is_given_back_to_his_verb():
    assert {"Drones": "struck", "governor": "said"} == given_back(STRUCK.format(verb="said/say"))


def test_only_verbs_of_saying_get_speakers_back():
    assert {"Drones": "struck"} == given_back(STRUCK.format(verb="burned/burn"))


def test_a_verb_that_has_a_subject_keeps_it():
    table = STRUCK.format(verb="said/say") + " he/he/PRP/nsubj/10"

    assert {"Drones": "struck", "he": "said"} == given_back(table)


FLED = "Police/police/NNS/nsubj/2 said/say/VBD/ROOT/0 {clause} ,/,/,/punct/5 {verb}/VBG/advcl/5 {rest}"
REST = "that/that/IN/mark/11 it/it/PRP/nsubj/11 was/be/VBD/aux/11 snowing/snow/VBG/ccomp/7"


@pytest.mark.parametrize(
    ("clause", "verb", "head"),
    [
        ("rebels/rebel/NNS/nsubj/5 had/have/VBD/aux/5 fled/flee/VBN/ccomp/2", "adding/add", "said"),
        ("rebels/rebel/NNS/nsubj/5 had/have/VBD/aux/5 fled/flee/VBN/ccomp/2", "shouting/shout", "fled"),
        ("rebels/rebel/NNS/nsubj/5 had/have/VBD/aux/5 written/write/VBN/ccomp/2", "adding/add", "written"),
        ("rebels/rebel/NNS/nsubjpass/5 were/be/VBD/auxpass/5 shot/shoot/VBN/ccomp/2", "shouting/shout", "said"),
        ("rebels/rebel/NNS/nsubj/5 had/have/VBD/aux/5 fled/flee/VBN/conj/2", "adding/add", "fled"),
    ],
    ids=["adds", "may do both", "who says something adds to it", "nobody else can say it", "not said"],
)
def test_a_participle_that_goes_on_with_what_is_said_is_said_by_the_same(clause: str, verb: str, head: str):
    doc = parsed(FLED.format(clause=clause, verb=verb, rest=REST))
    mend_additions(doc, {"say", "write", "shout"}, {"add"})

    assert head == doc[6].head.text


def test_what_is_quoted_goes_on_inside_the_quotation():
    table = (
        'Police/police/NNS/nsubj/2 said/say/VBD/ROOT/0 "/"/``/punct/5 rebels/rebel/NNS/nsubj/5 fled/flee/VBD/ccomp/2'
        " ,/,/,/punct/5 adding/add/VBG/advcl/5 nothing/nothing/NN/dobj/7"
    )
    doc = parsed(table)
    mend_additions(doc, {"say"}, {"add"})

    assert "fled" == doc[6].head.text


def test_what_is_no_person_or_body_says_nothing():
    assert {"Drones": "struck"} == given_back(STRUCK.format(verb="said/say"), named="GPE")


def test_the_day_behind_the_verb_is_when_it_was_said():
    table = (
        "Iraq/Iraq/NNP/nsubj/2 said/say/VBD/ROOT/0 on/on/IN/prep/6 Tuesday/Tuesday/NNP/pobj/3 troops/troop/NNS/nsubj/6"
        " left/leave/VBD/ccomp/2"
    )
    doc = parsed(table)
    doc.set_ents([doc.char_span(start := doc.text.index("Tuesday"), start + len("Tuesday"), label="DATE")])
    mend_sayings(doc, {"say"})

    assert "said" == doc[2].head.text


def test_what_stands_before_a_semicolon_is_not_said_behind_it():
    table = (
        "Iraq/Iraq/NNP/nsubj/2 left/leave/VBD/ccomp/5 ;/;/:/punct/5 Iran/Iran/NNP/nsubj/5 denied/deny/VBD/ROOT/0 it/it/PRP/dobj/5"
    )
    doc = parsed(table)
    mend_sayings(doc, {"deny"})

    assert "ccomp" not in {token.dep_ for token in doc}


def test_what_is_said_ends_where_another_speaks_behind_a_semicolon():
    table = (
        "Rome/Rome/NNP/nsubj/2 says/say/VBZ/ROOT/0 it/it/PRP/nsubj/4 trains/train/VBZ/dep/7 ;/;/:/punct/7 men/man/NNS/nsubj/7"
        " say/say/VBP/ccomp/2 no/no/UH/intj/7"
    )
    doc = parsed(table)
    mend_sayings(doc, {"say"})

    assert [("ccomp", "says"), ("parataxis", "says")] == [(doc[i].dep_, doc[i].head.text) for i in (3, 6)]


def test_a_report_dismissed_as_something_is_what_is_dismissed():
    table = (
        "Rome/Rome/NNP/nsubj/2 dismissed/dismiss/VBD/ROOT/0 as/as/IN/prep/2 nonsense/nonsense/NN/pobj/3 a/a/DT/det/6"
        " report/report/NN/appos/4 of/of/IN/prep/6 raids/raid/NNS/pobj/7"
    )
    doc = parsed(table)
    mend_sayings(doc, {"dismiss"})

    assert ("dobj", "dismissed") == (doc[5].dep_, doc[5].head.text)


def test_those_shot_before_the_army_said_so_say_nothing():
    table = (
        "Rebels/rebel/NNS/nsubj/2 shot/shoot/VBN/ROOT/0 men/man/NNS/nsubj/7 ,/,/,/punct/3 Red/Red/NNP/compound/6"
        " Cross/Cross/NNP/appos/3 said/say/VBD/parataxis/2"
    )
    doc = parsed(table)
    doc.set_ents([doc.char_span(start := doc.text.index("Red"), start + len("Red Cross"), label="ORG")])
    mend_sayings(doc, {"say"})

    assert [("dobj", "shot"), ("nsubj", "said")] == [(doc[i].dep_, doc[i].head.text) for i in (2, 5)]
    assert "VBD" == doc[1].tag_


def test_allegations_behind_a_comma_are_a_noun():
    table = (
        "They/they/PRP/nsubj/2 fled/flee/VBD/ROOT/0 ,/,/,/punct/2 claims/claim/VBZ/dep/2 Rome/Rome/NNP/nsubj/6"
        " denies/deny/VBZ/ccomp/4"
    )
    doc = parsed(table)
    mend_sayings(doc, {"deny"}, {"claim"})

    assert [("NOUN", "appos"), ("VERB", "relcl")] == [(doc[i].pos_, doc[i].dep_) for i in (3, 5)]


@pytest.mark.parametrize(("helper", "expected"), [("had/have", "denied"), ("was/be", "attacked")])
def test_what_is_told_in_the_tense_of_the_first_saying_is_said_beside_it(helper, expected):
    table = (
        f"He/he/PRP/nsubj/2 denied/deny/VBD/ROOT/0 they/they/PRP/nsubj/5 {helper}/AUX/aux/5 attacked/attack/VBN/ccomp/2"
        " and/and/CC/cc/5 accused/accuse/VBD/conj/5 others/other/NNS/dobj/7"
    )
    doc = parsed(table)
    mend_sayings(doc, {"deny", "accuse"})

    assert (expected, expected) == (doc[5].head.text, doc[6].head.text)


def test_calls_that_something_is_done_to_are_no_verb():
    table = "Calls/call/VBZ/nsubjpass/5 to/to/TO/aux/3 leave/leave/VB/advcl/1 were/be/AUX/auxpass/5 rejected/reject/VBN/ROOT/0"
    doc = parsed(table)
    mend_sayings(doc, set(), {"call"})

    assert ("NOUN", "acl") == (doc[0].pos_, doc[2].dep_)


def test_a_second_saying_behind_a_comma_is_the_speakers():
    table = (
        "Ruiz/Ruiz/NNP/nsubj/2 said/say/VBD/ROOT/0 users/user/NNS/nsubj/4 complained/complain/VBD/ccomp/2 {0}but/but/CC/cc/4"
        " denied/deny/VBD/conj/4 fault/fault/NN/dobj/{1}"
    )

    for comma, last, told in ((",/,/,/punct/4 ", 7, "said"), ("", 6, "complained")):
        doc = parsed(table.format(comma, last))
        mend_sayings(doc, {"say", "deny"})
        assert next(token for token in doc if token.text == "denied").head.text == told


def test_the_name_right_behind_an_inverted_verb_says_it():
    table = (
        "{0}/,/,/punct/2 said/say/VBD/ROOT/0 Ana/Ana/NNP/compound/4 Bilyk/Bilyk/NNP/nsubjpass/9 ,/,/,/punct/4"
        " whose/whose/WP$/poss/7 film/film/NN/nsubjpass/9 is/be/VBZ/auxpass/9 shown/show/VBN/ROOT/0"
    )

    for before, verb in ((",", "said"), ("They", "shown")):
        doc = parsed(table.format(before))
        doc.set_ents([Tokens(doc, 2, 4, label="PERSON")])
        mend_sayings(doc, {"say"})
        assert doc[3].head.text == verb


@pytest.mark.model
def test_the_dot_of_a_rank_ends_no_sentence():
    ontology = load()
    (parse,) = (doc for *_, doc in annotate([Article("a", "It hit her, said Sgt. Ana Bilyk.", "t")], load_model("md"), ontology))

    assert len(list(parse.sents)) == 1


def test_a_name_spelled_like_a_common_word_is_read_as_a_name():
    articles = [Article("a", "The army hit IS targets near Raqqa.", "t"), Article("b", "It IS true that he fled.", "t")]
    first, second = (doc for *_, doc in annotate(articles, load_model("md"), load()))
    tags = [next(token.tag_ for token in doc if token.text == "IS") for doc in (first, second)]
    assert ["NNP", "VBZ"] == tags
