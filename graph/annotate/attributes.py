"""A pipeline with spaCy's AttributeRuler in, the same pipeline with the ruler's answers remembered out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias, cast

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc
    from thinc.types import Ints2d

RULER, REMEMBERED = "attribute_ruler", "remembered_attributes"
_READ: list[int | str] = ["TAG", "LOWER", "DEP", "IS_SPACE"]
_WRITTEN: list[int | str] = ["POS", "MORPH", "LEMMA"]
_LONGEST = 2
_NO_WORD, _SPACE = "\x00", "\n"

Test: TypeAlias = "str | Mapping[str, Sequence[str]]"
Pattern: TypeAlias = "Sequence[Mapping[str, Test]]"
Token = tuple[int, int, int]
"""What a rule looks at, the tag, the lower-case word and the dependency; or what it writes, part of speech, morphology, lemma."""


def remember(nlp: Language) -> None:
    """Puts `RememberedRules` in the ruler's place, unless a rule of this pipeline looks at more than they do."""
    from spacy.language import Language as Pipelines  # noqa: PLC0415  # half a second that `newsgraph --help` need not wait

    if nlp.has_pipe(RULER) and all(map(_is_plain, _patterns(_ruler(nlp)))):
        Pipelines.factory(REMEMBERED, func=_remembered)
        nlp.add_pipe(REMEMBERED, before=RULER)
        nlp.remove_pipe(RULER)


class RememberedRules:
    """Asks the ruler once for each combination of tag, word and dependency: the ruler itself is a sixth of the parse.

    Words that no rule names count as one, and so do blanks. Where a rule over two words or over the form of a word
    applies, its words are asked for as they are.
    """

    def __init__(self, ruler: AttributeRuler) -> None:
        from spacy.matcher import Matcher  # noqa: PLC0415  # see remember

        self.ruler = ruler
        apart = [list(map(dict, pattern)) for pattern in _patterns(ruler) if not _names_words(pattern)]
        words = {word for pattern in _patterns(ruler) if _names_words(pattern) for word in _named(pattern)}
        self.named = frozenset(map(ruler.vocab.strings.add, words))
        self.space = ruler.vocab.strings.add(_SPACE)
        self.apart = Matcher(ruler.vocab)
        self.apart.add("apart", apart)
        self.known: dict[tuple[Token, ...], Sequence[Token]] = {}

    def __call__(self, doc: Doc) -> Doc:
        tokens: list[tuple[int, int, int, int]] = doc.to_array(_READ).tolist()
        kinds, named = (0, self.space), self.named
        alone = [((tag, word if word in named else kinds[space], dep),) for tag, word, dep, space in tokens]
        answers = [self._answers(token)[0] for token in alone]
        for start, end in _joined(self.apart(doc, allow_missing=True)):
            answers[start:end] = self._answers(tuple((tag, word, dep) for tag, word, dep, _ in tokens[start:end]))
        _write(doc, _WRITTEN, answers)
        return doc

    def _answers(self, tokens: tuple[Token, ...]) -> Sequence[Token]:
        found = self.known.get(tokens)
        if found is None:
            found = self.known[tokens] = self._asked(tokens)
        return found

    def _asked(self, tokens: tuple[Token, ...]) -> Sequence[Token]:
        from spacy.tokens import Doc  # noqa: PLC0415  # see remember

        strings = self.ruler.vocab.strings
        doc = Doc(self.ruler.vocab, words=[strings[word] if word else _NO_WORD for _, word, _ in tokens])
        _write(doc, ["TAG", "DEP"], [(token[0], token[2]) for token in tokens])
        return list(map(tuple, self.ruler(doc).to_array(_WRITTEN).tolist()))


def _write(doc: Doc, attributes: list[int | str], values: Sequence[tuple[int, ...]]) -> None:
    import numpy  # noqa: PLC0415  # spaCy brings it, see remember

    if values:
        doc.from_array(attributes, cast("Ints2d", numpy.array(values, dtype=numpy.uint64)))


def _remembered(nlp: Language, name: str) -> RememberedRules:  # noqa: ARG001  # as spaCy calls a factory
    return RememberedRules(_ruler(nlp))


def _ruler(nlp: Language) -> AttributeRuler:
    return cast("AttributeRuler", nlp.get_pipe(RULER))


def _patterns(ruler: AttributeRuler) -> Iterator[Pattern]:
    for rule in ruler.patterns:
        yield from cast("Iterable[Pattern]", rule["patterns"])


def _is_plain(pattern: Pattern) -> bool:
    return len(pattern) <= _LONGEST and all(not token.keys() - set(_READ) for token in pattern)


def _names_words(pattern: Pattern) -> bool:
    """Over one token, and of its word asks only whether it is one of some."""
    test = pattern[0].get("LOWER", "")
    return len(pattern) == 1 and (isinstance(test, str) or test.keys() == {"IN"})


def _named(pattern: Pattern) -> Sequence[str]:
    test = pattern[0].get("LOWER", ())
    return (test,) if isinstance(test, str) else test["IN"] if isinstance(test, Mapping) else ()


def _joined(matches: Iterable[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """Stretches of tokens, those that overlap as one."""
    spans: list[tuple[int, int]] = []
    for start, end in sorted((start, end) for _, start, end in matches):
        if spans and start < spans[-1][1]:
            spans[-1] = spans[-1][0], max(end, spans[-1][1])
        else:
            spans.append((start, end))
    return spans
