"""An event noun and what stands above it in, what that says of whether it happened out."""

from __future__ import annotations

from collections.abc import Collection
from itertools import takewhile

from ..ontology import Ontology
from ..parse import Token
from .said import (
    HYPOTHETICAL,
    NEGATED,
    NOUNS,
    PLANNED,
    POSSIBLE,
    VERBS,
    Link,
    Step,
    governor,
    has_no,
    modality_cue,
    of_cue,
    own,
    phrase,
)

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
SUBJECT_OF = frozenset({"on", "about", "over", "for"})
"""Between talks and what they are to bring about."""
MEANS = frozenset({"by", "through", "via"})
"""Before what a deed is done by: "could be resolved by talks"."""
AMID = frozenset({"in", "at", "as"})
"""Between what has not happened yet and what it is to happen in: "will speak at a meeting"."""
TURNS, RESULT = frozenset({"to", "into"}), frozenset({"to", "into", "in"})
"""Before what something leads to, turns into or results in."""


def noun_link(noun: Token, ontology: Ontology, *, content: bool) -> Link | None:
    head = noun.head
    if noun.dep_ == "conj" or (noun.dep_ == "appos" and head.pos_ in NOUNS and not is_definite(noun)):
        return Link(head, [])
    if noun.dep_ == "pobj":
        return _noun_after_preposition(noun, head, ontology, content=content)
    if noun.dep_ not in ("dobj", "nsubjpass", "nsubj", "attr") or head.pos_ not in VERBS:
        return None
    return _noun_of_verb(noun, head, ontology, content=content)


def _noun_of_verb(noun: Token, verb: Token, ontology: Ontology, *, content: bool) -> Link | None:
    if _is_scheduled(noun, verb, ontology):
        return Link(None, [PLANNED])
    if _is_countered(noun, verb, ontology):
        return None
    if content and (judged := _found_true(noun, verb, ontology)) is not None:
        return Link(verb, [*own(verb, ontology), *judged])
    called = _called(noun, verb, ontology) or _equated(noun, verb, ontology)
    if called is not None:
        return Link(verb, [*own(verb, ontology), called])
    if is_definite(noun) or _is_known(noun, ontology):
        return _told_of_definite(noun, verb, ontology, content=content)
    return Link(verb, _verb_over_noun(noun, verb, ontology, content=content))


def _is_scheduled(noun: Token, verb: Token, ontology: Ontology) -> bool:
    """ "The talks were to be the latest meeting", "a vote was to take place"; "the raid was to punish him" took place."""
    be = verb.head if noun.dep_ == "attr" and verb.dep_ == "xcomp" else verb
    ahead = (child for child in be.rights if child.dep_ == "xcomp" and child.tag_ == "VB" and child.nbor(-1).lower_ == "to")
    return be.lemma_ == "be" and be.pos_ in VERBS and any(child.lemma_.lower() in ontology.words("occur") for child in ahead)


def _is_countered(noun: Token, verb: Token, ontology: Ontology) -> bool:
    """ "Imposed a curfew to quell protests": there are such, unless they are "any" or "further" ones."""
    open_ = any(child.lower_ in ("any", "further", "new", "fresh", "more", "potential") for child in noun.lefts)
    named = {verb.lemma_.lower(), phrase(verb)} & ontology.words("countering")
    return noun.dep_ == "dobj" and not open_ and bool(named)


def _is_known(noun: Token, ontology: Ontology) -> bool:
    """ "Previous sanctions brought nothing", "accused of directing a strike that killed ten": they were there."""
    before = any(child.dep_ == "amod" and child.lower_ in ontology.words("known_of") for child in noun.lefts)
    return before or any(_is_told_past(child) for child in noun.rights if child.dep_ == "relcl")


def _is_told_past(clause: Token) -> bool:
    return clause.tag_ == "VBD" and not any(child.dep_ in ("aux", "neg") for child in clause.children)


def _called(noun: Token, verb: Token, ontology: Ontology) -> Step | None:
    """ "An attack is likely", "a deal seems unlikely"; not "the strike is likely to continue", which is there."""
    if noun.dep_ != "nsubj" or is_definite(noun) or verb.lemma_.lower() not in ontology.words("linking"):
        return None
    said = (child for child in verb.rights if child.dep_ in ("acomp", "oprd") and child.pos_ == "ADJ")
    adjective = next((word for word in said if not any(c.dep_ in ("xcomp", "ccomp") for c in word.children)), None)
    cue = ontology.modality_cues.get(adjective.lower_) if adjective is not None else None
    return of_cue(cue) if cue is not None else None


def _found_true(noun: Token, verb: Token, ontology: Ontology) -> list[Step] | None:
    """ "Reports that they fled are false", "the claim that they fled is not true"."""
    said = {child.lower_ for child in verb.rights if child.dep_ == "acomp" and noun.dep_ == "nsubj"}
    if said & ontology.words("untrue"):
        return [NEGATED]
    return [] if said & ontology.words("true") else None


def _equated(noun: Token, verb: Token, ontology: Ontology) -> Step | None:
    """ "The aim is a truce", "the only way out is dialogue"."""
    if noun.dep_ != "attr" or verb.lemma_ != "be" or is_definite(noun):
        return None
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    return PLANNED if subject is not None and subject.lemma_.lower() in ontology.words("sought_end") else None


def is_definite(noun: Token) -> bool:
    """ "the attack", "their attack": a noun that takes what it names for granted."""
    return any(child.dep_ == "poss" or (child.dep_ == "det" and child.lower_ in DEFINITE) for child in noun.children)


def _told_of_definite(noun: Token, verb: Token, ontology: Ontology, *, content: bool) -> Link | None:
    """`the attack` is taken for granted: only a cue (`prevented the attack`) or a schedule (`will hold the vote`) says more."""
    words = {verb.lemma_.lower(), phrase(verb)}
    if noun.dep_ != "nsubj" and modality_cue(verb, ontology) is not None and _reaches_nouns(verb, ontology, content=content):
        return Link(verb, _verb_over_noun(noun, verb, ontology, content=content))
    if words & (ontology.words("light") | ontology.words("occur")) or (noun.dep_ == "dobj" and _takes_part(verb, ontology)):
        return Link(None, [step for step in own(verb, ontology) if step == PLANNED])
    return None


def _verb_over_noun(noun: Token, verb: Token, ontology: Ontology, *, content: bool) -> list[Step]:
    steps = [step for step in own(verb, ontology) if not (step.negative and has_no(noun))]
    cue = modality_cue(verb, ontology)
    if not _reaches_nouns(verb, ontology, content=content) or noun.dep_ == "nsubj" or _is_named(noun, verb):
        return steps
    if _denies(verb, ontology) and (content or cue is not None):
        return [*steps, NEGATED]
    return [*steps, of_cue(cue)] if cue is not None else steps


def _reaches_nouns(verb: Token, ontology: Ontology, *, content: bool) -> bool:
    """Not "rejected the attack"; but "set for Monday", where a cue of two words says more than its verb alone."""
    cue = modality_cue(verb, ontology)
    return content or verb.lemma_.lower() not in ontology.words("clause_only") or (cue is not None and " " in cue.lemma)


def _is_named(noun: Token, verb: Token) -> bool:
    """ "Called the raid a massacre": what is called something is there."""
    return any(child.dep_ == "oprd" and child.i > noun.i and child.pos_ in NOUNS for child in verb.children)


def _denies(verb: Token, ontology: Ontology) -> bool:
    """ "Denied the attack", "disputed reports that they fled": it did not happen, while a refused visit was not to happen."""
    speech = ontology.cues.get(verb.lemma_.lower())
    return speech is not None and speech.stance == "denies"


def _noun_after_preposition(noun: Token, preposition: Token, ontology: Ontology, *, content: bool) -> Link | None:
    """`without violence`, `the threat of attack`, `called for a withdrawal`, `talks on a truce`, `no evidence of torture`."""
    above, word = governor(preposition), preposition.lower_
    if word == "without":
        return Link(above, [NEGATED])
    if (giver := _giver(preposition)) is not None:
        return Link(giver, _verb_over_noun(noun, giver, ontology, content=False))
    if above.pos_ in VERBS:
        cue = ontology.modality_cues.get(f"{above.lemma_.lower()} {word}")
        if cue is not None:
            granted = _is_accused_of(noun, above, ontology) or (of_cue(cue) == HYPOTHETICAL and _is_granted(noun, ontology))
            return None if granted else Link(above, [*own(above, ontology), of_cue(cue)])
        if (above.dep_ in ("acl", "relcl") and above.head.lemma_.lower() in ontology.words("sought")) or (
            word == "for" and _rewards(above, ontology)
        ):
            return Link(None, [PLANNED])
        return _joined_to(noun, above, word, ontology, content=content)
    return _noun_of_noun(noun, word, above, ontology) if above.pos_ in NOUNS else _before(noun, above, word, ontology)


def _is_granted(noun: Token, ontology: Ontology) -> bool:
    """ "Had warned against the airstrikes, which came in reply": they are not what would be."""
    return is_definite(noun) or _is_known(noun, ontology)


def _joined_to(noun: Token, verb: Token, preposition: str, ontology: Ontology, *, content: bool) -> Link | None:
    """ "May lead to the defeat", "could turn into a riot", "would respond with an attack", "will speak at a meeting"."""
    leads = preposition in RESULT and verb.lemma_.lower() in ontology.words("lead_to")
    if leads or (preposition in TURNS and not is_definite(noun)):
        return Link(verb, list(own(verb, ontology)))
    carried = f"{verb.lemma_.lower()} {preposition}" in ontology.words("light")
    amid = preposition in AMID and not content
    open_ = [step for step in own(verb, ontology) if step.modality != "actual"]
    if is_definite(noun):
        part = carried or (amid and _takes_part(verb, ontology))
        return Link(None, [step for step in open_ if step == PLANNED]) if part else None
    if carried or preposition in MEANS:
        return Link(verb, open_)
    return Link(verb, open_, beside=True) if amid and noun.lemma_.lower() not in ontology.words("relation_noun") else None


def _takes_part(verb: Token, ontology: Ontology) -> bool:
    """ "Will play in the final", "will attend the talks": who is to be there then, so is the event."""
    return bool({verb.lemma_.lower(), phrase(verb)} & ontology.words("taking_part"))


def _before(noun: Token, adjective: Token, preposition: str, ontology: Ontology) -> Link | None:
    """ "Open to talks", "close to a deal": what somebody is so before has not come about."""
    yet = f"{adjective.lower_} {preposition}" in ontology.words("not_yet") and adjective.dep_ in ("acomp", "oprd", "amod")
    return Link(adjective.head, [*own(adjective.head, ontology), PLANNED]) if yet and not is_definite(noun) else None


def _rewards(verb: Token, ontology: Ontology) -> bool:
    """ "A reward is offered for his capture"."""
    given = (child for child in verb.children if child.dep_ in ("dobj", "nsubjpass"))
    return any(child.lemma_.lower() in ontology.words("reward") for child in given)


def _giver(preposition: Token) -> Token | None:
    """The verb over a sum of money in something: "pledged two million euros in aid"."""
    amount = preposition.nbor(-1) if preposition.i else preposition
    return amount.head if preposition.lower_ == "in" and amount.ent_type_ == "MONEY" and amount.dep_ == "dobj" else None


def _noun_of_noun(noun: Token, word: str, above: Token, ontology: Ontology) -> Link | None:
    if word == "of" and above.lemma_.lower() in ontology.words("eventuality"):
        return Link(None, [HYPOTHETICAL]) if above.head.lower_ == "in" else None
    if above.lemma_.lower() in ontology.words("negotiating") and word in SUBJECT_OF and not is_definite(noun):
        return Link(above, [POSSIBLE])
    if above.lemma_.lower() in ontology.words("reward") and word == "for":
        return Link(None, [PLANNED])
    lemma = above.lemma_.lower()
    measured = lemma in ontology.words("count") or (lemma in ontology.words("measure") and above.dep_ != "nsubj")
    if (word == "of" and measured) or (word == "on" and lemma in ontology.words("accord")):
        return Link(above, [])
    if lemma in ontology.words("speech_noun_alleges") and word in ("of", "including") and not is_definite(noun):
        return Link(above, [POSSIBLE])
    return _noun_of_cue(noun, word, above, ontology)


def _noun_of_cue(noun: Token, word: str, above: Token, ontology: Ontology) -> Link | None:
    """ "The risk of war", "no sign of an attack", "an interest in talks"."""
    lemma = above.lemma_.lower()
    cue = ontology.modality_cues.get(f"{lemma} {word}") if not is_definite(noun) else None
    if cue is None and word not in ("of", "for", "about", "over"):
        return None
    if cue is None and (word == "for" or lemma not in ontology.words("clause_only")) and not (word == "of" and is_definite(noun)):
        cue = ontology.modality_cues.get(lemma)
    steps = ([of_cue(cue)] if cue is not None else []) + ([NEGATED] if has_no(above) and not is_definite(noun) else [])
    return Link(above, steps) if steps else None


def _is_accused_of(noun: Token, verb: Token, ontology: Ontology) -> bool:
    """`charged with the slaying`, `blamed for a raid`: who did it is open, not that it was done."""
    cue = ontology.cues.get(verb.lemma_.lower())
    known = is_definite(noun) or verb.lemma_.lower() in ontology.words("laid_to")
    return cue is not None and cue.stance == "alleges" and known


def is_presumed(event: Token | None, cue: Token, laid: Collection[str]) -> bool:
    """ "Accused rebels of the raid, which killed ten", "blamed them for a raid": who did it is alleged, not that it was done.

    Not what is so told to somebody itself: "claims they did the raid"; nor a practice: "accused of the killing of civilians".
    """
    if event is None or event == cue:
        return False
    if event.pos_ not in NOUNS:
        return event.dep_ == "relcl" and event.head.pos_ in NOUNS and is_presumed(event.head, cue, laid)
    if not (is_definite(event) or cue.lemma_.lower() in laid) or _is_practice(event):
        return False
    between = takewhile(lambda above: above != cue, event.ancestors)
    return cue.is_ancestor(event) and all(above.pos_ not in VERBS or above.tag_ == "VBG" for above in between)


def _is_practice(noun: Token) -> bool:
    below = (word for child in noun.children if child.dep_ == "prep" and child.lower_ == "of" for word in child.children)
    return any(word.tag_ == "NNS" and word.left_edge == word for word in below)
