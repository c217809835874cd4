"""A parsed Doc in, with verbs the tagger took for adjectives and days the parser hung on the wrong clause put right, out."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
PAST = frozenset({"VBD", "VBN"})
OBJECTS = frozenset({"dobj", "pobj"})


def mend_clauses(doc: Doc, participles: Mapping[str, str], cues: Collection[str]) -> None:
    """Changes the parse of the Doc. `participles` are forms with their verbs, `cues` lemmas of verbs that only report."""
    for word in doc:
        if word.tag_ == "JJ" and word.lower_ in participles and _tells(word):
            word.tag_, word.pos_, word.lemma_ = "VBN", "VERB", participles[word.lower_]
        elif word.dep_ == "npadvmod" and word.ent_type_ == "DATE":
            _mend_day(word, cues)
        elif word.tag_ == "VBD" and word.dep_ == "conj":
            _mend_predicate(word)


def _tells(adjective: Token) -> bool:
    """ "Leaving 12 dead and 30 wounded": an adjective with a subject and no verb of its own."""
    return any(child.dep_ in SUBJECTS for child in adjective.children) and not any(
        child.dep_ in ("cop", "aux") for child in adjective.children
    )


def _mend_day(day: Token, cues: Collection[str]) -> None:
    verb = day.head
    if verb.pos_ != "VERB":
        return
    if day.i < verb.i:
        _give_to_subject(day, verb)
    elif verb.dep_ == "acl" and verb.tag_ == "VBG":
        _give_to_main_verb(day, verb, cues)


def _give_to_subject(day: Token, verb: Token) -> None:
    """ "Youths angered by the arrest of a priest last week marched on Tuesday": one day each, and the first is the arrest's."""
    last = day.doc[day.left_edge.i - 1] if day.left_edge.i else day
    told = any(child.dep_ in SUBJECTS and child.i < last.i <= child.right_edge.i for child in verb.children)
    if told and last.pos_ in ("NOUN", "PROPN") and _has_other_day(verb, day):
        day.head = last


def _has_other_day(verb: Token, day: Token) -> bool:
    later = (word for child in verb.rights if child.dep_ in ("prep", "npadvmod") for word in child.subtree)
    return any(word.ent_type_ == "DATE" and word.i > day.i for word in later)


def _give_to_main_verb(day: Token, participle: Token, cues: Collection[str]) -> None:
    """ "It hit a bus carrying cadets late Thursday near Kabul": what goes on meanwhile is not what the day is told of."""
    main = next((above for above in participle.head.ancestors if above.pos_ == "VERB"), None)
    described = participle.head.dep_ in OBJECTS and main is not None and main.i < participle.head.i
    if main is None or not described or main.tag_ not in PAST or main.lemma_.lower() in cues or _has_other_day(main, participle):
        return
    after = [child for child in participle.rights if child.i > day.i and child.dep_ in ("prep", "npadvmod")]
    for word in (day, *after):
        word.head = main


def _mend_predicate(verb: Token) -> None:
    """ "Hackers linked to the army stole it": without a conjunction the second verb is what is told, the first a description."""
    first = verb.head
    subject = next((child for child in first.lefts if child.dep_ in SUBJECTS), None)
    helped = any(child.dep_ in ("aux", "auxpass", "neg", "cc", "advmod", "punct") for child in first.children)
    if first.tag_ != "VBN" or subject is None or helped or any(child.dep_ in SUBJECTS for child in verb.children):
        return
    verb.head, verb.dep_ = (verb, "ROOT") if first.dep_ == "ROOT" else (first.head, first.dep_)
    subject.head, first.head, first.dep_ = verb, subject, "acl"
