"""What speaks for and against a find in, how likely it is right out.

Log-odds that add up, fitted to finds of development texts: who does what was judged by hand, who says what by PolNeAR's
annotators. `""` is the plainest case; the rest is what makes a find more or less sure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import exp

Weights = Mapping[str, float]

PARTICIPANT: Weights = {
    "": 2.2,
    "speech": 0.3,
    "passive": 0.3,
    "unknown class": -0.3,
    "embedded": -0.35,
    "object": -0.4,
    "ambiguous": -0.4,
    "pronoun": -0.5,
    "loose": -0.5,
    "not actual": -0.6,
    "noun": -0.7,
    "unsaid": -0.8,
    "far": -0.9,
    "circumstance": -0.9,
}
ATTRIBUTION: Weights = {
    "": 0.45,
    "plain cue": 1.5,
    "label": 1.1,
    "quoted": 0.4,
    "nominal": -0.15,
    "evaluation": -0.2,
    "noun": -0.3,
    "intends": -0.35,
    "pronoun": -0.65,
    "believes": -0.7,
    "nobody": -1.1,
}


def likely(weights: Weights, told: Iterable[str]) -> float:
    """Between 0 and 1; what the weights do not know says nothing."""
    odds = sum(weights.get(name, 0.0) for name in ("", *told))
    return round(1 / (1 + exp(-odds)), 2)
