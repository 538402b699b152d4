"""Facts beside the article: contradictions are told, other wordings are not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from onrecord.article import article_of_text
from onrecord.dossier import check
from onrecord.dossier.writing.core import CoreLoader
from onrecord.model import (
    Actor,
    ActorsFile,
    Article,
    At,
    Briefing,
    Dossier,
    Fact,
    FactsFile,
    Files,
    Found,
    FoundAttribution,
    FoundSentence,
    FoundTime,
    Place,
    PlacesFile,
    Publication,
    Span,
    Taken,
    text_hash,
)

CASES = yaml.load((Path(__file__).parent.parent / "cases" / "bearing.yaml").read_text("utf-8"), Loader=CoreLoader)
ACTORS = (
    Actor(id="police", name="police", kind="government"),
    Actor(id="mayor", name="Ana Ruiz", kind="person", role="mayor"),
    Actor(id="minister", name="Pál Kiss", kind="person", role="minister"),
    Actor(id="radio", name="the radio", kind="media"),
    Actor(id="congress", name="U.S. Congress", kind="government"),
)
PLACES = (Place(id="celje", name="Celje", kind="city"), Place(id="graz", name="Graz", kind="city"))


def span(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return Span(start, start + len(words))


def found_in(article: Article, case: dict[str, Any]) -> Found:
    """The findings that a row names, as the extraction would have made them."""
    said, time = case.get("says"), case.get("time")
    attributions = []
    if said:
        relay = (span(article, said["relay"]),) if "relay" in said else ()
        source, cue, content = (span(article, said[key]) for key in ("by", "cue", "words"))
        attributions.append(
            FoundAttribution(
                source=(source,),
                cue=(cue,),
                content=(content,),
                relay=relay,
                kind="indirect",
                actor=said.get("actor", "police"),
                via=said.get("via"),
                sense="say",
            )
        )
    times = [FoundTime(span=span(article, time["words"]), value=time["value"], type="DATE")] if time else []
    return Found(
        article=Taken(sha256=article.sha256, words=article.words),
        extractor="test",
        sentences=tuple(FoundSentence(id=s.id, start=s.span.start, end=s.span.end) for s in article.sentences),
        attributions=tuple(attributions),
        times=tuple(times),
    )


def dossier_of(case: dict[str, Any], article: Article) -> Dossier:
    """A dossier of the one fact of a row."""
    body = article.sentences[0].span
    stands = span(article, case["on"]) if "on" in case else body
    sentence = next(s.id for s in article.sentences if s.span.overlaps(stands))
    at = At(sentence=sentence, start=stands.start, end=stands.end, hash=text_hash(stands.cut(article.text)))
    fact = Fact.model_validate({"id": "fact", "source": "article", "certainty": "asserted", "at": at, **case["fact"]})
    files = Files(
        briefing=Briefing(title="Bridge", sources=(Publication(id="wire", rights="own"),)),
        actors=ActorsFile(actors=ACTORS),
        places=PlacesFile(places=PLACES),
        events=FactsFile(facts=(fact,)),
    )
    return Dossier("bridge", files, found_in(article, case))


@pytest.mark.parametrize("case", CASES, ids=[case["say"] for case in CASES])
def test_what_the_article_does_not_bear_out_is_told(case: dict[str, Any]) -> None:
    """Each row's fact gets the doubts of the row, and no other problem."""
    article = article_of_text(case["article"] + "\n", name="bridge.txt", published="2026-03-12")
    problems = check(dossier_of(case, article), article)
    kinds = [problem.mend.partition("settled: [")[2].partition("]")[0] or problem.message for problem in problems]
    assert kinds == case["told"], [problem.explain() for problem in problems]


def test_findings_of_another_text_are_no_witness() -> None:
    """An article that was changed since it was taken in is judged by its own words alone."""
    case = next(case for case in CASES if case["say"] == "a detached source is told")
    article = article_of_text(case["article"] + "\n", name="bridge.txt")
    dossier = dossier_of(case, article)
    changed = article_of_text(case["article"] + " And so on.\n", name="bridge.txt")
    assert check(dossier, article) != ()
    assert check(dossier, changed) == ()
