"""`new`: a briefing begun by hand builds at once, and its printed advice leads to a page."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

import build as verbs
from onrecord import cli
from onrecord.house import House

ROOT = Path(__file__).parent.parent
Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def house(tmp_path: Path) -> House:
    shutil.copy(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    (tmp_path / "templates").symlink_to(ROOT / "templates")
    return House(tmp_path)


@pytest.fixture
def call(house: House) -> Call:
    """The command line on this house: exit code, what was said, what was complained of."""
    known = {name: partial(verb, house) for name, verb in verbs.VERBS.items()}

    def run(*arguments: str) -> tuple[int, str, str]:
        out, err = io.StringIO(), io.StringIO()
        return cli.run(known, list(arguments), out, err), out.getvalue(), err.getvalue()

    return run


def test_the_printed_advice_leads_from_nothing_to_a_page(house: House, call: Call) -> None:
    """Each file that is named is there; with the examples uncommented, each command does what is said of it."""
    code, said, _ = call("new", "harbour-fire", "--published", "2026-11-17", "--rights", "own")
    assert code == cli.DONE
    assert call("build")[0] == cli.DONE
    named = re.findall(r"^  \d\. (content/\S+)", said, re.MULTILINE)
    assert named == [f"content/harbour-fire/{name}.yaml" for name in ("actors", "events", "briefing")]
    for name in (*named, "content/harbour-fire/places.yaml"):
        path = house.root / name
        head, how, examples = path.read_text(encoding="utf-8").rpartition("over it.\n")
        path.write_text(head + how + re.sub("^# ", "", examples, flags=re.MULTILINE), encoding="utf-8")
    commands = re.findall(r"^  \d\. python build\.py ?(\w*)", said, re.MULTILINE)
    assert commands == ["check", "serve", ""]
    assert call("check")[1] == "1 of 1 dossiers are sound\n"
    assert call()[0] == cli.DONE
    published = re.findall(r"public/\S+", said)
    assert published == ["public/harbour-fire/index.html"]
    page = (house.root / published[0]).read_text(encoding="utf-8")
    assert "The port closed on Monday, its mayor says." in page
    assert "Ana Ruiz" in page


def test_the_name_is_made_from_the_title(house: House, call: Call) -> None:
    """A title is enough; it stays as it was written, whatever YAML would make of it."""
    assert call("new", "--title", "Zürich: yes, or “no”?")[0] == cli.DONE
    assert 'title: "Zürich: yes, or “no”?"' in (house.content / "zurich-yes-or-no" / "briefing.yaml").read_text("utf-8")
    assert call("check")[0] == cli.DONE


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "new: the briefing has no name\n  write python build.py new harbour-fire\n"),
        (["--title", "  "], "new: the briefing has no name\n"),
        (
            ["Harbour Fire!"],
            "new: 'Harbour Fire!' is no name for a folder of a briefing\n"
            "  lower-case words and numbers joined by hyphens: harbour-fire\n",
        ),
        (["../away"], "new: '../away' is no name for a folder of a briefing\n"),
        (["_front"], "new: '_front' is no name for a folder of a briefing\n"),
        (
            ["fire", "--published", "2026-02-31"],
            "--published: '2026-02-31' is not a date\n",
        ),
        (
            ["fire", "--published", "Tuesday"],
            "--published: 'Tuesday' is not a date\n  write 2026-11-16, or 2026-11, or 2026, as precise as is known\n",
        ),
    ],
)
def test_what_cannot_be_begun_is_refused_with_the_mend(
    house: House, call: Call, arguments: list[str], said: str
) -> None:
    """Nothing is written then."""
    code, out, wrong = call("new", *arguments)
    assert (code, out) == (cli.PROBLEMS, "")
    assert wrong.startswith(said)
    assert not house.content.exists()


def test_every_slip_of_a_call_is_told_at_once(call: Call) -> None:
    """A wrong name and a wrong date in one run."""
    assert call("new", "A b", "--published", "16.11.2026")[2].count(" is no") == 2
