"""From a saved correction to the new page served, beside MkDocs on the same pages; and a build with nothing to do.

    python -m bench.edit_loop [--others 1000] [--rounds 7]

One briefing of content/ is edited again and again in a copy of the project, with small ones beside it. Ours:
`python build.py serve`, from the save of the file until a GET of the page shows the new words. `mkdocs serve` on
the very Markdown pages that ours made, from the moment the page's Markdown is saved until a GET shows the new words;
`mkdocs build` of the same pages, and `python build.py` with nothing changed, as whole processes. Medians, in one run on
one machine: read the ratios, not the milliseconds.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
SLUG, PAGE = "savinja-flood", "timeline.html"
PATIENCE = 120.0


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--others", type=int, default=1000, help="briefings beside the edited one in the second run")
    parser.add_argument("--rounds", type=int, default=7, help="edits that are measured")
    options = parser.parse_args()
    rows: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        root = _project(Path(folder), others=1)
        _run(root, [sys.executable, "build.py"])
        rows["ours: save to page, 2 briefings"] = _ours(root, options.rounds)
        rows["mkdocs serve: save to page, one briefing"] = _mkdocs(root, options.rounds)
        rows["mkdocs build, one briefing"] = _timed(lambda: _run(root, _mkdocs_build(root)), options.rounds)
        _run(root, [sys.executable, "build.py"])
        idle = lambda: _run(root, [sys.executable, "build.py"])  # noqa: E731
        rows["ours: build with nothing to do, 2 briefings"] = _timed(idle, options.rounds)
    with tempfile.TemporaryDirectory() as folder:
        root = _project(Path(folder), others=options.others)
        _run(root, [sys.executable, "build.py"])
        rows[f"ours: save to page, {options.others + 1:,} briefings"] = _ours(root, options.rounds)
        idle = lambda: _run(root, [sys.executable, "build.py"])  # noqa: E731
        _run(root, [sys.executable, "build.py"])
        rows[f"ours: build with nothing to do, {options.others + 1:,} briefings"] = _timed(idle, options.rounds)
    against = rows["mkdocs serve: save to page, one briefing"]
    for name, seconds in rows.items():
        print(f"{name:52} {seconds * 1000:8.0f} ms   {seconds / against:5.2f} of mkdocs serve")


def _project(folder: Path, *, others: int) -> Path:
    """A copy of the project with one briefing to edit, and small ones beside it."""
    for name in ("templates", "onrecord"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("build.py", "mkdocs.yml"):
        shutil.copy(ROOT / name, folder / name)
    shutil.copytree(ROOT / "content" / SLUG, folder / "content" / SLUG)
    for number in range(others):
        other = folder / "content" / f"other-{number:04}"
        other.mkdir()
        (other / "briefing.yaml").write_text(
            f"title: Port {number}\nsources: [{{id: wire, rights: own, published: 2026-11-16}}]\n"
        )
        (other / "events.yaml").write_text(
            "facts:\n  - {id: closed, text: The port closed., source: article, certainty: asserted}\n"
        )
    return folder


def _ours(root: Path, rounds: int) -> float:
    path, port = root / "content" / SLUG / "events.yaml", _free_port()
    text = path.read_text(encoding="utf-8")
    with _running(root, [sys.executable, "build.py", "serve", "--port", str(port)], port, f"/{SLUG}/{PAGE}"):
        times = []
        for number in range(rounds):
            time.sleep(4)  # the whole build that follows an edit is done
            words = f"Edit {'again ' * number}of this run."
            start = _save(path, text.replace("    text: ", f"    text: {words} ", 1))
            times.append(_until(port, f"/{SLUG}/{PAGE}", words) - start)
        path.write_text(text, encoding="utf-8")
    return statistics.median(times)


def _mkdocs(root: Path, rounds: int) -> float:
    page, port = root / "build" / SLUG / PAGE.replace(".html", ".md"), _free_port()
    text = page.read_text(encoding="utf-8")
    call = [sys.executable, "-m", "mkdocs", "serve", "-q", "-a", f"127.0.0.1:{port}", "-f", str(_config(root))]
    with _running(root, call, port, f"/{PAGE}"):
        times = []
        for number in range(rounds):
            time.sleep(2)
            words = f"Edit number {number} of this run."
            start = _save(page, f"{text}\n{words}\n")
            times.append(_until(port, f"/{PAGE}", words) - start)
        page.write_text(text, encoding="utf-8")
    return statistics.median(times)


def _mkdocs_build(root: Path) -> list[str]:
    return [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "-q",
        "-f",
        str(_config(root)),
        "-d",
        str(root / "build" / "bench"),
    ]


def _config(root: Path) -> Path:
    return root / "build" / f"{SLUG}.yml"


def _save(path: Path, text: str) -> float:
    """Save as editors do, beside it and then in its place; when that was."""
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)
    return time.perf_counter()


def _until(port: int, path: str, words: str) -> float:
    """When a GET of the page first shows the words."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with contextlib.suppress(OSError, http.client.HTTPException):
            line = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
            line.request("GET", path)
            if words.encode() in line.getresponse().read():
                return time.perf_counter()
        time.sleep(0.01)
    raise TimeoutError(path)


@contextlib.contextmanager
def _running(root: Path, call: list[str], port: int, path: str) -> Iterator[None]:
    with subprocess.Popen(
        call, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_environment(root)
    ) as one:
        try:
            _until(port, path, "<")
            time.sleep(3)
            yield
        finally:
            one.terminate()


def _run(root: Path, call: list[str]) -> None:
    subprocess.run(call, cwd=root, check=True, stdout=subprocess.DEVNULL, env=_environment(root))


def _environment(root: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(root), "SOURCE_DATE_EPOCH": "315532800"}


def _timed(work: Callable[[], None], rounds: int) -> float:
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


if __name__ == "__main__":
    main()
