"""What extraction may take from a reserved article: never so much that the build would refuse it."""

from __future__ import annotations

from onrecord.article import article_of_text
from onrecord.extract import extract
from onrecord.model import Found, Verbatim

LONG = "Harbour workers in three northern towns walk out again over pay and a new rota that nobody has asked them about"
TEXT = (
    "Dockers in the port walked out on Monday, the union said.\n\n"
    + "\n\n".join(f"“We have had enough of empty promises number {n},” said Ana Ruiz." for n in range(1, 12))
    + "\n\nThe port authority closed both gates at noon. Ships waited outside the harbour all day.\n"
)


def found(title: str | None = None) -> Found:
    return extract(article_of_text(TEXT, name="port.txt", title=title, published="2026-03-12"))


def test_a_long_headline_is_cut_short_of_a_run() -> None:
    """Title and source show its beginning, and that it goes on."""
    files = found(LONG).files
    assert files is not None
    for title in (files.briefing.title, files.briefing.sources[0].title or ""):
        assert title.endswith(" …")
        assert not Verbatim(LONG).runs(title)


def test_a_short_headline_stays_whole() -> None:
    """Nothing is cut without need."""
    files = found("Dockers walk out").files
    assert files is not None
    assert files.briefing.title == "Dockers walk out"


def test_lines_of_quotation_stop_where_enough_is_quoted() -> None:
    """The first quotations stay; the sentences of the others say why they have no fact."""
    result = found()
    assert result.files is not None
    quoted = [fact for _, fact in result.files.facts() if "“" in fact.text]
    words = sum(len(fact.text.split()) for fact in quoted)
    assert words <= 0.1 * result.article.words
    reasons = [sentence.left_out for sentence in result.sentences if not sentence.facts]
    assert "its words are the source's own, and enough is quoted already" in reasons or not quoted
