"""News articles in, a knowledge graph out: who did what to whom, where, when, and who says so."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .api import NewsGraph, build, open_graph
    from .errors import NewsGraphError
    from .model import Article, Claim, Entity, Event, Extraction
    from .pipeline import BuildReport, extractions
    from .pipeline import build as build_graph
    from .readers import read as read_articles
    from .records import ArticleRecord, ClaimRecord, EntityRecord, EventRecord
    from .settings import Settings
    from .stores import open_dataset, open_store

__all__ = [
    "Article",
    "ArticleRecord",
    "BuildReport",
    "Claim",
    "ClaimRecord",
    "Entity",
    "EntityRecord",
    "Event",
    "EventRecord",
    "Extraction",
    "NewsGraph",
    "NewsGraphError",
    "Settings",
    "build",
    "build_graph",
    "extractions",
    "open_dataset",
    "open_graph",
    "open_store",
    "read_articles",
]

_PLACES = {
    "ArticleRecord": ".records",
    "BuildReport": ".pipeline",
    "ClaimRecord": ".records",
    "EntityRecord": ".records",
    "EventRecord": ".records",
    "NewsGraph": ".api",
    "NewsGraphError": ".errors",
    "Settings": ".settings",
    "build": ".api",
    "build_graph": ".pipeline:build",
    "extractions": ".pipeline",
    "open_dataset": ".stores",
    "open_graph": ".api",
    "open_store": ".stores",
    "read_articles": ".readers:read",
}


def __getattr__(name: str) -> object:
    """Loaded when first asked for: spaCy takes a second that `import graph` need not."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, _, attribute = _PLACES.get(name, ".model").partition(":")
    return getattr(import_module(module, __name__), attribute or name)
