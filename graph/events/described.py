"""A word that a trigger or role asks for and its vocabulary in, whether it only says what another thing is like or whose it is,
or may tell of an event of the kind asked for, out."""

from __future__ import annotations

from collections.abc import Sequence

from ..ontology import Ontology, RoleSlot
from ..parse import Token
from ..predicates.words import is_verb

FACILITY, ACTOR, EVENT, DEED = "Facility", "Actor", "Event", "Assault"


def only_names(word: Token, words: Sequence[Token], ontology: Ontology) -> bool:
    """Who "attacked a police station" has not attacked police: the word only says whose house it is; nor has who "made peace
    proposals" made peace, who has "support groups" support, or who "took out life insurance" taken a life."""
    if word.dep_ != "compound" or word.head in words or word.head.pos_ != "NOUN":
        return False
    if word.head.lemma_.lower() in ontology.words("only_about") and any(token.pos_ == "VERB" for token in words):
        return True
    own, outer = (ontology.nouns.get(token.lemma_.lower(), "") for token in (word, word.head))
    body = ontology.is_a(outer, ACTOR) and not ontology.is_a(own, ACTOR)
    happening = any(len(trigger.words) == 1 for trigger in ontology.triggers.get((word.head.lemma_.lower(), "n"), ()))
    told = body or (happening and not outer)
    return ontology.is_a(outer, FACILITY) or (told and any(token.pos_ == "VERB" for token in words))


def only_describes(word: Token, found: Sequence[Token]) -> bool:
    """ "Final" of "reached the final words" ends no trigger whose noun is missing."""
    return word.dep_ == "amod" and word.pos_ == "ADJ" and word.head not in found


def may_tell(word: Token, role: RoleSlot, ontology: Ontology) -> bool:
    """Whether an event word may be of a class that a role asks for; "the crime" may be any deed."""
    lemma = word.lemma_.lower()
    triggers = ontology.triggers.get((lemma, "v" if is_verb(word) else "n"), ())
    told = {trigger.type for trigger in triggers if len(trigger.words) == 1}
    told |= {DEED} if lemma in ontology.words("any_deed") else set()
    return EVENT in role.classes or any(ontology.is_a(cls, asked) for cls in told for asked in role.classes)
