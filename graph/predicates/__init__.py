"""A parsed article in, its verbs and event nouns out, each with the words that fill its grammatical places.

Places are named after normalisation: a passive's subject is its `object`, its by-phrase its `subject`; control, raising,
coordination, relative clauses, participles and light verbs hand on the subject or object that the clause leaves unsaid.
A preposition names the place of its noun ("from", "in response to").
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ..parse import Doc, Token
from .partakers import BACKING, HELPED, backing, befallen_together, behind_people, helped, may_befall, suffered_by
from .phrases import Lexicon, Predicate, Slot
from .words import (
    AGAINST,
    HANDS,
    NOMINAL_POS,
    NOUN_DEPS,
    PASSIVE_SUBJECTS,
    RELATIVE_TAGS,
    SUBJECTS,
    _preposition,
    completes,
    content,
    expand,
    fill,
    given_time,
    is_bare_object,
    is_done_by_object,
    is_judged,
    is_noun,
    is_of_a_side,
    is_passive,
    is_question,
    is_rounded_off,
    is_sought,
    is_stranded,
    is_verb,
    launched,
    preposition_slots,
    verb_lemma,
    where,
    with_preposition,
)

HERE = frozenset({"at", "on"})
"""Where something occurred, which elsewhere may be what it struck: "the attack took place at the crossing"."""
CLOSE, WHERE = 3, frozenset({"in", "at", "near", "outside"})
LEAVE, QUESTION = "leave", "question"
MODIFIERS = frozenset({"compound", "nmod"})


@dataclass(slots=True)
class _Found:
    verbs: dict[int, Predicate] = field(default_factory=dict)
    nouns: dict[int, Predicate] = field(default_factory=dict)


def find_predicates(doc: Doc, lexicon: Lexicon) -> tuple[Predicate, ...]:
    """Verbs and event nouns in text order."""
    found = _Found()
    for token in doc:
        if is_verb(token) and not is_noun(token) and not _is_gerund(token, lexicon):
            _verb(token, found.verbs, lexicon)
        elif (somebody := suffered_by(token, lexicon)) is not None:
            found.verbs[token.i] = Predicate(token, "v", (Slot("object", somebody),), passive=True)
    for token in doc:
        named = is_noun(token) and token.lemma_.lower() in lexicon.event_nouns and not _modifies(token)
        if named or _is_gerund(token, lexicon):
            found.nouns[token.i] = Predicate(token, "n", tuple(_noun_slots(token, lexicon)))
    _lend(found, lexicon)
    merged = {**found.verbs, **found.nouns}
    return tuple(merged[i] for i in sorted(merged))


def _is_gerund(token: Token, lexicon: Lexicon) -> bool:
    """ "Fighting between them has displaced thousands": an event noun of its own that the tagger takes for a verb."""
    if token.tag_ != "VBG" or token.dep_ not in NOUN_DEPS or token.lower_ not in lexicon.event_nouns or is_noun(token):
        return False
    return not any(child.dep_ in ("dobj", "nsubj", "xcomp", "ccomp", "aux", "neg", "prt") for child in token.children)


def _modifies(token: Token) -> bool:
    """ "Rescue" of "rescue teams" and of "search and rescue teams"."""
    first = token.head if token.dep_ == "conj" and token.head.dep_ in MODIFIERS else token
    if first.dep_ not in MODIFIERS or first.head.pos_ not in NOMINAL_POS:
        return False
    return token.dep_ == "compound" or first.head.i == token.i + 1


# ------------------------------------------------------------------------------------------------------------ verbs
def _verb(token: Token, found: dict[int, Predicate], lexicon: Lexicon) -> Predicate:
    if token.i in found:
        return found[token.i]
    found[token.i] = Predicate(token, "v", passive=is_passive(token))
    slots = list(_own_slots(token, lexicon))
    befallen = may_befall(token, slots, lexicon) and _is_bare(token, slots)
    if befallen:
        slots = [replace(slot, name="object") if slot.name == "subject" else slot for slot in slots]
    passive = befallen or is_passive(token)
    slots += _unsaid(Predicate(token, "v", tuple(slots), passive), found, lexicon)
    found[token.i] = Predicate(token, "v", tuple(slots), passive)
    return found[token.i]


def _is_bare(token: Token, slots: Sequence[Slot]) -> bool:
    """ "one killed, three wounded", "the men killed", "was led in handcuffed": a participle with a subject or after a noun or
    verb, no object, no auxiliary."""
    names = {slot.name for slot in slots}
    helped = any(child.dep_ in ("aux", "auxpass", "agent") for child in token.children)
    told = ("subject" in names and token.dep_ != "relcl") or token.dep_ in ("acl", "advcl")
    clause = any(slot.name in ("xcomp", "ccomp") and slot.token.i > token.i for slot in slots)
    filled = clause or "object" in names or _shared_object(token)
    return told and not filled and not helped and token.tag_ in ("VBN", "VBD")


def _shared_object(token: Token) -> bool:
    later = (other for other in token.conjuncts if other.i > token.i and (other.tag_ == "VBG") == (token.tag_ == "VBG"))
    return any(child.dep_ == "dobj" for other in later for child in other.children)


def _own_slots(token: Token, lexicon: Lexicon) -> Iterator[Slot]:
    passive = is_passive(token)
    for child in token.children:
        if child.dep_ in SUBJECTS and not _is_quoted_away(child, token):
            yield from fill("object" if passive and child.dep_ == "nsubj" else "subject", child, lexicon)
        elif child.dep_ in PASSIVE_SUBJECTS:
            yield from fill("object", child, lexicon)
        elif child.dep_ == "agent":
            yield from (Slot("subject", slot.token) for slot in _preposition(child, "by", lexicon))
        elif child.dep_ == "prep" and passive:
            yield from (Slot("subject", slot.token) for slot in _preposition(child, child.lower_, lexicon) if slot.name == HANDS)
        elif child.dep_ == "dobj":
            yield from fill("object", child, lexicon)
        elif child.dep_ == "advmod" and child.lower_ == "here":
            yield Slot("in", child)
        elif child.dep_ == "dative" and child.pos_ != "ADP":
            yield from fill("indirect", child, lexicon)
        elif child.dep_ in ("xcomp", "ccomp", "advcl", "attr", "acomp", "oprd", "npadvmod"):
            yield Slot(child.dep_, child)
            yield from _means(child, lexicon)
            yield from (Slot(QUESTION, child),) if is_question(child) else ()
    yield from (slot for slot in preposition_slots(token, lexicon) if slot.name != "by" or not passive)
    yield from _fronted(token, lexicon)
    yield from behind_people(token, lexicon)


def _is_quoted_away(subject: Token, verb: Token) -> bool:
    """ "“Somalia,” said Karim": what a mark of quotation parts from its verb is said and says nothing."""
    between = verb.doc[subject.right_edge.i + 1 : verb.i]
    return any(token.is_quote for token in between) and any(child.dep_ in SUBJECTS for child in verb.rights)


def _fronted(token: Token, lexicon: Lexicon) -> Iterator[Slot]:
    """ "In Kirkuk, rebels killed two and wounded three": what opens the sentence before its subject holds for both verbs."""
    first = token.head
    subject = next((child for child in first.lefts if child.dep_ in SUBJECTS | PASSIVE_SUBJECTS), None)
    if token.dep_ == "conj" and is_verb(first) and subject is not None:
        ahead = (slot for slot in preposition_slots(first, lexicon) if slot.token.i < subject.i)
        yield from (replace(slot, inherited=True) for slot in ahead)


def _means(clause: Token, lexicon: Lexicon) -> Iterator[Slot]:
    """ "attacked the post using mortars": the participle is as good as a preposition."""
    if clause.lower_ == "using" and clause.dep_ in ("advcl", "xcomp"):
        for child in clause.children:
            if child.dep_ == "dobj":
                yield from fill("using", child, lexicon)


def _unsaid(predicate: Predicate, found: dict[int, Predicate], lexicon: Lexicon) -> list[Slot]:
    token, passive = predicate.token, predicate.passive
    names = {slot.name for slot in predicate.slots}
    surface = "object" if passive else "subject"
    added: list[Slot] = []
    if surface not in names and token.dep_ != "ROOT":
        added += [Slot(surface, t, True) for t in _unsaid_subject(token, found, lexicon)]
    if not passive and "object" not in names:
        added += [Slot("object", content(t, lexicon), True) for t in _unsaid_object(token) or launched(token, lexicon)]
    if passive and "subject" not in names:
        added += [Slot("subject", s.token, True) for s in _shared_agent(token, lexicon)]
    return [*added, *_shared_places(token, lexicon), *where(token)]


def _shared_agent(token: Token, lexicon: Lexicon) -> list[Slot]:
    """The by-phrase of "surrounded and secured by guards" belongs to both."""
    later = [c for c in token.conjuncts if c.i > token.i and is_verb(c)]
    return [
        slot for verb in later for child in verb.children if child.dep_ == "agent" for slot in _preposition(child, "by", lexicon)
    ]


def _shared_places(token: Token, lexicon: Lexicon) -> Iterator[Slot]:
    """Where both were of "abducted and killed in Lima": what stands behind the second verb, close by the first."""
    later = next((c for c in token.conjuncts if c.i > token.i and is_verb(c)), None)
    if later is None or later.i - token.i > CLOSE or any(child.dep_ == "prep" for child in token.children):
        return
    yield from (replace(slot, inherited=True) for slot in preposition_slots(later, lexicon) if slot.name in WHERE)


def _unsaid_subject(token: Token, found: dict[int, Predicate], lexicon: Lexicon) -> list[Token]:
    head = token.head
    if token.dep_ == "acl" and token.tag_ in ("VBN", "VBD", "VBG"):
        return [content(each, lexicon) for each in befallen_together(head)]
    if token.dep_ in ("acl", "relcl"):
        return _undertaker(head, found, lexicon) if _is_to_do(token, head, lexicon) else []
    if token.dep_ == "ccomp" and _reports_of(head) and token.tag_ != "VB":
        return [content(head.head, lexicon)]
    if token.dep_ == "conj" and (above := _reporter(token)) is not None:
        head = above
    if token.dep_ == "pcomp":
        if head.head.pos_ in NOMINAL_POS and head.lower_ in lexicon.general:
            return []
        head = next((t for t in token.ancestors if is_verb(t)), head)
    if head.dep_ in ("acomp", "oprd") and token.dep_ == "xcomp":
        head = head.head
    if not is_verb(head) or head.i == token.i:
        return []
    governing = _verb(head, found, lexicon)
    return given_time(token, governing) or _handed_down(token, governing, lexicon)


def _reports_of(verb: Token) -> bool:
    """ "Two firms it said were paying them": who says so is told, so the noun is what the clause is about."""
    told = any(child.dep_ == "nsubj" and child.tag_ not in RELATIVE_TAGS for child in verb.children)
    return verb.dep_ == "relcl" and told and not any(child.dep_ == "dobj" for child in verb.children)


def _is_to_do(verb: Token, noun: Token, lexicon: Lexicon) -> bool:
    infinitive = verb.tag_ == "VB" and any(child.lower_ == "to" for child in verb.lefts)
    return infinitive and noun.lemma_.lower() in lexicon.undertaking


def _undertaker(noun: Token, found: dict[int, Predicate], lexicon: Lexicon) -> list[Token]:
    """Whose plan or effort it is: "Iraq's efforts to free", "the Iraqi campaign to free", "launched a bid to free"."""
    owners = [child for child in noun.lefts if child.dep_ == "poss"]
    owners = owners or [child for child in noun.lefts if child.dep_ in ("compound", "nmod", "amod")]
    if owners or noun.dep_ != "dobj" or noun.head.lemma_.lower() not in lexicon.light:
        return [content(owner, lexicon) for owner in owners]
    return [slot.token for slot in _verb(noun.head, found, lexicon).fillers("subject")]


def _reporter(token: Token) -> Token | None:
    """ "He said they may come and asked …": a second verb in the tense of the first, hung on what is said."""
    said, told = token.head, token.head.head
    joined = said.dep_ == "ccomp" and told.tag_ == token.tag_ == "VBD" != said.tag_ and is_verb(told)
    modal = any(child.dep_ == "aux" and child.tag_ == "MD" for child in said.children)
    return told if joined and modal else None


def _handed_down(token: Token, above: Predicate, lexicon: Lexicon) -> list[Token]:
    if token.dep_ in ("xcomp", "ccomp", "advcl") and above.token.lemma_.lower() in lexicon.called_on and token.tag_ == "VB":
        called = [s.token for s in above.fillers("on", "upon", "to")]
        if called:
            return called
    if token.dep_ in ("xcomp", "ccomp") and (above.token.lemma_ in lexicon.object_control or above.passive):
        objects = [s.token for s in above.fillers("object")]
        if objects:
            return objects
    if token.dep_ == "advcl" and token.tag_ == "VB" and above.token.lemma_.lower() in lexicon.sending:
        people = [s.token for s in above.fillers("object") if s.token.lemma_.lower() in lexicon.people]
        if people:
            return people
    if is_done_by_object(token, above.token, lexicon.quoting):
        objects = [s.token for s in above.fillers("object")]
        if (objects or token.head.lower_ == AGAINST) and not above.passive:
            return objects
    if token.dep_ in ("conj", "xcomp", "advcl", "pcomp", "dep") and not is_judged(token, above.token, lexicon):
        surface = "object" if above.passive else "subject"
        return [s.token for s in above.fillers(surface)]
    return []


def _unsaid_object(token: Token) -> list[Token]:
    """The object of "the raids the U.S. launched", of "captured and killed X", and of "a call … issued"."""
    if token.dep_ == "relcl" and not any(
        c.tag_ in RELATIVE_TAGS for c in token.subtree if c.head == token and c.dep_ != "advmod"
    ):
        told = any(c.dep_ == "nsubj" for c in token.children) and not any(c.tag_ == "WRB" for c in token.lefts)
        return [token.head] if told and not is_stranded(token) else []
    shared = next((c for c in token.conjuncts if c.i > token.i and is_verb(c) and c.i - token.i <= 3), None)
    if shared is None or is_passive(shared) or is_rounded_off(token):
        return []
    return [t for c in shared.children if c.dep_ == "dobj" for t in expand(c)]


# ------------------------------------------------------------------------------------------------------------ nouns
def _noun_slots(token: Token, lexicon: Lexicon) -> Iterator[Slot]:
    for child in token.children:
        if child.dep_ == "poss":
            yield from fill("poss", child, lexicon)
        elif child.dep_ in ("compound", "nmod"):
            yield from _paired(child)
            yield from (Slot("demonym", child),) if is_of_a_side(child, token) else ()
            yield Slot("compound", child)
        elif child.dep_ == "amod":
            yield from _paired(child)
            yield Slot("demonym", child)
        elif child.dep_ == "npadvmod" or (child.dep_ == "advmod" and child.lower_ == "here"):
            yield Slot("in" if child.lower_ == "here" else "npadvmod", child)
        elif child.dep_ == "acl" and child.tag_ in ("VB", "VBP") and any(c.lower_ == "to" for c in child.children):
            yield Slot("xcomp", child)
    bare = is_bare_object(token)
    for slot in preposition_slots(token, lexicon):
        yield replace(slot, name="object") if bare and slot.name == "of" else slot
    yield from _shared_of(token, lexicon)


def _paired(second: Token) -> Iterator[Slot]:
    """Both of "Iraqi-Iranian talks", "the UK-France summit"."""
    dash = second.i > 1 and second.nbor(-1).text in ("-", "–")
    first = second.nbor(-2) if dash else None
    if first is not None and first.head == second and first.dep_ in ("amod", "compound", "nmod") and first.ent_type_:
        yield from (Slot("between", first), Slot("between", second))


def _shared_of(noun: Token, lexicon: Lexicon) -> Iterator[Slot]:
    """The of-phrase of "the burning and looting of shops" belongs to both, whichever it hangs on."""
    if noun.conjuncts and not any(c.dep_ in ("prep", "agent") for c in noun.children):
        beside = (s for other in noun.conjuncts for s in preposition_slots(other, lexicon))
        yield from (replace(s, inherited=True) for s in beside if s.name in ("of", "by") and s.token.i > noun.i)


def _lend(found: _Found, lexicon: Lexicon) -> None:
    """Gives event nouns what the verbs around them say of them."""
    for verb in found.verbs.values():
        for slot in (*verb.slots, *_befallen(verb, lexicon), *helped(verb, lexicon), *backing(verb, lexicon)):
            noun = found.nouns.get(slot.token.i)
            if noun is not None:
                lent = tuple(_lent(verb, slot, lexicon))
                found.nouns[noun.token.i] = _with(noun, lent, verb.token)


def _befallen(verb: Predicate, lexicon: Lexicon) -> Iterator[Slot]:
    """ "Was the target of an attack", "was the scene of a bombing": the event that its subject is so called for."""
    for slot in verb.fillers("attr"):
        if slot.token.lemma_.lower() in {*lexicon.stricken, *lexicon.scene}:
            yield from (inner for inner in preposition_slots(slot.token, lexicon) if inner.name == "of")


def _is_called(slot: Slot, names: Collection[str]) -> bool:
    """The attack of "the target of an attack"."""
    return slot.name == "of" and slot.token.head.head.lemma_.lower() in names


def _lent(verb: Predicate, slot: Slot, lexicon: Lexicon) -> Iterator[Slot]:
    lemma = verb_lemma(verb.token)
    if (slot.name == "object" and lemma in lexicon.light) or any(name in lexicon.light for name in with_preposition(verb, slot)):
        yield from _as(verb, "subject", "to" if is_sought(lemma, slot.token, lexicon) else "subject")
        yield from _places(verb)
    elif slot.name == HELPED:
        yield from _as(verb, "object", "subject")
    elif slot.name == BACKING:
        yield from _as(verb, "subject", "subject")
    elif slot.name == "object" and lemma in lexicon.undergo:
        yield from _as(verb, "subject", "object")
        yield from _places(verb)
    elif slot.name == "subject" and lemma in lexicon.occur:
        yield from (replace(place, name="in") if place.name in HERE else place for place in _places(verb))
    elif slot.name == "subject" and lemma in lexicon.affect:
        yield from _as(verb, "object", "object") if lemma != LEAVE or completes(verb.token) else ()
        yield from _places(verb)
    elif slot.name == "object" and lemma in lexicon.aimed:
        yield from (Slot("against", s.token, True) for s in verb.fillers("at", "against", "toward", "towards"))
    elif (slot.name == "under" and lemma == "come") or _is_called(slot, lexicon.stricken):
        yield from _as(verb, "subject", "object")
    elif (slot.name == "object" and lemma in lexicon.witness) or _is_called(slot, lexicon.scene):
        yield from _as(verb, "subject", "in")


def _as(verb: Predicate, name: str, new: str) -> Iterator[Slot]:
    return (Slot(new, slot.token, True) for slot in verb.fillers(name))


def _places(verb: Predicate) -> Iterator[Slot]:
    fixed = {"subject", "object", "indirect", "xcomp", "ccomp", "advcl", "attr", "acomp", "oprd", QUESTION}
    return (replace(slot, inherited=True) for slot in verb.slots if slot.name not in fixed)


def _with(noun: Predicate, lent: tuple[Slot, ...], support: Token) -> Predicate:
    if not lent:
        return noun
    said = {slot.name for slot in noun.slots}
    return replace(noun, slots=noun.slots + tuple(s for s in lent if s.name not in said), support=noun.support or support)
