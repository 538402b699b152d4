"""`what-if`: what a correction would change, before it is saved."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import build as verbs
from onrecord import cli
from onrecord.dossier import load_dossier
from onrecord.dossier.trying import read_assignment, with_values
from onrecord.house import House
from onrecord.making import rendered
from onrecord.pages.visible import visible_lines
from tests.asking import harbour

Call = Callable[..., tuple[int, str, str]]

FIVE = """\
what if, in harbour
                  fire-deaths.quantities[0].value=5
                  fire-deaths.text=The fire killed five dockers.

  counts as       correction of fire-deaths.text: The fire killed 13 dockers. → The fire killed
                  five dockers.; no reason given yet
                  correction of fire-deaths.quantities: [{value: 3, unit: docker, text: three
                  dockers}] → [{value: 5, unit: docker, text: three dockers}]; no reason given yet
"""


@pytest.fixture
def house(tmp_path: Path) -> House:
    return harbour.lay(tmp_path)


@pytest.fixture
def call(house: House) -> Call:
    """The command line on this house: exit code, what was said, what was complained of."""
    known = {name: partial(verb, house) for name, verb in verbs.VERBS.items()}

    def run(*arguments: str) -> tuple[int, str, str]:
        out, err = io.StringIO(), io.StringIO()
        return cli.run(known, ["what-if", *arguments], out, err), out.getvalue(), err.getvalue()

    return run


def as_data(call: Call, *arguments: str) -> Any:
    return json.loads(call(*arguments, "--format", "json")[1])


def test_a_correction_is_told_with_its_kind_and_every_line_that_would_change(call: Call) -> None:
    """Was and now, then page by page the words that go and the words that come."""
    code, said, wrong = call("fire-deaths.quantities[0].value=5", "fire-deaths.text=The fire killed five dockers.")
    assert said.startswith(FIVE)
    assert "\ntimeline.html\n  #fact-fire-deaths\n  - The fire killed three dockers.\n" in said
    assert "  read again      summary 1: Three dockers died, the fire service says.\n" in said
    assert said.endswith("\nNothing was written.\n")
    assert code == 1
    assert "no such number where it stands" in wrong
    assert max(map(len, said.splitlines())) <= 100


def test_what_is_foretold_is_what_saving_it_does(call: Call, house: House) -> None:
    """The lines that come are on the built page, those that go are not; and so for the correction."""
    told = as_data(call, "union-deaths.source=fire-service")
    page = next(page for page in told["pages"] if page["page"] == "reactions.html")
    path = house.dossier("harbour") / "reactions.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("source: union", "source: fire-service"), encoding="utf-8")
    dossier, _ = load_dossier(house.dossier("harbour"), house.root)
    assert dossier is not None
    page_then = rendered(house, dossier, None).rendered.files["reactions.md"]
    seen = [line.words for line in visible_lines(page_then)]
    was, new = ([line for place in page["lines"] for line in place[side]] for side in ("was", "now"))
    assert new
    assert [line for line in new if line not in seen] == [line for line in was if line in seen] == []
    assert [change["field"] for change in told["counts_as"]] == ["source"]


def test_the_values_load_as_if_they_were_saved(house: House) -> None:
    """In memory or through the file: the same records."""
    before, _ = load_dossier(house.dossier("harbour"), house.root)
    assert before is not None
    tried = with_values(before, house.dossier("harbour"), [read_assignment("fire-deaths.hedge=perhaps")])
    path = house.dossier("harbour") / "events.yaml"
    path.write_text(path.read_text("utf-8").replace("cue: said", "cue: said\n    hedge: perhaps"), encoding="utf-8")
    after, _ = load_dossier(house.dossier("harbour"), house.root)
    assert after is not None
    assert tried.files == after.files
    assert tried.files != before.files


@pytest.mark.parametrize(
    ("change", "path", "value"),
    [
        ("fire-deaths.quantities[0].value=9", "quantities.0.value", 9),
        ("fire-deaths.quantities[0].value=[4, 6]", "quantities.0.value", (4, 6)),
        ("fire-deaths.quantities[0].operator=>=", "quantities.0.operator", ">="),
        ("fire-deaths.quantities[1]={value: 2, unit: ship}", "quantities.1.unit", "ship"),
        ("fire-deaths.when.date=2026-11", "when.date", "2026-11"),
        ("fire-deaths.when=", "when", None),
        ("fire-deaths.hedge=NO", "hedge", "NO"),
        ("fire-deaths.text=At 9:30: all, [dead] = 3 # dockers", "text", "At 9:30: all, [dead] = 3 # dockers"),
        ("fire-deaths.where=", "where", ()),
        ("fire-deaths.actors=union, fire-service", "actors", ("union", "fire-service")),
        ("fire-deaths.actors=[union]", "actors", ("union",)),
        ("fire-deaths.quote.text=All dead", "quote.text", "All dead"),
        ("events/fire-deaths.certainty=hedged", "certainty", "hedged"),
    ],
)
def test_a_value_is_read_as_its_field_reads_it(house: House, change: str, path: str, value: object) -> None:
    """Text stays text whatever it looks like; numbers, lists and groups are YAML; nothing takes a field away."""
    dossier, _ = load_dossier(house.dossier("harbour"), house.root)
    assert dossier is not None
    record: Any = with_values(dossier, house.dossier("harbour"), [read_assignment(change)]).facts["fire-deaths"]
    for step in path.split("."):
        record = record[int(step)] if step.isdigit() else getattr(record, step)
    assert record == value


def test_records_of_every_file_can_be_tried(house: House) -> None:
    """Actors, places, disputes, sources, and what is in no list."""
    dossier, _ = load_dossier(house.dossier("harbour"), house.root)
    assert dossier is not None
    changes = [
        "union.side=Dockers",
        "harbour.kind=city",
        "deaths.question=How many?",
        "wire.rights=open",
        "briefing.title=Fire",
        "briefing.summary[0].text=Some died.",
        "military.salute.size=[fire-deaths]",
    ]
    tried = with_values(dossier, house.dossier("harbour"), [read_assignment(change) for change in changes])
    assert tried.actors["union"].side == "Dockers"
    assert tried.places["harbour"].kind == "city"
    briefing = tried.briefing
    assert (briefing.disputes[0].question, briefing.sources[0].rights, briefing.title) == ("How many?", "open", "Fire")
    assert briefing.summary[0].text == "Some died."
    assert tried.files.military.salute.size == ("fire-deaths",)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("fire-deaths.sourc=union", "{change}: unknown key 'sourc'\n  did you mean 'source'? keys"),
        ("fire-deaths.certainty=atributed", "{change}: 'atributed' is not allowed here\n  did you mean "),
        ("fire-deaths.quantities[0].value=nine", "{change}: "),
        ("fire-deaths.quantities[4].value=1", "{change}: '4' is no entry of the list: it ends with [0]\n"),
        ("fire-deaths.text=", "{change}: nothing stands here\n  write a text"),
        ("fire-deaths.quantities=[", "{change}: "),
        ("fire-deaths", "{change}: this says not what to change\n  write FACT.field=value"),
        ("fire-deaths=x", "{change}: no field is named\n  write fire-deaths.FIELD=x"),
        ("briefing=", "{change}: a whole file cannot be tried away\n"),
        ("fire-death.text=x", "fire-death: no record has this id in harbour\n  did you mean 'fire-deaths'?"),
    ],
)  # fmt: skip
def test_a_value_that_cannot_stand_is_refused_as_check_would(call: Call, change: str, said: str) -> None:
    """The message is the loader's own, beside the value that it is about; nothing else is told."""
    code, out, wrong = call(change)
    assert (code, out) == (1, "")
    assert wrong.startswith(said.replace("{change}", change))


def test_problems_of_several_values_come_at_once(call: Call) -> None:
    """All of a run, as everywhere."""
    wrong = call("fire-deaths.certainty=sure", "union.kind=club", "harbour.latitude=north")[2]
    told = [line.partition(": ")[0] for line in wrong.splitlines() if not line.startswith(" ")]
    assert told[:3] == ["fire-deaths.certainty=sure", "union.kind=club", "harbour.latitude=north"]


@pytest.mark.parametrize("first", ["fire-deaths.id=other", "fire-deaths=", "events.facts="])
def test_a_record_that_the_same_call_takes_away_cannot_be_changed_too(call: Call, first: str) -> None:
    """What could mean two things is asked back."""
    assert call(first, "fire-deaths.text=Three died.")[2].startswith(
        "fire-deaths.text=Three died.: another value of this call takes the record away\n  try them one by one\n"
    )


def test_an_id_that_leads_nowhere_is_told_and_no_page_is_tried(call: Call) -> None:
    """Pages cannot be made then; what would be wrong is said where it would stand."""
    code, said, wrong = call("fire-deaths.source=fire-servic")
    assert code == 1
    assert "not looked up: the pages cannot be made while ids lead nowhere" in said
    assert "no actor has the id 'fire-servic'" in wrong


def test_a_record_can_be_tried_away(call: Call) -> None:
    """Everything that leans on it is listed before anybody removes it."""
    told = as_data(call, "union-deaths=")
    assert [(change["kind"], change["record"]) for change in told["counts_as"]] == [("rejection", "union-deaths")]
    assert len([one for one in told["arises"] if "'union-deaths'" in one["message"]]) == 2
    assert [line["what"] for line in told["rests_on_it"]] == ["dispute 1"]


def test_problems_that_are_there_already_are_not_blamed_on_the_change(call: Call, house: House) -> None:
    """Only what would be new is told; what would be mended is told as well."""
    path = house.dossier("harbour") / "reactions.yaml"
    path.write_text(path.read_text("utf-8").replace("value: 5", "value: 7"), encoding="utf-8")
    told = as_data(call, "fire-deaths.heading=Deaths")
    assert told["arises"] == []
    told = as_data(call, "union-deaths.quantities[0].value=5")
    assert any("number" in one["message"] for one in told["vanishes"])


def test_a_value_that_stands_already_changes_nothing(call: Call) -> None:
    """No diff, no correction."""
    code, said, _ = call("fire-deaths.source=fire-service")
    assert code == 0
    assert "changes         nothing: that is what stands there" in said


def test_trying_writes_nothing(call: Call, house: House) -> None:
    """A question changes no byte of the project."""
    before = {path: path.read_bytes() for path in house.root.rglob("*") if path.is_file()}
    call("fire-deaths.text=Nobody died.", "union-deaths=")
    assert {path: path.read_bytes() for path in house.root.rglob("*") if path.is_file()} == before
