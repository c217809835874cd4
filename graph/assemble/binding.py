"""The resolution in, for each article what its own ids stand for in the merged graph out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..model import Resolution


@dataclass(frozen=True, slots=True)
class Binding:
    """Article id → local id → id over all articles; `timed` incidents have a time, `classes` are those of all entities."""

    entities: Mapping[str, Mapping[str, str]]
    incidents: Mapping[str, Mapping[str, str]]
    timed: frozenset[str]
    classes: Mapping[str, str]


def bind(resolution: Resolution) -> Binding:
    entities: dict[str, dict[str, str]] = {}
    incidents: dict[str, dict[str, str]] = {}
    for entity in resolution.entities:
        for local in entity.members:
            entities.setdefault(local.article, {})[local.id] = entity.id
    for incident in resolution.incidents:
        for local in incident.members:
            incidents.setdefault(local.article, {})[local.id] = incident.id
    timed = frozenset(incident.id for incident in resolution.incidents if incident.time)
    return Binding(entities, incidents, timed, {entity.id: entity.type for entity in resolution.entities})
