"""The glossary: what is explained, where it is linked, and whose the explanation is."""

from __future__ import annotations

import re
from typing import Any

import pytest

from onrecord.model import Actor, Dossier, Equipment, Fact, Files
from onrecord.model.briefing import Briefing, Publication, Term
from onrecord.pages import render
from onrecord.pages.terms import Term as Linked
from onrecord.pages.terms import explained
from tests.pages import stress

FACTS: list[dict[str, Any]] = [
    {
        "id": "sailed",
        "text": "The CBG left port; the CBG carried S-200 missiles.",
        "source": "fleet",
        "certainty": "attributed",
    },
    {
        "id": "left",
        "text": "The CBG is overdue.",
        "source": "article",
        "certainty": "asserted",
        "quote": {"text": "CBG"},
    },
]


def dossier(*glossary: Term) -> Dossier:
    """A briefing of two facts with an abbreviation in them."""
    files = stress.only_quotations().files
    briefing = Briefing(title="A port", sources=(Publication(id="paper", publisher="The Paper"),), glossary=glossary)
    actors = (
        Actor(id="fleet", name="The fleet", kind="organisation", role="navy of the islands"),
        Actor(id="guard", name="Coast Border Guard", kind="organisation", aliases=("CBG",)),
    )
    kinds = (
        Equipment.model_validate({"id": "s200", "name": "S-200", "class": "missile", "type": "air-defence missile"}),
    )
    return _with(files, briefing, actors, kinds)


def _with(files: Files, briefing: Briefing, actors: tuple[Actor, ...], kinds: tuple[Equipment, ...]) -> Dossier:
    facts = tuple(Fact.model_validate(one) for one in FACTS)
    copied = files.model_copy(
        update={
            "briefing": briefing,
            "actors": files.actors.model_copy(update={"actors": actors}),
            "military": files.military.model_copy(update={"equipment": kinds, "facts": ()}),
            "events": files.events.model_copy(update={"facts": ()}),
            "reactions": files.reactions.model_copy(update={"facts": ()}),
            "background": files.background.model_copy(update={"facts": facts}),
        }
    )
    return Dossier("port", copied)


def links(page: str) -> list[tuple[str, str, str]]:
    """Href, explanation and words of every linked term."""
    return re.findall(r'<a class="term" href="([^"]*)" title="([^"]*)">([^<]*)</a>', page)


def test_names_of_records_are_explained_at_their_first_use_alone() -> None:
    """An abbreviation with its full name, a type of equipment with its kind; each leads to its card."""
    page = render(dossier()).rendered.files["background.md"]
    assert links(page) == [
        ("actors.html#actor-guard", "Coast Border Guard", "CBG"),
        ("military.html#equipment-s200", "air-defence missile", "S-200"),
    ]


def test_what_the_editors_explain_stands_before_a_record_of_that_name() -> None:
    """It leads to the glossary, which says whose the explanation is."""
    page = render(dossier(Term(id="cbg", term="CBG", meaning="guard of the coast"))).rendered.files["background.md"]
    assert links(page)[0] == ("background.html#term-cbg", "guard of the coast", "CBG")
    assert re.search(
        r'id="term-cbg"><dt>CBG</dt>\s*<dd>guard of the coast <small>explained by the editors</small>', page
    )


def test_a_meaning_that_rests_on_facts_names_their_source() -> None:
    """It is a statement like any other."""
    term = Term(id="cbg", term="CBG", meaning="what sailed", facts=("sailed",))
    page = render(dossier(term)).rendered.files["background.md"]
    entry = page[page.index('id="term-cbg"') :]
    assert (
        '<span data-fact="sailed" data-source="fleet">what sailed <span class="fact-source">The fleet</span>' in entry
    )


@pytest.mark.parametrize(
    "markup",
    [
        "<p>NATO</p>",
        '<p data-fact="a"><q class="quote">“NATO”</q></p>',
        '<p data-fact="a"><a href="x">NATO</a></p>',
        '<p data-fact="a"><span class="fact-source">NATO</span></p>',
        '<svg><g data-fact="a"><text>NATO</text></g></svg>',
        '<p data-fact="a">NATO-led</p>',
        '<p data-fact="NATO"></p>',
        "<h2>NATO</h2>",
    ],
)
def test_a_term_is_left_alone(markup: str) -> None:
    """Outside facts, in quotations, links, labels and drawings, and as a part of another word."""
    assert explained(markup, [Linked("NATO", "an alliance", "#nato")]) == markup
