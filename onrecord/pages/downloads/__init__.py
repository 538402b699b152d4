"""What the pages show, as files for machines: JSON, CSV, GeoJSON, JSON-LD, Atom. Every fact carries its source.

The package and the sums tell what the files are and whether a copy is whole.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import Consistency, Correction, Dossier

from .cells import as_csv
from .changes import corrections_json, rows
from .fact_feed import facts_feed
from .feed import corrections_feed
from .linked import linked_data
from .mapped import places_geojson
from .package import PACKAGE, SUMS, data_package, sums
from .registers import corrections_sheet, register_sheets
from .shape import briefing_schema
from .sheets import fact_sheets
from .tables import briefing_json

__all__ = ["downloads"]


def downloads(
    dossier: Dossier, corrections: Sequence[Correction], checks: Sequence[Consistency] = ()
) -> dict[str, str]:
    """Every download by its path below the briefing's folder. The same dossier gives the same bytes."""
    every = rows(dossier, corrections)
    sheets = [*fact_sheets(dossier, corrections), *register_sheets(dossier)]
    sheets += [corrections_sheet(every)] if every else []
    files = {"data/briefing.json": briefing_json(dossier, checks, corrections)}
    files |= {sheet.path: as_csv(sheet) for sheet in sheets}
    files |= {
        "data/places.geojson": places_geojson(dossier, corrections),
        "data/briefing.jsonld": linked_data(dossier, corrections),
        "data/facts.atom": facts_feed(dossier),
    }
    if every:
        files["data/corrections.atom"] = corrections_feed(dossier, every)
        files["data/corrections.json"] = corrections_json(dossier, every)
    files["data/briefing.schema.json"] = briefing_schema()
    files[PACKAGE] = data_package(dossier, sheets, files)
    return {**files, SUMS: sums(files)}
