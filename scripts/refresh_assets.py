"""npm packages in, the vendored files of the page and their manifest out; for maintainers, needs npm and the network.

Run `python scripts/refresh_assets.py`, look at the difference, run the browser tests, commit. Users and CI need no node.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

VENDOR = Path(__file__).parent.parent / "graph" / "export" / "page" / "vendor"


@dataclass(frozen=True, slots=True)
class Package:
    """An npm package; `files` maps what is kept to its name here."""

    name: str
    version: str
    files: dict[str, str]


PACKAGES = (
    Package(
        "vis-network",
        "10.1.5",
        {"standalone/umd/vis-network.min.js": "vis-network.min.js", "LICENSE-MIT": "vis-network.LICENSE"},
    ),
    Package("sigma", "3.0.3", {"dist/sigma.min.js": "sigma.min.js", "LICENSE.txt": "sigma.LICENSE"}),
    Package("graphology", "0.26.0", {"dist/graphology.umd.min.js": "graphology.umd.min.js", "LICENSE.txt": "graphology.LICENSE"}),
    Package("leaflet", "1.9.4", {"dist/leaflet.js": "leaflet.js", "LICENSE": "leaflet.LICENSE"}),
    Package(
        "topojson-client",
        "3.1.0",
        {"dist/topojson-client.min.js": "topojson-client.min.js", "LICENSE": "topojson-client.LICENSE"},
    ),
    Package("world-atlas", "2.0.2", {"countries-110m.json": "countries-110m.json", "LICENSE": "world-atlas.LICENSE"}),
)


def main() -> None:
    VENDOR.mkdir(parents=True, exist_ok=True)
    manifest = [entry for package in PACKAGES for entry in fetch(package)]
    (VENDOR / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


def fetch(package: Package) -> list[dict[str, str]]:
    """Takes the files out of the package as npm serves it."""
    with TemporaryDirectory() as folder:
        command = ["npm", "pack", f"{package.name}@{package.version}", "--silent"]
        archive = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout.strip()
        with tarfile.open(Path(folder) / archive) as packed:
            about = json.loads(content(packed, "package.json"))
            return [keep(package, about["license"], inner, name, content(packed, inner)) for inner, name in package.files.items()]


def content(packed: tarfile.TarFile, inner: str) -> bytes:
    member = packed.extractfile(f"package/{inner}")
    if member is None:
        raise SystemExit(f"{inner} is not in the package")
    return member.read()


def keep(package: Package, licence: str, inner: str, name: str, data: bytes) -> dict[str, str]:
    (VENDOR / name).write_bytes(data)
    return {
        "file": name,
        "package": package.name,
        "version": package.version,
        "licence": licence,
        "from": inner,
        "sha256": hashlib.sha256(data).hexdigest(),
    }


if __name__ == "__main__":
    main()
