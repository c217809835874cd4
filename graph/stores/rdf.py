"""A build, a store or an RDF file in, an rdflib Dataset over it out, for those who work with rdflib."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import Store

from ..ontology import PREFIXES
from .oxigraph import open_store

if TYPE_CHECKING:
    from rdflib import Dataset


def open_dataset(path: Path) -> Dataset:
    """Its default graph is the union of all graphs; queries run in Oxigraph, with the vocabulary's prefixes bound.

    Raises StoreError if there is nothing to open.
    """
    return dataset_of(open_store(path))


def dataset_of(store: Store) -> Dataset:
    """The same over a store that is open."""
    from oxrdflib import OxigraphStore  # noqa: PLC0415  # rdflib costs a third of a second that no command needs
    from rdflib import Dataset  # noqa: PLC0415  # see above

    dataset = Dataset(store=OxigraphStore(store=store), default_union=True)
    for prefix, iri in PREFIXES.items():
        dataset.bind(prefix, iri)
    return dataset
