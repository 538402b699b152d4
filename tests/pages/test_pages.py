"""What stands on the pages."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from onrecord.model import Briefing, Correction, Dossier, Files, Publication
from onrecord.pages import render


@pytest.fixture(scope="module")
def files(ferry: Dossier, ferry_corrections: tuple[Correction, ...]) -> Mapping[str, str]:
    return render(ferry, corrections=ferry_corrections).rendered.files


def words(text: str) -> str:
    """Words of a page without tags."""
    return " ".join(re.sub(r"<[^>]*>", " ", text).split())


def test_the_menu_is_in_reading_order(ferry: Dossier, ferry_corrections: tuple[Correction, ...]) -> None:
    """All twelve pages, as the design orders them."""
    assert [title for title, _ in render(ferry, corrections=ferry_corrections).rendered.menu] == [
        "Overview", "What happened", "Military details", "Actors", "Reactions", "Background", "Disputes", "Places",
        "Sources", "Corrections", "Data", "About",
    ]  # fmt: skip


def test_a_page_with_nothing_to_show_is_not_made() -> None:
    """An empty dossier has four pages."""
    files = Files(briefing=Briefing(title="Nothing yet", sources=(Publication(id="a"),)))
    menu = render(Dossier("empty", files)).rendered.menu
    assert [path for _, path in menu] == ["index.md", "sources.md", "data.md", "about.md"]


def test_rendering_twice_gives_the_same_bytes(ferry: Dossier) -> None:
    """Same dossier, same files."""
    assert render(ferry).rendered == render(ferry).rendered


def test_every_page_carries_the_invented_mark(files: Mapping[str, str]) -> None:
    """The theme reads it from each page's front matter."""
    assert all("\ninvented: true\n" in text for path, text in files.items() if path.endswith(".md"))


def test_a_computed_date_stands_beside_the_printed_words(files: Mapping[str, str]) -> None:
    """Tuesday evening stays, with the day it means and how that is known."""
    assert "Tuesday evening (Nov. 4, 2025, computed from the publication date)" in words(files["timeline.md"])


def test_the_hedge_is_shown_as_the_articles_word(files: Mapping[str, str]) -> None:
    """A reservation is part of the block."""
    assert "said with a reservation “perhaps” is the article’s word" in words(files["timeline.md"])


def test_the_place_in_the_article_is_a_sentence_number(files: Mapping[str, str]) -> None:
    """Evidence names sentence, cue, file and line."""
    shown = words(files["timeline.md"])
    assert "Sentence P2S1 Stands in sentence P2S1 of Baltic Sample News" in shown
    assert "Attributed with “insisted”" in shown
    assert "Lives in content/ferry/events.yaml:2" in shown


def test_an_edit_address_becomes_a_link(ferry: Dossier) -> None:
    """With an address pattern the edit note leads to the line."""
    page = render(ferry, edit_url="https://example.org/edit/{file}#L{line}").rendered.files["timeline.md"]
    assert 'href="https://example.org/edit/content/ferry/events.yaml#L2"' in page


def test_an_empty_slot_of_the_grid_is_not_stated(files: Mapping[str, str]) -> None:
    """The grid shows its blanks."""
    assert "Time When not stated" in words(files["military.md"]).replace("T ", "", 1)


def test_the_overview_shows_who_what_when_where_why_how(files: Mapping[str, str]) -> None:
    """Each slot of the grid holds its facts with their sources, and a blank is shown."""
    page = words(files["index.md"])
    assert "H How By what means not stated" in page
    slot = page[page.index("W Where In what place") : page.index("W Why")]
    assert "Hund bank, Gotland — Swedish Coast Guard , said by a source" in slot
    assert "Tuesday evening (Nov. 4, 2025, computed from the publication date) — Swedish Coast Guard" in page


def test_a_briefing_without_a_grid_shows_none() -> None:
    """No blanks are printed where nobody filled a slot."""
    files = Files(briefing=Briefing(title="Nothing yet", sources=(Publication(id="a"),)))
    assert "not stated" not in render(Dossier("empty", files)).rendered.files["index.md"]


def test_timeline_rows_lie_in_bands_from_long_past_to_ahead(files: Mapping[str, str]) -> None:
    """Bands come in the order of time; events without a date come last."""
    headings = re.findall(r"^## (.*?) \{", files["timeline.md"], re.MULTILINE)
    assert headings == ["Long past", "Years before", "The days of the event", "Ahead", "No date stated"]


def test_both_sides_of_a_dispute_stand_in_one_block(files: Mapping[str, str]) -> None:
    """A claim and its denial are in the same block; a contradiction nobody listed gets one too."""
    blocks = files["disputes.md"].split('<div class="dispute">')[1:]
    assert re.findall(r'<article class="fact" data-fact="([^"]+)"', blocks[0]) == ["captain-blames", "union-denies"]
    assert re.findall(r'<article class="fact" data-fact="([^"]+)"', blocks[1]) == ["hospital-hurt", "hurt"]


def test_sources_count_what_rests_on_them(files: Mapping[str, str]) -> None:
    """A relay passes facts on; the article's own voice comes last."""
    shown = words(files["sources.md"])
    assert re.search(r"TT news agency on record (The article’s verbs: [\w, ]+ )?passes on 2 facts", shown)
    assert "a navy officer officer on the minesweeper not named not allowed to speak in public" in shown
    assert "a port worker not named no reason given" in shown
    assert "unchecked: the article was not at hand" in shown


def test_changes_of_wording_are_folded_away(files: Mapping[str, str]) -> None:
    """They stand in a details element, after the corrections."""
    head, _, folded = files["corrections.md"].partition('<details class="fold">')
    assert "The list says 31" in head
    assert "<ins>onto Hund bank</ins>" not in head
    assert "<ins>onto Hund bank</ins>" in folded


def test_a_quotation_inside_the_text_is_not_printed_twice() -> None:
    """Its words stand in the text, marked as a quotation."""
    said = {"id": "f", "text": "“We are sorry,” the line said.", "source": "article", "certainty": "attributed"}
    facts = {"facts": [{**said, "quote": {"text": "We are sorry"}}]}
    files = Files.model_validate({"briefing": {"title": "T", "sources": [{"id": "a"}]}, "events": facts})
    page = render(Dossier("d", files)).rendered.files["timeline.md"]
    assert page.count("We are sorry") == 1
    assert '<q class="quote">“We are sorry,”</q>' in page


def test_a_place_without_coordinates_is_listed_not_pinned(files: Mapping[str, str]) -> None:
    """It has its own table."""
    _, _, unpinned = files["places.md"].partition("## Named&#44; not pinned")
    assert "Hund bank" in unpinned
    assert "no sure coordinates" in unpinned
    assert "Visby" not in words(unpinned).replace("Visby Hospital", "")


def test_a_quotation_inside_a_line_is_marked_once(files: Mapping[str, str]) -> None:
    """The words in quotation marks stand in one element, and no tag is printed as words."""
    assert "“<" not in files["reactions.md"]
    assert files["reactions.md"].count('<q class="quote">“ghost fog”</q>') == 1
    assert not [path for path, text in files.items() if path.endswith(".md") and "&lt;q" in text]
