"""Files are written whole or not at all: by a run that is killed, on a disk that is full, beside another run."""

from __future__ import annotations

import errno
import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onrecord.dossier import alone, load_dossier, write_files
from onrecord.dossier.writing.journal import JOURNAL, recover
from onrecord.model import Refusal

OLD: dict[str, bytes | None] = {"a.yaml": b"old a\n", "b.yaml": b"old b\n" * 500, "c.yaml": None, "d.yaml": b"old d\n"}
NEW: dict[str, bytes | None] = {"a.yaml": b"new a\n", "b.yaml": b"new b\n" * 900, "c.yaml": b"new c\n", "d.yaml": None}
LATE = b"saved by a person\n"


def laid(folder: Path, files: dict[str, bytes | None] = OLD) -> Path:
    """A folder that holds the files and nothing else."""
    folder.mkdir(exist_ok=True)
    for path in folder.iterdir():
        path.unlink()
    for name, data in files.items():
        if data is not None:
            (folder / name).write_bytes(data)
    return folder


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def whole(files: dict[str, bytes | None]) -> dict[str, bytes]:
    return {name: data for name, data in files.items() if data is not None}


def killed_at(number: int, folder: Path) -> bool:
    """Write NEW in a child that dies before its `number`th call of the system that changes anything; whether it did."""
    child = os.fork()
    if not child:
        _die_at(number)
        write_files(folder, NEW)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0


def _die_at(number: int) -> None:
    left = [number]

    def dying(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:
            if not left[0]:
                os._exit(9)
            left[0] -= 1
            return real(*args, **options)

        return call

    for name in ("replace", "unlink", "fsync", "chmod", "open", "mkdir"):
        setattr(os, name, dying(getattr(os, name)))


def test_a_run_killed_at_any_step_leaves_files_that_agree_after_the_next(tmp_path: Path) -> None:
    """Before each single call of the system: no file is half written, and the next run makes all old or all new."""
    steps, outcomes = 0, set()
    while killed_at(steps, laid(tmp_path)):
        for name in OLD:
            assert held(tmp_path).get(name) in (OLD[name], NEW[name])
        recover(tmp_path)
        assert held(tmp_path) in (whole(OLD), whole(NEW))
        outcomes.add(held(tmp_path) == whole(NEW))
        steps += 1
    assert steps > 15
    assert outcomes == {False, True}


def test_two_hundred_kills_at_random_moments(tmp_path: Path) -> None:
    """A run that writes without pause is killed 200 times: each file is the old or the new one, then all agree."""
    chance = random.Random(6)
    for _ in range(200):
        child = os.fork()
        if not child:
            while True:
                write_files(tmp_path, NEW)
                write_files(tmp_path, OLD)
        time.sleep(chance.uniform(0, 0.02))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        for name in OLD:
            assert held(tmp_path).get(name) in (OLD[name], NEW[name], None)
        recover(tmp_path)
        assert held(tmp_path) in ({}, whole(OLD), whole(NEW))


@pytest.mark.parametrize("name", ["a.yaml", "c.yaml", "d.yaml"])
def test_what_a_person_saves_after_a_killed_run_stays(tmp_path: Path, name: str) -> None:
    """The next run never overwrites it; the other files are all old or all new."""
    steps = 0
    while killed_at(steps, laid(tmp_path)):
        (tmp_path / name).write_bytes(LATE)
        recover(tmp_path)
        assert held(tmp_path) in (whole({**OLD, name: LATE}), whole({**NEW, name: LATE}))
        steps += 1


def test_loading_a_dossier_completes_what_a_killed_run_began(tmp_path: Path) -> None:
    """Nobody reads files of which one is old and one is new."""
    sound = {"briefing.yaml": b"title: A\nsources: [{id: wire, rights: own}]\n", "events.yaml": b"facts: []\n"}
    write_files(tmp_path, sound)
    child = os.fork()
    if not child:
        real = os.replace
        done: list[object] = []

        def replace(*args: Any) -> None:
            done.append(args)
            os._exit(9) if len(done) == 3 else real(*args)

        os.replace = replace  # type: ignore[assignment]
        write_files(tmp_path, {"briefing.yaml": sound["briefing.yaml"].replace(b"A", b"B"), "events.yaml": b"facts:\n"})
    os.waitpid(child, 0)
    assert (tmp_path / JOURNAL).exists()
    dossier, problems = load_dossier(tmp_path, tmp_path)
    assert (dossier and dossier.briefing.title, problems) == ("B", ())
    assert sorted(held(tmp_path)) == ["briefing.yaml", "events.yaml"]


def test_a_journal_that_cannot_be_followed_is_told_by_loading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not to be read, or a folder that cannot be written: the dossier is not used, and the message says what to do."""
    write_files(tmp_path, {"briefing.yaml": "title: A\nsources: [{id: wire}]\n"})
    (tmp_path / JOURNAL).write_bytes(b"[{")
    assert [problem.explain() for problem in load_dossier(tmp_path, tmp_path)[1]] == [
        ".pending: not as the program wrote it\n  restore the YAML files from git, then remove it"
    ]
    (tmp_path / JOURNAL).write_bytes(b"[]")
    monkeypatch.setattr(os, "unlink", lambda *_: _fail(errno.EROFS))
    assert [problem.explain() for problem in load_dossier(tmp_path, tmp_path)[1]] == [
        ".pending: a killed run left its changes half written, and they cannot be completed: "
        "the disk can only be read\n"
        "  let this folder be written, and run this again"
    ]


def _fail(number: int) -> None:
    raise OSError(number, os.strerror(number))


def test_a_full_disk_changes_nothing(tmp_path: Path) -> None:
    """The limit is met while the second file is got ready: no file is changed, none is left lying, no traceback."""
    folder = laid(tmp_path / "x")
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, limit[1]))
    try:
        with pytest.raises(Refusal) as refusal:
            write_files(folder, NEW, root=tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    said = "x/b.yaml: cannot be written: it would be larger than this system lets a file be; nothing was changed"
    assert str(refusal.value) == said
    assert held(folder) == whole(OLD)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "the disk can only be read"),
        (errno.EACCES, "you have no right to it"),
        (errno.EMLINK, "too many links"),
    ],
)
@pytest.mark.parametrize("name", ["fsync", "replace"])
def test_whatever_the_disk_refuses_nothing_is_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, number: int, words: str
) -> None:
    """Wherever in the write it happens: the files are the old ones, and the message says why in words."""
    real, left = getattr(os, name), [0]

    def failing(*args: Any) -> Any:
        left[0] -= 1
        if left[0] == 0:
            _fail(number)
        return real(*args)

    monkeypatch.setattr(os, name, failing)
    for turn in range(1, 5):
        left[0], folder = turn, laid(tmp_path / "x")
        with pytest.raises(Refusal, match=f"cannot be written: {words}; nothing was changed"):
            write_files(folder, NEW, root=tmp_path)
        assert held(folder) == whole(OLD)


def test_a_disk_that_fails_for_good_is_told_and_mended_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where not even the old files can be put back, the journal stays and the next run completes what was begun."""
    folder, real, left = laid(tmp_path / "x"), os.replace, [2]

    def failing(*args: Any) -> None:
        if not left[0]:
            _fail(errno.EIO)
        left[0] -= 1
        real(*args)

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", failing)
        with pytest.raises(Refusal) as refusal:
            write_files(folder, NEW, root=tmp_path)
    said = "x/b.yaml: cannot be written: the disk fails; what was begun is completed by the next run"
    assert str(refusal.value) == said
    recover(folder)
    assert held(folder) == whole(NEW)


def test_a_file_saved_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    """A person saved between our read and our write: refused, and every file stays."""
    folder = laid(tmp_path / "x")
    (folder / "b.yaml").write_bytes(LATE)
    with pytest.raises(Refusal) as refusal:
        write_files(folder, {"a.yaml": "new\n"}, seen={"b.yaml": OLD["b.yaml"]}, root=tmp_path)
    assert str(refusal.value) == (
        "x/b.yaml: the file was saved by somebody else meanwhile\n"
        "  nothing was changed; run this again, and it starts from what stands there now"
    )
    assert held(folder) == whole({**OLD, "b.yaml": LATE})


def test_a_file_that_may_only_be_read_is_not_replaced(tmp_path: Path) -> None:
    """Whoever took the right to write meant it, also where the system would let the file be replaced."""
    folder = laid(tmp_path / "x")
    (folder / "b.yaml").chmod(0o444)
    with pytest.raises(Refusal, match=r"^x/b.yaml: cannot be written: you have no right to it; nothing was changed$"):
        write_files(folder, NEW, root=tmp_path)
    assert held(folder) == whole(OLD)


def test_equal_bytes_are_not_written(tmp_path: Path) -> None:
    """A file that holds the bytes already keeps its place on the disk and its time."""
    folder = laid(tmp_path / "x")
    before = {path.name: path.stat() for path in folder.iterdir()}
    write_files(folder, OLD)
    assert {path.name: path.stat() for path in folder.iterdir()} == before


def test_links_stay_links_and_rights_stay(tmp_path: Path) -> None:
    """The file behind a symbolic link is replaced, the link is not, and a file keeps its mode."""
    folder, elsewhere = laid(tmp_path / "x"), laid(tmp_path / "y", {"real.yaml": b"old\n"})
    (elsewhere / "real.yaml").chmod(0o640)
    (folder / "a.yaml").unlink()
    (folder / "a.yaml").symlink_to("../y/real.yaml")
    write_files(folder, NEW)
    assert (folder / "a.yaml").is_symlink()
    assert (elsewhere / "real.yaml").read_bytes() == NEW["a.yaml"]
    assert (elsewhere / "real.yaml").stat().st_mode & 0o777 == 0o640
    assert list(elsewhere.iterdir()) == [elsewhere / "real.yaml"]


@pytest.mark.skipif(os.getuid() != 0, reason="only root can give a file away")
def test_a_file_keeps_its_owner(tmp_path: Path) -> None:
    """What a run of root's has written can still be edited by the person whose file it is."""
    folder = laid(tmp_path / "x")
    os.chown(folder / "a.yaml", 1234, 1235)
    write_files(folder, NEW)
    rights = (folder / "a.yaml").stat()
    assert (rights.st_uid, rights.st_gid) == (1234, 1235)


def test_a_lock_that_cannot_be_laid_is_told(tmp_path: Path) -> None:
    """A file where the folder belongs: a message, no traceback."""
    (tmp_path / "build").write_text("")
    with pytest.raises(Refusal) as refusal, alone(tmp_path / "build" / ".lock", "build", name="build/.lock"):
        pass
    said = "build/.lock: cannot be written: a file stands where a folder belongs; nothing was changed"
    assert str(refusal.value) == said


def test_a_second_run_is_told_who_is_at_work(tmp_path: Path) -> None:
    """Which process, what it does, since when, and what to do; afterwards the lock is free, also from a killed one."""
    lock = tmp_path / "build" / ".lock"
    code = f"""import sys, time, pathlib
from onrecord.dossier import alone
with alone(pathlib.Path({str(lock)!r}), "extract"):
    print("held", flush=True)
    time.sleep(60)"""
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        assert other.stdout.readline() == "held\n"
        with pytest.raises(Refusal) as refusal, alone(lock, "build", name="build/.lock", patience=0.05):
            pass
        other.kill()
    said, mend = str(refusal.value).split("\n")
    assert said.startswith(f"build/.lock: another run is at work here: process {other.pid}, 'extract', since 20")
    assert mend == "  wait until it is done, or end it, and run this again; nothing was changed"
    with alone(lock, "build", patience=0):
        assert lock.read_text().startswith(str(os.getpid()))
    assert lock.read_text() == ""


def test_two_runs_that_write_at_once_do_not_mix(tmp_path: Path) -> None:
    """Readers between two writers see all old or all new files, once the journal is heeded."""
    child = os.fork()
    if not child:
        while True:
            write_files(tmp_path, OLD)
    try:
        for _ in range(40):
            write_files(tmp_path, NEW)
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    recover(tmp_path)
    assert held(tmp_path) in (whole(OLD), whole(NEW))
