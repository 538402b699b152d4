"""What the checks leave alone: a dossier that is right is not called wrong."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.article import article_of_text
from onrecord.dossier import check
from onrecord.model import (
    Actor,
    ActorsFile,
    Article,
    At,
    Briefing,
    Dispute,
    Dossier,
    Equipment,
    Fact,
    FactsFile,
    Files,
    MilitaryFile,
    Problem,
    Publication,
    Quantity,
    Quote,
    Takeaway,
    When,
    text_hash,
)

TEXT = """CELJE, Slovenia — The bridge was closed at dawn. “We had no choice, and we said so,” said Mayor Ana Ruiz. \
“It was the right
  thing to do.”

The operator said the “so-called flood” was over.
"""
MAYOR = Actor(id="mayor", name="Ana Ruiz", kind="person")
CLOSED = Fact(id="closed", text="The bridge was closed.", source="mayor", certainty="attributed")


@pytest.fixture(scope="module")
def article() -> Article:
    """A short article of our own."""
    return article_of_text(TEXT, name="bridge.txt")


def at(words: str, sentence: str) -> At:
    start = TEXT.index(words)
    return At(sentence=sentence, start=start, end=start + len(words), hash=text_hash(words))


def told(*facts: Fact, article: Article | None = None, **briefing: Any) -> list[str]:
    sources = (Publication(id="wire", rights="own"),)
    files = Files(
        briefing=Briefing(**{"title": "Bridge", "sources": sources, **briefing}),
        actors=ActorsFile(actors=(MAYOR,)),
        military=MilitaryFile(equipment=(Equipment(**{"id": "tu-22m3", "name": "Tu-22M3", "class": "aircraft"}),)),
        events=FactsFile(facts=facts),
    )
    problems: tuple[Problem, ...] = check(Dossier("bridge", files), article)
    return [problem.message for problem in problems]


def changed(**fields: Any) -> Fact:
    return CLOSED.model_copy(update=fields)


def test_a_sound_dossier_has_no_problems(article: Article) -> None:
    """Facts that stand where they say, with a source that is there."""
    assert told(changed(at=at("The bridge was closed at dawn.", "P1S1")), article=article) == []


@pytest.mark.parametrize(
    "quote",
    [
        "We had no choice, and we said so",
        "We had no choice … we said so",
        "We had no choice ... said so",
        "It was the right thing to do.",
    ],
)
def test_a_verbatim_quotation_is_left_alone(article: Article, quote: str) -> None:
    """Marks and white space may be evened out; an ellipsis parts two fragments."""
    fact = changed(quote=Quote(text=quote), at=at("said Mayor Ana Ruiz", "P1S2"))
    assert told(fact, article=article) == []


def test_straight_marks_match_typographic_ones(article: Article) -> None:
    """The article's marks are typographic, the editor's keyboard is not."""
    fact = changed(quote=Quote(text='the "so-called flood" was over'), at=at("The operator said", "P2S1"))
    assert told(fact, article=article) == []


def test_a_negation_is_not_the_same_place(article: Article) -> None:
    """Words that differ by one letter have lost their place, however like they are."""
    wrong = at("The bridge was closed at dawn.", "P1S1").model_copy(
        update={"hash": text_hash("The bridge wasn't closed.")}
    )
    assert told(changed(at=wrong), article=article) == [
        "'closed' has lost its place: its words are no longer in the article"
    ]


def test_a_fact_may_run_on_in_its_paragraph(article: Article) -> None:
    """A quotation that two sentences hold is one fact."""
    fact = changed(at=at("The bridge was closed at dawn. “We had no choice", "P1S1"))
    assert told(fact, article=article) == []


def test_another_article_is_not_at_hand(article: Article) -> None:
    """Places in a second source are not looked for in the first."""
    sources = (Publication(id="wire", rights="own"), Publication(id="other", rights="own"))
    fact = changed(at=At(article="other", sentence="P9S9", start=0, end=5, hash="00000000"))
    assert told(fact, article=article, sources=sources) == []


def test_the_article_is_known_by_its_hash(article: Article) -> None:
    """Where the second source is the one at hand, its places are checked and not the first's."""
    sources = (Publication(id="wire", rights="own"), Publication(id="other", rights="own", sha256=article.sha256))
    first = changed(at=At(sentence="P9S9", start=0, end=5, hash="00000000"))
    second = changed(id="again", at=At(article="other", sentence="P9S9", start=0, end=5, hash="00000000"))
    assert told(first, second, article=article, sources=sources) == [
        "'again' has lost its place: its words are no longer in the article"
    ]


@pytest.mark.parametrize(
    "takeaway",
    [
        "The bridge was closed.",
        "At least four Tu-22M3 flew 1,500 km on Aug. 16.",
        "Two facts, and one source: 4 aircraft.",
        "Between 10 and 12 were seen.",
    ],
)
def test_a_takeaway_may_use_the_numbers_of_its_facts(takeaway: str) -> None:
    """Digits or words, of texts, quantities, dates and names; and it may count what it is bound to."""
    quantities = (Quantity(value=4, unit="aircraft"), Quantity(value=1500, unit="km"), Quantity(value=(10, 12)))
    when = When(text="Tuesday", date="2016-08-16")
    facts = (changed(quantities=quantities, equipment=("tu-22m3",), when=when), changed(id="again"))
    assert told(*facts, takeaways=(Takeaway(text=takeaway, facts=("closed", "again")),)) == []


def test_a_denial_is_enough_for_a_dispute() -> None:
    """A disputed fact and the fact that denies it need no block of their own."""
    assert told(changed(certainty="disputed"), changed(id="open", denies=("closed",))) == []


def test_a_dispute_in_the_briefing_is_enough() -> None:
    """Both sides of a dispute stand in one block."""
    dispute = Dispute(id="when", question="When?", facts=("closed", "open"))
    assert told(changed(certainty="disputed"), changed(id="open"), disputes=(dispute,)) == []


@pytest.mark.parametrize("certainty", ["analysis", "planned"])
def test_the_article_may_judge_and_announce(certainty: str) -> None:
    """Analysis and plans may be the article's own or a source's."""
    assert told(changed(source="article", certainty=certainty), changed(id="again", certainty=certainty)) == []


@pytest.mark.parametrize("of", ["bombers", "Tu-22M3", "Russian bombers", "tu-22m3", "so-called-camps"])
def test_what_a_quantity_belongs_to_may_be_words(of: str) -> None:
    """Only what is nearly an id is taken for one."""
    assert told(changed(quantities=(Quantity(value=4, of=of),))) == []


def test_forty_words_are_a_quotation() -> None:
    """The limit itself is allowed."""
    quote = Quote(text=" ".join(["word"] * 40))
    assert told(changed(quote=quote), sources=(Publication(id="wire", rights="reserved"),)) == []


@pytest.mark.parametrize("date", ["2016", "2016-02", "2016-02-29"])
def test_dates_of_any_precision_are_dates(date: str) -> None:
    """A year, a month and a leap day are in the calendar."""
    assert told(changed(when=When(text="then", date=date))) == []
