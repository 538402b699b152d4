"""A look at the site while editing: what is saved is served, pages are told, and nothing turns in circles."""

from __future__ import annotations

import http.client
import json
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

import build as flow
from onrecord import cli
from onrecord.house import House
from onrecord.making import look
from onrecord.model import Refusal, text_hash
from onrecord.report import Report

pytest.importorskip("watchdog")
from onrecord.pages import in_editor
from onrecord.serving import Running, editor_pattern, start
from onrecord.serving.news import News
from onrecord.serving.page import Server

ROOT = Path(__file__).parent.parent
PATIENCE = 20.0
"""Seconds after which something that should happen is taken not to happen."""
BRIEFING = """title: The port
sources: [{id: wire, rights: own, published: 2026-11-16}]
summary: [{text: The port closed., facts: [closed]}]
"""
EVENTS = """facts:
  - id: closed
    text: The port closed.
    source: article
    certainty: asserted
    when: {text: Monday, date: 2026-11-16, precision: day}
"""


class Served:
    """A project of two briefings that is served, and what its server said and did."""

    def __init__(self, house: House) -> None:
        self.house, self.told, self.builds, self.looks = house, list[Report](), 0, list[str]()
        self.before = 0
        self.running: Running = start(house, port=0, build=self.build, look=self.look, tell=self.told.append)
        self.port = self.running.server.server_port
        self.running.kitchen.whole()
        self.work = threading.Thread(target=self.running.kitchen.work, daemon=True)
        self.work.start()

    def build(self) -> Report:
        """A whole build, counted."""
        report = cli.caught(partial(flow.build, self.house))()
        self.builds += 1
        return report

    def look(self, slug: str, *, first: str, shown: Callable[[], None]) -> Report:
        """A look at one briefing, noted."""
        self.looks.append(f"{slug} {first}")
        return look(self.house, slug, first=first, shown=shown)

    def get(self, path: str, **headers: str) -> tuple[int, str]:
        """Status and content of what the server answers."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        line.request("GET", path, headers=headers)
        answer = line.getresponse()
        return answer.status, answer.read().decode()

    def save(self, name: str, was: str, now: str) -> None:
        """Edit a file of the briefing `port` as a careful editor does: beside it, then in its place."""
        self.before = self.builds
        path = self.house.content / "port" / name
        text = path.read_text()
        assert was in text
        beside = path.with_name(f"{name}~")
        beside.write_text(text.replace(was, now))
        beside.replace(path)

    def shows(self, page: str, words: str) -> bool:
        """Whether a page comes to show some words."""
        return until(lambda: words in self.get(page)[1])

    def rests(self) -> bool:
        """Whether all that was saved is built and checked."""
        return until(lambda: self.builds > self.before and not self.running.kitchen.due)


def until(holds: Callable[[], bool]) -> bool:
    """Whether it comes to hold while patience lasts."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.01)
    return holds()


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("project")
    for name in ("templates", "mkdocs.yml"):
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, root / name)
    for slug in ("ferry", "port"):
        folder = root / "content" / slug
        folder.mkdir(parents=True)
        (folder / "briefing.yaml").write_text(BRIEFING)
        (folder / "events.yaml").write_text(EVENTS)
    flow.build(House(root))
    return root


@pytest.fixture
def served(project: Path, tmp_path: Path) -> Iterator[Served]:
    shutil.copytree(project, tmp_path / "project")
    site = Served(House(tmp_path / "project"))
    yield site
    site.running.stop()
    site.work.join(PATIENCE)
    assert not site.work.is_alive()


class Page:
    """An open page: what it is told, as it comes."""

    def __init__(self, site: Served, path: str) -> None:
        self.events: list[tuple[str, str]] = []
        line = http.client.HTTPConnection("127.0.0.1", site.port, timeout=PATIENCE)
        line.request("GET", f"/-/news?page={path}")
        self.answer = line.getresponse()
        threading.Thread(target=self._read, daemon=True).start()
        assert until(lambda: path in site.running.kitchen.news._open.values())

    def _read(self) -> None:
        kind = ""
        for raw in self.answer:
            line = raw.decode().rstrip("\n")
            if line.startswith("event: "):
                kind = line.removeprefix("event: ")
            elif line.startswith("data: "):
                self.events.append((kind, line.removeprefix("data: ")))

    def problems(self) -> str:
        """What stands over the page now."""
        told = [data for kind, data in self.events if kind == "problems"]
        return str(json.loads(told[-1])) if told else ""


def test_a_saved_fact_is_on_its_page(served: Served) -> None:
    """And the page that shows it is told to load itself again."""
    page = Page(served, "/port/timeline.html")
    served.save("events.yaml", "closed.", "was shut at noon.")
    assert served.shows("/port/timeline.html", "The port was shut at noon.")
    assert until(lambda: any(kind == "changed" for kind, _ in page.events))


def test_the_open_page_comes_first(served: Served) -> None:
    """The look asks for the page that is open in the browser."""
    Page(served, "/port/timeline.html")
    served.save("events.yaml", "closed.", "was shut at noon.")
    assert served.shows("/port/timeline.html", "shut at noon")
    assert served.looks == ["port timeline.html"]


def test_what_is_shown_is_what_a_build_publishes(served: Served, project: Path, tmp_path: Path) -> None:
    """After any number of edits, every published byte is that of a build from nothing."""
    for number in range(4):
        served.save("events.yaml", "    text: The", f"    text: Again {number}, the")
        assert served.shows("/port/timeline.html", f"Again {number}, the")
        served.save("events.yaml", f"Again {number}, the", "The")
        assert served.shows("/port/timeline.html", "The port closed.")
    served.save("events.yaml", "closed.", "was shut.")
    assert served.shows("/port/timeline.html", "The port was shut.")
    assert served.rests()
    shutil.copytree(project, tmp_path / "fresh", ignore=shutil.ignore_patterns("build", "public", "content"))
    shutil.copytree(served.house.content, tmp_path / "fresh" / "content")
    flow.build(House(tmp_path / "fresh"))
    assert _files(served.house.public) == _files(tmp_path / "fresh" / "public")


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_only_the_edited_briefing_is_made_new(served: Served) -> None:
    """The files of the other one are not written again."""
    before = {path: path.stat().st_mtime_ns for path in (served.house.public / "ferry").rglob("*")}
    served.save("events.yaml", "closed.", "was shut at noon.")
    assert served.shows("/port/timeline.html", "shut at noon")
    assert served.rests()
    assert before == {path: path.stat().st_mtime_ns for path in (served.house.public / "ferry").rglob("*")}


def test_a_mistake_is_told_over_the_last_good_page_and_goes_by_itself(served: Served) -> None:
    """With file, line and mend; the page below stays."""
    page = Page(served, "/port/timeline.html")
    served.save("events.yaml", "certainty:", "certanty:")
    assert until(lambda: "content/port/events.yaml:5:5: unknown key 'certanty'" in page.problems())
    assert "The port closed." in served.get("/port/timeline.html")[1]
    served.save("events.yaml", "certanty:", "certainty:")
    assert until(lambda: page.problems() == "" and page.events[-1][0] in ("problems", "changed"))
    assert served.rests()
    assert [report.lines or report.problems[0].message for report in served.told] == [
        "unknown key 'certanty'",
        ("mended",),
    ]


def test_what_a_check_refuses_is_shown_and_not_published(served: Served) -> None:
    """The number is in no sentence of the article: one sees it, with the reason why nobody else will."""
    folder = served.house.content / "port"
    (folder / "article.txt").write_text("The port closed on Monday. It opens tomorrow.\n")
    assert until(lambda: served.builds > 1)
    page = Page(served, "/port/timeline.html")
    words = "The port closed on Monday"
    at = f"at: {{sentence: P1S1, start: 0, end: {len(words)}, hash: {text_hash(words)}}}"
    served.save("events.yaml", "    certainty:", f"    {at}\n    certainty:")
    assert served.rests()
    assert page.problems() == ""
    before = _files(served.house.public)
    served.save("events.yaml", "closed.", "closed 9 gates.")
    assert served.shows("/port/timeline.html", "closed 9 gates.")
    assert until(lambda: "no such number where it stands" in page.problems())
    assert _files(served.house.public) == before
    served.save("events.yaml", "closed 9 gates.", "closed.")
    assert until(lambda: page.problems() == "")
    assert served.rests()
    assert "closed." in served.get("/port/timeline.html")[1]
    assert _files(served.house.public) == before


def test_a_page_opened_while_something_is_wrong_learns_of_it(served: Served) -> None:
    """Whoever comes later sees the same."""
    served.save("events.yaml", "source: article", "source: artcle")
    assert until(lambda: bool(served.running.kitchen.news._problems))
    page = Page(served, "/port/timeline.html")
    assert until(lambda: "artcle" in page.problems())


def test_a_style_sheet_that_is_saved_is_served(served: Served) -> None:
    """The theme concerns every briefing."""
    sheet = served.house.templates / "style" / "10-ground.css"
    sheet.write_text(sheet.read_text() + ".new { color: red; }\n")
    assert served.shows("/port/assets/style.css", ".new {")


def test_a_template_that_is_saved_is_on_the_page(served: Served) -> None:
    """So do the parts of pages."""
    part = served.house.templates / "pages" / "about.md"
    part.write_text(part.read_text() + "\nMore about it.\n")
    assert served.shows("/port/about.html", "More about it.")


def test_a_new_briefing_is_noticed(served: Served) -> None:
    """And so is one that goes."""
    shutil.copytree(served.house.content / "port", served.house.content / "pier")
    assert served.shows("/", "pier/index.html")
    shutil.rmtree(served.house.content / "pier")
    assert until(lambda: "pier/index.html" not in served.get("/")[1])


def test_nothing_is_built_while_nothing_is_saved(served: Served) -> None:
    """Our own writes are no change, and temporary files of editors are none."""
    served.save("events.yaml", "closed.", "was shut at noon.")
    assert served.shows("/port/timeline.html", "shut at noon")
    assert served.rests()
    builds, looks = served.builds, len(served.looks)
    for name in (".events.yaml.swp", "events.yaml~", "events.yaml.new", ".#events.yaml", "4913"):
        (served.house.content / "port" / name).write_text("x")
    time.sleep(1)
    assert (served.builds, len(served.looks)) == (builds, looks)


def test_a_burst_of_saves_is_looked_at_a_few_times_at_most(served: Served) -> None:
    """Ten steps of an editor are one save."""
    path = served.house.content / "port" / "events.yaml"
    for number in range(10):
        path.write_text(EVENTS.replace("closed.", f"closed at {number}."))
    assert served.shows("/port/timeline.html", "closed at 9.")
    assert len(served.looks) < 10


def test_the_program_starts_again_when_it_changes_itself(served: Served) -> None:
    """Its own files are read once: a new start reads them."""
    served.running.kitchen.saved([served.house.root / "onrecord" / "pages" / "book.py"])
    assert served.running.kitchen.outdated


def test_a_lexicon_of_the_extractor_is_told(served: Served) -> None:
    """It says nothing about pages that stand."""
    served.running.kitchen.saved([served.house.root / "onrecord" / "extract" / "lexicon" / "cues.yaml"])
    assert not served.running.kitchen.outdated
    assert served.told[-1].lines == (
        "onrecord/extract/lexicon/cues.yaml is read when an article is extracted: python build.py extract ARTICLE",
    )


def test_pages_are_not_kept_by_the_browser_and_hold_the_line_only_here(served: Served) -> None:
    """The script that keeps a page new is never published."""
    assert '<script src="/-/live.js"></script></body>' in served.get("/port/index.html")[1]
    assert "live.js" not in (served.house.public / "port" / "index.html").read_text()
    line = http.client.HTTPConnection("127.0.0.1", served.port, timeout=PATIENCE)
    line.request("GET", "/port/index.html")
    assert line.getresponse().headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("host", ["example.org", "127.0.0.1.example.org", "localhost:1", ""])
def test_a_page_of_another_name_learns_nothing(served: Served, host: str) -> None:
    """A name that somebody else points at this machine is refused."""
    assert served.get("/port/index.html", Host=host)[0] == 403


def test_nothing_outside_the_published_folder_is_served(served: Served) -> None:
    """However the way is written."""
    for path in ("/../mkdocs.yml", "/%2e%2e/mkdocs.yml", "/port/../../mkdocs.yml", "/-/nothing"):
        assert served.get(path)[0] == 404


def test_a_port_that_is_taken_is_told(served: Served) -> None:
    """With the way out."""
    with pytest.raises(Refusal) as refusal:
        start(served.house, port=served.port, build=served.build, look=served.look, tell=served.told.append)
    assert str(refusal.value) == (
        f"serve: port {served.port} cannot be used: {os.strerror(98).lower()}\n"
        "  choose another one with --port, or --port 0 for any that is free"
    )


@pytest.mark.parametrize(
    ("editor", "shown"),
    [
        ("vscode", 'href="vscode://file/{root}/content/port/events.yaml:2:5"'),
        ("idea://open?file={path}&line={line}", 'href="idea://open?file={root}/content/port/events.yaml&amp;line=2"'),
        ("none", '<code class="edit-place">content/port/events.yaml:2</code>'),
    ],
)
def test_edit_links_open_the_editor_here_and_nothing_of_that_is_published(
    project: Path, editor: str, shown: str
) -> None:
    """The server leads each fact into the editor on this machine; no path of the machine is in what is published."""
    house = House(project)
    dress = partial(in_editor, pattern=editor_pattern(editor), root=house.root)
    server = Server(house.public, house.preview, news=News(), port=0, dress=dress)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    line = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=PATIENCE)
    line.request("GET", "/port/timeline.html")
    page = line.getresponse().read().decode()
    server.shutdown()
    server.server_close()
    assert shown.replace("{root}", house.root.as_posix().lstrip("/")) in page
    published = b"".join(path.read_bytes() for path in house.public.rglob("*") if path.is_file())
    assert str(house.root).encode() not in published
    assert b"vscode:" not in published


@pytest.mark.parametrize("editor", ["vscod", "javascript:alert({path})", "https://example.org/"])
def test_an_editor_that_is_none_is_refused(editor: str) -> None:
    """What cannot open a file on this machine, and what would run in the page, is no editor."""
    with pytest.raises(Refusal) as refusal:
        editor_pattern(editor)
    assert str(refusal.value) == (
        f"--editor: '{editor}' is no editor that is known, nor an address of a file\n"
        "  write auto, vscode, none, or an address with {path} and {line}"
    )
