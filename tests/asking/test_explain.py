"""`explain`: where a fact comes from, and which pages show it."""

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
from onrecord.dossier import dump_found, load_found
from onrecord.house import House
from onrecord.model import At, Clash, Decisions, Lost
from tests.asking import harbour

Call = Callable[..., tuple[int, str, str]]

FACT = """\
fact fire-deaths of harbour
                  “The fire killed three dockers.”

  lives in        content/harbour/events.yaml:2:5
  said by         the fire service (fire-service), “said”
  certainty       disputed: denied or contradicted
  in the article  P1S1, code points 0 to 47
  its words       | The harbour fire killed three dockers on Monday
  found there     sentence: P1S1, role main
                  attribution: indirect, cue “say” (say), source fire-service  | said
                  quantity: = 3 docker, death  | three dockers
                  time: 2026-11-16 (date, computed)  | Monday
                  place: harbour  | harbour
  read by         onrecord/extract/lexicon: roles.yaml, cues.yaml, units.yaml, operators.yaml,
                  numbers.yaml, times.yaml, places.yaml, gazetteer
  changed         text (correction): The fire killed 13 dockers. → The fire killed three dockers.;
                  no reason given
  reviewed        by nobody yet
  held against it nothing
  linked          contradicts union-deaths: Five dockers were killed.
  bears           summary 1: Three dockers died, the fire service says.
                  (content/harbour/briefing.yaml:4)
                  dispute 1: How many died? (content/harbour/briefing.yaml:8)
                  figure 1: dockers killed (content/harbour/briefing.yaml:6)
  shown on        index.html#top  a line of the overview
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
        return cli.run(known, list(arguments), out, err), out.getvalue(), err.getvalue()

    return run


def as_data(call: Call, *arguments: str) -> Any:
    return json.loads(call("explain", *arguments, "--format", "json")[1])


def test_a_fact_is_explained_from_the_article_to_the_page(call: Call) -> None:
    """Everything about it in one look: the whole answer, up to the pages."""
    code, said, wrong = call("explain", "fire-deaths")
    assert (code, wrong) == (0, "")
    assert said[: len(FACT)] == FACT


def test_every_line_fits_a_narrow_terminal(call: Call) -> None:
    """Columns are counted for every kind of record."""
    for name in ("fire-deaths", "union-deaths", "fire-service", "union", "harbour"):
        assert max(len(line) for line in call("explain", name)[1].splitlines()) <= 100


def test_every_page_that_shows_a_fact_is_named_with_its_anchor(call: Call, house: House) -> None:
    """Text, drawing, table, dispute, feed: what is named is there once the site is built, and nothing else is."""
    shown = as_data(call, "fire-deaths")["shown"]
    named = {(one["page"], one["anchor"]) for one in shown}
    assert ("timeline.html", "fact-fire-deaths") in named
    assert ("disputes.html", "dispute-deaths") in named
    assert ("places.html", "place-harbour") in named
    assert ("../index.html", "top") in named
    assert ("data/facts.csv", "") in named
    assert not verbs.build(house).problems
    folder = house.public / "harbour"
    for page, anchor in named:
        assert not anchor or f'id="{anchor}"' in (folder / page).read_text(encoding="utf-8"), (page, anchor)
    with_it = {path.name for path in folder.glob("*.html") if 'data-fact="fire-deaths"' in path.read_text("utf-8")}
    pages = with_it - {"whole.html"}  # holds the others one after the other
    assert pages == {page for page, _ in named if page.endswith(".html") and "/" not in page}


def test_the_other_side_of_a_link_is_told_too(call: Call) -> None:
    """Who contradicts a fact stands with the fact."""
    assert [(link["how"], link["fact"]) for link in as_data(call, "union-deaths")["linked"]] == [
        ("contradicted by", "fire-deaths")
    ]


def test_a_clash_with_a_newer_extraction_is_told(call: Call, house: House) -> None:
    """What waits for a decision is held against the fact, with what was found."""
    path = house.dossier("harbour") / "found.yaml"
    found = load_found(path.read_text(encoding="utf-8"))
    clash = Clash(kind="fact", record="fire-deaths", field="text", base="13", yours="three", new="Four dockers died.")
    lost = Lost(kind="fact", record="fire-deaths", at=At(sentence="P3S1", start=0, end=1, hash="00000000"))
    decided = found.model_copy(update={"decisions": Decisions(clashes=(clash,), lost=(lost,))})
    path.write_text(dump_found(decided), encoding="utf-8")
    assert as_data(call, "fire-deaths")["held_against"] == [
        "a newer extraction found another text: Four dockers died.",
        "its words are no longer in the article: they stood in P3S1",
    ]


def test_words_of_the_article_stay_in_the_terminal(call: Call) -> None:
    """What programs are given may be passed on, so it holds only what the dossier holds."""
    assert harbour.SAYS["fire-deaths"] not in json.dumps(as_data(call, "fire-deaths"))


def test_a_fact_whose_words_are_gone_says_so(call: Call, house: House) -> None:
    """A changed article is no reason to show other words as the fact's."""
    path = house.dossier("harbour") / "article.txt"
    path.write_text(harbour.ARTICLE.replace("three", "seven"), encoding="utf-8")
    said = call("explain", "fire-deaths")[1]
    assert "other words stand there now" in said
    assert any("article" in line for line in as_data(call, "fire-deaths")["held_against"])
    path.unlink()
    assert "the article is not at hand" in call("explain", "fire-deaths")[1]


@pytest.mark.parametrize(
    ("name", "kind", "how"),
    [("union", "actor", "says union-deaths"), ("harbour", "place", "happens there fire-deaths")],
)
def test_actors_and_places_are_explained_by_the_facts_that_name_them(
    call: Call, name: str, kind: str, how: str
) -> None:
    """Their own place, their facts, their pages."""
    answer = as_data(call, name)
    assert answer["kind"] == kind
    assert how in [f"{fact['how']} {fact['fact']}" for fact in answer["facts"]]
    assert f"{kind}-{name}" in {one["anchor"] for one in answer["shown"] if one["as"] == "its own entry"}


def test_a_slip_in_an_id_is_met_with_the_nearest_of_all_dossiers(call: Call) -> None:
    """Did you mean: the id, what it is, and where."""
    assert call("explain", "fire-death")[::2] == (
        1,
        "fire-death: no fact, actor, place or equipment has this id in harbour\n"
        "  did you mean 'fire-deaths'? (fact of harbour)\n"
        "1 problem; what was published before stays as it was.\n",
    )


def test_an_id_that_several_records_have_is_asked_back(call: Call, house: House) -> None:
    """Both are listed; file/id or --slug says which."""
    places = house.dossier("harbour") / "places.yaml"
    places.write_text(harbour.PLACES + "  - {id: union, name: Union Street, kind: district}\n", encoding="utf-8")
    assert call("explain", "union")[2].startswith(
        "union: 2 records have this id\n"
        "  write file/id, and --slug where that is not enough: actors/union of harbour, places/union of harbour\n"
    )
    assert call("explain", "places/union")[1].startswith("place union of harbour\n")


def test_a_briefing_that_is_not_there_is_refused(call: Call) -> None:
    """A slip in --slug is told before anything is looked up."""
    assert call("explain", "union", "--slug", "harbor")[2].startswith(
        "harbor: no dossier has that name\n  did you mean 'harbour'? there are: harbour\n"
    )


def test_a_dossier_that_cannot_be_read_is_told_with_its_problems(call: Call, house: House) -> None:
    """Nothing is explained from half a dossier."""
    (house.dossier("harbour") / "events.yaml").write_text("facts: [{id: a}]\n", encoding="utf-8")
    code, said, wrong = call("explain", "fire-deaths")
    assert (code, said) == (1, "")
    assert "content/harbour/events.yaml:1:9: 'text' is missing" in wrong


def test_explaining_writes_nothing(call: Call, house: House) -> None:
    """A question changes no byte of the project."""
    before = {path: path.read_bytes() for path in house.root.rglob("*") if path.is_file()}
    call("explain", "fire-deaths")
    assert {path: path.read_bytes() for path in house.root.rglob("*") if path.is_file()} == before
