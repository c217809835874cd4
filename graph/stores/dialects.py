"""The address of a remote store in, where it takes queries, updates and graphs out: one row a make of store."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..errors import UsageError

_SERVER = r"https?://[^/?#]+"


@dataclass(frozen=True, slots=True)
class Dialect:
    """`{root}` stands for what `pattern` calls so; `signed_…` are the addresses for those who give a name and password.

    `union` is what a query carries so that its default graph is the union of all graphs.
    """

    name: str
    pattern: str
    query: str
    update: str
    graphs: str
    signed_update: str = ""
    signed_graphs: str = ""
    union: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where one store takes queries, updates, and whole graphs (SPARQL 1.1 Graph Store Protocol)."""

    dialect: str
    query: str
    update: str
    graphs: str
    union: tuple[tuple[str, str], ...]


DIALECTS = (
    Dialect(
        "stardog",
        rf"(?P<root>{_SERVER}:5820/[^/?#]+)(?:/query|/update)?/?",
        query="{root}/query",
        update="{root}/update",
        graphs="{root}",
        union=(("default-graph-uri", "tag:stardog:api:context:all"),),
    ),
    Dialect(
        "rdf4j",
        rf"(?P<root>{_SERVER}/(?:[^?#]+/)?rdf4j-server/repositories/[^/?#]+)(?:/statements|/rdf-graphs/service)?/?",
        query="{root}",
        update="{root}/statements",
        graphs="{root}/rdf-graphs/service",
    ),
    Dialect(
        "graphdb",
        rf"(?P<root>{_SERVER}/(?:[^?#]+/)?repositories/[^/?#]+)(?:/statements|/rdf-graphs/service)?/?",
        query="{root}",
        update="{root}/statements",
        graphs="{root}/rdf-graphs/service",
    ),
    Dialect(
        "virtuoso",
        rf"(?P<root>{_SERVER})/sparql(?:-auth|-graph-crud|-graph-crud-auth)?/?",
        query="{root}/sparql",
        update="{root}/sparql",
        graphs="{root}/sparql-graph-crud",
        signed_update="{root}/sparql-auth",
        signed_graphs="{root}/sparql-graph-crud-auth",
    ),
    Dialect(
        "oxigraph",
        rf"(?P<root>{_SERVER})(?:/query|/update|/store)?/?",
        query="{root}/query",
        update="{root}/update",
        graphs="{root}/store",
        union=(("union-default-graph", ""),),
    ),
    Dialect(
        "fuseki",
        rf"(?P<root>{_SERVER}/[^?#]+?)(?:/query|/sparql|/update|/data)?/?",
        query="{root}/query",
        update="{root}/update",
        graphs="{root}/data",
        union=(("default-graph-uri", "urn:x-arq:UnionGraph"),),
    ),
)
"""The first row whose pattern fits the whole address is taken, unless one is named."""


def addresses(url: str, name: str | None = None, *, signed: bool = False) -> Addresses:
    """Raises UsageError for what is no address of a store, a dialect not known, or a password in the address."""
    if re.match(r"[a-z]+://[^/]*@", url, re.IGNORECASE):
        raise UsageError("a password in an address is seen by everyone on this machine; give --user, the password is asked for")
    rows = [row for row in DIALECTS if name in (None, row.name)]
    if not rows:
        raise UsageError(f"no dialect is called {name!r}; known are {', '.join(row.name for row in DIALECTS)}")
    fits = ((row, match["root"]) for row in rows if (match := re.fullmatch(row.pattern, url)))
    found = next(fits, None)
    if found is None:
        raise UsageError(f"{url} is no address of {name or 'a store'}; docs/stores.md shows how they look")
    row, root = found
    update, graphs = (row.signed_update or row.update, row.signed_graphs or row.graphs) if signed else (row.update, row.graphs)
    return Addresses(row.name, row.query.format(root=root), update.format(root=root), graphs.format(root=root), row.union)
