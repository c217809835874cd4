"""What can go wrong, each error saying what to do.

NewsGraphError            anything newsgraph reports by itself (exit code 1)
├── UsageError            the command or a setting cannot be meant so (2)
├── ReadError             an input file cannot be read as what it is said to be
│   └── SkippedArticle    one article is left out; the build goes on (3)
├── ModelMissing          the spaCy pipeline is not installed
├── OntologyError         a file of the vocabulary breaks its own rules
├── ShapesViolated        the graph breaks shapes.ttl (4)
├── OutputError           the output cannot be written; what stood there still stands
├── StoreError            a store is missing, locked or of another make
│   └── StoreRefused      a remote store said no (5)
│       └── StoreClosed   it does not answer, or lets nobody in: asking it for more is no use
└── QueryError            a query cannot be parsed, or its arguments do not fit
"""

from __future__ import annotations


class NewsGraphError(Exception):
    exit_code = 1


class UsageError(NewsGraphError):
    exit_code = 2


class ReadError(NewsGraphError):
    pass


class SkippedArticle(ReadError):
    """`source` names the article, the message says why it was left out."""

    exit_code = 3

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class ModelMissing(NewsGraphError):
    pass


class OntologyError(NewsGraphError):
    pass


class ShapesViolated(NewsGraphError):
    exit_code = 4


class OutputError(NewsGraphError):
    pass


class StoreError(NewsGraphError):
    pass


class StoreRefused(StoreError):
    exit_code = 5


class StoreClosed(StoreRefused):
    pass


class QueryError(NewsGraphError):
    pass
