"""The merge through files: remarks, quoting and every untouched line of a person survive any extraction."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest

from onrecord.dossier import load_dossier, merge, rewrite, write_files
from onrecord.dossier.load import FILE_NAMES

from .editors import Editor
from .worlds import World


@pytest.mark.parametrize("first", range(0, 100, 20))
def test_remarks_stay_and_a_second_merge_writes_nothing(first: int, tmp_path: Path) -> None:
    """Two rounds of edits in files with remarks everywhere, then an extraction that thinks otherwise."""
    for seed in range(first, first + 20):
        random = Random(seed)
        world, folder = World(random), tmp_path / f"{seed}"
        write_files(folder, merge(folder, tmp_path, world.extract()).files)
        editor = Editor(random)
        for turn in range(2):
            _edit(folder, tmp_path, editor)
            remarks = _remark(folder, random, turn)
            world.turn()
            found = world.extract()
            write_files(folder, merge(folder, tmp_path, found).files)
            text = "\n".join(path.read_text(encoding="utf-8") for path in folder.glob("*.yaml"))
            assert [remark for remark in remarks if remark not in text] == [], seed
            dossier, problems = load_dossier(folder, tmp_path)
            assert dossier is not None, problems
            assert editor.lost(dossier.files) == [], seed
            assert not merge(folder, tmp_path, found).changes, seed


def _edit(folder: Path, root: Path, editor: Editor) -> None:
    dossier, problems = load_dossier(folder, root)
    assert dossier is not None, problems
    files = editor.edited(dossier.files)
    texts: dict[str, bytes] = {}
    for name in FILE_NAMES:
        path, value = folder / f"{name}.yaml", getattr(files, name)
        if value != getattr(dossier.files, name):
            texts[path.name] = rewrite(name, path.read_bytes() if path.exists() else b"", value, drop_remarks=True)
    write_files(folder, texts)


def _remark(folder: Path, random: Random, turn: int) -> list[str]:
    """Remarks behind values and between lines, in the person's way of writing."""
    remarks = []
    for path in sorted(folder.glob("*.yaml")):
        if path.name == "found.yaml":
            continue
        lines = path.read_text(encoding="utf-8").split("\n")
        for number, line in enumerate(lines):
            if random.random() < 0.1 and re.search(r"(text|source|certainty): [\w ]+\.?$", line):
                remarks.append(f"# ask {turn} {number} {path.stem}")
                lines[number] = f"{line}  {remarks[-1]}"
        path.write_bytes("\n".join(lines).encode())
    return remarks
