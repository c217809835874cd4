"""Claims about one thing in, what they say taken together out: those too that find no room on the page."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode

from .. import terms
from ..index import Index, Term, local_name
from ..terms import ng

_CONFIDENCE, _STANCE = ng("confidence"), ng("stance")


class Heard:
    """`said` holds what each property is said to be, `articles` who says so, `surest` the highest confidence."""

    def __init__(self, index: Index, claims: Iterable[NamedNode]) -> None:
        self.said: dict[Term, dict[Term, None]] = {}
        self.articles: set[NamedNode] = set()
        self.surest = 0.0
        stances: set[Term] = set()
        for claim in claims:
            own = index.properties(claim)
            for predicate in own.get(terms.PREDICATE, ()):
                self.said.setdefault(predicate, {}).update(dict.fromkeys(own.get(terms.OBJECT, ())))
            self.articles.update(each for each in own.get(terms.DERIVED_FROM, ()) if isinstance(each, NamedNode))
            stances.update(own.get(_STANCE, ()))
            self.surest = max(self.surest, *(float(each.value) for each in own.get(_CONFIDENCE, ())), 0.0)
        self.stances = sorted(local_name(stance) for stance in stances if isinstance(stance, NamedNode))
