"""Correcting, adding and removing a fact in the page: only its lines, and nothing that does not hold together."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from onrecord.dossier import load_dossier
from onrecord.pages.review import version
from onrecord.reviewing import Reviewer
from onrecord.reviewing.answers import answer
from onrecord.reviewing.changes import new_id
from onrecord.reviewing.edits import find
from onrecord.reviewing.filled import filled
from tests.reviewing.bridge import TEXT, Town, fact_at, lay
from tests.reviewing.test_desk import changed

BUSES = {
    "text": "About 40 buses take another way.",
    "source": "article",
    "via": "",
    "certainty": "hedged",
    "hedge": "about",
    "cue": "",
    "when.text": "",
    "when.date": "",
    "when.until": "",
    "quantities": ["0"],
    "quantities.0.value": "40",
    "quantities.0.operator": "~",
    "quantities.0.unit": "bus",
    "quantities.0.of": "",
    "quantities.0.text": "About 40",
    "quote.text": "",
    "quote.kind": "direct",
    "where": [],
    "why": "",
}
"""What the form of `events/buses` holds when nobody has touched it."""


@pytest.fixture
def town(tmp_path: Path) -> Town:
    return lay(tmp_path)


def ask(town: Town, path: str, **values: Any) -> dict[str, Any]:
    """What the page is told, with the record's version as it is now."""
    if "record" in values and "version" not in values:
        dossier, problems = load_dossier(town.folder, town.desk.root)
        assert dossier, problems
        found = find(dossier.files, values["record"])
        assert found
        values["version"] = version(found[1])
    made = answer(path, values, desk=town.desk, reviewer=Reviewer(town.folder / "name", "jm"))
    return dict(made.values)


def correct(town: Town, *, insist: Any = False, **fields: Any) -> dict[str, Any]:
    form = {**BUSES, **{name.replace("__", "."): value for name, value in fields.items()}}
    return ask(town, "/correct", record="events/buses", form=form, insist=insist)


def at_field(told: dict[str, Any]) -> dict[str, str]:
    """Each message by its field."""
    assert told["done"] is False
    return {trouble["key"]: trouble["message"] for trouble in told["here"]}


def test_a_form_that_nobody_touched_changes_nothing(town: Town) -> None:
    """Every key that it shows comes back as it was."""
    before = town.all()
    told = correct(town)
    assert told["said"] == "nothing was changed; nothing was written"
    assert town.all() == before


def test_a_changed_text_is_one_changed_line(town: Town) -> None:
    """Quotation marks, remarks and all other lines stay; with a reason, a line says who and why."""
    text = town.read("events")
    assert correct(town, text="About 40 buses go another way.")["said"] == "buses corrected"
    assert changed(text, town.read("events")) == [
        '-    text: "About 40 buses take another way."',
        '+    text: "About 40 buses go another way."',
    ]
    told = correct(town, text="About 40 buses go round.", why=" They go round. ", reviewed="on")
    assert told["done"]
    assert changed(text, town.read("events")) == [
        '-    text: "About 40 buses take another way."',
        '+    text: "About 40 buses go round."',
        "+    reviewed: {by: jm, on: 2026-11-22}",
        "+    corrected: {why: They go round., by: jm, on: 2026-11-22}",
    ]


def test_several_fields_at_once(town: Town) -> None:
    """Source, time and place: a date that is written is as precise as it is written."""
    text = town.read("events")
    told = correct(
        town, source="city", certainty="attributed", cue="said", when__text="Monday", when__date="2026-11-16"
    )
    assert told["said"] == "buses corrected", told
    assert changed(text, town.read("events")) == [
        "-    source: article",
        "-    certainty: hedged",
        "+    source: city",
        "+    cue: said",
        "+    certainty: attributed",
        "+    when: {text: Monday, date: 2026-11-16, precision: day}",
    ]


@pytest.mark.parametrize(
    ("fields", "key", "message"),
    [
        ({"text": "  "}, "text", "nothing stands here"),
        ({"quantities__0__value": "forty"}, "quantities/0/value", "'forty' is not a number"),
        ({"quantities__0__value": "1,500"}, "quantities/0/value", "'1,500' is not a number"),
        ({"when__text": "Monday", "when__date": "16.11.2026"}, "when/date", "'16.11.2026' is not a date"),
        ({"when__date": "2026-11-16"}, "when/text", "nothing stands here"),
        ({"quote__text": "Forty buses at least"}, "quote/text", "“Forty buses at least” is not in the article"),
        ({"quantities__0__value": "14"}, "quantities/0/value", None),
    ],
)
def test_what_does_not_hold_is_told_at_its_field_and_not_written(
    town: Town, fields: dict[str, str], key: str, message: str | None
) -> None:
    """The same words as `check` has for it."""
    before = town.all()
    told = at_field(correct(town, **fields))
    assert key in told
    assert message in (None, told[key])
    assert town.all() == before


def test_an_id_that_nobody_has_is_told(town: Town) -> None:
    """A page that was tampered with, or an actor that is gone, makes no dangling reference."""
    before = town.all()
    assert at_field(correct(town, source="nobody"))["source"] == "no actor has the id 'nobody'"
    assert town.all() == before


def test_a_doubt_can_be_overruled_with_a_reason(town: Town) -> None:
    """It is then settled by its name, so that `check` is silent from now on."""
    before = town.all()
    first = correct(town, quantities__0__value="14", quantities__0__text="14")
    assert not first["sure"]
    assert first["here"][0]["mend"].endswith("if it is right, say why and save all the same")
    second = at_field(correct(town, insist=True, quantities__0__value="14", quantities__0__text="14"))
    assert second["why"] == "a doubt is settled with a reason"
    assert town.all() == before
    third = correct(town, insist=True, quantities__0__value="14", quantities__0__text="14", why="I counted.")
    assert third["done"], third
    assert "    settled: [number]\n" in town.read("events")
    assert "value: 14" in town.read("events")


def test_what_would_not_load_cannot_be_insisted_on(town: Town) -> None:
    """A fact without a text is no fact, however sure somebody is."""
    before = town.all()
    assert correct(town, insist=True, text="", why="I am sure.")["sure"]
    assert town.all() == before


def test_a_problem_that_was_there_before_stands_in_nobodys_way(town: Town) -> None:
    """Only what the change itself would make wrong is told."""
    path = town.folder / "events.yaml"
    path.write_text(town.read("events").replace("source: city  ", "source: ctiy  "), encoding="utf-8")
    assert correct(town, text="About 40 buses go another way.")["done"]


def test_undo_takes_a_correction_back_to_the_byte(town: Town) -> None:
    """All lines of it at once."""
    before = town.all()
    assert correct(town, text="About 40 buses go round.", why="They go round.", reviewed="on")["done"]
    assert ask(town, "/undo")["said"] == "undone: buses corrected"
    assert town.all() == before


def test_a_stale_form_is_refused_and_shows_what_the_file_says_now(town: Town) -> None:
    """Both versions are then before the person: theirs in the form, the file's beside it."""
    path = town.folder / "events.yaml"
    path.write_text(town.read("events").replace("hedge: about", "hedge: some"), encoding="utf-8")
    before = town.all()
    told = ask(town, "/correct", record="events/buses", version="00000000", form=BUSES)
    assert told["said"] == "buses has changed in events.yaml since this page showed it; nothing was written"
    assert "hedge: some\n" in told["now"]
    assert town.all() == before


def added(town: Town, words: str, **fields: Any) -> dict[str, Any]:
    start = TEXT.index(words)
    form = {"file": "events", "text": "Nobody was hurt.", "source": "article", "certainty": "asserted", **fields}
    return ask(town, "/add", start=start, end=start + len(words), words=words, form=form)


def test_a_fact_is_added_on_selected_words(town: Town) -> None:
    """With an id made of its words and the place in the article; white space around the selection is not in it."""
    text = town.read("events")
    told = added(town, " Nobody was hurt", reviewed="on")
    assert (told["said"], told["record"]) == ("nobody-was-hurt added", "events/nobody-was-hurt")
    assert changed(text, town.read("events")) == [
        "+",
        "+  - id: nobody-was-hurt",
        "+    text: Nobody was hurt.",
        "+    source: article",
        "+    certainty: asserted",
        f"+    at: {fact_at('Nobody was hurt', 'P2S2')}",
        "+    reviewed: {by: jm, on: 2026-11-22}",
    ]
    dossier, _ = load_dossier(town.folder, town.desk.root)
    assert dossier
    assert new_id(dossier, "Nobody was hurt!") == "nobody-was-hurt-2"


def test_a_fact_is_filed_where_its_words_stand(town: Town) -> None:
    """In reading order among the facts of its page; a file that was not there is made."""
    assert added(town, "The bridge", text="The bridge over the Moss.", source="city", certainty="attributed")["done"]
    ids = [line.partition("id: ")[2] for line in town.read("events").splitlines() if "- id:" in line]
    assert ids == ["bridge-closed", "the-bridge-over-the", "buses"]
    told = added(town, "Nobody was hurt", file="background")
    assert told["done"], told
    assert "# What was known before." in town.read("background")


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (0, 5, "WRONG"),
        (-1, 4, "KRON"),
        (0, 9999, "KRONBURG"),
        (5, 5, ""),
        (0, 8, "KRONBURG"),
        (10**12, 10**12 + 1, "x"),
    ],
)
def test_words_that_are_not_the_articles_make_no_fact(town: Town, start: int, end: int, words: str) -> None:
    """Neither others than the page showed, nor a dateline."""
    before = town.all()
    told = ask(town, "/add", start=start, end=end, words=words, form={"file": "events", "text": "x"})
    assert told["said"].endswith("nothing was written")
    assert town.all() == before


def test_a_fact_is_moved_to_the_words_that_are_selected(town: Town) -> None:
    """Its place is the one line that changes; words that it does not bear out are doubted."""
    text = town.read("events")
    chosen = "bridge over the Moss was closed on Monday"
    start = TEXT.index(chosen)
    values = {"start": start, "end": start + len(chosen), "words": chosen}
    assert ask(town, "/place", record="events/bridge-closed", **values)["said"] == "bridge-closed has a new place"
    assert changed(text, town.read("events")) == [
        f"-    at: {fact_at('The ' + chosen, 'P1S1')}",
        f"+    at: {fact_at(chosen, 'P1S1')}",
    ]
    start = TEXT.index("Nobody was hurt")
    values = {"start": start, "end": start + 15, "words": "Nobody was hurt"}
    assert (
        ask(town, "/place", record="events/buses", **values)["here"][0]["message"]
        == "'40': no such number where it stands"
    )


def test_a_removed_fact_goes_from_every_list(town: Town) -> None:
    """No takeaway and no link is left dangling; its remark keeps it in the file until a person decides."""
    briefing = town.folder / "briefing.yaml"
    lines = [
        "takeaways:",
        "  - {text: Closed., facts: [bridge-closed]}",
        "  - {text: Both., facts: [buses, no-choice]}",
    ]
    briefing.write_text(town.read("briefing") + "\n".join([*lines, ""]), encoding="utf-8")
    told = ask(town, "/reject", record="reactions/no-choice")
    assert told["said"] == "no-choice removed"
    assert "no-choice" not in town.read("reactions")
    assert "{text: Both., facts: [buses]}" in town.read("briefing")
    before = town.all()
    told = ask(town, "/reject", record="events/buses")
    assert told["said"] == "nothing was written"
    assert "a remark stands in what would be removed" in told["problems"][0]
    assert town.all() == before
    assert ask(town, "/undo")["said"] == "undone: no-choice removed"
    assert "{text: Both., facts: [buses, no-choice]}" in town.read("briefing")


def test_an_actor_who_still_says_something_cannot_be_removed(town: Town) -> None:
    """However much somebody insists: a fact without its source is none."""
    before = town.all()
    told = ask(town, "/reject", record="actors/city", insist=True)
    assert told["sure"]
    assert "no actor has the id 'city'" in told["elsewhere"][0]
    assert town.all() == before


def test_the_forms_of_all_facts_come_back_as_they_went(town: Town) -> None:
    """What the form shows of the committed dossiers says the same when it is sent back untouched."""
    root = Path(__file__).parents[2]
    for slug in ("savinja-flood", "hamedan"):
        dossier, problems = load_dossier(root / "content" / slug, root)
        assert dossier, problems
        for fact in dossier.facts.values():
            assert filled(fact.as_yaml(), _form_of(fact.as_yaml())) == (fact, ())


def _form_of(fact: dict[str, Any]) -> dict[str, Any]:
    """The fields of a form as a browser would send them."""
    when, quote, rows = fact.get("when", {}), fact.get("quote", {}), fact.get("quantities", [])
    form: dict[str, Any] = {name: fact.get(name, "") for name in ("text", "source", "via", "cue", "certainty", "hedge")}
    form |= {f"when.{key}": when.get(key, "") for key in ("text", "date", "until")}
    form |= {"quote.text": quote.get("text", ""), "quote.kind": quote.get("kind", "direct")}
    form |= {"where": fact.get("where", []), "quantities": [str(n) for n in range(len(rows))]}
    for n, row in enumerate(rows):
        value = row["value"]
        shown = " to ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)
        form[f"quantities.{n}.value"] = shown
        form[f"quantities.{n}.operator"] = row.get("operator", "=")
        form |= {f"quantities.{n}.{key}": row.get(key, "") for key in ("unit", "of", "text")}
    return form
