"""Makes the map outlines from npm's `world-atlas` (Natural Earth, public domain).

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python -m tools.build_outlines package

Same package, same bytes: arcs keep their order, nothing depends on a clock. What is left out: properties no map
prints. What is changed: names that Natural Earth cuts short are written as a map prints them.
"""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path
from typing import Any

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


def write(package: Path) -> None:
    """Writes one file a scale into the outlines folder."""
    for scale in SCALES:
        topology = json.loads((package / f"countries-{scale}.json").read_text(encoding="utf-8"))
        text = json.dumps(compact(topology), ensure_ascii=False, separators=(",", ":"))
        packed = gzip.compress(text.encode("utf-8"), 9, mtime=0)
        (OUTLINES / f"world-{scale}.json.gz").write_bytes(packed)
        print(f"world-{scale}.json.gz: {len(packed):,} bytes")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
