"""Edit links: what a page shows leads to the file and line where it lives."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from onrecord.dossier import load_dossier
from onrecord.model import Dossier, Position
from onrecord.pages import in_editor, render

ROOT = Path(__file__).parents[2]
PATTERN = "https://example.org/news/blob/main/{file}#L{line}"
_LINK = re.compile(r'<a class="edit-link" data-edit="([^"]+)" data-what="([^"]+)" href="([^"]+)" aria-label="([^"]+)">')


def dossier_of(slug: str) -> Dossier:
    dossier, problems = load_dossier(ROOT / "content" / slug, ROOT)
    assert dossier is not None, problems
    return dossier


@pytest.fixture(scope="module")
def hamedan() -> Dossier:
    return dossier_of("hamedan")


@pytest.fixture(scope="module")
def linked(hamedan: Dossier) -> Mapping[str, str]:
    """The pages of a briefing whose repository is known."""
    return render(hamedan, edit_url=PATTERN).rendered.files


@pytest.fixture(scope="module")
def plain(hamedan: Dossier) -> Mapping[str, str]:
    """The pages of a briefing whose repository nobody named."""
    return render(hamedan).rendered.files


def links(page: str) -> list[tuple[str, ...]]:
    return _LINK.findall(page)


def lived(place: str) -> str:
    """The words on the line of a place."""
    file, line, column = place.split(":")
    return (ROOT / file).read_text(encoding="utf-8").splitlines()[int(line) - 1][int(column) - 1 :]


def test_every_fact_leads_to_the_line_that_begins_it(hamedan: Dossier, linked: Mapping[str, str]) -> None:
    """The line at the link's place is the one with the fact's id."""
    pages = "\n".join(text for name, text in linked.items() if name.endswith(".md"))
    for fact in hamedan.facts.values():
        place = hamedan.positions[f"{hamedan.file_of[fact.id]}/{fact.id}"]
        assert f'data-edit="{place.file}:{place.line}:{place.column}"' in pages, fact.id
        assert lived(f"{place.file}:{place.line}:{place.column}").startswith(f"id: {fact.id}")


@pytest.mark.parametrize(
    ("page", "what", "count"),
    [
        ("index.md", "this figure", lambda d: len(d.briefing.figures)),
        ("index.md", "this line", lambda d: len(d.briefing.summary) + len(d.briefing.takeaways)),
        ("index.md", "this question", lambda d: len(d.briefing.gaps)),
        ("disputes.md", "this dispute", lambda d: len(d.briefing.disputes)),
        ("military.md", "this equipment", lambda d: len(d.equipment)),
        ("places.md", "this place", lambda d: len(d.places)),
        ("actors.md", "this actor", lambda d: len(d.actors)),
        ("sources.md", "this article", lambda d: len(d.briefing.sources)),
    ],
)  # fmt: skip
def test_every_other_record_has_its_own_link(
    hamedan: Dossier, linked: Mapping[str, str], page: str, what: str, count: object
) -> None:
    """As many places as records, and each on a line that something is written on."""
    places = {place for place, named, _, _ in links(linked[page]) if named == what}
    assert callable(count)
    assert len(places) == count(hamedan) > 0
    assert all(lived(place).strip() for place in places)


def test_a_figure_leads_to_its_label(hamedan: Dossier, linked: Mapping[str, str]) -> None:
    """The place is that of the figure itself, not of the list."""
    places = [place for place, what, _, _ in links(linked["index.md"]) if what == "this figure"]
    assert [hamedan.briefing.figures[n].label in lived(place) for n, place in enumerate(places)] == [True] * len(places)


def test_a_link_says_what_it_edits_and_where(linked: Mapping[str, str]) -> None:
    """Read aloud, a link is not merely "Edit"; its address is the repository's with the line."""
    for page in linked.values():
        for place, what, href, said in links(page):
            file, line, _ = place.split(":")
            assert said == f"Edit {what}: {file.rpartition('/')[2]} line {line}"
            assert href == f"https://example.org/news/blob/main/{file}#L{line}"


def test_without_a_repository_no_link_is_shown_and_the_place_is_plain_text(plain: Mapping[str, str]) -> None:
    """A published page names the line, and no element that looks like a link leads nowhere."""
    assert not any(links(page) for page in plain.values())
    assert "Lives in <code>content/hamedan/events.yaml:" in plain["timeline.md"]
    assert '<p class="edit"><code>content/hamedan/actors.yaml:' in plain["actors.md"]


def test_no_path_of_the_machine_stands_on_a_page(linked: Mapping[str, str], plain: Mapping[str, str]) -> None:
    """Places are below the project, with a repository or without."""
    assert not any(str(ROOT) in page for page in (*linked.values(), *plain.values()))


def test_a_preview_leads_into_the_editor_whatever_was_published(
    linked: Mapping[str, str], plain: Mapping[str, str]
) -> None:
    """The server's own links come out the same from a page with a repository's links and from one without."""
    shown = in_editor(plain["index.md"], "vscode://file/{path}:{line}:{column}", Path("/home/ana/my news"))
    assert shown == in_editor(linked["index.md"], "vscode://file/{path}:{line}:{column}", Path("/home/ana/my news"))
    assert 'href="vscode://file/home/ana/my%20news/content/hamedan/briefing.yaml:' in shown
    assert len(links(shown)) == len(links(linked["index.md"]))


def test_a_preview_without_an_editor_names_the_place(plain: Mapping[str, str]) -> None:
    """Where no editor takes addresses, file and line can be copied."""
    shown = in_editor(plain["index.md"], "", Path("/home/ana/news"))
    assert '<code class="edit-place">content/hamedan/briefing.yaml:' in shown
    assert "edit-link" not in shown


def test_a_page_without_edit_links_stays_as_it_is() -> None:
    """Nothing else on a page is touched."""
    page = '<p><a href="a.html">Edit</a> <a class="edit-linked" data-edit="x:1:1">x</a></p>'
    assert in_editor(page, "edit:{file}", Path("/p")) == page


def test_a_record_that_stands_in_no_file_has_no_link(ferry: Dossier) -> None:
    """What is made in memory can be rendered too."""
    bare = Dossier(ferry.slug, ferry.files)
    assert 'class="edit-link"' not in "".join(render(bare, edit_url=PATTERN).rendered.files.values())


def test_a_file_name_cannot_break_out_of_its_link() -> None:
    """A folder may have any name that a file system takes."""
    from onrecord.pages.editing import EditLink

    odd = EditLink("this fact", Position('content/a"b <c>/events.yaml', 3, 5), PATTERN).__html__()
    assert "<c>" not in odd
    assert "b <" not in odd
    assert 'href="https://example.org/news/blob/main/content/a%22b%20%3Cc%3E/events.yaml#L3"' in odd
    assert 'href="edit:content/a%22b%20%3Cc%3E/events.yaml"' in in_editor(odd, "edit:{file}", Path("/p"))
