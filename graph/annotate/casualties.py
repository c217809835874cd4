"""A parsed Doc in, with those who were harmed, and their number, hung on the verb that tells of it, out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LEAVE = "leave"
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
WHOM = frozenset({"nsubjpass", "dobj"})
PREDICATED = frozenset({"oprd", "ccomp", "acomp"})
LOOSE = frozenset({"acl", "advcl", "relcl"})
SAID_OF = frozenset({"oprd", "acomp", "amod"})
STRAYED = frozenset({"npadvmod", "nummod", "advmod"})
PAST = frozenset({"VBD", "VBN"})
TOPS = frozenset({"ROOT", "ccomp", "conj", "parataxis"})
NOMINAL = frozenset({"NOUN", "PROPN", "NUM"})


@dataclass(frozen=True, slots=True)
class Harms:
    """Verbs of harm by the form that may be taken for a noun ("wounds"), words for its state after "left" ("dead"), nouns for
    happenings that end like participles ("fighting"), verbs for deeds and mishaps that do harm ("explode"), and words of
    quantity ("dozens")."""

    verbs: Mapping[str, str]
    states: Collection[str]
    gerunds: Collection[str]
    deeds: Collection[str] = ()
    counts: Collection[str] = ()

    def of(self, word: Token) -> bool:
        return word.lemma_.lower() in self.verbs.values()

    def counted(self, word: Token) -> bool:
        return word.tag_ == "CD" or word.lower_ in self.counts


def mend_casualties(doc: Doc, harms: Harms) -> None:
    """Changes the parse of the Doc."""
    for word in doc:
        if word.tag_ == "VBG" and word.dep_ in ("csubj", "advcl"):
            _mend_gerund(word, harms)
            _mend_result(word, harms)
        elif word.tag_ == "NNS" and word.lower_ in harms.verbs:
            _mend_headline(word, harms)
        elif word.lower_ == "dead" and word.dep_ == "amod" and word.i and word.nbor(-1).lemma_ == "shoot":
            _mend_shot(word)
        elif word.lower_ in harms.states and word.dep_ in PREDICATED | LOOSE and _is_left(word):
            _mend_state(word)
        elif word.lower_ == "dead" and word.tag_ == "JJ":
            _mend_dead(word, harms)
        elif word.tag_ in PAST and harms.of(word):
            _mend_passive(word, harms)
            _mend_harm(word)
        elif word.lower_ == "toll" and word.dep_ == "dobj":
            _mend_toll(word)
        elif word.tag_ == "CD" and word.dep_ in STRAYED and word.i and harms.of(word.nbor(-1)):
            _mend_number(word)


def _mend_gerund(noun: Token, harms: Harms) -> None:
    """ "Fighting in the north has left 200 dead", "shelling of the town killed 10": nothing is done to anything."""
    done = any(child.dep_ in ("dobj", "xcomp", "ccomp", "mark") for child in noun.children)
    subject = any(child.dep_ in SUBJECTS or child.text == "," for child in noun.head.lefts)
    if noun.lower_ in harms.gerunds and not done and not subject and noun.i < noun.head.i:
        noun.tag_, noun.pos_, noun.lemma_, noun.dep_ = "NN", "NOUN", noun.lower_, "nsubj"


def _mend_result(verb: Token, harms: Harms) -> None:
    """ "Police seek a man who opened fire at a mall, killing three", "attacked a bus that came from Lima, killing three": what
    was done there did it, not the search and no bus."""
    told, comma = verb.head, verb.nbor(-1) if verb.i else verb
    harm = verb.dep_ == "advcl" and (harms.of(verb) or verb.lemma_ == LEAVE)
    if not harm or comma.text != "," or told.i > verb.i or told.lemma_.lower() in harms.deeds:
        return
    inside = [word for word in verb.doc[told.i + 1 : comma.i] if word.pos_ == "VERB" and told.is_ancestor(word)]
    near = (word for word in (*inside[-1:], *told.ancestors) if word.i < verb.i)
    verb.head = next((word for word in near if word.lemma_.lower() in harms.deeds), told)


def _mend_headline(word: Token, harms: Harms) -> None:
    """ "Bomber kills 28, wounds 150 at a mosque"."""
    number = word.doc[word.i + 1] if word.i + 1 < len(word.doc) else word
    if word.dep_ != "conj" or word.head.pos_ != "VERB" or number.tag_ != "CD" or number.head != word:
        return
    word.tag_, word.pos_, word.lemma_ = "VBZ", "VERB", harms.verbs[word.lower_]
    number.dep_ = "dobj"
    for place in [child for child in number.children if child.dep_ == "prep"]:
        place.head = word


def _is_left(state: Token) -> bool:
    above = state.head if state.head.lemma_ == LEAVE else state.head.head
    return above.lemma_ == LEAVE and above.pos_ == "VERB"


def _mend_state(state: Token) -> None:
    """ "Left 32 people dead", "left 140 injured": those who were left so are its object, unless a verb tells of them."""
    leave = state.head if state.head.lemma_ == LEAVE else state.head.head
    subject = next((child for child in state.children if child.dep_ in SUBJECTS), None)
    if subject is not None and state.pos_ == "VERB":
        return
    left = subject or next((child for child in leave.children if child.dep_ == "dobj" and child.i == state.i - 1), None)
    if left is None or not leave.i < left.i < state.i:
        return
    left.head, left.dep_ = leave, "dobj"
    state.head, state.dep_ = leave, "oprd"


def _mend_shot(dead: Token) -> None:
    """ "Shooting dead 18 people": they were not dead before."""
    if dead.head.dep_ == "dobj" and dead.head.head == dead.nbor(-1):
        dead.head, dead.dep_ = dead.nbor(-1), "oprd"


def _mend_dead(dead: Token, harms: Harms) -> None:
    """ "39 dead in mall attack", "Nepal quake: 150 dead": a headline's way to say that so many died."""
    number = dead.nbor(-1) if dead.i else dead
    if not harms.counted(number) or any(child.dep_ in ("aux", "cop") for child in dead.children):
        return
    if dead.head == number and dead.dep_ == "amod" and number.dep_ in ("appos", "ROOT"):
        dead.head, dead.dep_ = (dead, "ROOT") if number.dep_ == "ROOT" else (number.head, "parataxis")
    elif number.head != dead or number.dep_ not in ("nsubj", "nummod") or dead.dep_ in SAID_OF:
        return
    dead.tag_, dead.pos_, dead.lemma_ = "VBD", "VERB", "die"
    number.head, number.dep_ = dead, "nsubj"


def _mend_passive(verb: Token, harms: Harms) -> None:
    """ "Eight killed and dozens injured after a missile hits a hall", "four dead and 12 wounded": they did not do it."""
    number = verb.nbor(-1) if verb.i else verb
    if not harms.counted(number) or any(child.dep_ in ("dobj", "aux", "auxpass") for child in verb.children):
        return
    if number.dep_ == "conj" and verb.head == number.head and verb.dep_ == "conj":
        number.head = verb
    elif verb.dep_ == "acl" and verb.head == number and number.dep_ == "nsubj":
        _mend_two_subjects(verb, number)
    if number.head == verb and number.dep_ in ("nsubj", "conj"):
        number.dep_, verb.tag_ = "nsubjpass", "VBN"


def _mend_two_subjects(participle: Token, number: Token) -> None:
    """ "Dozens injured after a missile hits a hall": the missile hits, not the dozens."""
    clause = number.head
    if any(child.dep_ in SUBJECTS and child.i > participle.i for child in clause.lefts):
        participle.head, participle.dep_ = (participle, "ROOT") if clause.dep_ == "ROOT" else (clause.head, clause.dep_)
        number.head = participle
        clause.head, clause.dep_ = participle, "advcl"


def _mend_toll(toll: Token) -> None:
    """ "Raised the death toll from the raid to 28": what has a toll is no number."""
    behind = toll.doc[toll.right_edge.i + 1] if toll.right_edge.i + 1 < len(toll.doc) else toll
    named = any(child.dep_ == "pobj" and child.tag_ != "CD" for child in behind.children)
    if behind.head == toll.head and behind.lower_ in ("from", "in", "of") and named:
        behind.head = toll


def _mend_harm(verb: Token) -> None:
    if verb.lemma_ == "hurt" and any(child.tag_ == "CD" and child.dep_ in WHOM for child in verb.children):
        verb.lemma_ = "injure"
    before = verb.doc[verb.i - 1] if verb.i else verb
    if before.tag_ == "CD" and before.head == verb and before.dep_ in ("nummod", "meta"):
        before.dep_, verb.pos_ = "nsubjpass", "VERB"
    if verb.dep_ == "acl" and verb.head.dep_ == "conj" and verb.head == before:
        _mend_gap(verb, verb.head)
    elif verb.dep_ in LOOSE and any(child.dep_ == "dobj" for child in verb.children):
        _mend_main(verb)
    elif verb.dep_ in LOOSE and before.tag_ == "CD" and before.dep_ == "pobj" and not list(verb.lefts):
        verb.head, verb.dep_ = before, "acl"


def _mend_gap(participle: Token, those: Token) -> None:
    """ "Twenty were killed and 96 others wounded in a raid": the second verb does without its "were"."""
    first = those.head
    if first.tag_ in PAST and first.pos_ == "VERB" and any(child.dep_ == "auxpass" for child in first.children):
        participle.head, participle.dep_ = first, "conj"
        those.head, those.dep_ = participle, "nsubjpass"


def _mend_main(verb: Token) -> None:
    """ "Strikes on a camp killed 50 people": a camp killed by others has no object; the strikes did it."""
    top = next((above for above in verb.ancestors if above.dep_ in TOPS), None)
    if top is None or verb.dep_ != "acl" or any(child.dep_ in SUBJECTS for child in verb.children):
        return
    modifier = next((child for child in top.lefts if child.dep_ == "nsubj"), None)
    if top.tag_ == "VBZ" and modifier is not None and _is_compound(modifier, top):
        top.tag_, top.pos_, modifier.dep_ = "NNS", "NOUN", "compound"
    if top.pos_ not in NOMINAL or any(child.dep_ in SUBJECTS for child in top.children):
        return
    behind = [child for child in top.rights if child.i > verb.i]
    verb.head, verb.dep_, verb.tag_ = (verb, "ROOT", "VBD") if top.dep_ == "ROOT" else (top.head, top.dep_, "VBD")
    top.head, top.dep_ = verb, "nsubj"
    for word in behind:
        word.head = verb


def _is_compound(modifier: Token, verb: Token) -> bool:
    """ "Air strikes" opens a sentence; "the army strikes" has a verb."""
    bare = modifier.i == verb.i - 1 and modifier.tag_ == "NN" and not list(modifier.lefts)
    return bare and not any(child.dep_ in ("dobj", "aux", "advmod") for child in verb.children)


def _mend_number(number: Token) -> None:
    """ "Injures 96 at a mosque", "injured 40 more"."""
    verb, other = number.nbor(-1), number.head
    if verb.pos_ != "VERB" or any(child.dep_ in ("dobj", "auxpass") for child in verb.children):
        return
    if other not in (verb, *verb.children):
        return
    number.head, number.dep_ = verb, "dobj"
    if other.i == number.i + 1:
        other.head, other.dep_ = number, "amod"
