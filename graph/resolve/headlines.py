"""The reports of one article in, pairs that its headline and its first sentences both tell out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ..ontology import Ontology
from .names import stem
from .records import Report

LEAD = 3
"""Sentences after which an article tells further things."""
UNTOLD = frozenset({"Event", "Statement", "Contest"})
SUFFERED = ("Assault", "Accident", "Disaster")
"""Classes whose words an article changes: "blast", "suicide attack"."""
SAID = ("Accuse", "Request", "Threaten", "Reject", "Support", "Consult")
"""Classes of which one speech does several: "commends", "welcomes"."""

Shares = Callable[[Report, Report], bool]


def told_twice(reports: Sequence[Report], ontology: Ontology, shares: Shares) -> Iterator[tuple[Report, Report]]:
    """Each happening of the headline with the first of its kind in the lead: a headline tells what the lead tells.

    `shares` tells whether two reports have a participant or place in common.
    """
    headline = [report for report in reports if report.passage == "headline" and report.type not in UNTOLD]
    lead = _lead(reports) if headline else ()
    for told in headline:
        again = [each for each in lead if _alike(told, each) and _is_one(told, each, ontology, shares)]
        if again:
            yield told, min(again, key=lambda report: report.type != told.type)


def _is_one(one: Report, other: Report, ontology: Ontology, shares: Shares) -> bool:
    """By its word; by its class, if it is done to somebody ("a series of attacks" is no break-in); else by its class and whoever
    takes part."""
    kin = ontology.is_a(one.type, other.type) or ontology.is_a(other.type, one.type)
    if kin and (one.type == other.type or one.plural == other.plural) and any(ontology.is_a(one.type, kind) for kind in SUFFERED):
        return True
    spoken = any(ontology.is_a(one.type, kind) for kind in SAID)
    return one.type == other.type and (stem(one.lemma) == stem(other.lemma) or (not spoken and shares(one, other)))


def _lead(reports: Sequence[Report]) -> tuple[Report, ...]:
    body = sorted((report for report in reports if report.passage == "body"), key=_begin)
    sentences = list(dict.fromkeys(report.wording for report in body))[:LEAD]
    return tuple(report for report in body if report.wording in sentences and report.type not in UNTOLD)


def _alike(one: Report, other: Report) -> bool:
    """Both took place, or both did not, and what both count comes to the same; "another" one is another."""
    told, again = dict(one.figures), dict(other.figures)
    counted = all(told[role] == again[role] for role in told.keys() & again.keys())
    return (
        (one.polarity, one.modality) == (other.polarity, other.modality)
        and counted
        and "another" not in (one.number, other.number)
    )


def _begin(report: Report) -> int:
    return report.trigger.start
