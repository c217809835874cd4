"""A parsed Doc and the verbs of saying in, with speakers, days and what is said put back where the parser hung them wrong out."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SAID = frozenset({"VBD", "VBZ", "VBP"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
NAMING = frozenset({"PERSON", "ORG"})
PERSON, NEAR = "PERSON", 7


def mend_sayings(doc: Doc, cues: Collection[str], nouns: Collection[str] = ()) -> None:
    """Changes the parse of the Doc. `cues` are lemmas of verbs of saying, `nouns` those of what is said."""
    for verb in doc:
        if verb.dep_ == "ccomp" and verb.i < verb.head.i and _is_parted(verb):
            verb.dep_ = "dep"
        elif verb.dep_ == "ccomp" and verb.lemma_.lower() in cues:
            _give_back_clause(verb)
        elif verb.dep_ == "conj" and verb.tag_ == "VBD" and verb.lemma_.lower() in cues:
            _give_back_saying(verb, cues)
        elif verb.tag_ == "VBZ" and verb.lemma_.lower() in nouns:
            _give_back_noun(verb)
            _give_back_calls(verb)
        elif verb.dep_ == "appos":
            _give_back_report(verb, cues)
        if verb.tag_ in SAID and verb.lemma_.lower() in cues:
            _give_back_object(verb)
            _give_back_speaker(verb)
            _give_back_named(verb)
            _give_back_day(verb)


def _is_parted(clause: Token) -> bool:
    """ "They shelled it; he denied that": what stands before a semicolon is no object of what stands behind."""
    return any(token.text == ";" for token in clause.doc[clause.i : clause.head.i])


def _give_back_clause(verb: Token) -> None:
    """ "Rome says it trains them; others say it kills": what stands before the semicolon is what Rome says."""
    said = next((child for child in verb.lefts if child.dep_ in ("dep", "ccomp") and child.pos_ == "VERB"), None)
    if said is not None and verb.head.i < said.i and _is_parted(said):
        said.head, said.dep_ = verb.head, "ccomp"
        verb.dep_ = "parataxis"


def _give_back_report(noun: Token, cues: Collection[str]) -> None:
    """ "Dismissed as nonsense a report that …": the report is dismissed."""
    preposition = noun.head.head
    verb = preposition.head
    named = noun.head.dep_ == "pobj" and preposition.lower_ == "as" and verb.lemma_.lower() in cues
    clause = any(child.dep_ in ("acl", "relcl", "ccomp", "prep") for child in noun.children)
    if named and clause and noun.doc[noun.left_edge.i - 1].text != "," and not any(c.dep_ == "dobj" for c in verb.children):
        noun.head, noun.dep_ = verb, "dobj"


def _give_back_saying(verb: Token, cues: Collection[str]) -> None:
    """ "Denied that they had attacked and accused others", "said they left, but warned of more": two things he said."""
    said, told = verb.head, verb.head.head
    perfect = said.tag_ == "VBN" and any(child.lower_ in ("had", "has", "have") for child in said.lefts)
    own = any(child.dep_ in SUBJECTS for child in verb.children)
    if (perfect or _is_set_off(verb)) and not own and said.dep_ == "ccomp" and told.tag_ == "VBD" and told.lemma_.lower() in cues:
        for word in (verb, *(child for child in said.children if child.dep_ == "cc" and child.i < verb.i)):
            word.head = told


def _is_set_off(verb: Token) -> bool:
    """Whether a comma and a conjunction stand before it."""
    first = verb.left_edge
    joined = first.i > verb.sent.start + 1 and first.nbor(-1).dep_ == "cc"
    return joined and first.nbor(-2).text == ","


def _give_back_noun(word: Token) -> None:
    """ "…, allegations Athens denies": no verb, but what Athens denies."""
    clause = next((child for child in word.rights if child.dep_ == "ccomp"), None)
    if clause is None or word.left_edge.i != word.i or word.i == word.sent.start or word.nbor(-1).text != ",":
        return
    word.tag_, word.pos_, word.dep_ = "NNS", "NOUN", "appos"
    clause.dep_ = "relcl"


def _give_back_calls(word: Token) -> None:
    """ "Calls to leave were rejected": no verb, but what was rejected."""
    if word.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj"):
        return
    word.tag_, word.pos_ = "NNS", "NOUN"
    for clause in word.rights:
        if clause.dep_ in ("advcl", "xcomp") and clause.tag_ == "VB":
            clause.dep_ = "acl"


def _give_back_object(verb: Token) -> None:
    """ "Rebels shot five men, the army said": the men are shot, and the army beside them says so."""
    noun = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    speaker = next((child for child in noun.rights if child.dep_ == "appos"), None) if noun is not None else None
    if noun is None or speaker is None or speaker.right_edge.i != verb.i - 1 or not _opens(speaker, verb):
        return
    deed = noun.doc[noun.left_edge.i - 1] if noun.left_edge.i > noun.sent.start else noun
    if deed.tag_ not in ("VBD", "VBN") or any(child.dep_ in ("dobj", "aux", "auxpass") for child in deed.children):
        return
    noun.head, noun.dep_, deed.tag_ = deed, "dobj", "VBD"
    speaker.head, speaker.dep_ = verb, "nsubj"


def _give_back_speaker(verb: Token) -> None:
    """ "A drone struck Kherson, the governor, Oleh Bilyk, said": he says it, and is nothing of Kherson."""
    speaker = None if any(child.dep_ in SUBJECTS for child in verb.children) else _before(verb)
    if speaker is not None:
        speaker.head, speaker.dep_ = verb, "nsubj"


def _give_back_named(verb: Token) -> None:
    """ "'…,' said Ana Ruiz, whose film is shown": the name right behind an inverted verb is who says it."""
    doc, before = verb.doc, verb.nbor(-1) if verb.i else verb
    if not (before.is_quote or before.text == ",") or any(
        child.dep_ in SUBJECTS or child.dep_ == "auxpass" for child in verb.children
    ):
        return
    at = next((i for i in range(verb.i + 1, min(verb.i + NEAR, len(doc))) if doc[i].ent_type_ == PERSON), None)
    if at is None or any(doc[i].pos_ not in ("PROPN", "NOUN", "DET", "ADP") for i in range(verb.i + 1, at)):
        return
    while doc[at].dep_ == "compound" and doc[at].head.i > at:
        at = doc[at].head.i
    if doc[at].ent_type_ == PERSON and doc[at].dep_ in (*SUBJECTS, "ROOT", "dep") and doc[at] != verb.head:
        doc[at].head, doc[at].dep_ = verb, "nsubj"


def _give_back_day(verb: Token) -> None:
    """ "Said on Tuesday it had left": it was said on Tuesday."""
    if verb.i + 1 >= len(verb.doc):
        return
    day = verb.nbor(1)
    clause = day.head
    if day.dep_ in ("prep", "npadvmod") and clause.i > day.i and clause.dep_ == "ccomp" and clause.head == verb and _is_day(day):
        day.head = verb


def _is_day(word: Token) -> bool:
    return any(token.ent_type_ == "DATE" for token in (word, *word.children))


def _before(verb: Token) -> Token | None:
    """The head of the apposition that ends where the verb begins and opens after a comma."""
    end = verb.i - 1 if verb.i and verb.nbor(-1).text == "," else verb.i
    if end < 2:
        return None
    last = verb.doc[end - 1]
    held = [word for word in (last, *last.ancestors) if word.dep_ == "appos" and word.right_edge.i < verb.i]
    return held[-1] if held and _opens(held[-1], verb) else None


def _opens(speaker: Token, verb: Token) -> bool:
    first = speaker.left_edge
    after_comma = first.i > verb.sent.start and first.nbor(-1).text == ","
    return after_comma and any(word.ent_type_ in NAMING for word in speaker.subtree)
