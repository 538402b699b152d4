"""Runs of an article's words are found wherever they stand, and quotations are counted."""

from __future__ import annotations

import pytest

from onrecord.model import (
    Article,
    Briefing,
    Dossier,
    Fact,
    FactsFile,
    Files,
    Paragraph,
    Publication,
    Quote,
    Sentence,
    Span,
)
from onrecord.pages import measure, render, rights, rights_problems

SAID = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
TEXT = f"{SAID}. " + " ".join(f"filler{n}" for n in range(100))


@pytest.fixture
def article() -> Article:
    span = Span(0, len(TEXT))
    return Article("a.txt", TEXT, (Paragraph(1, span),), (Sentence(1, 1, span),))


def dossier(text: str, *, quote: str | None = None, rights: str = "reserved") -> Dossier:
    source = Publication.model_validate({"id": "a", "rights": rights})
    fact = Fact(id="f", text=text, source="article", certainty="asserted", quote=Quote(text=quote) if quote else None)
    return Dossier("d", Files(briefing=Briefing(title="T", sources=(source,)), events=FactsFile(facts=(fact,))))


def told(found: Dossier, article: Article) -> list[str]:
    return [problem.message for problem in render(found, article=article).problems]


def test_twelve_words_in_a_row_are_a_problem_with_file_and_fact(article: Article) -> None:
    """The message names the fact, the count and the words."""
    run = " ".join(SAID.split()[:12])
    problems = render(dossier(f"They said {run}"), article=article).problems
    assert [p.message for p in problems] == [f"fact 'f': 12 words in a row as in the article: {run}"]
    assert problems[0].file == "timeline.md"


def test_eleven_words_in_a_row_are_none(article: Article) -> None:
    """The limit is twelve."""
    assert told(dossier(" ".join(SAID.split()[:11])), article) == []


def test_tags_and_case_do_not_hide_a_run(article: Article) -> None:
    """A run is found across elements and in capitals."""
    found = dossier("x")
    html = "<p>" + SAID.upper().replace(" SEVEN", "</p><p>SEVEN") + "</p>"
    assert [run.words for run in measure({"a.html": html}, found, article).runs] == [SAID]


def test_a_marked_quotation_may_be_a_run_and_is_counted(article: Article) -> None:
    """Words in a quotation are no run, but add to the quoted words."""
    found = dossier("They spoke.", quote=" ".join(SAID.split()[:12]), rights="own")
    measured = render(found, article=article).measured
    assert measured is not None
    assert (measured.runs, measured.quoted_words, measured.longest) == ((), 12, 12)


def test_a_quotation_above_forty_words_is_a_problem(article: Article) -> None:
    """The limit for one quotation is forty words."""
    quote = " ".join(f"filler{n}" for n in range(41))
    assert "fact 'f': a quotation of 41 words; at most 40 may be quoted" in told(dossier("x", quote=quote), article)


def test_a_nickname_in_quotation_marks_is_no_quotation(article: Article) -> None:
    """Only words that stand in the article count as quoted; each fragment beside an ellipsis for itself."""
    nickname = render(dossier("The plane, “Grey Goose”, flew."), article=article).measured
    fragments = render(dossier("“one two … eight nine”"), article=article).measured
    assert nickname is not None
    assert fragments is not None
    assert (nickname.quotations, fragments.quotations) == ((), ("one two … eight nine",))


def test_quotations_above_a_tenth_of_the_article_are_a_problem(article: Article) -> None:
    """All quotations together may have a tenth of its words."""
    quote = " ".join(f"filler{n}" for n in range(12))
    message = "quotations are 10.5 % of the article's words; at most 10% may be quoted"
    assert told(dossier("x", quote=quote), article) == [message]


def test_an_article_of_our_own_is_measured_without_a_limit(article: Article) -> None:
    """The figure is printed; nothing fails."""
    pages = render(dossier(SAID, rights="own"), article=article)
    assert pages.problems == ()
    assert pages.measured is not None
    assert len(pages.measured.runs) > 0
    assert "runs of 12 or more of its words" in pages.rendered.files["sources.md"]


def test_without_the_article_nothing_is_claimed(article: Article) -> None:
    """No measure, and the page says unchecked."""
    pages = render(dossier(SAID))
    assert pages.measured is None
    assert "unchecked" in pages.rendered.files["sources.md"]


def test_downloads_and_the_search_index_are_read_as_text(article: Article) -> None:
    """A run in a string of JSON is found; a quotation of the dossier is not taken for one."""
    found = dossier("x", quote=" ".join(SAID.split()[:12]))
    run = '{"docs":[{"text":"a b ' + SAID + '"}]}'
    quoted = '{"quote":"' + " ".join(SAID.split()[:12]) + '"}'
    assert measure({"search/search_index.json": run}, dossier("x"), article).runs[0].words == SAID
    assert measure({"data/briefing.json": quoted}, found, article).runs == ()


def test_words_in_attributes_are_measured(article: Article) -> None:
    """An alternative text is published too."""
    page = {"a.html": f'<img alt="{SAID}">'}
    assert [run.words for run in measure(page, dossier("x"), article).runs] == [SAID]
    assert rights_problems(measure(page, dossier("x"), article), dossier("x"))


def test_a_source_label_is_no_part_of_the_sentence_before_it(article: Article) -> None:
    """A run does not go on into the name of who says it."""
    head, tail = " ".join(SAID.split()[:8]), " ".join(SAID.split()[8:])
    page = {"a.html": f'<p data-fact="f">{head} <b class="fact-source">{tail}</b></p>'}
    assert measure(page, dossier("x"), article).runs == ()


def test_a_run_in_a_card_names_its_record(article: Article) -> None:
    """An actor's role can be copied too; the message says where to mend it."""
    page = {"actors.md": f'<section id="actor-ana"><p>{SAID}</p></section>'}
    problems = rights_problems(measure(page, dossier("x"), article), dossier("x"))
    assert problems[0].message == f"'ana' in actors: 14 words in a row as in the article: {SAID}"


def test_no_run_goes_across_a_quotation(article: Article) -> None:
    """Words before and after a marked quotation are not next to each other."""
    head, tail = " ".join(SAID.split()[:6]), " ".join(SAID.split()[6:])
    page = {"a.html": f'<p>{head} <q class="quote">other</q> {tail}</p>'}
    assert measure(page, dossier("x"), article).runs == ()


def test_only_a_changed_file_is_read_again(article: Article) -> None:
    """A second look at the same files reads none of them; an edit reads the edited one, and finds what it holds."""
    found, files = dossier("x"), {"a.html": "<p>Nothing of it.</p>", "b.html": f"<p>{SAID}</p>"}
    rights._copied.cache_clear()
    first = measure(files, found, article)
    assert measure(files, found, article) == first
    assert rights._copied.cache_info().misses == 2
    edited = measure(files | {"a.html": f"<i>{SAID}</i>"}, found, article)
    assert rights._copied.cache_info().misses == 3
    assert [run.file for run in edited.runs] == ["a.html", "b.html"]


def test_another_article_or_another_quotation_is_measured_anew(article: Article) -> None:
    """What was read for one article, or before words were marked as quoted, does not count for another."""
    files = {"a.csv": SAID}
    assert measure(files, dossier("x"), article).runs
    assert not measure(files, dossier("x", quote=SAID), article).runs
    other = Article("b.txt", "Other words.", article.paragraphs, article.sentences)
    assert not measure(files, dossier("x"), other).runs
