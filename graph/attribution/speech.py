"""A parsed article in, its cue words out, each with its source and what the grammar makes its content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model import Polarity, Stance
from ..ontology import Cue, Ontology
from ..parse import Doc, Token
from .quotes import Range
from .silence import PARTS_OF_OBJECT, is_thought_of, only_shows, says_nothing

SUBJECTS = frozenset({"nsubj", "csubj"})
HELPERS = frozenset({"aux", "auxpass", "neg", "advmod"})
HEARERS = frozenset(
    {"tell", "inform", "assure", "remind", "notify", "brief", "thank", "quote", "ask", "address", "warn", "advise"}
)
FIRST_PERSONS = frozenset({"i", "you", "we", "me", "us"})
FILLERS = frozenset({"it", "there", "that", "this"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
INFINITIVES = frozenset({"acl", "relcl", "advcl", "xcomp"})
EVALUATION, WILL = "evaluation", "will"
STILL = ("as", "for", "of", "with", "to", "from", "in", "over", "about", "on", "against")


@dataclass(frozen=True, slots=True)
class Speech:
    """A cue with its source and content, as ranges of tokens; `speaker` is the head word of the source.

    `heard` is the place behind whom it is told to; `noun` the object of a verb that only a clause makes one of speech.
    """

    cue: Range
    source: Range | None
    speaker: Token | None
    content: tuple[Range, ...]
    stance: Stance
    polarity: Polarity
    rule: str
    heard: int = 0
    noun: Token | None = None


def find_speech(doc: Doc, ontology: Ontology) -> Iterator[Speech]:
    """Verbs and nouns of speech, in text order, with content or without."""
    for token in doc:
        if token.pos_ in ("VERB", "AUX"):
            found = _verb(token, ontology)
        elif token.pos_ == "NOUN" and token.lemma_.lower() in ontology.words("speech_noun"):
            found = _noun(token, ontology)
        else:
            continue
        if found is not None:
            yield found


def reach(token: Token) -> Range:
    """All that hangs on a word."""
    return Range(token.left_edge.i, token.right_edge.i + 1)


# ------------------------------------------------------------------------------------------------------------- verbs
def _verb(token: Token, ontology: Ontology) -> Speech | None:
    if token.dep_ in ("amod", "aux", "auxpass", "compound") or (token.lemma_ == "see" and token.tag_ == "VB"):
        return None
    told = _cue(token, ontology)
    if told is None or (token.tag_ == "VB" and token.dep_ in INFINITIVES):
        return None
    cue, last = told
    passive = _is_passive(token) or is_thought_of(token, cue, ontology)
    if says_nothing(token, cue, ontology):
        return None
    if passive and cue.lemma not in ontology.words("passive_cue"):
        return None
    speaker = _agent(token) if passive else _speaker(token, ontology)
    if speaker is not None and (_is_no_speaker(speaker, cue) or only_shows(speaker, cue, ontology)):
        return None
    content = tuple(_passive_content(token)) if passive else tuple(_content(token, last, cue, ontology))
    source = _source(speaker, token) if speaker is not None else None
    said = _cue_range(token, last, ontology)
    heard, noun = _heard(token, said.end), _noun_object(token, cue, ontology)
    return Speech(said, source, speaker, content, *_manner(token, cue, ontology), heard, noun)


def _manner(token: Token, cue: Cue, ontology: Ontology) -> tuple[Stance, Polarity, str]:
    """Stance, polarity and rule."""
    if _turns_down(token, cue, ontology):
        return "reports", "positive", EVALUATION
    return _stance(token, cue, ontology), _polarity(token, cue), _rule(token, cue, ontology)


def _turns_down(token: Token, cue: Cue, ontology: Ontology) -> bool:
    """ "Rejects violence" judges it as "condemns" does; "rejects the charge" denies what it says."""
    if cue.lemma not in ontology.words("turned_down") or any(child.dep_ in ("ccomp", "neg") for child in token.children):
        return False
    objects = [child for child in token.children if child.dep_ in ("dobj", "nsubjpass")]
    lists = ("contested", "speech_noun_alleges", "speech_noun_believes")
    contested = frozenset[str]().union(*map(ontology.words, lists))
    return any(noun.pos_ in ("NOUN", "PROPN") and noun.lemma_.lower() not in contested for noun in objects)


def _is_no_speaker(speaker: Token, cue: Cue) -> bool:
    return speaker.lower_ in FIRST_PERSONS or (speaker.lower_ in FILLERS and cue.stance != "reports")


def _stance(token: Token, cue: Cue, ontology: Ontology) -> Stance:
    """ "Agreed to leave" intends it, "told them to leave" asks for it; "agreed that they left" reports."""
    below = [child for child in token.rights if child.dep_ in ("xcomp", "ccomp")]
    aimed = bool(below) and all(child.tag_ == "VB" and any(inner.lower_ == "to" for inner in child.lefts) for child in below)
    if cue.stance != "reports" or not aimed:
        return cue.stance
    if token.lemma_.lower() in HEARERS:
        return "asks"
    return "intends" if cue.lemma in ontology.words("settling") else cue.stance


def _rule(token: Token, cue: Cue, ontology: Ontology) -> str:
    """Who condemns something takes it for granted, only a clause behind such a verb is said; who wants it need not say so."""
    judged = cue.lemma in ontology.words("evaluation") and not any(child.dep_ == "ccomp" for child in token.children)
    if cue.lemma in ontology.words("unspoken"):
        return WILL
    return EVALUATION if judged else "verb"


def _heard(token: Token, end: int) -> int:
    """Behind the hearers, place and day that follow the cue: `told the press in Rome`."""
    for child in token.rights:
        if child.dep_ in ("dobj", "dative", "prep", "npadvmod") and child.left_edge.i == end:
            end = child.right_edge.i + 1
    return end


def _noun_object(token: Token, cue: Cue, ontology: Ontology) -> Token | None:
    if cue.lemma not in ontology.words("needs_clause") or token.lemma_.lower() in HEARERS:
        return None
    if not any(child.dep_ in SUBJECTS for child in token.lefts):
        return None
    return next((child for child in token.rights if child.dep_ == "dobj"), None)


def _cue(token: Token, ontology: Ontology) -> tuple[Cue, Token] | None:
    """The cue and its last word, longest first: `call for`, `be sure`, `say`."""
    lemma = token.lemma_.lower()
    for child in token.rights:
        if child.dep_ == "prep" or (child.dep_ in ("prt", "acomp", "advmod") and child.i - token.i <= 3):
            cue = ontology.cues.get(f"{lemma} {child.lower_}")
            if cue is not None and not _is_named_first(token, child, ontology):
                return cue, child
    cue = ontology.cues.get(lemma)
    return (cue, token) if cue is not None else None


def _is_named_first(token: Token, preposition: Token, ontology: Ontology) -> bool:
    """ "Called a session for Friday" calls for nothing."""
    named = any(child.dep_ in ("dobj", "oprd") and child.i < preposition.i for child in token.rights)
    return named and preposition.dep_ == "prep" and token.lemma_.lower() in ontology.words("naming")


def _cue_range(token: Token, last: Token, ontology: Ontology) -> Range:
    """The verb with its helpers and adverbs before it, and the day or occasion that follows it."""
    start = token.i
    ends = {child.right_edge.i: child.left_edge.i for child in token.lefts if child.dep_ in HELPERS and child.tag_ != "WRB"}
    while start - 1 in ends:
        start = ends[start - 1]
    end = last.i + 1 if last.i - token.i <= 2 else token.i + 1
    for child in token.rights:
        if child.left_edge.i == end and _belongs(child, ontology):
            end = child.right_edge.i + 1
    if end < len(token.doc) and token.doc[end].lower_ in ("later", "earlier") and token.doc[end].dep_ == "advmod":
        end += 1
    return Range(start, end)


def _belongs(child: Token, ontology: Ontology) -> bool:
    """`said Friday`, `said later`, `said in an interview`."""
    if child.dep_ == "npadvmod":
        return child.ent_type_ == "DATE" and child.left_edge.i == child.right_edge.i
    place = next((inner for inner in child.children if inner.dep_ == "pobj"), None) if child.dep_ == "prep" else None
    return place is not None and place.lemma_.lower() in ontology.words("occasion") and place.right_edge.i == place.i


def _polarity(token: Token, cue: Cue) -> Polarity:
    negated = any(child.dep_ == "neg" for child in token.children)
    return "negative" if negated != (cue.polarity == "negative") else "positive"


def _is_passive(token: Token) -> bool:
    deps = {child.dep_ for child in token.children}
    if deps & {"auxpass", "nsubjpass", "agent"}:
        return True
    if token.tag_ == "VBD" and token.dep_ == "acl":
        return not deps & (SUBJECTS | {"ccomp", "dobj"})
    if token.tag_ != "VBN" or deps & (SUBJECTS | {"aux", "dobj"}):
        return token.tag_ == "VBN" and token.dep_ == "acl"
    opened = token.i > 0 and token.nbor(-1).lower_ in ("when", "if", "once")
    return token.dep_ == "acl" or (token.dep_ == "conj" and _is_passive(token.head)) or (token.dep_ == "advcl" and opened)


# ------------------------------------------------------------------------------------------------------------ source
def _speaker(token: Token, ontology: Ontology) -> Token | None:
    """The subject, also of the verb that the cue hangs on ("…, saying that"); the object of what forces or quotes it."""
    quoted = _quoted(token)
    if quoted is not None:
        return quoted
    here = token
    for _ in range(6):
        subjects = [child for child in here.children if child.dep_ in SUBJECTS]
        if subjects:
            return subjects[-1]
        if here.dep_ in ("acl", "relcl"):
            return here.head
        if here.dep_ not in ("conj", "xcomp", "advcl", "pcomp", "prep", "dep", "ccomp") or here.head.i == here.i:
            return None
        moved = here.dep_ in ("xcomp", "ccomp")
        here = here.head
        wanted = "dobj" if moved and here.lemma_.lower() in ontology.words("object_control") else "nsubjpass"
        above = [child for child in here.children if child.dep_ == wanted]
        if above:
            return above[-1]
    return None


def _quoted(token: Token) -> Token | None:
    """`quoted Hale as saying`: neither the subject nor the quoting, but whom it quotes."""
    if token.dep_ != "pcomp" or token.head.lower_ != "as":
        return None
    above = token.head.head
    return above if above.pos_ in NOMINAL else next((child for child in above.children if child.dep_ == "dobj"), None)


def _agent(token: Token) -> Token | None:
    for child in token.children:
        if child.dep_ == "agent":
            return next((inner for inner in child.children if inner.dep_ == "pobj"), None)
    return None


def _source(speaker: Token, cue: Token) -> Range | None:
    """The source's noun phrase, up to what hangs on it as a clause with the cue."""
    if speaker.pos_ not in NOMINAL and speaker.tag_ not in ("WDT", "WP", "DT"):
        return None
    full = reach(speaker)
    if cue.i in full:
        full = Range(full.start, min(full.end, cue.i))
        inner = [child for child in speaker.rights if cue.i in reach(child)]
        full = Range(full.start, min([full.end, *(child.left_edge.i for child in inner)]))
    return _without_edges(speaker.doc, full)


def _without_edges(doc: Doc, piece: Range) -> Range | None:
    start, end = piece.start, piece.end
    while start < end and (doc[start].is_space or doc[start].is_punct):
        start += 1
    while start < end and (doc[end - 1].is_space or (doc[end - 1].is_punct and doc[end - 1].text not in (")", '"', "''"))):
        end -= 1
    return Range(start, end) if start < end else None


# ----------------------------------------------------------------------------------------------------------- content
def _content(token: Token, last: Token, cue: Cue, ontology: Ontology) -> Iterator[Range]:
    clauses = [child for child in token.children if child.dep_ == "ccomp" and child.i != last.i]
    if cue.lemma in ontology.words("quote_only"):
        clauses = [clause for clause in clauses if clause.i > token.i and clause.left_edge.lower_ == "that"]
        if not clauses:
            return
    if clauses:
        yield _clause(token, clauses)
        return
    if last.i != token.i and last.dep_ in ("prep", "acomp"):
        objects = [child for child in last.children if child.dep_ in ("pobj", "pcomp", "ccomp", "xcomp")]
        yield from _spread(token, objects)
        return
    yield from _spread(token, _objects(token, last, cue, ontology))


def _objects(token: Token, last: Token, cue: Cue, ontology: Ontology) -> list[Token]:
    """What the verb takes as object and completes it with; not whom it tells, and no mere noun where a clause is due."""
    objects = [child for child in token.rights if child.dep_ in ("dobj", *PARTS_OF_OBJECT) and child.i != last.i]
    if objects and token.lemma_.lower() in HEARERS and objects[0].dep_ == "dobj":
        objects = [child for child in objects[1:] if child.dep_ in ("xcomp", "ccomp")]
    bare = all(child.dep_ == "dobj" for child in objects)
    if not objects:
        return [child for child in token.lefts if child.dep_ == "dobj" and child.tag_ not in ("WDT", "WP")]
    return [] if bare and cue.lemma in ontology.words("needs_clause") else objects


def _clause(token: Token, clauses: Sequence[Token]) -> Range:
    """The clause that is said: the one behind the cue, unless a comma says that it stood before."""
    after = [clause for clause in clauses if clause.i > token.i]
    clause = after[0] if after else clauses[-1]
    piece = Range(reach(clause if after else clauses[0]).start, _end_of(clause, token))
    objects = [child for child in token.rights if child.dep_ == "dobj" and token.i < child.i < clause.i]
    return piece.joined(reach(objects[0])) if objects and token.lemma_.lower() not in HEARERS else piece


def _end_of(clause: Token, cue: Token) -> int:
    """Where the clause ends: before a second verb in the tense of the cue that the parser hung on it ("said X and warned")."""
    for conjunct in clause.conjuncts:
        told = conjunct.tag_ == cue.tag_ and conjunct.tag_ != clause.tag_ and conjunct.i > max(clause.i, cue.i)
        if told and not any(child.dep_ in SUBJECTS for child in conjunct.children):
            return conjunct.left_edge.i - 1
    return clause.right_edge.i + 1


def _spread(token: Token, objects: Sequence[Token]) -> Iterator[Range]:
    """From the first object to the end of what completes it: `the Act as a crazy system`."""
    if not objects:
        return
    whole = Range(objects[0].left_edge.i, max(child.right_edge.i for child in objects) + 1)
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ in STILL and child.i >= whole.end - 1 and child.left_edge.i <= whole.end:
            whole = whole.joined(reach(child))
    yield whole


def _passive_content(token: Token) -> Iterator[Range]:
    """`X is expected to leave`, `X was accused of lying`: what is told of the subject, and the subject itself."""
    below = [
        child
        for child in token.rights
        if child.dep_ in ("xcomp", "ccomp", "oprd") or (child.dep_ == "prep" and child.lower_ != "by")
    ]
    subject = next((child for child in token.lefts if child.dep_ == "nsubjpass" and child.tag_ not in ("WDT", "WP")), None)
    told = next((child for child in below if child.dep_ in ("xcomp", "ccomp")), None)
    if subject is not None and (told is not None or _agent(token) is not None):
        yield reach(subject)
    if told is not None:
        yield reach(told)


# ------------------------------------------------------------------------------------------------------------- nouns
def _noun(token: Token, ontology: Ontology) -> Speech | None:
    """`Trump's claim that …`, `his decision to leave`."""
    owner = next((child for child in token.lefts if child.dep_ == "poss"), None)
    clause = next((child for child in token.rights if child.dep_ in ("acl", "ccomp") and _is_content(child)), None)
    if owner is None or clause is None or owner.lower_ in ("my", "our", "your"):
        return None
    stance = _noun_stance(token, ontology)
    polarity: Polarity = "negative" if stance == "denies" else "positive"
    return Speech(Range(token.i, token.i + 1), reach(owner), owner, (reach(clause),), stance, polarity, "noun")


def _noun_stance(token: Token, ontology: Ontology) -> Stance:
    stances: tuple[Stance, ...] = ("alleges", "denies", "intends", "asks", "believes")
    lemma = token.lemma_.lower()
    return next((stance for stance in stances if lemma in ontology.words(f"speech_noun_{stance}")), "reports")


def _is_content(clause: Token) -> bool:
    return any(
        (child.dep_ == "mark" and child.lower_ == "that") or (child.dep_ == "aux" and child.lower_ == "to")
        for child in clause.lefts
    )
