"""The wheel holds the package and its data, and does the main job in an environment of its own, outside the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = [pytest.mark.wheel, pytest.mark.model]
ROOT = Path(__file__).parent.parent
WHERE = (
    "import graph, graph.ontology, graph.workers, graph.settings as s; print(graph.__file__); print(graph.ontology.load().folder)"
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", folder, ROOT], check=True)
    (found,) = folder.glob("newsgraph-*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """The bin folder of a fresh environment with the wheel; its dependencies are those of the running one."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    python = folder / "bin" / "python"
    place = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], capture_output=True, text=True, check=True
    ).stdout.strip()
    Path(place, "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "pip", "-q", "--python", python, "install", "--no-deps", "--no-index", wheel], check=True
    )
    return folder / "bin"


def run(command, *arguments, cwd):
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run([command, *map(str, arguments)], cwd=cwd, env=environment, capture_output=True, text=True, check=False)


def test_the_top_level_holds_the_package_alone(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert {"graph"} == {name.partition("/")[0] for name in names if ".dist-info/" not in name}


def test_data_types_and_licences_are_inside(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {"graph/py.typed", "graph/data/seeds/entities.ttl", "graph/data/seeds/gazetteer.sqlite"} <= names
    shipped = {path.relative_to(ROOT / "ontology") for path in (ROOT / "ontology").rglob("*") if path.is_file()}
    assert {f"graph/data/ontology/{path.as_posix()}" for path in shipped} <= names
    assert {"LICENSE", "NOTICE"} <= {Path(name).name for name in names}


def test_the_main_job_runs_outside_the_checkout(installed, articles, tmp_path):
    told = run(installed / "python", "-c", WHERE, cwd=tmp_path).stdout.splitlines()
    assert all(str(installed.parent) in line for line in told)
    assert "graph/data/ontology" in told[1]
    done = run(installed / "newsgraph", "build", articles, "-o", "out", "--cache", "cache", "-q", cwd=tmp_path)
    assert (0, "") == (done.returncode, done.stderr)
    asked = run(installed / "newsgraph", "query", "who-did-what", "--json", cwd=tmp_path)
    assert "Airstrike" in asked.stdout
    assert 0 == run(installed / "newsgraph", "validate", cwd=tmp_path).returncode
