"""What joins with what in, a place for every node of the network out: the same for the same graph, without overlaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import cos, sin, sqrt

import networkx as nx
import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

Points = NDArray[np.float64]
Point = tuple[int, int]

_SEED = 7
_MOST_SPRINGS = 400
_SPACING = 150.0
_WIDTH, _HEIGHT = 132.0, 52.0
_GOLDEN_ANGLE = 2.399963229728653
_WIDE = 1.15


def positions(count: int, edges: Iterable[tuple[int, int]]) -> list[Point]:
    """Places of the nodes 0 to `count`: springs between those that join others, leaves around their only neighbour."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_edges_from((one, other) for one, other in edges if one != other)
    parts = sorted(nx.connected_components(graph), key=lambda part: (-len(part), min(part)))
    placed = dict(_packed([_part(graph.subgraph(part)) for part in parts]))
    return [(round(placed[node][0]), round(placed[node][1])) for node in range(count)]


def _part(graph: nx.Graph[int]) -> dict[int, tuple[float, float]]:
    """One connected part, its smallest coordinates at nought."""
    nodes = sorted(graph)
    leaves = _leaves(graph)
    core = [node for node in nodes if node not in leaves]
    places = _springs(graph, core)
    _fan_out(places, leaves)
    points = _apart(np.array([places[node] for node in nodes]) * (_WIDE, 1.0))
    points -= points.min(axis=0)
    return {node: (float(x), float(y)) for node, (x, y) in zip(nodes, points, strict=True)}


def _leaves(graph: nx.Graph[int]) -> dict[int, int]:
    """Nodes with one neighbour that has others → that neighbour."""
    alone = [node for node in sorted(graph) if graph.degree(node) == 1]
    pairs = ((node, next(iter(graph[node]))) for node in alone)
    return {node: neighbour for node, neighbour in pairs if graph.degree(neighbour) > 1}


def _springs(graph: nx.Graph[int], core: Sequence[int]) -> dict[int, tuple[float, float]]:
    """Of many nodes only those with most neighbours feel springs; each other one lies amid its neighbours."""
    hubs = sorted(core, key=lambda node: (-graph.degree(node), node))[:_MOST_SPRINGS]
    kept = set(hubs)
    sub: nx.Graph[int] = nx.Graph()
    sub.add_nodes_from(sorted(hubs))
    sub.add_edges_from(sorted(_ties(graph, core, kept)))
    size = len(hubs)
    found = nx.spring_layout(sub, k=1.6 / sqrt(size), iterations=120, seed=_SEED, method="force")
    scale = _SPACING * sqrt(len(core)) / 2
    places = {node: (float(x) * scale, float(y) * scale) for node, (x, y) in found.items()}
    _amid(graph, places, [node for node in core if node not in kept])
    return places


def _ties(graph: nx.Graph[int], core: Sequence[int], kept: set[int]) -> set[tuple[int, int]]:
    """Edges between the nodes kept, and between those that one left out joins."""
    ties = {(one, other) for one in kept for other in graph[one] if other in kept and one < other}
    for node in core:
        if node not in kept:
            ties.update(pairwise(sorted(other for other in graph[node] if other in kept)))
    return ties


def _amid(graph: nx.Graph[int], places: dict[int, tuple[float, float]], left: Sequence[int]) -> None:
    while left:
        ready = [node for node in left if any(other in places for other in graph[node])]
        found = {node: _middle([places[other] for other in sorted(graph[node]) if other in places], node) for node in ready}
        places.update(found)
        left = [node for node in left if node not in found]


def _middle(points: Sequence[tuple[float, float]], number: int) -> tuple[float, float]:
    """Near the middle of some points; a little beside it, so that nodes with the same neighbours do not meet."""
    angle, radius = number * _GOLDEN_ANGLE, 40 + number % 7 * 12
    x, y = (sum(values) / len(points) for values in zip(*points, strict=True))
    return x + radius * cos(angle), y + radius * sin(angle)


def _fan_out(places: dict[int, tuple[float, float]], leaves: dict[int, int]) -> None:
    """Leaves lie around their neighbour as seeds in a sunflower, the first one away from the middle."""
    seen: dict[int, int] = {}
    for leaf, neighbour in leaves.items():
        x, y = places[neighbour]
        number = seen[neighbour] = seen.get(neighbour, 0) + 1
        away = np.arctan2(y, x) + number * _GOLDEN_ANGLE
        radius = 60 + 34 * sqrt(number)
        places[leaf] = (x + radius * cos(away), y + radius * sin(away))


def _apart(points: Points, rounds: int = 60) -> Points:
    """Pushes nodes apart until none lies on the label of another."""
    scaled: Points = points / (_WIDTH, _HEIGHT)
    for _ in range(rounds):
        pairs = cKDTree(scaled).query_pairs(1.0, output_type="ndarray")
        if len(pairs) == 0:
            break
        pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
        scaled = scaled + _pushes(scaled, pairs)
    return np.asarray(scaled * (_WIDTH, _HEIGHT))


def _pushes(points: Points, pairs: NDArray[np.intp]) -> Points:
    gap = points[pairs[:, 1]] - points[pairs[:, 0]]
    distance = np.hypot(gap[:, 0], gap[:, 1])
    same = distance < 1e-6
    gap[same] = np.column_stack((np.cos(pairs[same, 1]), np.sin(pairs[same, 1])))
    distance[same] = 1.0
    push = gap / distance[:, None] * ((1.02 - np.where(same, 0.0, distance)) / 2)[:, None]
    moved = np.zeros_like(points)
    np.subtract.at(moved, pairs[:, 0], push)
    np.add.at(moved, pairs[:, 1], push)
    return moved * 0.8


def _packed(parts: Sequence[dict[int, tuple[float, float]]]) -> Iterator[tuple[int, tuple[float, float]]]:
    """Parts side by side on shelves, the first one sets the width."""
    sizes = [(max(x for x, _ in part.values()) + _WIDTH, max(y for _, y in part.values()) + _HEIGHT) for part in parts]
    area = sum(width * height for width, height in sizes)
    shelf = max([sqrt(area * 1.2), *(width for width, _ in sizes[:1])])
    left = top = height = 0.0
    for part, (width, tall) in zip(parts, sizes, strict=True):
        if left and left + width > shelf:
            left, top, height = 0.0, top + height + _HEIGHT, 0.0
        for node, (x, y) in part.items():
            yield node, (left + x, top + y)
        left, height = left + width + _WIDTH / 2, max(height, tall)
