"""What holds for the attributions of every text, whatever it says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.extract.attribution import find_attributions
from onrecord.extract.attribution.cues import nouns, verbs
from onrecord.extract.attribution.quotations import find_quotations
from onrecord.extract.reading import Reading
from onrecord.model import Paragraph, Span

ODD = [
    "“",
    "”“",
    '"""',
    "He said.",
    "Said said said.",
    "“ ” said",
    "'",
    "``",
    "According to",
    "quoted as saying",
    "— “a” —",
]


@pytest.mark.parametrize("text", ODD)
def test_odd_text_breaks_nothing(text: str, read_text: Callable[..., Reading]) -> None:
    """Marks without partners and cues without content are left alone."""
    assert all(a.content for a in find_attributions(read_text(text)))


def test_spans_do_not_overlap(read_text: Callable[..., Reading]) -> None:
    """No character of an attribution is at once its cue and its content."""
    text = "“It rained,” Ruiz said, “and the dam, he told us, held.” Hansen, who denied it, said nothing was lost."
    for attribution in find_attributions(read_text(text)):
        parts = [*attribution.cue, *attribution.content]
        assert not any(one.overlaps(other) for i, one in enumerate(parts) for other in parts[i + 1 :])


def test_order_is_that_of_the_text(read_text: Callable[..., Reading]) -> None:
    """Attributions come in the order of their cues."""
    found = find_attributions(read_text("Ruiz said it rained. Hansen denied it. According to Li, it snowed."))
    assert [a.lemma for a in found] == ["say", "deny", "according to"]


def test_the_lexicon_is_large() -> None:
    """Some 300 verbs and some 60 nouns attribute."""
    assert len(verbs()) > 300
    assert len(nouns()) > 60


def test_an_open_quotation_runs_into_the_next_paragraph() -> None:
    """A mark that is opened again in the next paragraph makes one quotation in each."""
    text = "“One.\n\n“Two.”"
    paragraphs = (Paragraph(1, Span(0, 5)), Paragraph(2, Span(7, 13)))
    found = find_quotations(text, paragraphs)
    assert [(q.span.cut(text), q.closed) for q in found] == [("“One.", False), ("“Two.”", True)]
