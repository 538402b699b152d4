"""Where sentences end."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.article import article_of_text

CASES = [
    ("an acronym inside a sentence", "U.S. officials met on Monday.|They agreed."),
    ("an acronym at an end", "He moved to the U.S. in May.|She lives in the U.S.|The rest stayed."),
    ("titles before names", "Col. Anna Reyes and Adm. Jon Falk met Gov. Lee.|Mr. Ode did not."),
    ("an initial", "John F. Harker won.|J. K. Moss lost."),
    ("a number and a decimal", "No. 5 rose 3.5 percent.|It fell later."),
    ("a time of day", "It began at 9 a.m. Tuesday.|It ended at 5 p.m.|The crowd left."),
    ("a saint's name", "They met in St. Louis.|Nobody spoke."),
    ("a company", "Harbor Inc. Chief Executive Lee Moss left.|Harbor Inc.|He returned."),
    ("a closing quotation mark after the stop", "“We saw it.”|“It was high.”|They left."),
    ("several sentences in one quotation", "“We saw it.|We ran.|It was dark,” she said."),
    ("a bracket after the stop", "(He left early.)|The rest stayed."),
    ("a fragment after an ellipsis", "“It was a flood.|… It took the bridge,” he said."),
    ("a question inside a quotation", "“Why now?” Mayor Lena Horn asked.|Nobody knew."),
    ("straight quotation marks", 'He said "we won."|"It was close," he added.'),
    ("words set apart by spaces", "The river rose .|It fell ."),
    ("capitals", "GEN. RUIZ SPOKE IN THE U.S. EMBASSY.|NOBODY ANSWERED."),
]


@pytest.mark.parametrize(("say", "marked"), CASES, ids=[say for say, _ in CASES])
def test_sentences_end_where_a_reader_ends_them(say: str, marked: str) -> None:
    """The bars in the case stand where sentences end."""
    article = article_of_text(marked.replace("|", " "), name="a.txt")
    assert list(article.body()) == marked.split("|")


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("aB. !?…“”\"'\n\r\t(#—_-1©é\u00a0"), max_size=200) | st.text(max_size=200))
def test_any_text_keeps_every_character_in_its_place(text: str) -> None:
    """Spans lie inside the text, in order, trimmed; sentences hold all that is not white space in body and dateline."""
    article = article_of_text(text, name="any.txt")
    assert article.text == text
    assert article == article_of_text(text, name="any.txt")
    place = 0
    for paragraph in article.paragraphs:
        assert place <= paragraph.span.start < paragraph.span.end <= len(text)
        place = paragraph.span.end
        own = [s.span for s in article.sentences if s.paragraph == paragraph.number]
        if article.dateline and paragraph.span.start <= article.dateline.span.start < paragraph.span.end:
            own.insert(0, article.dateline.span)
        held = "".join("".join(span.cut(text).split()) for span in own)
        assert held == ("".join(paragraph.span.cut(text).split()) if paragraph.kind == "body" else "")
    assert "".join("".join(p.span.cut(text).split()) for p in article.paragraphs) == "".join(text.split())
