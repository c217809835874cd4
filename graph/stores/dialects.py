"""The address of a remote store in, where it takes queries, updates and graphs out: one row a make of store."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..errors import UsageError
from .prepared import names_graphs

_SERVER = r"https?://[^/?#]+"


@dataclass(frozen=True, slots=True)
class Dialect:
    """`{root}` stands for what `pattern` calls so; `signed_…` are the addresses for those who give a name and password.

    `union` is what a query carries so that its default graph is the union of all graphs; it may hide the graphs themselves, as
    a query is about what its parameters say and nothing else (SPARQL 1.1 Protocol, 2.1.4). `port` is asked for where the
    addresses look like those of others and no dialect is named.
    """

    name: str
    pattern: str
    query: str
    update: str
    graphs: str
    signed_update: str = ""
    signed_graphs: str = ""
    union: tuple[tuple[str, str], ...] = ()
    union_hides_graphs: bool = False
    port: int | None = None

    def fits(self, url: str, name: str | None) -> bool:
        """Whether the store is called so, or may be one by where it is."""
        if name is not None:
            return name == self.name
        return self.port is None or url.partition("//")[2].partition("/")[0].endswith(f":{self.port}")


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where one store takes queries, updates, and whole graphs (SPARQL 1.1 Graph Store Protocol)."""

    dialect: str
    query: str
    update: str
    graphs: str
    union: tuple[tuple[str, str], ...]
    union_hides_graphs: bool

    def beside(self, text: str) -> dict[str, str]:
        """What is sent with a query, that says which graphs it is about unless it says so itself."""
        return {} if self.union_hides_graphs and names_graphs(text) else dict(self.union)


DIALECTS = (
    Dialect(
        "stardog",
        rf"(?P<root>{_SERVER}/[^/?#]+)(?:/query|/update)?/?",
        query="{root}/query",
        update="{root}/update",
        graphs="{root}",
        union=(("default-graph-uri", "tag:stardog:api:context:all"), ("named-graph-uri", "tag:stardog:api:context:named")),
        port=5820,
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
        union_hides_graphs=True,
    ),
)
"""The first row whose pattern fits the whole address is taken, unless one is named."""


def addresses(url: str, name: str | None = None, *, signed: bool = False) -> Addresses:
    """Raises UsageError for what is no address of a store, a dialect not known, or a password in the address."""
    if re.match(r"[a-z]+://[^/]*@", url, re.IGNORECASE):
        raise UsageError("a password in an address is seen by everyone on this machine; give --user, the password is asked for")
    if name is not None and name not in (known := [row.name for row in DIALECTS]):
        raise UsageError(f"no dialect is called {name!r}; known are {', '.join(known)}")
    fits = ((row, match["root"]) for row in DIALECTS if row.fits(url, name) and (match := re.fullmatch(row.pattern, url)))
    found = next(fits, None)
    if found is None:
        raise UsageError(f"{url} is no address of {name or 'a store'}; docs/stores.md shows how they look")
    row, root = found
    update, graphs = (row.signed_update or row.update, row.signed_graphs or row.graphs) if signed else (row.update, row.graphs)
    query, update, graphs = (address.format(root=root) for address in (row.query, update, graphs))
    return Addresses(row.name, query, update, graphs, row.union, row.union_hides_graphs)
