"""A verb or noun and what it is read as in, whether it only looks like an event and tells of nothing out."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ..ontology import Ontology
from ..parse import Token
from ..predicates.phrases import Lexicon, Predicate
from ..predicates.words import PASSIVE_SUBJECTS, SUBJECTS, is_outpouring, is_passive, is_verb, verb_lemma
from .frames import Match, Reading

CRAFT, FREED, CHARGED, SENT = ("Vehicle", "AirUnit", "NavalUnit"), "Release", "Indictment", "TroopDeployment"
SELF, TURNED = ("self", "selves"), ("Request", "Aid")
ARM, ACTOR, VIOLENT = "Weapon", "Actor", "Assault"
AGAINST = frozenset({"on", "against"})
FORCE, OCCASIONS = "Group", frozenset({"during", "in"})
STREET, THROUGH = ("Demonstration", "Occupation"), frozenset({"on", "through", "into", "at", "near"})
ALWAYS_SAYS = frozenset({"tell", "say"})


def tells_nothing(noun: Predicate, reading: Reading, ontology: Ontology) -> bool:
    """Whether an event noun only is part of a name, wished upon somebody, a measure or what a thing is made for."""
    token = noun.token
    wished = is_wished(token, ontology) or _is_purpose(token, ontology) or _is_gerund(token)
    many = is_outpouring(token, ontology.words("outpouring"), ontology.words("substance"))
    kind = many or _only_measures(token, ontology) or _is_kind_of_craft(token, ontology) or _only_counts(token, ontology)
    thing = _is_somebody(token, ontology) or _is_force(token, ontology) or _is_device(token, ontology)
    return thing or wished or kind or _in_name(noun, reading) or _is_body(token, reading, ontology)


def _is_gerund(noun: Token) -> bool:
    """ "Reported hearing shots": no hearing of a court."""
    return noun.dep_ in ("xcomp", "pcomp") and any(child.dep_ == "dobj" for child in noun.children)


def _only_counts(noun: Token, ontology: Ontology) -> bool:
    """ "Won by ten votes", "60 percent of the vote": what an election is counted in."""
    if noun.lemma_.lower() not in ontology.words("tally"):
        return False
    share = noun.head.head.lemma_.lower() if noun.dep_ == "pobj" and noun.head.lower_ == "of" else ""
    return share in ontology.words("portion") or (noun.tag_ == "NNS" and any(child.dep_ == "nummod" for child in noun.children))


def _is_somebody(noun: Token, ontology: Ontology) -> bool:
    """ "Warned of the suicide bomber": who is only spoken of did nothing; "a suicide bomber struck" tells how it was done."""
    person = ontology.is_a(ontology.nouns.get(noun.lemma_.lower(), ""), "Actor")
    doer = noun.dep_ == "nsubj" or noun.head.dep_ == "agent"
    return person and not doer and noun.lemma_.lower().endswith("er")


def _is_force(noun: Token, ontology: Ontology) -> bool:
    """ "Ambushed a patrol", "crashed into a patrol", "patrols were seen": who walks it; "on patrol" and "stepped up patrols" tell
    of the walk."""
    if ontology.nouns.get(noun.lemma_.lower()) != FORCE:
        return False
    if noun.dep_ == "pobj":
        return noun.head.lower_ not in OCCASIONS and any(child.dep_ == "det" for child in noun.lefts)
    carried = ontology.words("light") | ontology.words("occur")
    return noun.dep_ in ("dobj", "nsubj", "nsubjpass") and verb_lemma(noun.head) not in carried


def _is_device(noun: Token, ontology: Ontology) -> bool:
    """ "A roadside bomb killed four" tells of a bombing; "carried a bomb" does not."""
    if noun.lemma_.lower() not in ontology.words("bomb_word"):
        return False
    verb = noun.head.head if noun.head.dep_ == "agent" else noun.head
    doer = noun.dep_ == "nsubj" or noun.head.dep_ == "agent"
    return not doer or verb.lemma_.lower() not in ontology.words("affect")


def _is_kind_of_craft(noun: Token, ontology: Ontology) -> bool:
    """ "Using attack, bomber and fighter aircraft": a bare noun joined with craft says of what kind they are."""
    bare = noun.tag_ == "NN" and noun.dep_ == "dobj" and noun.left_edge.i == noun.i
    others = (ontology.nouns.get(other.lemma_.lower(), "") for other in noun.conjuncts)
    return bare and any(ontology.is_a(cls, craft) for cls in others for craft in CRAFT)


def _is_body(noun: Token, reading: Reading, ontology: Ontology) -> bool:
    """ "The prosecution asked for a recess": who says or asks something is no event."""
    mention = reading.mention(noun)
    speaks = noun.dep_ == "nsubj" and noun.head.lemma_.lower() in ontology.cues
    return speaks and mention is not None and mention.kind == "nominal" and ontology.is_a(mention.type, ACTOR)


def _in_name(predicate: Predicate, reading: Reading) -> bool:
    """ "Mobilization" of "Popular Mobilization Forces" tells of nothing."""
    mention = reading.mention(predicate.token)
    return mention is not None and mention.kind == "name"


def is_wished(noun: Token, ontology: Ontology) -> bool:
    """ "Death to the tyrant!", "chanted death to the tyrant": a bare noun wished upon whom its "to" names."""
    if noun.lemma_.lower() not in ontology.words("wished") or noun.i + 1 == len(noun.doc) or noun.nbor(1).lower_ != "to":
        return False
    before = None if noun.is_sent_start or not noun.i else noun.nbor(-1)
    return before is None or before.is_quote or before.lemma_.lower() in ontology.cues


def _only_measures(noun: Token, ontology: Ontology) -> bool:
    """ "A great deal of patience"; "the Eastern Conference", "public order"."""
    other = ontology.words("so_much") | ontology.words("no_event")
    return any(f"{child.lower_} {noun.lemma_.lower()}" in other for child in noun.lefts)


def _is_purpose(noun: Token, ontology: Ontology) -> bool:
    """ "Weapons of mass destruction", "arms for torture": what a thing is made for has not been done with it."""
    made = noun.head.head.lemma_.lower() if noun.dep_ == "pobj" and noun.head.lower_ in ("of", "for") else ""
    return ontology.is_a(ontology.nouns.get(made, ""), ARM)


def says_nothing(match: Match, predicate: Predicate, ontology: Ontology) -> bool:
    """ "Conceded a goal", "wrote a song", "added to the chaos": verbs that say something only with a clause or quotation."""
    verb, listed = predicate.token, ontology.words("needs_clause")
    if predicate.pos == "n" or len(match.words) > 1 or verb.lemma_.lower() not in listed:
        return False
    if verb.lemma_.lower() in ALWAYS_SAYS or any(slot.name in ("ccomp", "xcomp") for slot in predicate.slots):
        return False
    objects = [slot.token for slot in predicate.fillers("object") if not slot.inherited]
    objects += [slot.token for slot in predicate.slots if f"{verb.lemma_.lower()} {slot.name}" in listed]
    quoted = any(token.is_quote for token in verb.sent)
    return bool(objects) and not quoted and not any(t.lemma_.lower() in ontology.words("speech_noun") for t in objects)


def is_discharged(match: Match, verb: Token, ontology: Ontology) -> bool:
    """ "Were treated and released": out of a hospital, not out of prison."""
    return match.type == FREED and verb.dep_ == "conj" and verb.head.lemma_.lower() in ontology.words("treating")


def is_entrusted(match: Match, verb: Token, ontology: Ontology) -> bool:
    """ "The man charged with protecting him": who is given a duty is accused of nothing."""
    charged = match.type == CHARGED and verb.lemma_.lower() == "charge"
    given = (word for child in verb.children if child.lower_ == "with" for word in child.children)
    return charged and any(word.lemma_.lower() in ontology.words("entrusted") for word in given)


def is_ready(match: Match, verb: Token, ontology: Ontology) -> bool:
    """ "Is committed to defeating them": who is ready to do a thing is sent nowhere."""
    bound = (c for child in verb.children if child.lower_ == "to" for c in child.children)
    deployed = ontology.is_a(match.type, SENT) and verb.lower_ in ontology.words("ready")
    return deployed and any(c.dep_ == "pcomp" for c in bound)


def is_figurative(match: Match, verb: Token, ontology: Ontology) -> bool:
    """ "Killed the reform", "attacks on the freedom of speech": what has no body is not struck."""
    placed = {"dobj", "nsubjpass"} if is_verb(verb) else set()
    near = [child for child in verb.children if child.dep_ in placed or (child.dep_ == "prep" and child.lower_ in AGAINST)]
    struck = [word for child in near for word in ((child,) if child.dep_ in placed else child.children)]
    violent = ontology.is_a(match.type, VIOLENT)
    return violent and any(word.pos_ == "NOUN" and word.lemma_.lower() in ontology.words("abstract") for word in struck)


def is_done_by_things(match: Match, verb: Token, ontology: Ontology) -> bool:
    """ "Snow blocked a highway", "rains flooded streets": no people, no protest."""
    if match.type not in STREET or not is_verb(verb) or any(filler.role == "agent" for filler in match.fillers):
        return False
    subjects = [child.lemma_.lower() for child in verb.children if child.dep_ == "nsubj" and child.pos_ == "NOUN"]
    classes = (ontology.nouns.get(lemma, "") for lemma in subjects if lemma not in ontology.words("uncounted"))
    return any(not any(ontology.is_a(cls, kind) for kind in (ACTOR, *CRAFT)) for cls in classes)


def is_drill(match: Match, verb: Token, ontology: Ontology) -> bool:
    """ "Soldiers paraded through the capital", "police blocked the road": no protest, unless it is said what for or against."""
    lemma = verb.lemma_.lower()
    bare = all(word == verb or word.lower_ in THROUGH or word.dep_ == "dobj" for word in match.words)
    if match.type not in STREET or not bare or lemma not in ontology.words("street_deed"):
        return False
    doers = {filler.slot.token.lemma_.lower() for filler in match.fillers if filler.role == "agent"}
    aimed = any(child.dep_ in ("advcl", "xcomp") or child.lower_ in ("against", "for") for child in verb.rights)
    return bool(doers & ontology.words("fighter")) and not aimed


def is_pastime(match: Match, verb: Token, ontology: Ontology) -> bool:
    """ "Gathered for prayers", "assembled to watch the final": people come together for more than protests."""
    if match.type not in STREET or not is_verb(verb) or verb.lemma_.lower() not in ontology.words("street_deed"):
        return False
    led = [child for child in verb.rights if child.dep_ == "prep" and child.lower_ in ("for", "at")]
    nouns = (word for child in led for word in child.children if child.lower_ == "for" or word.tag_ == "NN")
    purposes = (child for child in verb.rights if child.dep_ in ("advcl", "xcomp") and child.tag_ == "VB")
    return any(word.lemma_.lower() in ontology.words("pastime") for word in (*nouns, *purposes))


def is_to_oneself(match: Match, verb: Token, ontology: Ontology) -> bool:
    """ "Kept asking myself", "lends itself": what is asked of or given to whom does it is no request and no aid."""
    turned = any(c.dep_ in ("dobj", "dative") and c.lower_.endswith(SELF) and c.tag_ == "PRP" for c in verb.children)
    return turned and any(ontology.is_a(match.type, cls) for cls in TURNED)


def _is_aside(verb: Token) -> bool:
    """ "As measured by the ministry", "as expected": a bare participle behind "as" tells how a thing is taken."""
    helped = any(c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") for c in verb.children)
    marked = verb.head.lower_ == "as" if verb.dep_ == "pcomp" else any(c.lower_ == "as" and c.i < verb.i for c in verb.children)
    return verb.tag_ in ("VBN", "VBD") and marked and not helped


def _only_governs(verb: Token, ontology: Ontology) -> bool:
    """ "Is poised to intervene": a word that says how far another deed has come is no deed of its own."""
    below = any(c.dep_ in ("xcomp", "ccomp") for c in verb.children)
    return below and verb.lemma_.lower() in ontology.modality_cues


def _is_thin(verb: Token, lexicon: Lexicon) -> bool:
    """ "Play", and "falls under": an office falls under another, a wall falls."""
    return _is_listed(verb, lexicon.plain_stop)


def _is_listed(verb: Token, words: Collection[str]) -> bool:
    lemma = verb.lemma_.lower()
    small = (c.lower_ for c in verb.children if c.dep_ in ("prep", "prt", "advmod", "acomp"))
    return lemma in words or any(f"{lemma} {word}" in words for word in small)


def _is_prefix(word: Token) -> bool:
    """The "re" of "re-elect"."""
    return word.i + 1 < len(word.doc) and word.nbor(1).text == "-" and not word.whitespace_


def is_empty(verb: Token, ontology: Ontology, lexicon: Lexicon) -> bool:
    """Whether a verb that no class knows is no event either."""
    known = verb.tag_ == "MD" or verb.lemma_.lower() in ontology.cues or _is_prefix(verb)
    return known or _is_thin(verb, lexicon) or _is_aside(verb) or _is_state(verb) or _only_governs(verb, ontology)


def _is_state(verb: Token) -> bool:
    """ "Wears glasses", "owns hotels": the plain present tells what is so or usual, save in a headline."""
    helped = any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    return verb.tag_ in ("VBZ", "VBP") and not helped and verb.sent.start > 0


# -------------------------------------------------------------------------------------------- verbs that no class knows
def is_untold(predicate: Predicate, ontology: Ontology) -> bool:
    """Whether a verb that no class knows tells of no deed: a state or figure of speech, or what may, should or can be done, or
    is done for a purpose, by way of something else or to a thing that is only described."""
    verb = _leader(predicate.token)
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if _is_listed(predicate.token, ontology.words("plain_aside")):
        return True
    if any(child.lower_ in ontology.words("leaving_open") for child in helpers):
        return True
    if _is_bare_infinitive(verb, helpers):
        return not _is_carried_out(verb, helpers, ontology)
    if verb.dep_ == "pcomp":
        return not _is_told_beside(verb, ontology)
    return _is_bare_participle(verb, helpers) and not any(True for _ in predicate.fillers("subject"))


def _leader(verb: Token) -> Token:
    """ "Leave" of "to leave and rest": whose helpers a second verb without a subject of its own shares."""
    while verb.dep_ == "conj" and is_verb(verb.head) and verb.head.tag_ == verb.tag_ and not _is_whole(verb):
        verb = verb.head
    return verb


def _is_whole(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS | PASSIVE_SUBJECTS | {"aux", "auxpass"} for child in verb.children)


def _is_bare_infinitive(verb: Token, helpers: Sequence[Token]) -> bool:
    """ "To leave", "to be left", "leave": with no helper that tells when."""
    return any(child.tag_ == "TO" for child in helpers) or (verb.tag_ == "VB" and not helpers)


def _is_carried_out(verb: Token, helpers: Sequence[Token], ontology: Ontology) -> bool:
    """ "Decided to leave", "was forced to leave", "saw them leave", "used a van to leave", "is said to have left", "Ramos to
    leave": what somebody means, is asked, made or seen to do, or does by it; not "worked to leave"."""
    lemma = verb.head.lemma_.lower()
    if verb.dep_ in ("xcomp", "ccomp") and lemma in ontology.words("carried_out") | ontology.words("perceiving"):
        return True
    by_it = verb.dep_ in ("xcomp", "advcl") and lemma in ontology.words("done_purpose")
    return by_it or any(child.lower_ == "have" for child in helpers) or _is_headline(verb)


def _is_headline(verb: Token) -> bool:
    """ "Ramos to leave": an infinitive where the sentence has no other verb."""
    return verb.dep_ == "ROOT" or (verb.dep_ in ("acl", "relcl") and verb.head.dep_ == "ROOT" and verb.head.pos_ == "PROPN")


def _is_told_beside(verb: Token, ontology: Ontology) -> bool:
    """ "After leaving", "was fined for leaving", "accused of leaving", "with rebels leaving"; not "an interest in leaving"."""
    preposition, above = verb.head, verb.head.head
    if _is_whole(verb) or preposition.lower_ in ontology.words("told_beside"):
        return True
    named = f"{verb_lemma(above)} {preposition.lower_}"
    charged = named in ontology.cues or named in ontology.modality_cues or above.lemma_.lower() in ontology.words("charge")
    return charged or (is_verb(above) and preposition.lower_ == "for" and is_passive(above))


def _is_bare_participle(verb: Token, helpers: Sequence[Token]) -> bool:
    """ "A car loaded with bombs": what was done to a thing, told only of how it was."""
    return verb.dep_ in ("acl", "advcl") and not helpers and is_passive(verb)
