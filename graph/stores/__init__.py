"""Quads in, stores that answer SPARQL out, and back."""

from __future__ import annotations

from .oxigraph import locate_quads, locate_store, open_store, write_store
from .rdf import dataset_of, open_dataset

__all__ = ["dataset_of", "locate_quads", "locate_store", "open_dataset", "open_store", "write_store"]
