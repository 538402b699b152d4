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
    Decisions,
    Dispute,
    Dossier,
    Edited,
    Fact,
    FactsFile,
    Files,
    Found,
    Publication,
    Quantity,
    Rejected,
    Rejection,
    Reviewed,
    Takeaway,
    Taken,
    Update,
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


def test_a_text_is_no_wording_when_the_source_changes_too() -> None:
    """New words under another source are another statement."""
    now = changed(text="At least four ships were held.", source="mayor")
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
        ("correction", "title", "title", "Port closed", "Port shut"),
        ("addition", "takeaways", None, None, "The port closed."),
        ("addition", "when", None, None, "When?"),
    ]


def test_a_takeaway_in_other_words_is_the_same_takeaway() -> None:
    """A line of the overview has no id: the facts it is bound to say which one it is."""
    was = BRIEFING.model_copy(update={"takeaways": (Takeaway(text="Port closes.", facts=("closed",)),)})
    now = BRIEFING.model_copy(update={"takeaways": (Takeaway(text="The port closed.", facts=("closed",)),)})
    assert made(files(briefing=was), files(briefing=now)) == [
        ("wording", "takeaways", "text", "Port closes.", "The port closed.")
    ]


def decided(was: Files, now: Files, **decisions: Any) -> list[tuple[str, str, str | None, str | None, str | None]]:
    found = Found(article=Taken(sha256="0" * 64, words=9), extractor="x", files=was, decisions=Decisions(**decisions))
    return [(c.kind, c.record, c.field, c.was, c.now) for c in corrections(Dossier("port", now, found))]


def test_what_a_person_corrected_stays_a_correction_when_the_program_finds_it_too() -> None:
    """The base has moved on; the reader of yesterday's page has not."""
    edited = Edited(kind="fact", record="closed", field="source", was="police")
    later = files(changed(source="mayor"))
    assert decided(later, later, edited=(edited,)) == [("correction", "closed", "source", "police", "mayor")]


def test_a_field_that_a_person_added_first_was_not_there() -> None:
    """What was found when it was changed was nothing."""
    edited = Edited(kind="fact", record="closed", field="hedge", was=None)
    later = files(changed(hedge="perhaps"))
    assert decided(later, later, edited=(edited,)) == [("correction", "closed", "hedge", None, "perhaps")]


def test_a_record_that_was_removed_long_ago_is_still_told() -> None:
    """The program does not find it any more; that a person removed it stays known. What the merge left out is not."""
    gone = Rejected(kind="fact", record="ghost", said="A ghost was seen.")
    left = Rejected(kind="fact", record="none", said="Nobody removed it.", left_out=True)
    assert decided(files(CLOSED), files(CLOSED), rejected=(gone, left)) == [
        ("rejection", "ghost", None, "A ghost was seen.", None)
    ]


def test_a_removed_record_is_told_once() -> None:
    """It stands in the base and among what was decided."""
    gone = Rejected(kind="fact", record="closed", said="At least 4 ships were held.")
    assert len(decided(files(CLOSED), files(), rejected=(gone,))) == 1


def test_the_reason_of_a_rejection_stands_in_the_briefing() -> None:
    """The record is gone: `rejected` in `briefing.yaml` says why, by whom and when."""
    why = Rejection(id="closed", why="The port never closed.", by="jm", on="2026-11-22")
    now = files(briefing=BRIEFING.model_copy(update={"rejected": (why,)}))
    (made,) = corrections(dossier(files(CLOSED), now))
    assert (made.kind, made.record, made.why, made.by, made.on) == (
        "rejection", "closed", "The port never closed.", "jm", "2026-11-22",
    )  # fmt: skip


def test_marks_of_the_editor_are_no_corrections() -> None:
    """`kept` and `rejected` say what a person decided, not what the briefing says."""
    now = files(changed(kept=("text",)), briefing=BRIEFING.model_copy(update={"kept": ("title",)}))
    assert made(files(CLOSED), now) == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (Update(kind="fact", record="closed", field="quantities", was=[{"value": 4}], now=[{"value": 5}]),
         ("update", "closed", "quantities", "[{value: 4}]", "[{value: 5}]")),
        (Update(kind="fact", record="closed", field="text", was="At least four ships were held.", now="x"),
         ("update", "closed", "text", "At least four ships were held.", "x")),
        (Update(kind="fact", record="closed", field="text", was="At least four ships were held.", now=CLOSED.text),
         ("wording", "closed", "text", "At least four ships were held.", CLOSED.text)),
        (Update(kind="fact", record="closed", field="heading", was="One", now="Two"),
         ("filing", "closed", "heading", "One", "Two")),
        (Update(kind="fact", record="new", now={"text": "It opened again."}),
         ("update", "new", None, None, "It opened again.")),
    ],
)  # fmt: skip
def test_what_a_new_version_of_the_article_changed_is_an_update(change: Update, expected: tuple[Any, ...]) -> None:
    """Unless only the words or the listing changed."""
    assert decided(files(CLOSED), files(CLOSED), updates=(change,)) == [expected]


def test_a_dossier_by_hand_has_no_corrections() -> None:
    """Without an extraction there is nothing to correct."""
    assert corrections(Dossier("port", files(CLOSED))) == ()
