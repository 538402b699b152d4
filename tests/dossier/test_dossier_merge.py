"""A second extraction takes what nobody touched, and tells where it would meet a person's work."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from onrecord.dossier import Merged, load_dossier, merge, write_files
from onrecord.model import (
    Actor,
    ActorsFile,
    At,
    Briefing,
    Fact,
    FactsFile,
    Files,
    Found,
    FoundSentence,
    Publication,
    Refusal,
    Taken,
)

BRIEFING = Briefing(title="Port closed", sources=(Publication(id="wire", rights="own"),))
CLOSED = Fact(id="closed", text="The port closed.", source="police", certainty="attributed")
OLDER = CLOSED.model_copy(update={"id": "older", "text": "It closed before."})
POLICE = Actor(id="police", name="the police", kind="government")


def found(*facts: Fact, background: tuple[Fact, ...] = (OLDER,), **more: Any) -> Found:
    files = Files(
        briefing=BRIEFING,
        actors=ActorsFile(actors=(POLICE,)),
        events=FactsFile(facts=facts or (CLOSED,)),
        background=FactsFile(facts=background),
    )
    return Found(article=Taken(sha256="0" * 64, words=9), extractor="x 1", files=files, **more)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A dossier as the first extraction wrote it."""
    folder = tmp_path / "content" / "port"
    write_files(folder, merge(folder, tmp_path, found()).files)
    return folder


def again(folder: Path, new: Found) -> Merged:
    return merge(folder, folder.parent.parent, new)


def edit(folder: Path, file: str, was: str, now: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert was in text
    path.write_text(text.replace(was, now), encoding="utf-8")


def refused(folder: Path, new: Found) -> str:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(Refusal) as refusal:
        again(folder, new)
    assert before == {path.name: path.read_bytes() for path in folder.iterdir()}
    return str(refusal.value)


CHANGED = CLOSED.model_copy(update={"text": "The port closed at noon."})


def test_a_new_dossier_is_written_whole(folder: Path) -> None:
    """Every file with something in it is written, and it loads."""
    names = sorted(path.name for path in folder.iterdir())
    assert names == ["actors.yaml", "background.yaml", "briefing.yaml", "events.yaml", "found.yaml"]
    dossier, problems = load_dossier(folder, folder.parent.parent)
    assert not problems
    assert dossier is not None
    assert dossier.found == found()


def test_the_same_extraction_changes_nothing(folder: Path) -> None:
    """Nothing new was found: not a byte is written."""
    assert not again(folder, found()).changes


def test_the_same_extraction_changes_nothing_beside_edits(folder: Path) -> None:
    """A person's edits are no reason to write."""
    edit(folder, "events.yaml", "The port closed.", "The port was closed.")
    assert not again(folder, found()).changes


def test_a_newer_program_that_finds_the_same_changes_nothing(folder: Path) -> None:
    """The version of the extractor is not worth a write."""
    assert not again(folder, found().model_copy(update={"extractor": "x 2"})).changes


def test_files_nobody_touched_are_replaced(folder: Path) -> None:
    """Only the file that changes and found.yaml are written."""
    merged = again(folder, found(CHANGED))
    assert list(merged.files) == ["events.yaml", "found.yaml"]
    assert "at noon" in str(merged.files["events.yaml"])


def test_edits_in_another_file_do_not_stand_in_the_way(folder: Path) -> None:
    """Files are taken one by one."""
    edit(folder, "background.yaml", "It closed before.", "It was closed before.")
    assert list(again(folder, found(CHANGED)).files) == ["events.yaml", "found.yaml"]


def test_findings_alone_are_taken(folder: Path) -> None:
    """New findings that change no file are kept in found.yaml."""
    edit(folder, "events.yaml", "The port closed.", "The port was closed.")
    sentences = (FoundSentence(id="P1S1", start=0, end=9),)
    assert list(again(folder, found(sentences=sentences)).files) == ["found.yaml"]


def test_a_field_changed_by_both_stays_the_persons_and_is_told(folder: Path) -> None:
    """The message says where, all three values, and how to settle it."""
    edit(folder, "events.yaml", "The port closed.", "The port was closed.")
    merged = again(folder, found(CHANGED))
    assert list(merged.files) == ["found.yaml"]
    assert merged.lines == (
        "content/port/events.yaml:5:5: you and the new extraction differ on 'text' of 'closed'; yours stands",
        "  before:    The port closed.",
        "  yours:     The port was closed.",
        "  now found: The port closed at noon.",
        "  to settle it, write the value now found, or add 'kept: [text]' to the record",
    )


def test_a_new_record_joins_a_touched_file(folder: Path) -> None:
    """Only its own lines are added; the person's edit, a remark and every other byte stay."""
    edit(folder, "events.yaml", "The port closed.", "The port was closed.  # ask Ana")
    before = (folder / "events.yaml").read_bytes()
    new = CLOSED.model_copy(update={"id": "opened", "text": "It opened."})
    after = again(folder, found(CLOSED, new)).files["events.yaml"]
    assert after is not None
    assert after.startswith(before)
    assert after[len(before) :] == (
        b"\n  - id: opened\n    text: It opened.\n    source: police\n    certainty: attributed\n"
    )


def test_a_record_with_a_remark_is_not_taken_away(folder: Path) -> None:
    """A remark would go with it: the record stays, and the editor is told."""
    edit(folder, "events.yaml", "  - id: closed", "  # ask Ana\n  - id: closed")
    new = CLOSED.model_copy(update={"id": "opened", "text": "It opened."})
    merged = again(folder, found(new))
    assert b"# ask Ana\n  - id: closed" in (merged.files["events.yaml"] or b"")
    assert merged.lines[0].endswith(
        "'closed' is no longer found; it stays, because you wrote or vouched for it, or need it"
    )


def test_what_person_and_program_agree_on_is_no_clash(folder: Path) -> None:
    """The program found what the person had written already."""
    edit(folder, "events.yaml", "The port closed.", "The port closed at noon.")
    assert list(again(folder, found(CHANGED)).files) == ["found.yaml"]


def test_another_dress_of_the_same_records_is_not_touched(folder: Path) -> None:
    """Line ends and blank lines that a checkout changes are no edit."""
    path = folder / "events.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert list(again(folder, found(CHANGED)).files) == ["events.yaml", "found.yaml"]


def test_a_deleted_file_stays_deleted(folder: Path) -> None:
    """A person who removed a page does not get it back."""
    (folder / "background.yaml").unlink()
    newer = OLDER.model_copy(update={"text": "It closed in May."})
    assert "background.yaml" not in again(folder, found(background=(OLDER,), sentences=())).files
    assert list(again(folder, found(CHANGED)).files) == ["events.yaml", "found.yaml"]
    assert "background.yaml" not in again(folder, found(background=(newer,))).files


def test_a_rejected_record_stays_rejected(folder: Path) -> None:
    """The program may find a removed record anew: it is not asked again."""
    path = folder / "events.yaml"
    path.write_text("facts: []\n")
    assert list(again(folder, found(CHANGED)).files) == ["found.yaml"]


def test_a_file_with_nothing_left_is_removed(folder: Path) -> None:
    """Untouched, and empty in the new extraction."""
    merged = again(folder, found(background=()))
    assert merged.files["background.yaml"] is None
    write_files(folder, merged.files)
    assert not (folder / "background.yaml").exists()


def test_a_broken_dossier_is_refused_with_its_problems(folder: Path) -> None:
    """What cannot be read cannot be compared."""
    edit(folder, "events.yaml", "certainty:", "certanty:")
    assert "unknown key 'certanty'" in refused(folder, found(CHANGED))


def test_a_dossier_by_hand_is_refused(folder: Path) -> None:
    """Without found.yaml everything is the person's."""
    (folder / "found.yaml").unlink()
    assert "nothing to compare the new extraction with" in refused(folder, found())


def test_a_new_record_does_not_take_a_persons_id(folder: Path) -> None:
    """Ids are given once, whoever gives them."""
    path = folder / "background.yaml"
    path.write_text(path.read_text() + "\n  - {id: opened, text: t, source: police, certainty: attributed}\n")
    at = At(sentence="P2S1", start=20, end=30, hash="0" * 8)
    new = CLOSED.model_copy(update={"id": "opened", "text": "It opened.", "at": at})
    merged = again(folder, found(CLOSED, new))
    assert b"- id: opened-2\n" in (merged.files["events.yaml"] or b"")


def test_nothing_is_left_behind_when_writing_fails(tmp_path: Path) -> None:
    """A text that cannot be written leaves the old files and no new ones."""
    write_files(tmp_path, {"a.yaml": "old\n"})
    with pytest.raises(UnicodeEncodeError):
        write_files(tmp_path, {"a.yaml": "new\n", "b.yaml": "\ud800"})
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"a.yaml": "old\n"}


def test_written_files_keep_their_mode(tmp_path: Path) -> None:
    """A file that a group may write stays so."""
    (tmp_path / "a.yaml").touch()
    (tmp_path / "a.yaml").chmod(0o664)
    write_files(tmp_path, {"a.yaml": "new\n"})
    assert (tmp_path / "a.yaml").stat().st_mode & 0o777 == 0o664
