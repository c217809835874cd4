"""The graph in, JSON-LD that reads like JSON out: one object an event, with the names of who is in it, then all the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import orjson
import pyoxigraph as ox

from .. import terms
from ..assemble import GraphData
from ..ontology import NG, PREFIXES
from ..terms import ng

Json = str | int | bool | list["Json"] | dict[str, "Json"]
Properties = dict[ox.NamedNode, list[ox.NamedNode | ox.Literal]]

INTEGER, BOOLEAN, STRING = (PREFIXES["xsd"] + name for name in ("integer", "boolean", "string"))
NATIVE = {INTEGER: re.compile(r"0|-?[1-9][0-9]{0,14}"), BOOLEAN: re.compile(r"true|false")}
"""What JSON-LD reads as the same number or truth value when it stands as one in JSON."""
RELATIVE = re.compile(r"[a-z]+(?:/[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*)?(?:#[A-Za-z0-9=,_-]*)?")
ID, VOCABULARY = "@id", "@vocab"


def write(data: GraphData, path: Path) -> None:
    """The same statements as every other form of the graph; events come first, by day."""
    graphs: dict[str, dict[str, Properties]] = {}
    for quad in data.quads:
        nodes = graphs.setdefault(getattr(quad.graph_name, "value", ""), {})
        nodes.setdefault(_iri(quad.subject), {}).setdefault(quad.predicate, []).append(_plain(quad.object))
    merged = graphs.pop("", {})
    words = Words(data)
    objects: list[Json] = [*_merged(data, merged, words)]
    objects += [{"id": words.address(name), "@graph": list(_nodes(nodes, words))} for name, nodes in graphs.items()]
    path.write_bytes(orjson.dumps({"@context": words.context(), "@graph": objects}, option=orjson.OPT_INDENT_2))


class Words:
    """The names that stand for IRIs in this document, and how values are written under each."""

    def __init__(self, data: GraphData) -> None:
        self._base = data.base_iri
        kinds: dict[ox.NamedNode, set[str]] = {}
        for quad in data.quads:
            kinds.setdefault(quad.predicate, set()).add(_kind(_plain(quad.object)))
        self._types = {predicate: _coerced(found) for predicate, found in kinds.items()}
        self._names: dict[str, str] = {"id": ID, "type": "@type"}
        for predicate in sorted(kinds, key=lambda each: (not each.value.startswith(NG), each.value)):
            self._names.setdefault(_local(predicate.value), predicate.value)

    def context(self) -> Json:
        found: dict[str, Json] = {"@base": self._base, "@vocab": NG} if self._base else {"@vocab": NG}
        found |= {"id": ID, "type": "@type"}
        for predicate, kind in sorted(self._types.items(), key=lambda each: each[0].value):
            if predicate != terms.A and (kind or not predicate.value.startswith(NG)):
                found[self.name(predicate)] = {"@id": predicate.value, "@type": kind} if kind else predicate.value
        return found

    def name(self, predicate: ox.NamedNode) -> str:
        local = _local(predicate.value)
        return "type" if predicate == terms.A else local if self._names.get(local) == predicate.value else predicate.value

    def address(self, iri: str) -> str:
        """Without the base, where that leaves nothing that could be read another way."""
        rest = iri.removeprefix(self._base)
        return rest if self._base and rest != iri and RELATIVE.fullmatch(rest) else iri

    def whole(self, address: str) -> str:
        return address if ":" in address else self._base + address

    def term(self, iri: str) -> str:
        """A class or value of the vocabulary by its local name."""
        local = iri.removeprefix(NG)
        return local if local != iri and local.isalnum() and self._names.get(local, iri) == iri else iri

    def value(self, predicate: ox.NamedNode, value: ox.NamedNode | ox.Literal) -> Json:
        kind = self._types[predicate]
        if isinstance(value, ox.NamedNode):
            if predicate == terms.A or kind == VOCABULARY:
                return self.term(value.value)
            return self.address(value.value) if kind == ID else {"id": self.address(value.value)}
        if value.language is not None:
            return {"@value": value.value, "@language": value.language}
        return value.value if kind == value.datatype.value else _native(value)


def _native(value: ox.Literal) -> Json:
    datatype = value.datatype.value
    if datatype == STRING:
        return value.value
    if datatype in NATIVE and NATIVE[datatype].fullmatch(value.value):
        return value.value == "true" if datatype == BOOLEAN else int(value.value)
    return {"@value": value.value, "@type": datatype}


def _merged(data: GraphData, nodes: dict[str, Properties], words: Words) -> Iterator[Json]:
    """Events with those who are in them by name, then the other nodes of the merged graph."""
    classes = {ng(name) for name in data.ontology.event_classes}
    events = [iri for iri, properties in nodes.items() if classes & set(properties.get(terms.A, ()))]
    for iri in sorted(events, key=lambda iri: (_day(nodes[iri]) == "", _day(nodes[iri]), iri)):
        event = _node(iri, nodes[iri], words)
        filled = [name for role in data.ontology.roles if (name := words.name(ng(role))) in event]
        yield event | {name: _named(event[name], words, nodes) for name in filled}
    known = set(events)
    yield from _nodes({iri: properties for iri, properties in nodes.items() if iri not in known}, words)


def _named(value: Json, words: Words, nodes: dict[str, Properties]) -> Json:
    """Addresses with the label that the merged graph gives them."""
    if isinstance(value, list):
        return [_named(each, words, nodes) for each in value]
    if not isinstance(value, str):
        return value
    labels = nodes.get(words.whole(value), {}).get(terms.LABEL, [])
    return {"id": value, words.name(terms.LABEL): words.value(terms.LABEL, labels[0])} if labels else value


def _nodes(nodes: dict[str, Properties], words: Words) -> Iterator[dict[str, Json]]:
    return (_node(iri, properties, words) for iri, properties in nodes.items())


def _node(iri: str, properties: Properties, words: Words) -> dict[str, Json]:
    found: dict[str, Json] = {"id": words.address(iri)}
    for predicate, values in properties.items():
        written = [words.value(predicate, value) for value in values]
        found[words.name(predicate)] = written[0] if len(written) == 1 else written
    return found


def _day(properties: Properties) -> str:
    return next((value.value for value in properties.get(terms.EARLIEST, ())), "")


def _coerced(kinds: set[str]) -> str:
    """How all values of a property are written, if they are of one kind that JSON does not tell."""
    if kinds <= {ID, VOCABULARY}:
        return VOCABULARY if kinds == {VOCABULARY} else ID
    (kind,) = kinds if len(kinds) == 1 else ("",)
    return "" if kind in (INTEGER, BOOLEAN, STRING, "@language") else kind


def _kind(value: ox.NamedNode | ox.Literal) -> str:
    if isinstance(value, ox.NamedNode):
        return VOCABULARY if value.value.startswith(NG) else ID
    return "@language" if value.language is not None else value.datatype.value


def _local(iri: str) -> str:
    return re.split(r"[#/]", iri)[-1]


def _iri(node: object) -> str:
    """Our graphs hold no blank nodes; one that came from elsewhere keeps its label."""
    return node.value if isinstance(node, ox.NamedNode) else str(node)


def _plain(value: object) -> ox.NamedNode | ox.Literal:
    assert isinstance(value, ox.NamedNode | ox.Literal), value
    return value
