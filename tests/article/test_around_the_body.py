"""Datelines, paragraphs and what is not body."""

from __future__ import annotations

import pytest

from onrecord.article import article_of_text

DATELINES = [
    ("LIMA (AP) — The river rose.", "Lima", "AP", "The Associated Press"),
    ("KABUL, Afghanistan (AP) _ The river rose.", "Kabul", "AP", "The Associated Press"),
    ("LONDON, March 3 (Reuters) - The river rose.", "London", "Reuters", "Reuters"),
    ("SAN SALVADOR, 31 OCT 89 (AFP) -- [TEXT] THE RIVER ROSE.", "San Salvador", "AFP", "Agence France-Presse"),
    ("QUITO (ECUADOR), 3 MAY 90 (EFE) -- [TEXT] THE RIVER ROSE.", "Quito", "EFE", "EFE"),
    ("BEIJING, Dec. 27 (Xinhua) -- The river rose.", "Beijing", "Xinhua", "Xinhua News Agency"),
    ("Washington (CNN) The river rose.", "Washington", "CNN", "CNN"),
    ("RIO DE JANEIRO — The river rose.", "Rio de Janeiro", None, None),
    ("(Reuters) - The river rose.", None, "Reuters", "Reuters"),
]


@pytest.mark.parametrize(("text", "place", "agency", "publisher"), DATELINES)
def test_a_dateline_names_place_and_agency(
    text: str, place: str | None, agency: str | None, publisher: str | None
) -> None:
    """And the first sentence starts after it; the agency is the publisher."""
    article = article_of_text(text, name="a.txt")
    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.agency, article.publisher) == (place, agency, publisher)
    assert next(article.body()).lower().removeprefix("[text] ") == "the river rose."
    assert article.published is None


@pytest.mark.parametrize(
    "text",
    [
        "The Bank (BOE) said the river rose.",
        "Harker (left) - the mayor - spoke.",
        "NATO said - again - that it rose.",
        "John Moss (R) — the senator — spoke.",
    ],
)
def test_a_bracket_or_dash_alone_is_no_dateline(text: str) -> None:
    """A dateline needs a known agency, or a place in capitals and a dash."""
    assert article_of_text(text, name="a.txt").dateline is None


def test_a_dateline_may_stand_alone() -> None:
    """Its paragraph then has no sentence."""
    article = article_of_text("LIMA, Peru (AP) _\n\nThe river rose.", name="a.txt")
    assert [s.id for s in article.sentences] == ["P2S1"]
    assert article.dateline is not None


BOILERPLATE = [
    "(Copyright (c) 2021 Odda Post. All Rights Reserved.)",
    "© 2020 Odda Post",
    "Sign up for our daily newsletter",
    "Join our newsletter for the best of the week in your inbox",
    "Advertisement",
    "Read more: The harbor and its ferries",
    "Share this",
    "Related: Storm shuts the port",
    "Reporting by Ana Ruiz; Editing by Jon Falk",
    "(Reporting by Ana Ruiz in Lima; Editing by Jon Falk)",
    "Associated Press writer Ana Ruiz in Lima contributed to this report.",
    "Follow Ana Ruiz on Twitter at https://twitter.com/anaruiz",
    "We use cookies to improve your visit.",
    "This story has been corrected to show that the ferry was built in 1998.",
    "Photo: Jon Falk",
    "Source: Odda Post| 2021-05-06 10:20:30|Editor: jf",
    "By Ana Ruiz, Associated Press",
    "* * *",
]
NEWS = [
    "The studio sued over copyright on Monday, the court said.",
    "Copyright law has not changed since 1998, the minister said.",
    "The newsletter reached 4,000 subscribers before the flood, its editor said.",
    "Advertisement spending fell by 3 percent, the agency reported.",
    "Reporting by the hospital shows that nine people died, she said.",
    "Share prices fell on Monday after the storm.",
    "Follow-up talks begin on Tuesday, he said.",
    "By Monday, the river had fallen.",
    "Related talks in Oslo ended without a deal.",
    "Creative Commons, a group in San Francisco, won the case on Monday, its lawyers said.",
]


@pytest.mark.parametrize("line", BOILERPLATE)
def test_what_stands_around_an_article_is_not_its_body(line: str) -> None:
    """Such a paragraph has no sentences."""
    article = article_of_text(f"The river rose on Monday.\n\nIt fell.\n\n{line}\n\nIt rose again.", name="a.txt")
    assert [p.kind for p in article.paragraphs] == ["body", "body", "boilerplate", "body"]


@pytest.mark.parametrize("line", NEWS)
def test_news_that_only_speaks_of_such_things_stays_body(line: str) -> None:
    """Words of boilerplate do not make a sentence boilerplate."""
    article = article_of_text(f"The river rose on Monday.\n\nIt fell.\n\n{line}\n\nIt rose again.", name="a.txt")
    assert article.paragraphs[2].kind == "body"


def test_a_licence_line_opens_the_rights() -> None:
    """It is boilerplate, and names the licence."""
    line = "This article is available under the Creative Commons Attribution 4.0 licence."
    article = article_of_text(f"The river rose.\n\n{line}", name="a.txt")
    assert (article.rights, article.paragraphs[1].kind) == ("open", "boilerplate")
    assert article.licence is not None
    assert article.licence.startswith("Creative Commons Attribution")


LAYOUTS = [
    ("blank lines part paragraphs", "One fell.\r\n\r\nTwo rose.\r\n", ["One fell.", "Two rose."]),
    ("a line is a paragraph where no line is blank", "One fell.\nTwo rose.\n", ["One fell.", "Two rose."]),
    ("lone carriage returns are line ends", "One fell.\rTwo rose.", ["One fell.", "Two rose."]),
    (
        "an indent starts a paragraph",
        "   One fell in\nthe night.\n   Two rose.",
        ["One fell in\nthe night.", "Two rose."],
    ),
    (
        "lines broken at a width are one paragraph",
        "The river rose in the night of Monday and reached the\nold bridge by dawn. Nobody was hurt; the ferries "
        "\nstayed in port.",
        [
            "The river rose in the night of Monday and reached the\nold bridge by dawn. Nobody was hurt; the ferries "
            "\nstayed in port."
        ],
    ),
]


@pytest.mark.parametrize(("say", "text", "paragraphs"), LAYOUTS, ids=[row[0] for row in LAYOUTS])
def test_paragraphs_stand_where_a_reader_sees_them(say: str, text: str, paragraphs: list[str]) -> None:
    """Spans are of the text as given, line ends and all."""
    article = article_of_text(text, name="a.txt")
    assert [p.span.cut(text) for p in article.paragraphs] == paragraphs


def test_headings_have_no_sentences() -> None:
    """Markdown headings, a headline, a line equal to the title, a line in capitals between paragraphs."""
    text = "River rises\n\nIt rose.\n\n## Later\n\nIt fell.\n\nWHAT IS NEXT\n\nNobody knows."
    article = article_of_text(text, name="a.md")
    assert [p.kind for p in article.paragraphs] == ["heading", "body", "heading", "body", "heading", "body"]
    assert article.title == "River rises"
