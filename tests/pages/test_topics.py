"""Pages of other topics than war: casualties over time, results of an election, the steps of a court case."""

from __future__ import annotations

import re
from datetime import date
from itertools import combinations
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.dossier import check
from onrecord.model import Dossier, When
from onrecord.pages import render
from onrecord.pages.draw.counts import Count, draw_counts
from onrecord.pages.draw.labels import Box
from onrecord.pages.draw.svg import text_width
from onrecord.pages.labels import source_label
from tests.pages import stress, topical

SVG = "{http://www.w3.org/2000/svg}"


def page(dossier: Dossier, name: str) -> str:
    """A page as it is rendered."""
    return render(dossier).rendered.files[f"{name}.md"]


@pytest.mark.parametrize("dossier", topical.every(), ids=lambda dossier: dossier.slug)
def test_the_sample_dossiers_are_sound(dossier: Dossier) -> None:
    """Nothing in them is what `check` would have mended."""
    assert [problem.message for problem in check(dossier)] == []


@pytest.mark.parametrize(("name", "second"), [("quake", "Casualties"), ("election", "Results"), ("court", "The case")])
def test_a_topic_has_its_page_right_after_the_overview_and_no_military_one(name: str, second: str) -> None:
    """The topic chooses the order, what is there chooses the pages."""
    titles = [title for title, _ in render(topical.topical(name)).rendered.menu]
    assert titles[:2] == ["Overview", second]
    assert "Military details" not in titles
    assert len({"Casualties", "Results", "The case"} & set(titles)) == 1


def test_other_briefings_have_none_of_these_pages(ferry: Dossier) -> None:
    """Nor do those without a topic."""
    for dossier in (ferry, *stress.every()):
        assert not {"toll.md", "results.md", "case.md"} & set(render(dossier).rendered.files)


def test_counts_that_differ_stand_side_by_side_in_order_of_time() -> None:
    """Each with its operator and its source; a count without a number has neither bar nor mark."""
    quake = topical.topical("quake")
    told = page(quake, "toll")
    dead = told[told.index("{#toll-dead}") : told.index("{#toll-injured}")]
    assert re.findall(r"<td><strong>([^<]*)</strong>", dead) == [
        "at least 40 people",
        "about 150 people",
        "at least 212 people",
        "240 people",
    ]
    assert dead.count('class="counted"') == 8, "four counts, drawn for two widths"
    assert dead.count("<small>the article’s date</small>") == 0
    assert "<small>the article’s date</small>" in told[told.index("{#toll-missing}") :]
    displaced = told[told.index("{#toll-displaced}") :]
    assert "<strong>thousands of people</strong>" in displaced
    assert "counts-drawn" not in displaced
    for row in quake.briefing.toll:
        element = re.search(rf'<tr data-fact="{row.fact}" data-source="([\w-]+)">.*?</tr>', told, re.DOTALL)
        assert element
        assert element[1] == quake.facts[row.fact].source
        assert source_label(quake.facts[row.fact], quake) in element[0]


def retimed(dossier: Dossier, identifier: str, when: When | None) -> Dossier:
    """The dossier with another time of one fact."""
    files = dossier.files
    facts = tuple(
        fact.model_copy(update={"when": when}) if fact.id == identifier else fact for fact in files.events.facts
    )
    held = files.model_copy(update={"events": files.events.model_copy(update={"facts": facts})})
    return Dossier(slug=dossier.slug, files=held, positions=dossier.positions)


@pytest.mark.parametrize(
    ("when", "told"),
    [
        (When(text="in February", date="2031-02"), "Feb. 2031 <small>in February</small>"),
        (When(text="that week", date="2031-02-24", precision="week"), "week of Feb. 24, 2031 <small>that week</small>"),
        (When(text="since Saturday", date="2031-03-01", relation="since"), "since March 1, 2031 <small>since Saturday"),
        (When(text="1 to 2 March", date="2031-03-01", until="2031-03-02"), "March 1, 2031 – March 2, 2031 <small>1 to"),
        (When(text="earlier"), " <small>earlier</small>"),
    ],
)
def test_a_count_is_dated_no_closer_than_its_fact(when: When, told: str) -> None:
    """A month stays a month, words without a date stay words; what has no one day is in the table, not drawn."""
    made = page(retimed(topical.topical("quake"), "dead-sunday", when), "toll")
    row = re.search(r'<tr data-fact="dead-sunday".*?</tr>', made, re.DOTALL)
    assert row
    assert f'<th scope="row">{told}' in row[0]
    assert made.count('<g class="counted" data-fact="dead-sunday"') == 0
    assert made.count('<g class="counted" data-fact="dead-monday"') == 2


def test_a_result_is_printed_with_its_source_and_what_is_not_told_says_so() -> None:
    """The highest first; a projection beside a count; no number is made up for an empty cell."""
    election = topical.topical("election")
    told = page(election, "results")
    rows = re.findall(r"<tr><th scope=\"row\">.*?</tr>", told, re.DOTALL)
    assert [re.search(r">([^<]+)</a>", row)[1] for row in rows] == [  # type: ignore[index]
        "Blue Coalition",
        "Green Harvest Movement for a Velland of All its Valleys",
        "Ona Ray",
    ]
    assert [title for title in ("Turnout", "Counted so far") if f"<dt>{title}</dt>" in told] == [
        "Turnout",
        "Counted so far",
    ]
    assert rows[0].count("told-number") == 3
    assert "about 41 percent" in rows[0]
    assert "not yet happened" in rows[0]
    assert rows[1].count("not stated") == 1
    assert "less than 2 percent" in rows[2]
    for row in election.briefing.results:
        numbers = re.findall(rf'data-fact="{row.fact}" data-source="[\w-]+">.*?</div>', told)
        assert numbers
        assert source_label(election.facts[row.fact], election) in numbers[0]


def test_an_accusation_is_told_by_its_source_and_stages_without_facts_stay_open() -> None:
    """Charge, plea and hearing of one, charge and what is asked for of the other; no verdict is made up."""
    told = page(topical.topical("court"), "case")
    first, second = told[told.index("Konrad Holt") :].split("{#accused-brandt}")
    assert re.findall(r"<dt>([\w ]+)(?: <small>[^<]*</small>)?</dt><dd><ul>", first) == ["Charge", "Plea", "Hearing"]
    assert "<dt>Not stated</dt><dd>Plea · Hearing · Verdict · Sentence · Appeal</dd>" in second
    assert "<dt>Asked for <small>not imposed</small></dt>" in second
    assert "<dt>Charge <small>alleged, not proven</small></dt>" in first
    assert '<span class="stage-time">Sept. 17, 2031</span>' in first
    assert "State Prosecutor of Marisport" in first
    assert "An accusation is not a finding" in told


COUNTS = st.builds(
    lambda n, day, low, more, operator: Count(
        f"f{n}", "who", "Who", date.fromordinal(742000 + day), low, low + more, operator, f"{operator} {low:,}"
    ),
    st.integers(0, 99), st.integers(0, 400), st.integers(0, 10**7), st.sampled_from([0, 0, 0, 50, 10**6]),
    st.sampled_from(["=", "~", ">", ">=", "<", "<="]),
)  # fmt: skip


@given(st.lists(COUNTS, min_size=1, max_size=14), st.sampled_from([340, 640]))
@settings(max_examples=150, deadline=None)
def test_no_word_of_the_drawing_covers_another_or_leaves_it(counts: list[Count], width: int) -> None:
    """However many counts there are, on whatever days; and the same counts give the same bytes."""
    drawn = draw_counts(counts, title="Dead", description="Counts", width=width)
    assert drawn == draw_counts(counts, title="Dead", description="Counts", width=width)
    svg = ElementTree.fromstring(drawn.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))
    boxes = [_box(text) for text in svg.iter(f"{SVG}text")]
    assert all(box.left >= 0 and box.right <= width and box.top >= 0 and box.bottom <= 220 for box in boxes)
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))
    for mark in svg.iter(f"{SVG}circle"):
        assert 5 <= float(mark.attrib["cx"]) <= width - 5
    for path in svg.iter(f"{SVG}path"):
        start = float(re.match(r"M([\d.]+)", path.attrib["d"])[1])  # type: ignore[index]
        assert 5 <= start <= width - 5
    told = svg.findall(f".//{SVG}g[@data-fact]/{SVG}title")
    in_time = sorted(counts, key=lambda one: one.day)
    assert [title.text for title in told] == [f"{one.label}: Who" for one in in_time]
    across = [float(mark.attrib["cx"]) for mark in svg.iter(f"{SVG}circle")]
    assert across == sorted(across), "from the left to the right in order of time"


def _box(text: ElementTree.Element) -> Box:
    size, x, y = (float(text.attrib[name]) for name in ("font-size", "x", "y"))
    wide = text_width(text.text or "", size)
    left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[text.attrib["text-anchor"]]
    return Box(left, y - size * 0.8, left + wide, y + size * 0.2)
