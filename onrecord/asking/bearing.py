"""What of the overview rests on a fact."""

from __future__ import annotations

from typing import Any

from onrecord.model import Dossier


def lines_on(identifier: str, dossier: Dossier) -> list[dict[str, Any]]:
    """Lines of the overview and slots of the grids that rest on a fact."""
    briefing, bears = dossier.briefing, []
    for name, one in (("summary", "summary"), ("takeaways", "takeaway"), ("disputes", "dispute"), ("gaps", "gap")):
        for number, line in enumerate(getattr(briefing, name)):
            if identifier in line.facts:
                said = getattr(line, "text", None) or line.question
                bears.append(_bearing(f"{one} {number + 1}", said, f"briefing/{name}/{number}", dossier))
    for number, figure in enumerate(briefing.figures):
        if figure.fact == identifier:
            bears.append(_bearing(f"figure {number + 1}", figure.label, f"briefing/figures/{number}", dossier))
    for path, grid in (("briefing/grid", briefing.grid), ("military/salute", dossier.files.military.salute)):
        for slot in type(grid).model_fields:
            if identifier in getattr(grid, slot):
                bears.append(_bearing("grid", slot, f"{path}/{slot}", dossier))
    return bears


def _bearing(what: str, said: str, path: str, dossier: Dossier) -> dict[str, Any]:
    place = dossier.positions.get(path)
    return {"what": what, "says": said, "lives": f"{place.file}:{place.line}" if place else ""}
