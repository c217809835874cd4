"""Ids of articles, entities, events and claims in, IRIs of the output graph out."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from .model import Span

_PLAIN = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]|\.(?=[A-Za-z0-9_-]))*")
_OTHER = re.compile(r"[^a-z0-9]+")
_UNSAFE = re.compile(r"[^!#-;=?-Z_a-z~]|%(?![0-9A-Fa-f]{2})")


def fingerprint(*parts: object) -> str:
    """Twenty hexadecimal digits that are the same for the same parts, on every machine."""
    text = "\x1f".join(map(str, parts))
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()


@lru_cache(maxsize=1 << 16)
def segment(name: str) -> str:
    """The name as one path segment that needs no escape in an IRI or in Turtle; different names give different segments."""
    if _PLAIN.fullmatch(name):
        return name
    ascii_only = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    words = _OTHER.sub("-", ascii_only.casefold()).strip("-")[:60].strip("-")
    return f"{words}-{fingerprint(name)[:8]}" if words else fingerprint(name)[:12]


def safe_iri(iri: str) -> str:
    """The IRI with every character that may not stand in one, or not there, percent-encoded."""
    plain = _UNSAFE.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), iri)
    address, mark, fragment = plain.partition("#")
    return address + mark + fragment.replace("#", "%23")


@dataclass(frozen=True, slots=True)
class Names:
    """Mints the IRIs of one build; `base` ends with `/`."""

    base: str

    def article(self, article: str) -> str:
        return f"{self.base}article/{segment(article)}"

    def article_graph(self, article: str) -> str:
        return f"{self.article(article)}#graph"

    def mention(self, article: str, span: Span) -> str:
        return f"{self.article(article)}#char={span.start},{span.end}"

    def entity(self, entity: str) -> str:
        return f"{self.base}entity/{segment(entity)}"

    def event(self, event: str) -> str:
        return f"{self.base}event/{segment(event)}"

    def claim(self, claim: str) -> str:
        return f"{self.base}claim/{claim}"

    def geometry(self, entity: str) -> str:
        return f"{self.base}geometry/{segment(entity)}"

    def candidate(self, entity: str, key: str) -> str:
        return f"{self.base}candidate/{fingerprint(entity, key)}"

    def disagreement(self, *parts: str) -> str:
        return f"{self.base}disagreement/{fingerprint(*parts)}"

    def judgement(self, *parts: object) -> str:
        return f"{self.base}judgement/{fingerprint(*parts)}"

    def agent(self, name: str) -> str:
        return f"{self.base}agent/{segment(name)}"

    @property
    def review(self) -> str:
        """The named graph of the judgements."""
        return f"{self.base}review"
