"""The whole way from an article to its files: nothing is lost, nothing hangs loose, nothing raises."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.model import ARTICLE, Article, Fact, Files, Found, Span, Verbatim, text_hash

pytest.importorskip("spacy", reason="the extract extra is not installed")

STORY = """ZAGREB (Reuters) - A fire destroyed two warehouses in the port of Rijeka late on Tuesday, police said.

“We saved the oil tanks,” fire chief Ivan Perić told reporters on Wednesday. He said at least three workers were hurt.

Dockers accused the owner, Adria Stores, of storing chemicals without a permit. Adria Stores denied the charge.

An official at the environment ministry said the company had been fined in 2019. The official spoke on condition of
anonymity because the inquiry was not over.

The port may reopen on Friday. Similar fires broke out there in 2003 and 2011.
"""


def _article(text: str, *, published: str | None = None) -> Article:
    from onrecord.article import article_of_text

    return article_of_text(text, name="test.txt", published=published)


def _found(text: str, *, published: str | None = None) -> Found:
    from onrecord.extract import extract

    return extract(_article(text, published=published))


@pytest.fixture(scope="module")
def story() -> Found:
    """What is found in a short news story of our own."""
    return _found(STORY, published="2026-03-12")


def _files(found: Found) -> Files:
    assert found.files is not None
    return found.files


def _facts(found: Found) -> list[Fact]:
    return [fact for _, fact in _files(found).facts()]


def _references(files: Files) -> Iterator[tuple[str, str]]:
    """Every reference to a record, as kind and id."""
    for _, fact in files.facts():
        yield from (("actor", a) for a in (fact.source, fact.via, *fact.actors) if a and a != ARTICLE)
        yield from (("place", p) for p in fact.where)
        yield from (("equipment", e) for e in fact.equipment)
        yield from (("fact", f) for f in (*fact.denies, *fact.contradicts, *fact.elaborates))
    briefing, salute = files.briefing, files.military.salute
    bound = [b.facts for b in (*briefing.summary, *briefing.takeaways)]
    bound += [*(d.facts for d in briefing.disputes), *(g.facts for g in briefing.gaps)]
    yield from (("fact", f) for facts in bound for f in facts)
    yield from (("fact", figure.fact) for figure in briefing.figures)
    slots = (salute.size, salute.activity, salute.location, salute.unit, salute.time, salute.equipment)
    yield from (("fact", f) for slot in slots for f in slot)


def test_every_id_that_a_record_refers_to_exists(story: Found) -> None:
    """The files are closed under reference."""
    files = _files(story)
    known = {
        "actor": {a.id for a in files.actors.actors},
        "place": {p.id for p in files.places.places},
        "equipment": {e.id for e in files.military.equipment},
        "fact": {f.id for f in _facts(story)},
    }
    assert [(kind, id) for kind, id in _references(files) if id not in known[kind]] == []


def test_ids_are_given_once(story: Found) -> None:
    """No two facts share an id."""
    ids = [fact.id for fact in _facts(story)]
    assert len(ids) == len(set(ids))


def test_every_sentence_is_accounted_for(story: Found) -> None:
    """A body sentence carries facts, or says why it carries none."""
    sentences = _article(STORY).sentences
    assert [s.id for s in story.sentences] == [s.id for s in sentences]
    assert [s.id for s in story.sentences if not s.facts and not s.left_out] == []


def test_a_fact_stands_in_its_sentence_under_its_hash(story: Found) -> None:
    """Place and hash of each fact agree with the article's characters."""
    spans = {s.id: s.span for s in _article(STORY).sentences}
    for fact in _facts(story):
        assert fact.at is not None
        span = Span(fact.at.start, fact.at.end)
        assert spans[fact.at.sentence].holds(span)
        assert fact.at.hash == text_hash(span.cut(STORY))


def test_extraction_is_the_same_each_time(story: Found) -> None:
    """The same text gives the same findings and facts in the same order."""
    assert _found(STORY, published="2026-03-12") == story


def test_a_figure_points_at_a_quantity_that_is_there(story: Found) -> None:
    """A key figure names a quantity of its fact."""
    facts = {fact.id: fact for fact in _facts(story)}
    for figure in _files(story).briefing.figures:
        assert figure.quantity <= len(facts[figure.fact].quantities)


def test_a_quotation_is_verbatim(story: Found) -> None:
    """A quotation stands in the article as it is printed."""
    quotes = [fact.quote.text for fact in _facts(story) if fact.quote]
    assert [quote for quote in quotes if quote not in STORY] == []


def test_no_line_of_a_reserved_article_is_a_copy(story: Found) -> None:
    """No line of a fact holds twelve words in a row that the article holds."""
    verbatim = Verbatim(STORY)
    assert [fact.text for fact in _facts(story) if verbatim.runs(fact.text)] == []


def test_a_denial_is_a_dispute_of_the_briefing(story: Found) -> None:
    """What is denied and the denial stand in one dispute, the claim first."""
    (dispute,) = _files(story).briefing.disputes
    facts = {fact.id: fact for fact in _facts(story)}
    claim, denial = (facts[id] for id in dispute.facts)
    assert (claim.certainty, denial.denies) == ("disputed", (claim.id,))


def test_without_military_matter_there_is_no_military_file(story: Found) -> None:
    """A fire in a port fills no military grid."""
    military = _files(story).military
    assert (military.facts, military.salute.activity) == ((), ())


def test_a_briefing_says_that_its_event_is_invented() -> None:
    """`invented` comes from the article."""
    from onrecord.extract import extract

    found = extract(replace(_article(STORY), invented=True))
    assert _files(found).briefing.invented


def test_an_open_article_keeps_its_clauses() -> None:
    """What is not reserved need not be shortened."""
    from onrecord.extract import extract

    text = "The council of the small town on the river bank voted to rebuild the old wooden bridge before next winter."
    found = extract(replace(_article(text), rights="own"))
    assert [fact.text for fact in _facts(found)] == [text]


@pytest.mark.parametrize(
    "text", ["", " \n\n ", "Help", "?!", "12", "“", "...\n\n—", "(", "\ufeff", "a\x00b", "THE END"]
)
def test_odd_text_gives_findings_without_facts(text: str) -> None:
    """Text without a sentence gives no facts, and never fails."""
    assert _facts(_found(text)) == []


def test_importing_extract_does_not_load_the_parser() -> None:
    """Building pages does not wait for spaCy."""
    code = "import sys, onrecord.extract; sys.exit('spacy' in sys.modules)"
    root = Path(__file__).parent.parent.parent
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0


def test_text_in_capitals_is_read_in_its_likely_case() -> None:
    """A text in capitals yields facts in mixed case."""
    found = _found("POLICE ARRESTED THREE MEN IN LIMA. THE MEN CARRIED TWO RIFLES.")
    assert [fact.text for fact in _facts(found)] == [
        "Police arrested three men in Lima.",
        "The men carried two rifles.",
    ]


def test_without_the_parser_extraction_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """A core install is told how to get the extra; no traceback."""
    import onrecord.extract.chain as chain
    from onrecord.article import article_of_text
    from onrecord.extract import extract
    from onrecord.model import Refusal

    def missing(_: object) -> None:
        raise ModuleNotFoundError(name="spacy")

    monkeypatch.setattr(chain, "find_all", missing)
    with pytest.raises(Refusal) as refused:
        extract(article_of_text("Rain fell on the town.", name="rain.txt"))
    [problem] = refused.value.problems
    assert problem.message == "an article cannot be read without spacy, which comes with the extract extra"
    assert "make articles" in problem.mend
