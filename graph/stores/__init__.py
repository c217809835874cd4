"""Quads in, stores that answer SPARQL out, and back."""

from __future__ import annotations

from .oxigraph import open_store, write_store

__all__ = ["open_store", "write_store"]
