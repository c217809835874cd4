"""What joins with what in, two places for every node out: among names alone and amid the events that join them.

The same graph gives the same places; none lies on another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from math import cos, sin, sqrt

import networkx as nx
import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

Points = NDArray[np.float64]
Place = tuple[float, float]
Point = tuple[int, int]
Neighbours = Mapping[int, set[int]]

_SEED = 7
_MOST_SPRINGS = 250
_ROUNDS = 80
_SPACING = 150.0
_WIDTH, _HEIGHT = 132.0, 52.0
_ROOM_FOR_EVENTS = 1.7
_GOLDEN_ANGLE = 2.399963229728653


def actor_places(names: int, edges: Iterable[tuple[int, int]]) -> list[Point]:
    """Places of the names 0 to `names`, drawn together by the events they have in common."""
    ties = _ties(names, edges)
    graph: nx.Graph[int] = nx.Graph()
    graph.add_weighted_edges_from((one, other, sqrt(count)) for (one, other), count in sorted(ties.items()))
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
    alone = [{node: (0.0, 0.0)} for node in range(names) if node not in graph]
    placed = dict(_packed([*(_part(graph, part) for part in parts), *alone]))
    return [_rounded(placed[node]) for node in range(names)]


def event_places(count: int, actors: Sequence[Point], edges: Iterable[tuple[int, int]]) -> list[Point]:
    """Places of all nodes: the names where they are among themselves, wider apart; each event amid what it joins."""
    neighbours = _neighbours(edges)
    places: dict[int, Place] = {node: (x * _ROOM_FOR_EVENTS, y * _ROOM_FOR_EVENTS) for node, (x, y) in enumerate(actors)}
    joining = [node for node in range(len(actors), count) if node in neighbours]
    leaves = {node: next(iter(neighbours[node])) for node in joining if len(neighbours[node]) == 1}
    _amid(neighbours, places, [node for node in joining if node not in leaves])
    _fan_out(places, {leaf: hub for leaf, hub in leaves.items() if hub in places})
    nodes = sorted(node for node in places if node in neighbours)
    points = _apart(np.array([places[node] for node in nodes]).reshape(-1, 2))
    places.update(zip(nodes, map(tuple, points.tolist()), strict=True))
    return [_rounded(places.get(node, (0.0, 0.0))) for node in range(count)]


def _rounded(place: Place) -> Point:
    return round(place[0]), round(place[1])


def _ties(names: int, edges: Iterable[tuple[int, int]]) -> Counter[tuple[int, int]]:
    """Pairs of names with the number of events and relations that join them."""
    ties: Counter[tuple[int, int]] = Counter()
    joined: dict[int, set[int]] = {}
    for one, other in edges:
        if one < names and other < names:
            ties.update([(min(one, other), max(one, other))] if one != other else ())
        elif other < names:
            joined.setdefault(one, set()).add(other)
    for fillers in joined.values():
        ties.update(combinations(sorted(fillers), 2))
    return ties


def _neighbours(edges: Iterable[tuple[int, int]]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for one, other in edges:
        if one != other:
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
    return found


def _part(graph: nx.Graph[int], nodes: Sequence[int]) -> dict[int, Place]:
    """One connected part, its smallest coordinates at nought."""
    neighbours = {node: set(graph.adj[node]) for node in nodes}
    hubs = sorted(nodes, key=lambda node: (-len(neighbours[node]), node))[:_MOST_SPRINGS]
    places = _springs(graph, neighbours, hubs, len(nodes))
    _amid(neighbours, places, [node for node in nodes if node not in places])
    points = _apart(np.array([places[node] for node in nodes]) * (_WIDTH / _SPACING, 1.0))
    points -= points.min(axis=0)
    return dict(zip(nodes, ((x, y) for x, y in points.tolist()), strict=True))


def _springs(graph: nx.Graph[int], neighbours: Neighbours, hubs: Sequence[int], size: int) -> dict[int, Place]:
    """Only the nodes with most neighbours feel springs, also those between two that one left out joins."""
    if len(hubs) <= 2:
        return {node: (at * _SPACING, 0.0) for at, node in enumerate(hubs)}
    kept = set(hubs)
    sub: nx.Graph[int] = nx.Graph()
    sub.add_nodes_from(sorted(hubs))
    for node in sorted(neighbours.keys() - kept):
        sub.add_edges_from(pairwise(sorted(neighbours[node] & kept)), weight=1.0)
    sub.add_weighted_edges_from((one, other, graph.adj[one][other]["weight"]) for one in sub for other in neighbours[one] & kept)
    found = nx.spring_layout(sub, k=1.6 / sqrt(len(hubs)), iterations=_ROUNDS, seed=_SEED, method="force")
    scale = _SPACING * sqrt(size) / 2
    return {node: (float(x) * scale, float(y) * scale) for node, (x, y) in found.items()}


def _amid(neighbours: Neighbours, places: dict[int, Place], left: Sequence[int]) -> None:
    while left:
        found = {
            node: _middle([places[other] for other in sorted(neighbours[node]) if other in places], node)
            for node in left
            if not neighbours[node].isdisjoint(places)
        }
        places.update(found or dict.fromkeys(left, (0.0, 0.0)))
        left = [node for node in left if node not in places]


def _middle(points: Sequence[Place], number: int) -> Place:
    """Near the middle of some points; a little beside it, so that nodes with the same neighbours do not meet."""
    angle, radius = number * _GOLDEN_ANGLE, 40 + number % 7 * 12
    x, y = (sum(values) / len(points) for values in zip(*points, strict=True))
    return x + radius * cos(angle), y + radius * sin(angle)


def _fan_out(places: dict[int, Place], leaves: Mapping[int, int]) -> None:
    """Leaves lie around their neighbour as seeds in a sunflower, the first one away from the middle."""
    seen: Counter[int] = Counter()
    for leaf, neighbour in leaves.items():
        x, y = places[neighbour]
        seen[neighbour] += 1
        away = float(np.arctan2(y, x)) + seen[neighbour] * _GOLDEN_ANGLE
        radius = 60 + 34 * sqrt(seen[neighbour])
        places[leaf] = (x + radius * cos(away), y + radius * sin(away))


def _apart(points: Points, rounds: int = 60) -> Points:
    """Pushes nodes apart until none lies on the label of another."""
    scaled: Points = points / (_WIDTH, _HEIGHT)
    for _ in range(rounds if len(scaled) > 1 else 0):
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


def _packed(parts: Sequence[Mapping[int, Place]]) -> Iterator[tuple[int, Place]]:
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
