"""Each row of tests/cases/consistency-*.yaml: what the checks make of a text, and what they leave alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from onrecord.article import article_of_text
from onrecord.dossier import consistency
from onrecord.model import Briefing, Dossier, Files, Publication

CASES = Path(__file__).parents[1] / "cases"
ROWS = [
    pytest.param(row, id=f"{path.stem}: {row['say']}")
    for path in sorted(CASES.glob("consistency-*.yaml"))
    for row in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
]


@pytest.mark.parametrize("row", ROWS)
def test_the_checks_find_what_the_row_says(row: dict[str, Any]) -> None:
    """Every kind of check that the text gives, with its result; `nothing` = no check at all."""
    article = article_of_text(row["text"], name="case.txt", published=row.get("published"))
    source = Publication(id="case", published=article.published, rights="own")
    found = consistency(
        Dossier("case", Files(briefing=Briefing(title=row.get("title", "Case"), sources=(source,)))), article
    )
    expected = {} if row["find"] == "nothing" else row["find"]
    assert {check.kind: check.result for check in found} == expected, [check.derivation for check in found]


@pytest.mark.parametrize("path", sorted(CASES.glob("consistency-*.yaml")), ids=lambda path: path.stem)
def test_each_file_of_cases_has_what_fits_what_does_not_and_what_is_left_alone(path: Path) -> None:
    """No check is tested by its finds alone."""
    rows = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    results = {result for row in rows if row["find"] != "nothing" for result in row["find"].values()}
    assert len(rows) >= 8
    assert {"fits", "does not fit"} <= results
    assert any(row["find"] == "nothing" for row in rows)
