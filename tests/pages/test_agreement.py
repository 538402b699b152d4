"""Do the figures agree? The section on the page of disputes, and in the download."""

from __future__ import annotations

import json
import re
from html import unescape

from onrecord.model import Briefing, Consistency, Dossier, Files
from onrecord.pages import render
from onrecord.pages.downloads import downloads

WRONG = Consistency("units", "10 meters, given as 93 feet", ("10 × 3.281 = 32.81.",), "does not fit", facts=("hurt",))
OPEN = Consistency(
    "set", "Two towns, 3 names", ("Two.",), "cannot be decided", "a name may be two", facts=("hurt", "oil")
)
RIGHT = Consistency("count", "31 hurt in the headline", ("31.",), "fits", facts=("hurt",), places=("visby",))
LOOSE = Consistency("units", "5 feet, given as 9 meters", ("No.",), "does not fit", sentences=("P9S9",))


def disputes(dossier: Dossier, *checks: Consistency) -> str | None:
    return render(dossier, checks=checks).rendered.files.get("disputes.md")


def words(text: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", text)).split())


def bare(ferry: Dossier) -> Dossier:
    """The same dossier without anything disputed."""
    briefing = ferry.briefing.model_copy(update={"disputes": ()})
    files = ferry.files.model_copy(update={"briefing": briefing})
    loose = {"denies": (), "contradicts": ()}
    for name in ("events", "military", "reactions", "background"):
        held = getattr(files, name)
        facts = tuple(fact.model_copy(update=loose) for fact in held.facts)
        files = files.model_copy(update={name: held.model_copy(update={"facts": facts})})
    return Dossier("ferry", files, None, ferry.positions)


def test_what_does_not_fit_comes_first_and_what_fits_is_folded(ferry: Dossier) -> None:
    """Each with its derivation, its reason and its facts."""
    page = disputes(ferry, WRONG, OPEN, RIGHT)
    assert page
    assert (
        page.index("10 meters, given as 93 feet")
        < page.index("Two towns, 3 names")
        < page.index('<details class="checked"')
    )
    assert page.index('<details class="checked"') < page.index("31 hurt in the headline")
    assert "Why it cannot be decided: a name may be two." in words(page)
    assert "Fits: 1 check" in words(page)


def test_a_check_names_the_voices_and_links_the_facts_and_pins(ferry: Dossier) -> None:
    """No figure of a source stands there without the source."""
    page = disputes(ferry, OPEN, RIGHT)
    assert page
    shown = page[page.index("Two towns") :]
    assert "On the word of Cmdr. Maria Lind · Swedish Coast Guard" in words(shown)
    assert 'href="timeline.html#fact-hurt"' in shown
    assert 'href="background.html#fact-oil"' in shown
    assert 'href="places.html#place-visby"' in shown


def test_where_nothing_is_disputed_only_what_does_not_fit_makes_the_page(ferry: Dossier) -> None:
    """Figures that agree are no reason for a page of disputes."""
    quiet = bare(ferry)
    assert disputes(quiet, OPEN, RIGHT) is None
    assert disputes(quiet, WRONG) is not None


def test_a_check_of_words_that_no_fact_tells_is_not_published(ferry: Dossier) -> None:
    """A reader could not see who says so; the editor's private page has it."""
    page = disputes(ferry, LOOSE, RIGHT)
    assert page
    assert "5 feet" not in page
    assert disputes(bare(ferry), LOOSE) is None


def test_a_tension_that_stands_among_the_disputes_is_not_told_again(ferry: Dossier) -> None:
    """The dispute shows both sides already."""
    twice = Consistency("presence", "none stayed, some are there", ("One.",), "cannot be decided", "it may be",
                        facts=("captain-blames", "union-denies"))  # fmt: skip
    page = disputes(ferry, twice, RIGHT)
    assert page
    assert "none stayed" not in page.lower()


def test_hostile_words_of_a_check_are_words(ferry: Dossier) -> None:
    """Claims hold words of the article."""
    hostile = Consistency("set", "<script>x</script> *y*", ("<b>z</b>.",), "does not fit", facts=("hurt",))
    page = disputes(ferry, hostile)
    assert page
    assert "<script>" not in page
    assert "<b>" not in page


def test_the_download_carries_the_checks_with_their_sources(ferry: Dossier) -> None:
    """The same ones as the page."""
    data = json.loads(downloads(ferry, (), (WRONG, LOOSE))["data/briefing.json"])
    assert [check["claim"] for check in data["checks"]] == ["10 meters, given as 93 feet"]
    assert data["checks"][0]["source_labels"] == ["Cmdr. Maria Lind"]
    assert data["checks"][0]["result"] == "does not fit"


def test_no_checks_no_section(ferry: Dossier) -> None:
    """A dossier without figures has no heading for them."""
    page = disputes(ferry)
    assert page
    assert "Do the figures agree?" not in page
    empty = Files(briefing=Briefing(title="Nothing", sources=ferry.briefing.sources))
    assert disputes(Dossier("empty", empty)) is None
