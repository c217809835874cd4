"""The graph in, one page out that needs nothing else: storyline, network and table of events, each claim with its quote."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson

from ..assemble import GraphData
from .layout import actor_places, event_places
from .numbering import Table
from .story import Story, tell

if TYPE_CHECKING:
    from pyvis.network import Network

PAGE = Path(__file__).parent / "page"
VENDOR = PAGE / "vendor"

_LIBRARIES = ("vis-network.min.js", "leaflet.js", "topojson-client.min.js")
_MANY = 1500
"""Marks (`MANY` of sheets.js) above which a page holds libraries that draw more at once than vis-network does with ease."""
_LIBRARIES_OF_MANY = ("graphology.umd.min.js", "sigma.min.js")
_WORLD = "countries-110m.json"
_SCRIPTS = (
    "story.js", "marks.js", "paths.js", "state.js", "saving.js", "corrections.js", "search.js",
    "storyline.js", "points.js", "sheets.js", "network.js", "atlas.js", "table.js", "card.js", "panel.js", "app.js",
)  # fmt: skip
_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "keyboard": False, "multiselect": False, "selectConnectedEdges": False, "tooltipDelay": 200},
    "edges": {"smooth": False, "width": 1, "arrows": {"to": {"enabled": True, "scaleFactor": 0.4}}},
}


def write(data: GraphData, path: Path) -> None:
    """Nothing of an article becomes markup: texts are data, and the page puts them in as text."""
    path.write_text(page(data), encoding="utf-8", newline="\n")


def page(data: GraphData) -> str:
    story = tell(data)
    network = _network(story)
    network.templateEnv.filters["embedded"] = embedded
    network.templateEnv.globals.update(_parts(story), drawn=_drawn)
    return str(network.generate_html("graph.html"))


def embedded(value: object) -> str:
    """JSON that may stand inside a script element."""
    text = orjson.dumps(value).decode("utf-8")
    for sign, escape in _ESCAPES.items():
        text = text.replace(sign, escape)
    return text


def _network(story: Story) -> Network:
    """Nodes, edges and options as pyvis keeps them, with our own template in place of its page."""
    from pyvis.network import Network  # noqa: PLC0415  # brings IPython: half a second that other formats need not pay

    network = Network(directed=True, heading=_title(story))
    joined = [(one, other) for one, other, _, _ in story.edges]
    alone = actor_places(story.names, joined)
    amid = event_places(len(story.labels), alone, joined)
    for number, (label, kind, weight, (x, y)) in enumerate(zip(story.labels, story.kinds, story.weights, amid, strict=True)):
        network.add_node(number, label=label, group=kind, value=weight, x=x, y=y, alone=alone[number : number + 1])
    for one, other, role, stated in story.edges:
        network.add_edge(one, other, role=role, **({} if stated else {"dashes": True}))
    network.set_options(json.dumps(_OPTIONS))
    network.set_template_dir(str(PAGE), "template.html.j2")
    return network


def _drawn(nodes: list[dict[str, Any]], edges: list[dict[str, Any]]) -> dict[str, object]:
    """What pyvis keeps, as rows: label, place amid events, place among names; from, to, role, whether only claimed."""
    roles = Table()
    return {
        "nodes": [[node["label"], node["x"], node["y"], *(each for place in node["alone"] for each in place)] for node in nodes],
        "edges": [[edge["from"], edge["to"], roles.number(edge["role"]), int("dashes" in edge)] for edge in edges],
        "roles": roles.rows,
    }


def _title(story: Story) -> str:
    events, articles = len(story.labels) - story.names, story.articles
    return f"{events} event{'' if events == 1 else 's'} from {articles} article{'' if articles == 1 else 's'}"


def _parts(story: Story) -> dict[str, object]:
    """What the template puts in: styles, scripts that run, scripts that the page keeps until it needs them, and what may run."""
    scripts = [_script(file) for file in (*(VENDOR / name for name in _LIBRARIES), *(PAGE / name for name in _SCRIPTS))]
    kept = [_script(VENDOR / name) for name in _LIBRARIES_OF_MANY] if len(story.labels) > _MANY else []
    return {
        "story": story.data,
        "world": (VENDOR / _WORLD).read_text(encoding="utf-8").strip(),
        "style": (PAGE / "style.css").read_text(encoding="utf-8"),
        "scripts": scripts,
        "kept": kept,
        "policy": " ".join(f"'sha256-{_digest(script)}'" for script in (*scripts, *kept)),
    }


def _script(file: Path) -> str:
    return _SOURCE_MAP.sub("", file.read_text(encoding="utf-8")).strip()


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
