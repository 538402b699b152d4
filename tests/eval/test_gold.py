"""The annotated articles: words to spans, and what is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from eval.gold import ARTICLES, Gold, Unclear, load, load_all, read
from onrecord.model import Span

TEXT = "Ana Ruiz said it rained. Ruiz said it snowed.\n\nBut it rained, said the mayor."


def attribution(**row: Any) -> Gold:
    return read("t", TEXT, {"attributions": [row], "actors": [{"id": "ruiz", "kind": "person", "names": ["Ana Ruiz"]}]})


def test_there_are_six_articles_each_with_all_four_kinds() -> None:
    """Loading them finds every quotation in its article once, and every id among the actors."""
    golds = load_all()
    assert len(golds) == 6
    assert all(g.attributions and g.actors and g.certainty and g.disputes for g in golds)


@pytest.mark.parametrize("path", sorted(ARTICLES.glob("*.txt")), ids=lambda path: path.stem)
def test_an_article_is_as_long_as_news_is(path: Path) -> None:
    """400 to 800 words, with an annotation beside it."""
    assert 400 <= len(path.read_text(encoding="utf-8").split()) <= 800
    assert load(path.with_suffix(".yaml")).title


def test_in_tells_which_of_several_is_meant() -> None:
    """Content, source and cue are sought in the run it quotes."""
    [found] = attribution(content="it snowed", source="Ruiz", cue="said", **{"in": "Ruiz said it snowed"}).attributions
    assert (found.source, found.cue, found.content) == ((Span(25, 29),), (Span(30, 34),), (Span(35, 44),))


def test_words_found_twice_are_refused() -> None:
    """The message says what is unclear and how to mend it."""
    with pytest.raises(Unclear, match=r"“it rained” is found 2 times: quote more of it, or add `in`"):
        attribution(content="it rained", cue="said")


def test_words_that_are_not_there_are_refused() -> None:
    """Nothing is matched by likeness."""
    with pytest.raises(Unclear, match="“it hailed” is found 0 times"):
        attribution(content="it hailed", cue="said")


def test_a_cue_found_twice_beside_the_content_is_refused() -> None:
    """Rather than take the nearest."""
    with pytest.raises(Unclear, match=r"“said” beside “it snowed” is found 2 times: add `in`"):
        attribution(content="it snowed", cue="said")


def test_an_unknown_actor_is_refused() -> None:
    """An id is an actor's of the same article."""
    with pytest.raises(Unclear, match="no actor has the id ghost"):
        attribution(content="it snowed", actor="ghost")


def test_an_unquoted_comma_is_refused() -> None:
    """YAML reads the words behind it as a key."""
    with pytest.raises(Unclear, match="attributions have no 000 people: put words with a comma in quotation marks"):
        attribution(content="it snowed", **{"000 people": ""})


def test_a_name_stands_everywhere_but_where_it_means_another() -> None:
    """`but` hides a place, `also` adds one."""
    row = {
        "id": "r",
        "kind": "person",
        "names": ["Ruiz"],
        "but": ["Ana Ruiz"],
        "also": [{"text": "mayor", "in": "the mayor"}],
    }
    [actor] = read("t", TEXT, {"actors": [row]}).actors
    assert sorted(actor.mentions) == [Span(25, 29), Span(TEXT.index("mayor"), TEXT.index("mayor") + 5)]
