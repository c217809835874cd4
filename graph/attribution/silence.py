"""A verb of speech and its cue in, whether nothing is said by it out: "did not say", "must ask", "declined to comment"."""

from __future__ import annotations

from ..ontology import Cue, Ontology
from ..parse import Token

OPENING = frozenset({"if", "unless", "lest"})
NOBODY = frozenset({"nobody", "none", "no-one", "noone", "neither"})
SUBJECTS = frozenset({"nsubj", "csubj", "nsubjpass"})
PARTS_OF_OBJECT = frozenset({"oprd", "xcomp", "ccomp", "acomp"})
SPEAKING = ("Actor", "Embassy", "City")
POINTING = frozenset({"this", "that", "these", "those", "all"})
YET_TO_COME = frozenset({"to", "against", "without"})
BLOWS = ("Assault", "Accident", "Disaster", "Death")
HELPERS = frozenset({"aux", "auxpass"})
STATES = frozenset({"be", "have"})
PERSONAL = frozenset({"him", "her", "them"})


def says_nothing(token: Token, cue: Cue, ontology: Ontology) -> bool:
    return _is_not_said(token, cue) or _is_told_by_none(token, cue, ontology) or _lacks(token, cue, ontology)


def only_shows(speaker: Token, cue: Cue, ontology: Ontology) -> bool:
    """ "This shows", "the attack confirmed": what a thing makes plain; a document says it."""
    if cue.lemma not in ontology.words("showing"):
        return speaker.pos_ == "NOUN" and _is_blow(speaker, ontology) and _is_thing(speaker, ontology)
    return speaker.lower_ in POINTING or (not _is_voice(speaker, ontology) and not _tells(speaker, ontology))


def is_thought_of(token: Token, cue: Cue, ontology: Ontology) -> bool:
    """ "Hundreds feared dead", "a man believed to be", "storm expected to hit": a participle, whatever the parser took it for."""
    if cue.stance != "believes" or token.tag_ not in ("VBD", "VBN") or any(child.dep_ in HELPERS for child in token.lefts):
        return False
    below = next((child for child in token.rights if child.dep_ in ("oprd", "acomp", "xcomp")), None)
    if below is None:
        return False
    aimed = any(child.lower_ == "to" for child in below.lefts)
    if cue.lemma in ontology.words("thought_of") and (below.lemma_ in STATES if aimed else below.tag_ in ("JJ", "VBN")):
        return True
    subject = next((child for child in token.lefts if child.dep_ in SUBJECTS), None)
    return aimed and subject is not None and _is_thing(subject, ontology)


def _is_blow(noun: Token, ontology: Ontology) -> bool:
    """As an attack or an earthquake, which has no voice; a summit may have one."""
    kinds = ontology.triggers.get((noun.lemma_.lower(), "n"), ())
    return any(ontology.is_a(kind.type, cls) for kind in kinds for cls in BLOWS if len(kind.words) == 1)


def _is_thing(noun: Token, ontology: Ontology) -> bool:
    """Known as something that happens, or that is no actor, and that tells nothing."""
    known = (noun.lemma_.lower(), "n") in ontology.triggers or noun.lemma_.lower() in ontology.nouns
    return known and not _is_voice(noun, ontology) and not _tells(noun, ontology)


def _is_voice(noun: Token, ontology: Ontology) -> bool:
    kind = ontology.nouns.get(noun.lemma_.lower())
    return noun.pos_ != "NOUN" or any(kind and ontology.is_a(kind, cls) for cls in SPEAKING)


def _tells(noun: Token, ontology: Ontology) -> bool:
    """As a report or a photo does."""
    return noun.lemma_.lower() in ontology.words("authored") | ontology.words("shown") | ontology.words("speech_noun")


def _is_not_said(token: Token, cue: Cue) -> bool:
    """ "Did not say", "must say", "if they say", "let's say": no saying that took place; "does not want" is a will too."""
    for child in token.lefts:
        if child.dep_ == "neg" and cue.stance != "intends":
            return True
        if (child.tag_ == "MD" and not _is_apart(child, token)) or (child.dep_ == "mark" and child.lower_ in OPENING):
            return True
        if child.dep_ in SUBJECTS and (child.lower_ in NOBODY or any(inner.lower_ == "no" for inner in child.lefts)):
            return True
    if token.dep_ == "pcomp" and token.tag_ == "VBG" and token.head.lower_ in YET_TO_COME:
        return True
    if token.dep_ == "ccomp" and token.head.lemma_ == "let":
        return True
    bare = token.tag_ == "VB" and token.dep_ == "ROOT"
    return bare and not any(child.dep_ in (*SUBJECTS, "aux", "auxpass") for child in token.lefts)


def _is_apart(modal: Token, verb: Token) -> bool:
    """ "I would, she said": the modal of another clause that the parser hung on the verb."""
    return any(token.is_punct for token in verb.doc[modal.i + 1 : verb.i])


def _is_told_by_none(token: Token, cue: Cue, ontology: Ontology) -> bool:
    """Words that somebody else says, names that are only called, and what is seen, known or withheld."""
    if _quotes_another(token, ontology) or _is_yet_to_be_found(token):
        return True
    if cue.lemma in ontology.words("naming") and not _names(token):
        return True
    if token.lemma_.lower() in ontology.words("perceiving") and any(_is_seen(child) for child in token.rights):
        return True
    if cue.stance == "believes":
        return any(_is_question(child) if child.dep_ == "ccomp" else _is_state(child, token) for child in token.rights)
    return _withholds(token, cue, ontology)


def _is_yet_to_be_found(token: Token) -> bool:
    """As "to determine whether it was an accident"."""
    aimed = token.tag_ == "VB" or (token.dep_ == "pcomp" and token.head.lower_ == "before")
    return aimed and any(child.dep_ == "ccomp" and _is_question(child) for child in token.rights)


def _quotes_another(token: Token, ontology: Ontology) -> bool:
    """ "Cited him as saying": what he says."""
    behind = (inner for child in token.rights if child.lower_ == "as" for inner in child.children if inner.dep_ == "pcomp")
    quoted = any(inner.lemma_.lower() in ontology.cues for inner in behind)
    return quoted and any(child.dep_ == "dobj" for child in token.rights)


def _withholds(token: Token, cue: Cue, ontology: Ontology) -> bool:
    """ "Denied him a visa", "declined to comment", "refused to be named"."""
    if cue.stance == "intends" and cue.polarity == "negative":
        return any(child.dep_ == "xcomp" and child.lemma_.lower() in ontology.words("telling") for child in token.rights)
    if cue.lemma != "deny":
        return False
    goods = ontology.words("good_withheld")
    return any(
        child.dep_ == "dative" or (child.dep_ in ("dobj", "oprd") and child.lemma_.lower() in goods) for child in token.children
    )


def _lacks(token: Token, cue: Cue, ontology: Ontology) -> bool:
    """Cues that say something only with "as" or "with" behind them, or of a matter and not of people."""
    if any(child.dep_ == "ccomp" for child in token.children):
        return False
    after = {child.lower_ for child in token.rights if child.dep_ == "prep"}
    if cue.lemma in ontology.words("needs_as"):
        return "as" not in after
    if cue.lemma in ontology.words("needs_with"):
        return not after & {"with", "over"}
    objects = [child for child in token.rights if child.dep_ in ("dobj", "pobj")]
    if cue.lemma in ontology.words("of_no_person"):
        return any(_is_person(each, ontology) for each in objects)
    if cue.lemma not in ontology.words("needs_matter"):
        return False
    return "as" not in after and not any(each.lemma_.lower() in ontology.words("matter") for each in objects)


def _is_person(noun: Token, ontology: Ontology) -> bool:
    kind = ontology.nouns.get(noun.lemma_.lower(), "")
    return noun.lower_ in PERSONAL or noun.ent_type_ == "PERSON" or (bool(kind) and ontology.is_a(kind, "Actor"))


def _is_state(child: Token, verb: Token) -> bool:
    """ "Feels strong": how somebody is."""
    others = any(other.dep_ in ("ccomp", "xcomp", "dobj") for other in verb.rights)
    return child.dep_ == "acomp" and verb.lemma_ == "feel" and not others


def _is_seen(clause: Token) -> bool:
    """ "Found him hiding": what somebody sees happening, which is not what he says."""
    plain = not any(child.dep_ in ("aux", "mark") for child in clause.children)
    return clause.dep_ == "ccomp" and clause.tag_ == "VBG" and plain


def _names(token: Token) -> bool:
    """`called him a liar`, `was called a liar`, `called it "…"`: the object, and what it is called."""
    objects = [child for child in token.rights if child.dep_ == "dobj"]
    called = any(child.dep_ in PARTS_OF_OBJECT or child.lower_ == "as" for child in token.rights)
    return called or len(objects) != 1 or any(t.is_quote or t.dep_ in ("amod", "acl") for t in objects[0].rights)


def _is_question(clause: Token) -> bool:
    first = clause.left_edge
    return first.tag_ in ("WRB", "WP", "WP$") or first.lower_ == "whether"
