"""The scorer on one small article: what costs, and what does not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from eval.gold import Gold, read
from eval.own import score, table
from eval.tally import Tally
from onrecord.model import Actor, At, Fact, Files, Found, FoundActor, FoundAttribution, Span, text_hash

TEXT = (
    "The dam broke on Monday. Ana Ruiz, the mayor, said the operator opened the gates. "
    "The operator, Nordvand, denied the accusation. “We followed the plan,” it said.\n\n"
    "Perhaps it will rain, the weather office said."
)
GOLD = read(
    "dam",
    TEXT,
    {
        "actors": [
            {"id": "ruiz", "kind": "organisation", "names": ["Ana Ruiz"], "role": "mayor", "affiliation": "nordvand"},
            {"id": "nordvand", "kind": "organisation", "names": ["Nordvand"]},
            {"id": "office", "kind": ["government", "organisation"], "names": ["the weather office"]},
            {"id": "operator", "kind": "company", "names": ["the operator"], "optional": "true"},
        ],
        "attributions": [
            {"content": "the operator opened the gates", "source": "Ana Ruiz", "cue": "said", "actor": "ruiz"}
            | {"in": "Ana Ruiz, the mayor, said"},
            {"content": "the accusation", "source": "Nordvand", "cue": "denied", "actor": "nordvand"},
            {"content": "“We followed the plan,”", "source": "it", "cue": "said", "actor": "nordvand", "in": "it said"},
            {"content": "Perhaps it will rain", "source": "the weather office", "cue": "said", "actor": "office"},
            {"content": "on Monday", "optional": "true"},
        ],
        "certainty": [
            {"clause": "The dam broke", "certainty": "asserted"},
            {"clause": "the operator opened the gates", "certainty": "disputed"},
            {"clause": "Perhaps it will rain", "certainty": "hedged", "hedge": "Perhaps"},
        ],
        "disputes": [
            {
                "claim": "the operator opened the gates",
                "answer": "Nordvand, denied the accusation",
                "relation": "denies",
            }
        ],
    },
)


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def said(content: str, source: str, cue: str, actor: str) -> FoundAttribution:
    kind = "direct" if content.startswith("“") else "indirect"
    return FoundAttribution(source=(span(source),), cue=(span(cue),), content=(span(content),), kind=kind, actor=actor)


def fact(id: str, words: str, source: str, certainty: Any, **more: Any) -> Fact:
    place = span(words)
    at = At(sentence="P1S1", start=place.start, end=place.end, hash=text_hash(words))
    return Fact(id=id, text=f"{words[:1].upper()}{words[1:]}.", source=source, certainty=certainty, at=at, **more)


ATTRIBUTIONS = (
    said("the operator opened the gates", "Ana Ruiz", "said", "ana-ruiz"),
    said("the accusation", "Nordvand", "denied", "nordvand"),
    said("“We followed the plan,”", "it said", "it said", "nordvand"),
    said("Perhaps it will rain", "the weather office", "office said", "weather-office"),
)
FACTS = (
    fact("broke", "The dam broke on Monday", "article", "asserted"),
    fact("opened", "the operator opened the gates", "ana-ruiz", "disputed"),
    fact("denied", "The operator, Nordvand, denied the accusation", "nordvand", "attributed", denies=("opened",)),
    fact("plan", "We followed the plan", "nordvand", "attributed"),
    fact("rain", "Perhaps it will rain", "weather-office", "hedged", hedge="Perhaps"),
)
RUIZ = {"role": "the mayor", "affiliation": "nordvand"}
ACTORS = (("ana-ruiz", "Ana Ruiz"), ("nordvand", "Nordvand"), ("weather-office", "the weather office"))


def found(
    *,
    attributions: tuple[FoundAttribution, ...] = ATTRIBUTIONS,
    facts: tuple[Fact, ...] = FACTS,
    actors: tuple[tuple[str, str], ...] = ACTORS,
    ruiz: dict[str, str] = RUIZ,
) -> Found:
    """What a perfect extractor finds, but for what is given."""
    files = {
        "briefing": {"title": "The dam", "sources": [{"id": "dam"}]},
        "actors": {"actors": [_record(id, name, ruiz if id == "ana-ruiz" else {}) for id, name in actors]},
        "events": {"facts": facts},
    }
    mentions = tuple(FoundActor(id=id, name=n, kind="organisation", mentions=(span(n),)) for id, n in actors)
    article = {"sha256": "0" * 64, "words": 30}
    return Found.model_validate(
        {"attributions": attributions, "actors": mentions, "article": article, "extractor": "test"}
        | {"files": Files.model_validate(files)}
    )


def _record(id: str, name: str, said: dict[str, str]) -> Actor:
    return Actor.model_validate({"id": id, "name": name, "kind": "organisation", **said})


def scored(gold: Gold = GOLD, **changes: Any) -> dict[str, Tally]:
    return score([gold], {"dam": found(**changes)})


def changed(number: int, **update: Any) -> tuple[Fact, ...]:
    return tuple(f.model_copy(update=update) if i == number else f for i, f in enumerate(FACTS))


def test_a_perfect_result_scores_a_hundred_everywhere() -> None:
    """And leaves nothing to list."""
    tallies = scored()
    assert {key: (t.precision, t.recall) for key, t in tallies.items()} == dict.fromkeys(tallies, (100.0, 100.0))
    assert [miss for t in tallies.values() for miss in t.misses] == []


def test_nothing_found_scores_nothing() -> None:
    """Precision of nothing is no achievement: what counts is F1."""
    tallies = scored(attributions=(), facts=(), actors=())
    assert [tallies[key].f1 for key in ("joint", "content", "direct", "actors", "covered", "disputes")] == [0.0] * 6


def test_a_wrong_speaker_costs_the_speaker_and_is_listed() -> None:
    """The content and the words of the source may still be right."""
    wrong = ATTRIBUTIONS[0].model_copy(update={"actor": "nordvand"})
    tallies = scored(attributions=(wrong, *ATTRIBUTIONS[1:]))
    assert (tallies["joint"].f1, tallies["speakers"].f1) == (100.0, 75.0)
    assert [miss.line() for miss in tallies["speakers"].misses] == [
        "dam: speaker | gold: [Ana Ruiz said] the operator opened the gates = ruiz "
        "| found: nordvand in [Ana Ruiz said] the operator opened the gates"
    ]


def test_a_source_in_the_wrong_place_costs_the_joint_score_only() -> None:
    """Content is scored by itself too."""
    wrong = ATTRIBUTIONS[0].model_copy(update={"source": (span("The dam"),)})
    tallies = scored(attributions=(wrong, *ATTRIBUTIONS[1:]))
    assert (tallies["joint"].f1, tallies["content"].f1) == (75.0, 100.0)


def test_half_a_quotation_is_no_quotation() -> None:
    """Direct speech must be covered by more than four fifths; the rest by three tenths."""
    half = ATTRIBUTIONS[2].model_copy(update={"content": (span("“We followed"),)})
    tallies = scored(attributions=(*ATTRIBUTIONS[:2], half, ATTRIBUTIONS[3]))
    assert (tallies["content"].f1, tallies["direct"].f1) == (100.0, 0.0)


def test_an_attribution_that_is_none_costs_precision() -> None:
    """And no recall."""
    more = said("The dam broke", "The dam", "broke", "nordvand")
    tallies = scored(attributions=(*ATTRIBUTIONS, more))
    assert (tallies["content"].precision, tallies["content"].recall) == (80.0, 100.0)


def test_an_optional_attribution_neither_costs_nor_gains() -> None:
    """Readers differ on it."""
    more = said("on Monday", "The dam", "broke", "nordvand")
    assert scored(attributions=(*ATTRIBUTIONS, more))["content"].found == 4


def test_an_actor_printed_twice_costs() -> None:
    """The second record is told as the first one's double."""
    tally = scored(actors=(*ACTORS, ("ruiz", "Ruiz")))["actors"]
    assert (tally.precision, tally.recall) == (75.0, 100.0)
    assert [miss.what for miss in tally.misses] == ["actor twice (ruiz)"]


def test_two_actors_in_one_record_cost_one() -> None:
    """The record stands for one of them; the other is missing."""
    tally = scored(actors=(("ana-ruiz", "Ana Ruiz"), ("nordvand", "Nordvand")))["actors"]
    assert (tally.precision, round(tally.recall)) == (100.0, 67)
    assert [miss.what for miss in tally.misses] == ["actor missing"]


def test_an_optional_actor_neither_costs_nor_gains() -> None:
    """It may have a record, it need not."""
    assert scored(actors=(*ACTORS, ("operator", "the operator")))["actors"].found == 3


def test_a_wrong_kind_costs() -> None:
    """Where a reader could say either, either is right."""
    gold = read("dam", TEXT, {"actors": [{"id": "ruiz", "kind": ["person", "group"], "names": ["Ana Ruiz"]}]})
    assert scored(gold)["kinds"].misses[0].line() == "dam: kind | gold: ruiz person or group | found: organisation"


def test_what_is_not_said_of_an_actor_costs() -> None:
    """Role and affiliation as the article gives them."""
    tally = scored(ruiz={"affiliation": "Nordvand, the operator"})["described"]
    assert tally.f1 == 50.0
    assert [miss.line() for miss in tally.misses] == ["dam: role | gold: ruiz mayor | found: nothing"]


def test_a_claim_in_the_article_s_own_voice_leaks() -> None:
    """The worst of all misses: somebody's claim printed as if it were so."""
    tallies = scored(facts=changed(1, source="article", certainty="asserted"))
    assert tallies["own"].misses[0].line() == (
        "dam: leak | gold: ruiz | found: article: The operator opened the gates. [asserted]"
    )
    assert "leaks: 1 of 2 facts in the article's own voice" in table(tallies)


def test_a_line_that_keeps_who_said_so_is_no_leak() -> None:
    """The article reports a denial: "Nordvand denied the accusation"."""
    assert not scored(facts=changed(2, source="article"))["own"].misses


def test_the_article_s_own_words_given_to_somebody_cost() -> None:
    """The other way round."""
    [miss] = scored(facts=changed(0, source="nordvand"))["borrowed"].misses
    assert miss.found == "nordvand: The dam broke on Monday. [asserted]"


def test_a_fact_of_a_wrong_source_costs() -> None:
    """It is told with the right one."""
    [miss] = scored(facts=changed(3, source="ana-ruiz"))["told"].misses
    assert (miss.gold, miss.found) == ("nordvand", "ana-ruiz: We followed the plan. [attributed]")


@pytest.mark.parametrize(
    ("key", "change"),
    [
        ("certainty", lambda: changed(4, certainty="attributed")),
        ("hedges", lambda: changed(4, hedge=None)),
        ("covered", lambda: FACTS[:4]),
        ("disputes", lambda: changed(2, denies=())),
    ],
)
def test_each_measure_of_facts_sees_its_own_mistake(key: str, change: Callable[[], tuple[Fact, ...]]) -> None:
    """A wrong certainty, a lost hedge, a clause without a fact, a missing link."""
    assert len(scored(facts=change())[key].misses) == 1


def test_a_link_between_facts_that_agree_costs_precision() -> None:
    """Nothing is in dispute there."""
    tally = scored(facts=changed(4, contradicts=("broke",)))["disputes"]
    assert (tally.precision, tally.recall) == (50.0, 100.0)
