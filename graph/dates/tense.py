"""A word in, whether its clause looks ahead out: news tells the past unless a verb says otherwise."""

from __future__ import annotations

from ..parse import Token

WILL = frozenset({"will", "shall", "'ll", "wo", "may", "might", "can", "ca", "must", "should", "would", "could"})
_AHEAD = (
    "plan schedule expect agree set due hope want vow intend prepare threaten promise pledge aim propose slate ask demand order "
    "urge decide tell call go likely ready able suppose seek need wait"
)
_COMING = "deadline plan proposal ultimatum election vote summit"
AHEAD = frozenset(_AHEAD.split() + _COMING.split())
TIMETABLE = frozenset(("open", "begin", "start", "meet", "vote", "face", "expire", "leave", "arrive", "be"))
RESPONSIBLE = "responsible"
_UNFORESEEN = (
    "attack bombing shooting killing murder blast explosion crash raid ambush assassination massacre accident earthquake death "
    "kidnapping abduction stabbing robbery fire collapse derailment quake incident"
)
UNFORESEEN = frozenset(_UNFORESEEN.split())
THE = frozenset({"the", "this", "that"})
IS = frozenset({"is", "are", "'s", "'re", "am", "'m"})


def looks_ahead(token: Token) -> bool:
    """Whether the nearest verb above the word that tells a tense speaks of the future and not just of what the day names."""
    named = token.dep_ == "poss" and token.head.dep_ == "pobj"
    for above in (token, *token.ancestors):
        if _is_over(above):
            return False
        told = False if named and above.tag_ in ("VBZ", "VBP") else _ahead(above)
        if told is not None:
            return told
    return False


def _is_over(noun: Token) -> bool:
    """ "Promised to find those responsible for Monday's raid", "for the raid on Monday that killed ten": it took place; so did
    what nobody foresees and "the" points at: "police are investigating the shooting on Sunday"."""
    if noun.lower_ in UNFORESEEN and any(child.lower_ in THE for child in noun.lefts):
        return True
    clauses = (child for child in noun.rights if child.dep_ == "relcl" and child.tag_ == "VBD")
    return noun.lower_ == RESPONSIBLE or (noun.pos_ == "NOUN" and next(clauses, None) is not None)


def _ahead(word: Token) -> bool | None:
    """None if the word tells no tense of its own."""
    if word.pos_ not in ("VERB", "AUX"):
        return None
    helpers = {child.lower_ for child in word.children if child.dep_ in ("aux", "auxpass")}
    if helpers & WILL:
        return "have" not in helpers
    if word.tag_ == "VB" or "to" in helpers:
        return _infinitive(word, helpers)
    if word.tag_ == "VBD":
        return False
    if word.tag_ in ("VBZ", "VBP"):
        return word.lemma_ in TIMETABLE
    return _participle(word, helpers)


def _infinitive(verb: Token, helpers: set[str]) -> bool | None:
    if "to" not in helpers:
        return None
    is_to = verb.dep_ == "xcomp" and verb.head.lower_ in IS
    return True if is_to or helpers & IS or verb.head.lemma_.lower() in AHEAD else None


def _participle(verb: Token, helpers: set[str]) -> bool | None:
    if verb.tag_ == "VBN" and verb.lemma_ in ("schedule", "set", "plan", "expect", "slate") and not helpers - IS:
        return True
    if not helpers:
        return None
    return bool(helpers & IS) and verb.tag_ == "VBG"
