"""A parsed article in, what its layout attributes out: `NAME: "…"`, sound bites, `"…" — Name`, `according to X`."""

from __future__ import annotations

from collections.abc import Iterator

from ..ontology import Ontology
from ..parse import Doc, Token
from .quotes import MARKS, Quotes, Range, find_lines
from .speech import Speech, reach

DASHES = frozenset({"\u2014", "\u2015", "--", "-", "\u2013"})
LONGEST_LABEL = 14
LONGEST_TITLE = 3
"""Words of a label that names nobody known: "Human Rights Watch"; a longer one is a heading."""
LONGEST_BYLINE = 16
LONGEST_BITE = 400
SMALL_WORDS = frozenset({"of", "the", "and", "for", "de", "al", "bin", "van", "von", "el", "to"})


def find_labelled(doc: Doc, quotes: Quotes, ontology: Ontology) -> Iterator[Speech]:
    """Speakers before a colon at the start of a line, behind a dash after their words, or after `according to`."""
    lines = find_lines(doc)
    signed: list[Range] = []
    for number, line in enumerate(lines):
        yield from _label(doc, line, quotes, ontology, first=number == 0)
        bylines = list(_byline(doc, line, lines[number - 1] if number else None, quotes))
        signed += [line] if bylines else []
        yield from bylines
    for token in doc:
        if token.lower_ in ("according", "per") and not any(token.i in line for line in signed):
            yield from _according(token, ontology)


# ------------------------------------------------------------------------------------------------------------ labels
def _label(doc: Doc, line: Range, quotes: Quotes, ontology: Ontology, *, first: bool) -> Iterator[Speech]:
    start = _after_brackets(doc, line)
    cue = _speaking(doc, Range(start, line.end), ontology, bracketed=doc[line.start].text == "(")
    follows = cue is not None
    if cue is None:
        cue = next((i for i in range(start, min(line.end, start + LONGEST_LABEL)) if doc[i].text == ":"), None)
    name = _trimmed(doc, Range(start, cue)) if cue is not None else None
    if cue is None or name is None or not (follows or _is_name(doc, name, ontology, first=first)):
        return
    content = _said(doc, cue + 1, line, quotes, follows=follows)
    if content is not None and _is_sentence(doc, content):
        yield Speech(Range(cue, cue + 1), name, doc[name.start : name.end].root, (content,), "reports", "positive", "label")


def _is_sentence(doc: Doc, said: Range) -> bool:
    """ "Americans: 12", "Topic: stories and resources" say nothing."""
    return doc[said.start].text in MARKS or any(doc[i].pos_ in ("VERB", "AUX", "INTJ") for i in range(said.start, said.end))


def _after_brackets(doc: Doc, line: Range) -> int:
    """The first word after `(SOUNDBITE) (English)`, bullets and opening marks."""
    place = line.start
    while place < line.end and (doc[place].is_punct or doc[place].is_space or doc[place].text in MARKS):
        if doc[place].text == "(":
            place = next((i for i in range(place, min(place + 8, line.end)) if doc[i].text == ")"), place)
        place += 1
    return place


def _speaking(doc: Doc, label: Range, ontology: Ontology, *, bracketed: bool) -> int | None:
    """The place of the `SAYING` that ends the label of a sound bite."""
    words = ontology.words("speaking_label")
    for i in range(label.start, min(label.end, label.start + LONGEST_LABEL + 6)):
        if doc[i].lower_ in words and (bracketed or doc[i].is_upper):
            return i
    return None


def _trimmed(doc: Doc, piece: Range) -> Range | None:
    end = piece.end
    while end > piece.start and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    return Range(piece.start, end) if end > piece.start else None


def _is_name(doc: Doc, name: Range, ontology: Ontology, *, first: bool) -> bool:
    """Capitalised throughout, and no heading; in the headline, which may be in any case, a name or a short noun."""
    words = doc[name.start : name.end]
    if words.text.lower() in ontology.words("label_stop") or any(
        token.is_punct and token.text not in "-.()'\"" for token in words
    ):
        return False
    known = any(token.ent_type_ in ("PERSON", "ORG") for token in words)
    if words.root.ent_type_ in ("GPE", "LOC") or words.root.pos_ in ("PRON", "VERB", "AUX"):
        return False
    if len(words) > LONGEST_TITLE and not known and not words.text.isupper():
        return False
    named = words[0].is_upper or known or any(token.pos_ == "PROPN" for token in words)
    if first:
        return named or (len(words) <= 2 and words.root.pos_ == "NOUN")
    capital = all(token.text[0].isupper() or token.lower_ in SMALL_WORDS or not token.is_alpha for token in words)
    return named and capital


def _said(doc: Doc, start: int, line: Range, quotes: Quotes, *, follows: bool) -> Range | None:
    """The rest of the line, or the quotation that opens there, up to the mark that closes it."""
    place = start
    while place < len(doc) and (place < line.end or follows) and (doc[place].is_space or doc[place].text in (".", "'", ":")):
        place += 1
    if place >= len(doc) or (place >= line.end and not (follows and doc[place].text in MARKS)):
        return None
    if doc[place].text in MARKS:
        quote = quotes.around(place)
        if quote is None or quote in quotes.open or quote.end > line.end:
            return Range(place, _closing(doc, place))
        return quote
    return Range(place, line.end)


def _closing(doc: Doc, start: int) -> int:
    """Just behind the mark that closes a quotation of several paragraphs, else the end of its own."""
    paragraph = start + 1
    for i in range(start + 1, min(len(doc), start + LONGEST_BITE)):
        if doc[i].text in MARKS:
            opens = not doc[i].whitespace_ and doc[i - 1].is_space
            return paragraph if opens else i + 1
        if doc[i].is_space and doc[i].text.count("\n") > 1 and paragraph == start + 1:
            paragraph = i
    return paragraph if paragraph > start + 1 else len(doc)


# ----------------------------------------------------------------------------------------------------------- bylines
def _byline(doc: Doc, line: Range, before: Range | None, quotes: Quotes) -> Iterator[Speech]:
    """`"…" — Name` in one line, or `— Name, per outlet` under the block it signs."""
    for i in range(line.start, line.end - 1):
        text = doc[i].text
        if text != "-" and text.lstrip('"') in DASHES:
            glued = text[0] in MARKS
            content = before if i == line.start else _quote_before(doc, i + glued, line, quotes)
            name = _signed(doc, Range(i + 1, line.end))
            if content is not None and name is not None:
                yield Speech(Range(i, i + 1), name, doc[name.start : name.end].root, (content,), "reports", "positive", "byline")


def _quote_before(doc: Doc, dash: int, line: Range, quotes: Quotes) -> Range | None:
    place = dash - 1
    while place > line.start and doc[place].is_space:
        place -= 1
    if doc[place].text[0] not in MARKS:
        return None
    return Range(line.start, place + 1) if doc[line.start].text in MARKS else quotes.around(place)


def _signed(doc: Doc, rest: Range) -> Range | None:
    """The name that ends a line, up to a comma."""
    words = [i for i in range(rest.start, rest.end) if not doc[i].is_space]
    if not words or len(words) > LONGEST_BYLINE or not doc[words[0]].text[0].isupper():
        return None
    end = next((i for i in words if doc[i].text in (",", "(", ".")), words[-1] + 1)
    return _trimmed(doc, Range(words[0], end))


# --------------------------------------------------------------------------------------------------------- according
def _according(token: Token, ontology: Ontology) -> Iterator[Speech]:
    """`according to X`, `per X`: the source of the clause it hangs on."""
    if token.lower_ == "according" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "to":
        last = token.nbor(1)
    elif token.lower_ == "per" and token.dep_ == "prep" and "per" in ontology.words("according"):
        last = token
    else:
        return
    speaker = next((c for c in (*last.children, *token.children) if c.dep_ in ("pobj", "pcomp") and c.i > last.i), None)
    if speaker is None or speaker.pos_ == "NUM" or (last is token and speaker.pos_ != "PROPN"):
        return
    source = _without_clause(speaker)
    clause = _clause_of(token)
    phrase = Range(token.i, max(reach(speaker).end, last.i + 1))
    pieces = tuple(
        piece for piece in (Range(clause.start, phrase.start), Range(phrase.end, clause.end)) if _has_words(token.doc, piece)
    )
    yield Speech(Range(token.i, last.i + 1), source, speaker, pieces, "reports", "positive", "according")


def _without_clause(speaker: Token) -> Range:
    """The noun phrase up to what is told of it behind a comma: "the ministry, which said more"."""
    whole = reach(speaker)
    asides = (child.left_edge.i for child in speaker.rights if child.dep_ == "relcl")
    return Range(whole.start, min([whole.end, *(at - 1 for at in asides if speaker.doc[at - 1].text == ",")]))


def _clause_of(token: Token) -> Range:
    """The sentence, or the clause of speech that the phrase stands in."""
    for above in token.ancestors:
        if above.dep_ in ("ccomp", "relcl", "advcl") and above.pos_ in ("VERB", "AUX"):
            return reach(above)
    return Range(token.sent.start, token.sent.end)


def _has_words(doc: Doc, piece: Range) -> bool:
    return any(doc[i].is_alpha for i in range(piece.start, piece.end))
