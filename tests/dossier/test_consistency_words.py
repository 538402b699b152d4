"""What the consistency checks read: their lexicons hold what the checks expect, and derivations are plain."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
import yaml

from onrecord.article import article_of_text
from onrecord.dossier import consistency
from onrecord.dossier.consistency.figures import NUMBER, figure
from onrecord.dossier.consistency.lexicons import lexicon
from onrecord.model import Briefing, Consistency, Dossier, EventType, Files, Publication

CASES = Path(__file__).parents[1] / "cases"
WORDS = lexicon("words")


def every_check() -> list[Consistency]:
    """All checks of all rows of tests/cases."""
    made: list[Consistency] = []
    for path in sorted(CASES.glob("consistency-*.yaml")):
        for row in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader):
            article = article_of_text(row["text"], name="case.txt", published=row.get("published"))
            source = Publication(id="case", published=article.published, rights="own")
            files = Files(briefing=Briefing(title=row.get("title", "Case"), sources=(source,)))
            made += consistency(Dossier("case", files), article)
    return made


def test_every_check_says_how_it_was_worked_out_and_why_it_cannot_be_decided() -> None:
    """Steps are sentences; a reason stands where nothing was decided, and only there."""
    checks = every_check()
    assert len(checks) > 70
    for check in checks:
        assert check.claim.strip() == check.claim
        assert check.derivation
        assert all(step[0].isupper() or step[0].isdigit() or step[0] in "($€£−" for step in check.derivation), check
        assert all(step.endswith(".") for step in check.derivation), check
        assert (check.why is not None) == (check.result == "cannot be decided"), check
        shown = " ".join((check.claim, *check.derivation))
        assert not re.search(r"  |\bNone\b(?! of)|\bnan\b|\binf\b|e[+-]\d", shown), check


def test_checking_twice_gives_the_same_checks() -> None:
    """No clock, no network, no chance."""
    assert every_check() == every_check()


def test_units_of_one_kind_have_sizes_and_no_spelling_has_two_meanings() -> None:
    """A spelling that two units share would be worked out wrongly."""
    spellings = [s for units in lexicon("measures").values() for unit in units.values() for s in unit["spellings"]]
    assert len(spellings) == len(set(spellings)) > 60
    for units in lexicon("measures").values():
        for unit in units.values():
            assert float(unit["size"]) > 0
            assert float(unit.get("most", unit["size"])) >= float(unit["size"])


def test_the_calendar_of_the_lexicon_is_whole() -> None:
    """Seven days, twelve months, each month by its name first."""
    assert len(WORDS["days"]) == 7
    assert [names[0][:3] for names in WORDS["months"]] == [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]  # fmt: skip


def test_words_for_events_name_kinds_of_events() -> None:
    """As the model knows them."""
    assert set(WORDS["events"]) <= set(get_args(EventType))
    assert set(WORDS["effects"]) == {"dead", "hurt", "missing", "held"}
    assert set(WORDS["up"]).isdisjoint(WORDS["down"])


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1,200 of 3.5 million people and twenty-three others", [1200, 3_500_000, 23]),
        ("Sixty-two men", [62]),
        ("$40 and 40 dollars", [40]),
        ("the Tu-22M3 and the MiG-29", []),
        ("version 1.2.3 of 7up", []),
        ("10-12 days", [10]),
    ],
)
def test_numbers_are_read_as_printed(text: str, numbers: list[float]) -> None:
    """Digits and words; nothing out of a name, a sum of money or a range's end."""
    assert [figure(match).value for match in re.findall(NUMBER, text)] == numbers
