"""Corrections are read off the difference between the files and what was found."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.dossier import corrections
from onrecord.model import (
    Actor,
    ActorsFile,
    At,
    Briefing,
    Corrected,
    Dispute,
    Dossier,
    Fact,
    FactsFile,
    Files,
    Found,
    Publication,
    Quantity,
    Reviewed,
    Takeaway,
    Taken,
)

BRIEFING = Briefing(title="Port closed", sources=(Publication(id="wire"),))
CLOSED = Fact(id="closed", text="At least 4 ships were held.", source="police", certainty="attributed")
POLICE = Actor(id="police", name="the police", kind="government")


def dossier(was: Files, now: Files) -> Dossier:
    return Dossier("port", now, Found(article=Taken(sha256="0" * 64, words=9), extractor="x", files=was))


def files(*facts: Fact, briefing: Briefing = BRIEFING, **others: Any) -> Files:
    return Files(briefing=briefing, events=FactsFile(facts=facts), **others)


def changed(**fields: Any) -> Fact:
    return CLOSED.model_copy(update=fields)


def made(was: Files, now: Files) -> list[tuple[str, str, str | None, str | None, str | None]]:
    return [(c.kind, c.record, c.field, c.was, c.now) for c in corrections(dossier(was, now))]


def test_what_nobody_changed_is_no_correction() -> None:
    """Equal records give no corrections."""
    assert made(files(CLOSED), files(CLOSED)) == []


def test_a_changed_source_is_a_correction_with_was_and_now() -> None:
    """Each field that differs is one correction."""
    assert made(files(CLOSED), files(changed(source="mayor"))) == [
        ("correction", "closed", "source", "police", "mayor")
    ]


def test_why_who_and_when_come_from_the_record() -> None:
    """`corrected` in the record says why, by whom and when."""
    now = changed(source="mayor", corrected=Corrected(why="She said it", by="jm", on="2026-11-22"))
    (correction,) = corrections(dossier(files(CLOSED), files(now)))
    assert (correction.why, correction.by, correction.on) == ("She said it", "jm", "2026-11-22")


@pytest.mark.parametrize(
    "text",
    [
        "Four or more ships were held.",
        "About 4 ships were held.",
        "At least 5 ships were held.",
        "4 ships were held.",
        "At least 4 ships were not held.",
        "At least 4 ships were perhaps held.",
        "At least 4 ships weren’t held.",
    ],
)
def test_a_text_that_says_something_else_is_a_correction(text: str) -> None:
    """A number, a reservation or a negation that comes or goes is more than wording."""
    assert made(files(CLOSED), files(changed(text=text)))[0][0] == "correction"


@pytest.mark.parametrize("text", ["Ships held: at least 4.", "At least four vessels were kept in the port."])
def test_a_text_that_says_the_same_is_wording(text: str) -> None:
    """Numbers, reservations and negation are the same, in digits or in words."""
    assert made(files(CLOSED), files(changed(text=text)))[0][0] == "wording"


def test_a_text_is_no_wording_when_the_source_changes_too() -> None:
    """New words under another source are another statement."""
    now = changed(text="Ships held: at least 4.", source="mayor")
    assert {kind for kind, *_ in made(files(CLOSED), files(now))} == {"correction"}


def test_a_value_is_shown_as_one_line_of_yaml() -> None:
    """Lists and groups read as they stand in the file."""
    now = changed(quantities=(Quantity(value=4, unit="ship", operator=">="),), where=("the-port",))
    assert made(files(CLOSED), files(now)) == [
        ("correction", "closed", "where", None, "[the-port]"),
        ("correction", "closed", "quantities", None, '[{value: 4, unit: ship, operator: ">="}]'),
    ]


def test_a_record_of_the_person_is_an_addition() -> None:
    """What was not found and stands there now was added."""
    assert made(files(), files(CLOSED)) == [("addition", "closed", None, None, "At least 4 ships were held.")]


def test_a_record_that_is_gone_is_a_rejection() -> None:
    """What was found and stands there no more was rejected."""
    assert made(files(CLOSED), files()) == [("rejection", "closed", None, "At least 4 ships were held.", None)]


def test_a_record_that_moved_to_another_file_is_not_corrected() -> None:
    """The page a fact stands on is an editor's choice."""
    assert made(files(CLOSED), Files(briefing=BRIEFING, background=FactsFile(facts=(CLOSED,)))) == []


def test_reviewing_a_record_is_not_correcting_it() -> None:
    """Marks of review and the place in the article say nothing new."""
    at = At(sentence="P1S1", start=0, end=4, hash="0a1b2c3d")
    assert made(files(CLOSED), files(changed(reviewed=Reviewed(by="jm", on="2026-11-22"), at=at))) == []


def test_newest_come_first_and_undated_last() -> None:
    """Readers look for what is new."""

    def on(day: str | None, name: str) -> Fact:
        return changed(id=name, source="mayor", corrected=Corrected(why="w", on=day))

    was = files(*(changed(id=name) for name in ("a", "b", "c")))
    now = files(on("2026-11-20", "a"), on(None, "b"), on("2026-11-22", "c"))
    assert [record for _, record, *_ in made(was, now)] == ["c", "a", "b"]


def test_actors_are_corrected_like_facts() -> None:
    """Every record with an id is compared."""
    was = files(actors=ActorsFile(actors=(POLICE,)))
    now = files(actors=ActorsFile(actors=(POLICE.model_copy(update={"role": "port police"}),)))
    assert made(was, now) == [("correction", "police", "role", None, "port police")]


def test_the_briefing_is_corrected_key_by_key() -> None:
    """A title is known by its key, a dispute by its id, a takeaway by its words."""
    dispute = Dispute(id="when", question="When?", facts=("a", "b"))
    takeaway = Takeaway(text="The port closed.", facts=("closed",))
    now = BRIEFING.model_copy(update={"title": "Port shut", "disputes": (dispute,), "takeaways": (takeaway,)})
    assert made(files(), files(briefing=now)) == [
        ("wording", "title", "title", "Port closed", "Port shut"),
        ("addition", "takeaways", None, None, "The port closed."),
        ("addition", "when", None, None, "When?"),
    ]


def test_a_takeaway_in_other_words_is_the_same_takeaway() -> None:
    """A line of the overview has no id: the facts it is bound to say which one it is."""
    was = BRIEFING.model_copy(update={"takeaways": (Takeaway(text="The port was closed.", facts=("closed",)),)})
    now = BRIEFING.model_copy(update={"takeaways": (Takeaway(text="The port closed.", facts=("closed",)),)})
    assert made(files(briefing=was), files(briefing=now)) == [
        ("wording", "takeaways", "text", "The port was closed.", "The port closed.")
    ]


def test_a_dossier_by_hand_has_no_corrections() -> None:
    """Without an extraction there is nothing to correct."""
    assert corrections(Dossier("port", files(CLOSED))) == ()
