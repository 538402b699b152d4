"""A file is read again only when it has changed, and that changes nothing about what is read."""

from __future__ import annotations

from pathlib import Path

from onrecord.dossier import load_dossier
from onrecord.dossier.reading import page

BRIEFING = "title: A port\nsources: [{id: wire, rights: own, published: 2026-11-16}]\n"
EVENTS = """facts:
  - {id: closed, text: The port closed., source: article, certainty: asserted}
  - {id: open, text: The road is open., source: article, certainty: asserted}
"""


def _folder(root: Path, slug: str = "port") -> Path:
    folder = root / "content" / slug
    folder.mkdir(parents=True)
    (folder / "briefing.yaml").write_text(BRIEFING)
    (folder / "events.yaml").write_text(EVENTS)
    return folder


def _reads(folder: Path, root: Path) -> int:
    """How many files a loading reads anew."""
    before = page._sound.cache_info().misses
    load_dossier(folder, root)
    return page._sound.cache_info().misses - before


def test_only_the_changed_file_is_read_again(tmp_path: Path) -> None:
    """A correction in one file leaves the other files of the dossier as they were read before."""
    folder = _folder(tmp_path)
    page._sound.cache_clear()
    assert _reads(folder, tmp_path) == 2
    assert _reads(folder, tmp_path) == 0
    (folder / "events.yaml").write_text(EVENTS.replace("closed.", "reopened."))
    assert _reads(folder, tmp_path) == 1


def test_a_dossier_is_the_same_however_often_it_is_read(tmp_path: Path) -> None:
    """Records, places and lines after an edit are those of a first reading."""
    folder = _folder(tmp_path)
    load_dossier(folder, tmp_path)
    (folder / "events.yaml").write_text("# A remark.\n" + EVENTS.replace("closed.", "reopened."))
    again, _ = load_dossier(folder, tmp_path)
    page._sound.cache_clear()
    first, _ = load_dossier(folder, tmp_path)
    assert again == first
    assert again is not None
    assert again.positions["events/closed"].line == 3


def test_problems_are_told_each_time_and_go_with_the_mend(tmp_path: Path) -> None:
    """A broken file that is read twice has its problem once a time; mended, it has none."""
    folder = _folder(tmp_path)
    (folder / "events.yaml").write_text(EVENTS.replace("certainty", "certanty"))
    assert [load_dossier(folder, tmp_path)[1] for _ in range(2)] == [load_dossier(folder, tmp_path)[1]] * 2
    assert len(load_dossier(folder, tmp_path)[1]) == 2
    (folder / "events.yaml").write_text(EVENTS)
    assert load_dossier(folder, tmp_path)[1] == ()


def test_equal_files_of_two_dossiers_stand_in_their_own_folders(tmp_path: Path) -> None:
    """The same bytes in another folder have that folder's path in messages and edit links."""
    for slug in ("port", "road"):
        dossier, _ = load_dossier(_folder(tmp_path, slug), tmp_path)
        assert dossier is not None
        assert dossier.positions["events/open"].file == f"content/{slug}/events.yaml"
