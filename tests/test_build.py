"""From an article to a published site, in a project folder of its own."""

from __future__ import annotations

import io
import json
import os
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import build as verbs
from onrecord import cli
from onrecord.house import House

ROOT = Path(__file__).parent.parent
ARTICLE = """\
---
title: Bridge closed after inspection
published: 2025-03-12
rights: {rights}
---

The city closed the Karlin bridge on Tuesday after inspectors found cracks in two pillars.

"Nobody was in danger," Mayor Jana Dvorak said.

About 12,000 cars use the bridge every day, the transport department said in a statement.
"""

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def house(tmp_path: Path) -> House:
    shutil.copy(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    (tmp_path / "content").mkdir()
    return House(tmp_path)


@pytest.fixture
def call(house: House) -> Call:
    """The command line on this house: exit code, what was said, what was complained of."""
    known = {name: partial(verb, house) for name, verb in verbs.VERBS.items()} | {"batch": verbs.batch}

    def run(*arguments: str) -> tuple[int, str, str]:
        out, err = io.StringIO(), io.StringIO()
        code = cli.run(known, list(arguments), out, err)
        return code, out.getvalue(), err.getvalue()

    return run


@pytest.fixture
def article(tmp_path: Path) -> Callable[[str], str]:
    """Lays down an article with these rights; the path."""
    pytest.importorskip("spacy", reason="the extract extra is not installed")

    def lay(rights: str) -> str:
        path = tmp_path / "karlin-bridge.md"
        path.write_text(ARTICLE.format(rights=rights), encoding="utf-8")
        return str(path)

    return lay


def bytes_below(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_an_article_becomes_a_site_and_a_second_build_builds_nothing(
    house: House, call: Call, article: Callable[[str], str]
) -> None:
    """Extract, build, build again: the pages are there, and their bytes stay."""
    assert call("extract", article("own"))[0] == cli.DONE
    code, said, complained = call("build")
    assert (code, complained) == (cli.DONE, "")
    assert "built anew: karlin-bridge" in said
    page = (house.public / "karlin-bridge" / "timeline.html").read_text(encoding="utf-8")
    assert 'class="fact-source"' in page
    before = bytes_below(house.public)
    code, said, _ = call()
    assert (code, "built anew: nothing" in said) == (cli.DONE, True)
    assert bytes_below(house.public) == before


def test_a_second_extraction_changes_no_byte(house: House, call: Call, article: Callable[[str], str]) -> None:
    """The same article again gives the same dossier."""
    path = article("own")
    call("extract", path)
    before = bytes_below(house.content)
    assert "nothing to change" in call("extract", path)[1]
    assert bytes_below(house.content) == before


def test_a_reserved_article_is_kept_among_the_sources_only(
    house: House, call: Call, article: Callable[[str], str]
) -> None:
    """Its text goes neither into the dossier nor onto the site."""
    call("extract", article("reserved"))
    assert call("build")[0] == cli.DONE
    assert [path.name for path in house.sources.iterdir()] == ["karlin-bridge.md"]
    sentence = b"The city closed the Karlin bridge on Tuesday after inspectors found cracks in two pillars."
    assert not list(house.content.glob("*/article.*"))
    kept = bytes_below(house.public)
    assert kept
    assert not [path for path, text in kept.items() if sentence in text]


def test_broken_yaml_is_told_with_its_place_and_nothing_is_published(house: House, call: Call) -> None:
    """The site stays as it was, here empty; the exit code tells that something must be mended."""
    call("new", "sound")
    call("new", "broken")
    (house.dossier("broken") / "briefing.yaml").write_text("title: [Flood\nsources: x\n", encoding="utf-8")
    code, _, complained = call("build")
    assert code == cli.PROBLEMS
    assert "content/broken/briefing.yaml:1:8" in complained
    assert not house.public.exists()


def test_new_refuses_a_folder_that_is_already_there(house: House, call: Call) -> None:
    """Work of hours is not laid over with an empty dossier."""
    assert call("new", "flood", "--title", "Flood")[0] == cli.DONE
    before = bytes_below(house.content)
    code, _, complained = call("new", "flood")
    assert code == cli.PROBLEMS
    assert "the folder is already there" in complained
    assert bytes_below(house.content) == before


def test_the_review_is_written_where_nothing_is_published(
    house: House, call: Call, article: Callable[[str], str]
) -> None:
    """A reserved article stands whole in the private page, below `build/`, and nowhere in `public/`."""
    call("extract", article("reserved"))
    code, out, err = call("review", "karlin-bridge", "--static")
    page = house.generated / "review" / "karlin-bridge.html"
    assert (code, err) == (0, "")
    assert out == "build/review/karlin-bridge.html is for your eyes only\n"
    assert "inspectors found cracks in two pillars" in page.read_text(encoding="utf-8")
    assert not house.public.exists()


def test_a_review_of_what_is_not_there_names_what_is(call: Call, article: Callable[[str], str]) -> None:
    """A slip in the name is told with the names there are."""
    call("extract", article("own"))
    code, _, err = call("review", "karlin-brigde")
    assert code == 1
    assert err.startswith("content/karlin-brigde: no dossier has that name\n  there are: karlin-bridge\n")


def test_a_batch_is_answered_line_by_line(tmp_path: Path, call: Call) -> None:
    """Each text gets its line, in order."""
    pytest.importorskip("spacy", reason="the extract extra is not installed")
    asked, answered = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    texts = [{"id": "a", "text": "The mayor said the bridge was safe."}, {"id": "b", "text": "Rain fell on Monday."}]
    asked.write_text("".join(json.dumps(text) + "\n" for text in texts), encoding="utf-8")
    assert call("extract", "--batch", str(asked), "--out", str(answered))[0] == cli.DONE
    lines = [json.loads(line) for line in answered.read_text(encoding="utf-8").splitlines()]
    assert [line["id"] for line in lines] == ["a", "b"]
    assert all(line["found"] for line in lines)


def test_a_second_run_that_writes_is_refused(house: House, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """While one run is at work the next is told so and writes nothing; what only reads goes on."""
    monkeypatch.setattr("onrecord.dossier.writing.lock.PATIENCE", 0)
    with house.alone("extract"):
        for verb in (["build"], ["new", "port"], ["extract", "article.md"]):
            code, _, complaint = call(*verb)
            assert (code, complaint.split(":")[0]) == (cli.PROBLEMS, "build/.lock")
            assert f"another run is at work here: process {os.getpid()}, 'extract', since " in complaint
        assert call("check")[0] == cli.DONE
    assert not list(house.content.iterdir())
    assert call("new", "port")[0] == cli.DONE


def test_what_a_person_saves_while_an_extraction_runs_stays(
    house: House, call: Call, article: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Saved after the dossier was read and before it is written: the extraction is refused, the save is kept."""
    path = article("own")
    assert call("extract", path)[0] == cli.DONE
    Path(path).write_text(ARTICLE.format(rights="own").replace("two pillars", "three pillars"), encoding="utf-8")
    events, keep = house.dossier("karlin-bridge") / "events.yaml", House.keep

    def saving(self: House, *args: Any) -> Path:
        events.write_bytes(events.read_bytes() + b"# a thought\n")
        return keep(self, *args)

    monkeypatch.setattr(House, "keep", saving)
    before = bytes_below(house.dossier("karlin-bridge"))
    code, _, complaint = call("extract", path)
    assert code == cli.PROBLEMS
    assert complaint.startswith("content/karlin-bridge/events.yaml: the file was saved by somebody else meanwhile")
    after = bytes_below(house.dossier("karlin-bridge"))
    assert after.pop("events.yaml") == before.pop("events.yaml") + b"# a thought\n"
    assert {name: data for name, data in after.items() if name.endswith(".yaml")} == {
        name: data for name, data in before.items() if name.endswith(".yaml")
    }


def test_a_correction_meets_an_update_of_the_article(house: House, call: Call, article: Callable[[str], str]) -> None:
    """The person's number stands, and every check tells of the clash until it is settled in the YAML."""
    path = Path(article("own"))
    call("extract", str(path))
    told = next(file for file in house.content.glob("*/[!f]*.yaml") if "12000" in file.read_text(encoding="utf-8"))
    told.write_text(told.read_text(encoding="utf-8").replace("value: 12000", "value: 12500"), encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8").replace("12,000", "14,000"), encoding="utf-8")
    assert "differ on 'quantities' of" in call("extract", str(path))[1]
    assert "value: 12500" in told.read_text(encoding="utf-8")
    assert "differ on 'quantities' of" in call("check")[1]
    kept = told.read_text(encoding="utf-8").replace("    at: ", "    kept: [quantities]\n    at: ")
    told.write_text(kept, encoding="utf-8")
    assert "differ on 'quantities' of" not in call("check")[1]


def test_a_slip_does_not_hide_what_the_article_says(call: Call, house: House, article: Callable[[str], str]) -> None:
    """A quotation that is not in the article is told in the same run as a key written wrong, sorted by place."""
    call("extract", article("own"), "--slug", "bridge")
    events, actors = house.dossier("bridge") / "events.yaml", house.dossier("bridge") / "actors.yaml"
    reactions = house.dossier("bridge") / "reactions.yaml"
    told = next(path for path in (events, reactions) if path.is_file() and "Nobody was in danger" in path.read_text())
    told.write_text(told.read_text().replace("Nobody was in danger", "Nobody was ever in danger"))
    actors.write_text(actors.read_text().replace("    name:", "    nmae:", 1))
    code, out, _ = call("check", "--format", "line")
    assert code == 1
    assert [line.partition(":")[0] for line in out.splitlines()] == sorted(
        line.partition(":")[0] for line in out.splitlines()
    )
    assert "unknown key 'nmae'" in out
    assert "is not in the article" in out
