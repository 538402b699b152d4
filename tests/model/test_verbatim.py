"""The measure behind the limits on rights."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Verbatim, words_of

WORDS = st.lists(st.sampled_from(["river", "rose", "again", "the", "dam", "held"]), max_size=30)


def test_a_run_of_twelve_words_is_found() -> None:
    """Twelve words in a row count as copied, in whatever case and punctuation."""
    article = "The river rose for nine days before the dam above the town gave way."
    assert Verbatim(article).runs("He wrote: the River rose—for nine days before the dam above the town…") == [
        "the river rose for nine days before the dam above the town"
    ]


def test_eleven_words_are_not_a_run() -> None:
    """Below the limit nothing is reported."""
    assert Verbatim("a b c d e f g h i j k l m").runs("a b c d e f g h i j k x") == []


def test_two_runs_apart_are_two() -> None:
    """Words of our own between two runs keep them apart."""
    verbatim = Verbatim("a b c d. e f g h.", limit=3)
    assert verbatim.runs("a b c d x e f g h") == ["a b c d", "e f g h"]


def test_curly_apostrophes_do_not_hide_a_run() -> None:
    """Typographic and straight apostrophes are one."""
    assert words_of("Russia’s") == words_of("Russia's")


@given(WORDS, st.integers(1, 6))
def test_a_text_is_a_run_of_itself(words: list[str], limit: int) -> None:
    """Whatever is as long as the limit and copied whole is one run."""
    text = " ".join(words)
    assert Verbatim(text, limit=limit).runs(text) == ([text] if len(words) >= limit else [])


@given(WORDS, WORDS, st.integers(2, 5))
def test_every_run_stands_in_both_texts(article: list[str], other: list[str], limit: int) -> None:
    """Each window of a reported run is a window of the article; nothing is invented."""
    known = f" {' '.join(article)} "
    for run in Verbatim(" ".join(article), limit=limit).runs(" ".join(other)):
        words = run.split()
        assert run in " ".join(other)
        assert all(f" {' '.join(words[i : i + limit])} " in known for i in range(len(words) - limit + 1))
