"""The example of docs/correcting.md is what the program says of it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

from onrecord.dossier import corrections, load_dossier
from onrecord.dossier.writing.dump import dump_found
from onrecord.model import Corrected, CorrectionKind, Found, Taken

PAGE = (Path(__file__).parent.parent / "docs" / "correcting.md").read_text(encoding="utf-8")
FOUND, EDITED, REJECTED, NAMED = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
BRIEFING = "title: Port\nsources:\n  - id: wire\n"
ACTORS = "actors:\n  - id: police\n    name: the police\n    kind: government\n"


def written(folder: Path, events: str, more: str = "") -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in (("briefing", BRIEFING + more), ("actors", ACTORS), ("events", events)):
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def table(head: str) -> list[list[str]]:
    """The rows of the table that begins with this head."""
    rows = PAGE.partition(f"{head}\n")[2].partition("\n")[2].partition("\n\n")[0].splitlines()
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def test_the_example_is_told_as_the_page_shows(tmp_path: Path) -> None:
    """Both versions load without a problem, and their difference is the table."""
    before, problems = load_dossier(written(tmp_path / "port", FOUND), tmp_path)
    assert before is not None, problems
    found = Found(article=Taken(sha256="0" * 64, words=9), extractor="x", files=before.files)
    folder = written(tmp_path / "port", EDITED, REJECTED)
    (folder / "found.yaml").write_text(dump_found(found), encoding="utf-8")
    after, problems = load_dossier(folder, tmp_path)
    assert after is not None, problems
    told = {(c.kind, c.record, c.field or "", c.was or "", c.now or "", c.why or "") for c in corrections(after)}
    assert told == {tuple(row) for row in table("| kind | record | key | was | now | why |")}


def test_every_kind_is_explained_and_those_one_can_write_are_marked() -> None:
    """The second table lists all kinds; code marks those that `kind` allows."""
    kinds = [row[0] for row in table("| kind | when | shown |")]
    assert {kind.strip("`") for kind in kinds} == set(get_args(CorrectionKind))
    allowed = get_args(get_args(Corrected.model_fields["kind"].annotation)[0])
    assert {kind.strip("`") for kind in kinds if kind.startswith("`")} == set(allowed)


def test_a_kind_can_be_named(tmp_path: Path) -> None:
    """The line of the page is one that a record may have."""
    events = FOUND.replace("    certainty: attributed\n", f"    certainty: attributed\n    {NAMED}", 1)
    dossier, problems = load_dossier(written(tmp_path / "port", events), tmp_path)
    assert dossier is not None, problems
    assert dossier.facts["ships-held"].corrected == Corrected(
        kind="clarification", why="Readers took it for the old port."
    )
