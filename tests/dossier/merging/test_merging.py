"""What happens to a fact when people and the extractor meet on it, case by case."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from onrecord.dossier import dump_found, load_dossier, load_found, merge, write_files
from onrecord.dossier.merging.remembering import open_clashes
from onrecord.dossier.merging.three import Outcome, three_way
from onrecord.model import (
    Actor,
    ActorsFile,
    At,
    Briefing,
    Dossier,
    Fact,
    FactsFile,
    Files,
    Found,
    FoundSentence,
    Publication,
    Quantity,
    Reviewed,
    Takeaway,
    Taken,
    text_hash,
)

FIRST = "The port closed on Monday. The mayor blamed a storm, and the harbor office counted seven boats lost."
PEOPLE = ("harbor-office", "mayor", "police")


def fact(words: str, of: str = FIRST, **fields: Any) -> Fact:
    """A fact on these words of the article."""
    start = of.index(words)
    number = of[:start].count(". ") + 1
    at = At(sentence=f"P1S{number}", start=start, end=start + len(words), hash=text_hash(words))
    given = {"id": words.split()[1], "text": f"{words}.", "source": "mayor", "certainty": "attributed", "at": at}
    return Fact.model_validate({**given, **fields})


def found(*facts: Fact, text: str = FIRST, **briefing: Any) -> Found:
    """An extraction of these facts; actors are those that speak."""
    sentences, start = [], 0
    for number, words in enumerate(text.replace(". ", ".\n").split("\n"), 1):
        start = text.index(words, start)
        sentences.append(FoundSentence(id=f"P1S{number}", start=start, end=start + len(words), hash=text_hash(words)))
    speakers = sorted({f.source for f in facts})
    files = Files(
        briefing=Briefing(title="Port", sources=(Publication(id="wire", rights="own"),), **briefing),
        actors=ActorsFile(actors=tuple(Actor(id=name, name=name.title(), kind="group") for name in speakers)),
        events=FactsFile(facts=facts),
    )
    return Found(
        article=Taken(sha256=text_hash(text) * 8, words=9), extractor="x 1", sentences=tuple(sentences), files=files
    )


CLOSED = fact("The port closed on Monday", id="port-close")
BLAMED = fact("The mayor blamed a storm", id="mayor-blame")
SEVEN = fact(
    "the harbor office counted seven boats lost",
    id="boats-lose",
    source="harbor-office",
    quantities=(Quantity(value=7, unit="boat"),),
)
BASE = found(CLOSED, BLAMED, SEVEN)


def edited(*facts: Fact, base: Found = BASE, **more: Any) -> Dossier:
    """The dossier after a person left these facts in it."""
    assert base.files is not None
    update = {"events": FactsFile(facts=facts), **more}
    return Dossier("port", base.files.model_copy(update=update), base)


def ids(outcome: Outcome) -> list[str]:
    return [f.id for _, f in outcome.files.facts()]


def one(outcome: Outcome, identifier: str) -> Fact:
    return next(f for _, f in outcome.files.facts() if f.id == identifier)


def but(record: Fact, **fields: Any) -> Fact:
    return record.model_copy(update=fields)


def test_each_side_changes_another_field_of_one_record() -> None:
    """Both stand, and nothing is told as a clash."""
    mine = but(CLOSED, text="The port was shut on Monday.")
    outcome = three_way(edited(mine, BLAMED, SEVEN), found(but(CLOSED, cue="said"), BLAMED, SEVEN))
    assert (one(outcome, "port-close").text, one(outcome, "port-close").cue) == (mine.text, "said")
    assert outcome.clashes == ()


def test_a_correction_that_the_extractor_came_to_share_is_not_undone_later() -> None:
    """Eight, then both eight, then the extractor says nine: the person's eight stands, and it is told."""
    eight, nine = ((Quantity(value=n, unit="boat"),) for n in (8, 9))
    dossier = edited(CLOSED, BLAMED, but(SEVEN, quantities=eight))
    shared = three_way(dossier, found(CLOSED, BLAMED, but(SEVEN, quantities=eight)))
    assert shared.clashes == ()
    after = three_way(Dossier("port", shared.files, shared.found), found(CLOSED, BLAMED, but(SEVEN, quantities=nine)))
    assert one(after, "boats-lose").quantities == eight
    assert [(c.record, c.field) for c in after.clashes] == [("boats-lose", "quantities")]


def test_what_a_person_corrected_is_no_news_when_it_is_found_again() -> None:
    """Seven was corrected to eight; the extractor says seven for the second time."""
    eight = (Quantity(value=8, unit="boat"),)
    shared = three_way(
        edited(CLOSED, BLAMED, but(SEVEN, quantities=eight)), found(CLOSED, BLAMED, but(SEVEN, quantities=eight))
    )
    again = three_way(Dossier("port", shared.files, shared.found), BASE)
    assert one(again, "boats-lose").quantities == eight
    assert again.clashes == ()


def test_a_reviewed_fact_keeps_what_a_person_vouched_for() -> None:
    """They compared the line with the article: another line is asked about, not written."""
    seen = but(CLOSED, reviewed=Reviewed(by="jm", on="2026-11-22"))
    outcome = three_way(edited(seen, BLAMED, SEVEN), found(but(CLOSED, text="The port shut."), BLAMED, SEVEN))
    assert one(outcome, "port-close").text == CLOSED.text
    assert [(c.field, c.new) for c in outcome.clashes] == [("text", "The port shut.")]


def test_a_rejected_fact_stays_rejected_in_other_words() -> None:
    """The extractor words it, cuts it and names it otherwise: the same words of the article are the same fact."""
    other = fact("The mayor blamed a storm, and", id="mayor-accuse", text="The mayor put it down to a storm.")
    outcome = three_way(edited(CLOSED, SEVEN), found(CLOSED, other, SEVEN))
    assert ids(outcome) == ["port-close", "boats-lose"]


def test_a_rejected_fact_stays_rejected_after_a_pause() -> None:
    """Not found once, found again: it is not asked about a second time."""
    pause = three_way(edited(CLOSED, SEVEN), found(CLOSED, SEVEN))
    again = three_way(Dossier("port", pause.files, pause.found), BASE)
    assert ids(again) == ["port-close", "boats-lose"]


def test_a_rejected_fact_that_is_split_does_not_come_back_by_halves() -> None:
    """Both halves stand on words that the person removed."""
    halves = fact("The mayor", id="mayor"), fact("blamed a storm", id="storm")
    assert ids(three_way(edited(CLOSED, SEVEN), found(CLOSED, *halves, SEVEN))) == ["port-close", "boats-lose"]


def test_another_fact_of_the_same_sentence_is_still_found() -> None:
    """A rejection is about its own words."""
    new = fact("seven boats lost", id="boats-seven", source="harbor-office")
    base = found(CLOSED, BLAMED)
    outcome = three_way(edited(CLOSED, base=base), found(CLOSED, BLAMED, new))
    assert ids(outcome) == ["port-close", "boats-seven"]


def test_an_id_that_a_person_changed_stays_changed() -> None:
    """The words it stands on tell which fact it is."""
    outcome = three_way(edited(but(CLOSED, id="the-closure"), BLAMED, SEVEN), found(but(CLOSED, cue="said"), BLAMED))
    assert one(outcome, "the-closure").cue == "said"
    assert "port-close" not in ids(outcome)


def test_an_id_is_never_given_to_other_words() -> None:
    """The extractor gives a removed fact's id to a new one: it gets another."""
    base = found(CLOSED, BLAMED)
    new = but(SEVEN, id="mayor-blame")
    assert ids(three_way(edited(CLOSED, base=base), found(CLOSED, new))) == ["port-close", "mayor-blame-2"]


def test_what_a_person_added_and_the_extractor_finds_later_is_there_once() -> None:
    """The person's stands; their words for it stay."""
    mine = fact("The mayor blamed a storm", id="storm", text="The mayor blames a storm.")
    base = found(CLOSED, SEVEN)
    dossier = edited(CLOSED, mine, SEVEN, base=base, actors=ActorsFile(actors=BASE.files.actors.actors))  # type: ignore[union-attr]
    outcome = three_way(dossier, BASE)
    assert ids(outcome) == ["port-close", "storm", "boats-lose"]
    assert one(outcome, "storm").text == mine.text


def test_a_fact_no_longer_found_goes_when_nobody_touched_it() -> None:
    """And the actor that nobody names any more goes with it."""
    outcome = three_way(edited(CLOSED, BLAMED, SEVEN), found(CLOSED, BLAMED))
    assert ids(outcome) == ["port-close", "mayor-blame"]
    assert [actor.id for actor in outcome.files.actors.actors] == ["mayor"]


def test_a_fact_no_longer_found_stays_when_a_person_touched_it() -> None:
    """With the actor it needs; both are told."""
    mine = but(SEVEN, text="Seven boats are lost, the harbor office says.")
    outcome = three_way(edited(CLOSED, BLAMED, mine), found(CLOSED, BLAMED))
    assert one(outcome, "boats-lose") == mine
    assert "harbor-office" in [actor.id for actor in outcome.files.actors.actors]
    assert [(c.kind, c.record, c.field) for c in outcome.clashes] == [
        ("fact", "boats-lose", None),
        ("actor", "harbor-office", None),
    ]


def test_a_fact_that_a_line_of_ours_needs_stays() -> None:
    """A takeaway the person wrote rests on it."""
    assert BASE.files is not None
    briefing = BASE.files.briefing.model_copy(
        update={"takeaways": (Takeaway(text="Seven boats.", facts=("boats-lose",)),)}
    )
    outcome = three_way(edited(CLOSED, BLAMED, SEVEN, briefing=briefing), found(CLOSED, BLAMED))
    assert "boats-lose" in ids(outcome)
    assert outcome.files.briefing.takeaways == briefing.takeaways


def test_a_removed_source_is_replaced_in_what_is_new_too() -> None:
    """The person gave everything of the mayor to the police: a new fact of the mayor follows."""
    turned = but(CLOSED, source="police"), but(BLAMED, source="police")
    actors = tuple(Actor(id=name, name=name.title(), kind="group") for name in ("harbor-office", "police"))
    new = fact("seven boats lost", id="boats-seven")
    outcome = three_way(edited(*turned, SEVEN, actors=ActorsFile(actors=actors)), found(CLOSED, BLAMED, new, SEVEN))
    assert one(outcome, "boats-seven").source == "police"
    assert "mayor" not in [actor.id for actor in outcome.files.actors.actors]


def test_a_new_fact_of_a_removed_source_is_left_out_and_told() -> None:
    """Nobody said who speaks instead."""
    base = found(CLOSED, SEVEN)
    actors = tuple(actor for actor in base.files.actors.actors if actor.id != "mayor")  # type: ignore[union-attr]
    outcome = three_way(edited(SEVEN, base=base, actors=ActorsFile(actors=actors)), found(CLOSED, BLAMED, SEVEN))
    assert ids(outcome) == ["boats-lose"]
    assert [(c.record, c.yours, c.new) for c in outcome.clashes] == [("mayor-blame", None, BLAMED.text)]
    assert three_way(Dossier("port", outcome.files, outcome.found), found(CLOSED, BLAMED, SEVEN)).found == outcome.found


SECOND = "Ships wait. " + FIRST.replace("seven", "nine")


def test_a_paragraph_put_in_changes_no_id_and_moves_every_place() -> None:
    """Also the place of a fact that a person added."""
    text = "Ships wait. " + FIRST
    mine = fact("seven boats", id="mine", text="Boats are lost.", source="mayor")
    outcome = three_way(
        edited(CLOSED, BLAMED, mine, base=found(CLOSED, BLAMED)),
        found(*(fact(f.text.rstrip("."), text, id=f"x-{f.id}") for f in (CLOSED, BLAMED)), text=text),
        text=text,
    )
    moved = {f.id: text[f.at.start : f.at.end] for _, f in outcome.files.facts() if f.at}
    assert moved == {
        "port-close": "The port closed on Monday",
        "mayor-blame": "The mayor blamed a storm",
        "mine": "seven boats",
    }


def test_a_touched_fact_whose_words_are_gone_has_lost_its_place() -> None:
    """It stays, is told, and is not taken for what stands there now."""
    mine = but(SEVEN, text="Seven boats are lost.")
    newer = [fact(w, SECOND) for w in ("The port closed on Monday", "The mayor blamed a storm")]
    outcome = three_way(edited(CLOSED, BLAMED, mine), found(*newer, text=SECOND), text=SECOND)
    assert outcome.lost == (("fact", "boats-lose"),)
    again = three_way(Dossier("port", outcome.files, outcome.found), found(*newer, text=SECOND), text=SECOND)
    assert (again.files, again.found) == (outcome.files, outcome.found)


def test_a_number_that_the_article_updates_is_a_clash_with_the_persons() -> None:
    """The sentence was replaced by another: the same fact, with seven, eight and nine."""
    text = FIRST.replace("seven", "nine")
    nine = but(
        fact("the harbor office counted nine boats lost", text, id="boats-lose", source="harbor-office"),
        quantities=(Quantity(value=9, unit="boat"),),
    )
    mine = but(SEVEN, quantities=(Quantity(value=8, unit="boat"),))
    newer = found(*(fact(f.text.rstrip("."), text, id=f.id) for f in (CLOSED, BLAMED)), nine, text=text)
    outcome = three_way(edited(CLOSED, BLAMED, mine), newer, on="2026-11-23")
    assert one(outcome, "boats-lose").quantities == mine.quantities
    assert [(c.field, c.base, c.new) for c in outcome.clashes] == [
        ("quantities", [{"value": 7, "unit": "boat"}], [{"value": 9, "unit": "boat"}])
    ]


def test_what_an_update_changed_is_remembered_with_its_day() -> None:
    """Nobody had touched the fact: it is updated, and the base tells what it was."""
    text = FIRST.replace("seven", "nine")
    nine = fact("the harbor office counted nine boats lost", text, id="boats-lose", source="harbor-office")
    newer = found(*(fact(f.text.rstrip("."), text, id=f.id) for f in (CLOSED, BLAMED)), nine, text=text)
    outcome = three_way(edited(CLOSED, BLAMED, SEVEN), newer, on="2026-11-23")
    kept = [(u.record, u.field, u.on) for u in outcome.found.decisions.updates if u.kind == "fact"]
    assert kept == [("boats-lose", "text", "2026-11-23"), ("boats-lose", "quantities", "2026-11-23")]


@pytest.mark.parametrize(
    "settled",
    [but(CLOSED, text="The port shut."), but(CLOSED, text="Third words."), but(CLOSED, text="Mine.", kept=("text",))],
    ids=["the new value", "a third one", "kept"],
)
def test_a_clash_is_settled_in_the_yaml(settled: Fact) -> None:
    """By the value now found, by another one, or by saying that yours stands."""
    outcome = three_way(
        edited(but(CLOSED, text="Mine."), BLAMED, SEVEN), found(but(CLOSED, text="The port shut."), BLAMED, SEVEN)
    )
    assert len(open_clashes(outcome.found.decisions, outcome.files)) == 1
    files = outcome.files.model_copy(update={"events": FactsFile(facts=(settled, BLAMED, SEVEN))})
    assert open_clashes(outcome.found.decisions, files) == ()


def test_a_mark_that_settled_a_clash_is_spent_by_the_next_one() -> None:
    """The extractor says something new on the same field: the person is asked again."""
    newer = found(but(CLOSED, text="The port shut."), BLAMED, SEVEN)
    first = three_way(edited(but(CLOSED, text="Mine.", kept=("text",)), BLAMED, SEVEN), newer)
    assert one(first, "port-close").kept == ()
    assert len(open_clashes(first.found.decisions, first.files)) == 1


def test_lines_of_the_overview_in_other_words_stay_and_new_ones_come() -> None:
    """The person chose no lines: they only worded one."""
    lines = [Takeaway(text="The port closed.", facts=("port-close",)), Takeaway(text="Storm.", facts=("mayor-blame",))]
    base = found(CLOSED, BLAMED, SEVEN, takeaways=tuple(lines))
    assert base.files is not None
    mine = Takeaway(text="No ships.", facts=("port-close",))
    briefing = base.files.briefing.model_copy(update={"takeaways": (mine, lines[1])})
    more = Takeaway(text="Seven boats.", facts=("boats-lose",))
    outcome = three_way(
        edited(CLOSED, BLAMED, SEVEN, base=base, briefing=briefing),
        found(CLOSED, BLAMED, SEVEN, takeaways=(lines[0], more)),
    )
    assert outcome.files.briefing.takeaways == (mine, more)
    assert outcome.clashes == ()


def test_who_chose_the_lines_of_the_overview_keeps_the_choice() -> None:
    """A line removed is a choice: a new one is told, not put in."""
    lines = [Takeaway(text="The port closed.", facts=("port-close",)), Takeaway(text="Storm.", facts=("mayor-blame",))]
    base = found(CLOSED, BLAMED, SEVEN, takeaways=tuple(lines))
    assert base.files is not None
    briefing = base.files.briefing.model_copy(update={"takeaways": (lines[0],)})
    more = Takeaway(text="Seven boats.", facts=("boats-lose",))
    outcome = three_way(
        edited(CLOSED, BLAMED, SEVEN, base=base, briefing=briefing),
        found(CLOSED, BLAMED, SEVEN, takeaways=(*lines, more)),
    )
    assert outcome.files.briefing.takeaways == (lines[0],)
    assert [clash.field for clash in outcome.clashes] == ["takeaways"]


def test_a_fact_that_the_extractor_files_elsewhere_moves_unless_touched() -> None:
    """Who edits a fact also keeps its page."""
    assert BASE.files is not None
    moved = BASE.files.model_copy(
        update={"events": FactsFile(facts=(BLAMED,)), "background": FactsFile(facts=(CLOSED, SEVEN))}
    )
    outcome = three_way(edited(but(CLOSED, text="Mine."), BLAMED, SEVEN), BASE.model_copy(update={"files": moved}))
    assert {f.id: name for name, f in outcome.files.facts()} == {
        "port-close": "events",
        "mayor-blame": "events",
        "boats-lose": "background",
    }


def test_what_would_no_longer_pass_the_checks_is_put_back_and_told() -> None:
    """The person called the fact disputed and named the denial; the extractor drops the denial's link."""
    denial = but(BLAMED, denies=("port-close",))
    base = found(but(CLOSED, certainty="disputed"), denial, SEVEN)
    mine = but(CLOSED, certainty="disputed", text="The port is said to have closed.")
    outcome = three_way(edited(mine, denial, SEVEN, base=base), found(but(CLOSED, certainty="disputed"), BLAMED, SEVEN))
    assert one(outcome, "port-close").text == mine.text
    assert one(outcome, "mayor-blame").denies in ((), ("port-close",))


def test_a_merge_through_files_touches_only_what_changes(tmp_path: Path) -> None:
    """Remarks, quoting and order of a person stay; a second merge writes nothing."""
    folder = tmp_path / "content" / "port"
    write_files(folder, merge(folder, tmp_path, BASE).files)
    path = folder / "events.yaml"
    text = path.read_text(encoding="utf-8").replace("certainty: attributed", "certainty: 'attributed'   # sure?")
    path.write_text(text.replace("on Monday.", "on Monday, we hear."), encoding="utf-8")
    before = path.read_text(encoding="utf-8").splitlines()
    newer = found(but(CLOSED, cue="said"), BLAMED, SEVEN)
    write_files(folder, merge(folder, tmp_path, newer).files)
    after = path.read_text(encoding="utf-8").splitlines()
    assert [line for line in after if line not in before] == ["    cue: said"]
    assert [line for line in before if line not in after] == []
    dossier, problems = load_dossier(folder, tmp_path)
    assert (dossier is not None, problems) == (True, ())
    assert not merge(folder, tmp_path, newer).changes


def test_decisions_are_written_and_read_again() -> None:
    """What `found.yaml` holds comes back whole."""
    newer = found(but(CLOSED, text="The port shut."), SEVEN, text=FIRST)
    outcome = three_way(edited(but(CLOSED, text="Mine."), SEVEN), newer, on="2026-11-23")
    assert outcome.found.decisions.edited
    assert outcome.found.decisions.rejected
    assert outcome.found.decisions.clashes
    assert load_found(dump_found(outcome.found)) == outcome.found
