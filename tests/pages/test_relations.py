"""Who stands how to whom: nothing overlaps, every line names its facts, and the matrix says who is silent."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest

from onrecord.dossier import check, load_dossier
from onrecord.model import Dossier
from onrecord.pages import render
from onrecord.pages.draw.graph import Edge, Node, draw_graph
from onrecord.pages.draw.labels import Box
from onrecord.pages.draw.svg import text_width
from tests.pages import stress

ROOT = Path(__file__).parents[2]
SVG = "{http://www.w3.org/2000/svg}"
SIZES = {"name": 12.0, "side": 10.5}


@pytest.fixture(scope="module")
def ours() -> Dossier:
    dossier, _ = load_dossier(ROOT / "content" / "hamedan", ROOT)
    assert dossier
    return dossier


def boxes(svg: str) -> tuple[list[Box], float, float]:
    """What the names take, and the size of the sheet."""
    root = ElementTree.fromstring(svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))
    found = []
    for text in root.iter(f"{SVG}text"):
        size = SIZES[text.get("class", "")]
        wide, x, y = text_width(text.text or "", size), float(text.get("x", 0)), float(text.get("y", 0))
        left = x - wide if text.get("text-anchor") == "end" else x
        found.append(Box(left, y - size * 0.8, left + wide, y + size * 0.2))
    _, _, right, bottom = map(float, root.get("viewBox", "").split())
    return found, right, bottom


@pytest.mark.parametrize("width", [350, 900])
@pytest.mark.parametrize("count", [2, 9, 16])
def test_no_two_names_overlap_and_none_leaves_the_sheet(count: int, width: int) -> None:
    """However long the names, in whatever script."""
    actors = stress.stress().files.actors.actors[:count]
    nodes = [Node(a.id, a.name, f"Side {number % 3}", "#") for number, a in enumerate(actors)]
    edges = [Edge(a.id, b.id, "says", "x") for a, b in combinations(nodes, 2)]
    names, right, bottom = boxes(draw_graph(nodes, edges, title="a", description="b", width=width))
    assert [(one, other) for one, other in combinations(names, 2) if one.meets(other)] == []
    assert [b for b in names if b.left < 0 or b.top < 0 or b.right > right or b.bottom > bottom] == []


def test_a_graph_without_a_line_is_no_graph() -> None:
    """Nor is a line to nobody, or to oneself, a line."""
    nodes = [Node("a", "A", "", "#"), Node("b", "B", "", "#")]
    assert draw_graph(nodes, [Edge("a", "a", "says", "x"), Edge("a", "z", "says", "x")], title="", description="") == ""


def test_every_line_that_rests_on_a_fact_says_whose_it_is(ours: Dossier) -> None:
    """In the drawing by its title, in the table by the facts themselves."""
    page = render(ours).rendered.files["actors.md"]
    lines = re.findall(r'<g data-fact="([^"]+)" data-source="[^"]+"><title class="fact-source">([^<]+)</title>', page)
    assert len(lines) > 20
    labels = {one.id: one.source for one in ours.facts.values()}
    assert {fact for fact, _ in lines} <= set(labels)
    assert [words for _, words in lines if ". " not in words] == []


def test_a_tie_needs_an_actor_and_facts_that_are_there(ours: Dossier) -> None:
    """What leads nowhere is told with its place."""
    actors = list(ours.files.actors.actors)
    tie = actors[0].ties[0]
    actors[0] = actors[0].model_copy(update={"ties": (tie.model_copy(update={"to": "irann", "facts": ("gone",)}),)})
    files = ours.files.model_copy(update={"actors": ours.files.actors.model_copy(update={"actors": tuple(actors)})})
    told = [problem.message for problem in check(Dossier("hamedan", files, ours.found, ours.positions), None)]
    assert "no actor has the id 'irann'" in told
    assert "no fact has the id 'gone'" in told


def test_the_matrix_tells_who_says_who_denies_and_who_is_silent(ours: Dossier) -> None:
    """Each source has a cell for each point, and what it says leads to its fact."""
    page = render(ours).rendered.files["disputes.md"]
    rows = re.findall(r'<tr><th scope="row"><a href="sources.html#source-([^"]+)">.*?</tr>', page)
    cells = re.findall(r'<td class="stance (\w+)" data-point="(\d+)">', page)
    assert len(cells) == len(rows) * len(ours.briefing.disputes)
    russia = page[page.index('source-russia"') :].partition("</tr>")[0]
    assert re.findall(r'class="stance (\w+)"', russia) == ["denies", "silent", "says", "silent"]
    sign = r'<span aria-hidden="true">✕</span> <span class="stance-words">denies it'
    assert re.search(rf'href="[a-z]+.html#fact-[^"]+">{sign}', russia)


def test_nobody_disputes_nobody_stands_to_anybody() -> None:
    """A briefing of quotations alone has neither matrix nor graph where there is nothing of it."""
    files = render(stress.only_quotations()).rendered.files
    assert "matrix" not in files.get("disputes.md", "")
