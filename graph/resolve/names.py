"""Surface names in, keys, descriptions and likeness scores out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rigour.names import Name, NamePart, NamePartTag, NameTypeTag, SymbolCategory, analyze_names, compare_parts, pair_symbols

from ..gazetteer import Gazetteer
from ..ontology import Ontology

_SILENT = re.compile(r"['’‘ʼʻ′`“”\"]")
_POSSESSIVE = re.compile(r"['’]s\b|(?<=s)['’](?=\s|$)")
_SPACED = re.compile(r"\b([A-Z])\. (?=[A-Z]\.)")
_DOTTED = re.compile(r"\b(?:\w\.){2,}")
_DOUBLE = re.compile(r"\b([A-Z][a-z]+)-(?=[A-Z][a-z])")
_NOT_WORD = re.compile(r"[\W_]+")
_WORD = re.compile(r"[^\W_]+(?:[-’'.][^\W_]+)*")
_ENDINGS = re.compile(r"(?<=\w{4})(?:at(?:e|ed|es|ing|ions?)|ions?|ings?|ments?|ers?|e|s)$")
_PLURALS = {"men": "man", "women": "woman", "children": "child", "people": "person", "persons": "person"}
_SPELLINGS = (
    (re.compile(r"(?<=[a-z]{3})(?:tors|tor)$"), "ter"),
    (re.compile(r"is(?=(?:ed|es|e|ing|ation|ations)$)"), "iz"),
    (re.compile(r"(?<=[a-z]{2})our$"), "or"),
    (re.compile(r"(?<=[nt])re$"), "er"),
    (re.compile(r"fence$"), "fense"),
)
_SHORTENED = {"mt": "mount", "ft": "fort", "ave": "avenue", "blvd": "boulevard"}
_ALIKE_CLASSES = {
    SymbolCategory.NAME: 0.97,
    SymbolCategory.SYMBOL: 0.95,
    SymbolCategory.NICK: 0.8,
    SymbolCategory.DOMAIN: 0.9,
    SymbolCategory.ORG_CLASS: 0.9,
    SymbolCategory.LOCATION: 0.95,
}
_SERVANT = re.compile(r"\babd(?:[aeu]l|(?: [aeu]l)?)(?: |(?=[a-z]))", re.ASCII)
_PARTICLES = frozenset({"al", "el", "ul", "bin", "ibn", "ben", "de", "la", "van", "von", "der", "den"})
_GENDERED = re.compile(r"(.*)(?:a \1o?|o \1a| \1a)")
_SHORT = 4
_DRIFT = 0.62
_SOUNDS = 0.93
_HEARD = 0.6
_SPELLED, _FULL = 0.95, 3


@dataclass(frozen=True, slots=True)
class Description:
    """A name taken apart: head noun and modifiers; `known` are the gazetteer keys among the modifiers."""

    head: str
    modifiers: frozenset[str]
    known: frozenset[str] = frozenset()

    @property
    def words(self) -> frozenset[str]:
        return self.modifiers | {self.head}


def close_up(text: str) -> str:
    """ "U. S." as "U.S."."""
    return _SPACED.sub(r"\1.", text)


@lru_cache(maxsize=1 << 17)
def plain(text: str) -> str:
    """Case, diacritics, apostrophes, dots of abbreviations, hyphens and the leading article taken away."""
    undotted = _DOTTED.sub(
        lambda match: match[0].replace(".", "") + " ", _POSSESSIVE.sub("", close_up(text)).replace("&", " and ")
    )
    folded = unicodedata.normalize("NFKD", _SILENT.sub("", undotted)).casefold()
    words = _NOT_WORD.sub(" ", "".join(char for char in folded if not unicodedata.combining(char))).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in {"the", "a", "an"} else words)


def singular(word: str) -> str:
    if word in _PLURALS:
        return _PLURALS[word]
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def folded(word: str) -> str:
    """Singular, and in one of the two English spellings: protestor = protester, defence = defense."""
    word = singular(word)
    for pattern, spelling in _SPELLINGS:
        word = pattern.sub(spelling, word)
    return word


def stem(lemma: str) -> str:
    """What a verb and its noun share: nominate and nomination, shoot and shooting."""
    return _ENDINGS.sub("", lemma)


def slug(text: str) -> str:
    return plain(text).encode("ascii", "ignore").decode().strip().replace(" ", "-")


def acronym(text: str) -> str:
    """The capitals a long name would be shortened to; empty for a single word."""
    initials = [word[0] for word in _WORD.findall(text.replace("-", " ")) if word[0].isupper()]
    return "".join(initials) if len(initials) > 1 else ""


def is_acronym(text: str) -> bool:
    letters = text.replace(".", "")
    return 2 <= len(letters) <= 8 and letters.isalpha() and sum(map(str.isupper, letters)) >= len(letters) - 1


def suffix(key: str, suffixes: frozenset[str]) -> str:
    """ "Jr.", "II" and the like at the end of a name's key; junior = jr."""
    last = key.rpartition(" ")[2]
    return f"{last[0]}{last[-1]}" if last in suffixes else ""


@lru_cache(maxsize=1 << 16)
def analysis(name: str, person: bool) -> Name | None:
    """People go without symbols: reading rigour's table of first names takes seconds, and sound tells nearly as much."""
    servant = _SERVANT.sub("abdul ", plain(name)) if person else name
    found = analyze_names(NameTypeTag.PER if person else NameTypeTag.ORG, [servant], symbols=not person)
    return min(found, key=lambda each: each.form) if found else None


def sounds(name: str, person: bool) -> tuple[str, ...]:
    """Metaphone keys of the words of a name, in order: what spellings of one foreign name share."""
    parts = analysis(name, person)
    return tuple(part.metaphone or part.comparable for part in parts.parts if part.tag != NamePartTag.STOP) if parts else ()


def shortens(short: Sequence[str], full: Sequence[str]) -> bool:
    """Do all words of the one, as they sound, stand in the other, that has more?"""
    return len(short) < len(full) and set(short) <= set(full)


def likeness(left: str, right: str, *, person: bool) -> float:
    """How likely two names are spellings of one, 0 to 1; a word that only one of them has counts against it."""
    if person and _are_of_one(plain(left).split(), plain(right).split()):
        return _SPELLED
    one, other = analysis(left, person), analysis(right, person)
    if one is None or other is None or _figures(one) != _figures(other):
        return 0.0
    return max(_paired(one, other, pairing) for pairing in pair_symbols(one, other))


def _are_of_one(one: Sequence[str], other: Sequence[str]) -> bool:
    """ "James C. Vale" and "James Charles Vale"; "Jorge Omar Vale" and "Omar Jorge Vale"."""
    if len(one) != len(other) or len(one) < _FULL or one[-1] != other[-1] or one == other:
        return False
    same = all(
        left == right or (1 in (len(left), len(right)) and left[0] == right[0]) for left, right in zip(one, other, strict=True)
    )
    return (same and one[0] == other[0]) or sorted(one) == sorted(other)


def _figures(name: Name) -> frozenset[str]:
    return frozenset(part.form for part in name.parts if any(map(str.isdigit, part.form)))


def _paired(one: Name, other: Name, pairing: Sequence[object]) -> float:
    scored: list[tuple[float, int]] = []
    left, right = set(one.parts), set(other.parts)
    for edge in pairing:
        left -= set(edge.qps)  # type: ignore[attr-defined]
        right -= set(edge.rps)  # type: ignore[attr-defined]
        scored.append((_ALIKE_CLASSES.get(edge.symbol.category, 0.0), len(edge.qps) + len(edge.rps)))  # type: ignore[attr-defined]
    for rest in compare_parts(_rest(left), _rest(right)):
        scored.append((_word_likeness(rest.qps, rest.rps, rest.score), len(rest.qps) + len(rest.rps)))
    total = sum(weight for _, weight in scored)
    return sum(score * weight for score, weight in scored) / total if total else 0.0


def _rest(parts: Iterable[NamePart]) -> list[NamePart]:
    return sorted((part for part in parts if part.tag != NamePartTag.STOP), key=lambda part: part.index)


def _word_likeness(left: Sequence[NamePart], right: Sequence[NamePart], score: float) -> float:
    """Mohammed and Muhammad sound alike and look alike, Hassan and Hussein only sound so; Maria is not Mario, nor Paula Paul."""
    if not left or not right or score == 1.0:
        return score
    one, other = "".join(part.metaphone or "" for part in left), "".join(part.metaphone or "" for part in right)
    long = min(sum(len(part.form) for part in side) for side in (left, right)) >= _SHORT
    if _GENDERED.fullmatch(f"{left[-1].form} {right[-1].form}"):
        return 0.0
    if long and one == other and score >= _HEARD:
        return max(score, _SOUNDS)
    return score if long and score >= _DRIFT and one[:1] == other[:1] else score / 2


@dataclass(slots=True)
class Namer:
    """Takes names apart with the gazetteer and the vocabulary; remembers what it has seen."""

    gazetteer: Gazetteer
    ontology: Ontology
    _seen: dict[tuple[str, str | None], Description] = field(default_factory=dict)
    _titles: frozenset[str] = field(init=False)
    _after_head: frozenset[str] = field(init=False)
    _left_out: frozenset[str] = field(init=False)
    _counting: frozenset[str] = field(init=False)
    _praising: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        words = self.ontology.words
        self._titles = frozenset(map(plain, self.ontology.titles))
        self._after_head = words("after_head")
        self._left_out = words("after_head") | words("untelling") | words("number")
        self._praising = words("praising")
        self._counting = words("untelling") | words("number") | words("quantity") | frozenset(self.ontology.vague)

    def person(self, name: str) -> str:
        """The key of a person's name without the titles before it."""
        words = plain(name).split()
        for length in range(min(3, len(words) - 1), 0, -1):
            if " ".join(words[:length]) in self._titles:
                return " ".join(words[length:])
        return " ".join(words)

    def describe(self, text: str, head: str | None = None) -> Description:
        """`head` is the head word where the text's own parse tells it."""
        seen = self._seen.get((text, head))
        if seen is None:
            seen = self._seen[text, head] = self._describe(text, head)
        return seen

    def unformed(self, key: str) -> str:
        """The key without the legal form of a company at its end."""
        words = key.split()
        while len(words) > 1 and words[-1] in self.ontology.words("company_form"):
            words.pop()
        return " ".join(words)

    def same_label(self, text: str) -> str:
        """What two labels share that a reader would take for one: "U.S. embassy" and "American Embassy"; "Iraqis" are no Iraq."""
        if self.gazetteer.demonym(text) is not None:
            return plain(text)
        return " ".join(self._words(text, folding=False)) or plain(text)

    def _describe(self, text: str, head: str | None) -> Description:
        words = self._words(self._uncounted(text), folding=True)
        front = next((at for at, word in enumerate(words) if at and word in self._after_head), len(words))
        left_out = self._left_out | (self._praising & set(_WORD.findall(text)))
        kept = [word for word in words if word not in left_out and not word.isdigit()]
        stated = folded(plain(head)) if head else ""
        chosen = stated if stated in kept else next((word for word in reversed(words[:front]) if word in kept), "")
        modifiers = frozenset(kept) - {chosen}
        return Description(chosen, modifiers, frozenset(word for word in modifiers if ":" in word and not word.endswith("-")))

    def _uncounted(self, text: str) -> str:
        """Without "thousands of", "at least 24 of the" and the like in front."""
        before, of, after = text.partition(" of ")
        words = plain(before).split()
        counted = of and words and (words[-1] in self._counting or words[-1].isdigit())
        return self._uncounted(after) if counted else text

    def _words(self, text: str, *, folding: bool) -> list[str]:
        """The words in order, a known name or demonym as its key; "Iran-backed" keeps a hyphen, for it is not Iran."""
        words: list[str] = []
        at, text = 0, close_up(text)
        for match in self.gazetteer.find(text):
            words += self._plain_words(text[at : match.start], folding)
            joined = text[match.end : match.end + 1] in {"-", "‑", "–"}
            words.append(match.candidates[0].key + ("-" if joined else ""))
            at = match.end
        return words + self._plain_words(text[at:], folding)

    def _plain_words(self, text: str, folding: bool) -> list[str]:
        """In a description a double name is one word: the port of Karsk-Marin is not that of Karsk."""
        words = plain(_DOUBLE.sub(r"\1", text) if folding else text).split()
        words = [_SHORTENED.get(word, word) for word in words]
        return [word if word in self._left_out else folded(word) for word in words] if folding else words
