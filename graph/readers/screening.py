"""An Article in, the same out, or why it is left out: empty, too long, or in another language."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ..errors import SkippedArticle
from ..model import Article

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SAMPLE = 2000
LETTER_BYTES = 200
DOUBT = 0.01
NOT_LETTERS = re.compile(r"[\W\d_]+")
FUNCTION_WORDS = {
    "en": frozenset((
        "the", "of", "and", "to", "that", "for", "with", "by", "from", "at", "as", "it", "he", "his", "have", "has", "had",
        "on", "this", "were", "been", "after", "their", "they", "who", "which", "said", "not", "but", "are", "be",
    ))
}  # fmt: skip
FUNCTION_WORD_SHARE = 0.2
NAMES = {
    "ar": "Arabic", "bg": "Bulgarian", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek",
    "en": "English", "es": "Spanish", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean",
    "ku": "Kurdish", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian",
    "ru": "Russian", "sr": "Serbian", "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese",
    "zh": "Chinese",
}  # fmt: skip


def screen(article: Article, *, language: str, max_chars: int) -> Article | SkippedArticle:
    """A language the source states is believed; one that is only guessed must be certain and the text long enough."""
    if not any(character.isalpha() for character in article.text):
        return SkippedArticle(article.source, "holds no words; nothing to read")
    if len(article.text) > max_chars:
        size = f"{len(article.text):,} characters are more than the setting max_chars = {max_chars:,}"
        return SkippedArticle(article.source, f"{size}; split it into articles or raise max_chars")
    stated = _primary(article.language) if article.language else None
    if stated is not None and stated != _primary(language):
        return SkippedArticle(article.source, f"is said to be in {_named(stated)}; newsgraph reads {language}")
    guessed = None if stated else guess(article.text, expected=_primary(language))
    if guessed is not None and guessed != _primary(language):
        return SkippedArticle(article.source, f"looks like {_named(guessed)}; newsgraph reads {language}")
    return article


def guess(text: str, *, expected: str) -> str | None:
    """The language of the first letters: the expected one unless it is all but ruled out; None if they are too few."""
    words = NOT_LETTERS.sub(" ", text[: 2 * SAMPLE]).lower()[:SAMPLE].split()
    if sum(len(word.encode()) for word in words) < LETTER_BYTES:
        return None
    common = FUNCTION_WORDS.get(expected, frozenset())
    if sum(word in common for word in words) > FUNCTION_WORD_SHARE * len(words):
        return expected
    ranked = _identifier().rank(" ".join(words))
    return str(ranked[0][0]) if dict(ranked).get(expected, 0) < DOUBT else expected


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  # loading it takes half a second

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _primary(language: str) -> str:
    return re.split(r"[-_]", language.strip().lower())[0]


def _named(code: str) -> str:
    return f"{NAMES[code]} ({code})" if code in NAMES else code
