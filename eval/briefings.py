"""The score of whole briefings on our own articles, against lists of their facts: `python -m eval.briefings`.

Each printed fact is held against the facts of the answer key (`eval/keys.py`) that stand on the same words: two places
are the same when half of the shorter one is shared. A line that tells two facts of the key counts for both.

- **recall**: facts of the key that a line tells, all that it must say in it; **core** the same of core facts.
- **precision**: printed facts that are right: they tell a fact of the key, say nothing of what would make it false,
  have the right source, and its numbers with their operators.
- **source**: of the lines that tell a fact, those with the right source. **numbers**: of the facts told that have
  numbers, those with every number and its operator. **hedges**: of the facts told that have a reservation, those that
  keep it.

`--misses` lists every miss in a line, `--only NAME` those of one article; what was missed in an article that is kept
unread is listed only with `--unread`. `--raise` lifts the pinned floors to what is measured now.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from datetime import date

from onrecord.model import ARTICLE, Fact, Found, Span

from .actors import Cast
from .facts import placed
from .floors import FLOORS, load_floors, raised
from .keys import Key, KeyFact, load_keys
from .own import find_all
from .tally import Miss, Tally

MEASURES = ("recall", "core", "precision", "source", "numbers", "hedges")
SHARED = 0.5
"""How much of the shorter of two places must be shared."""

Tallies = dict[str, Tally]


def score(key: Key, found: Found) -> Tallies:
    """All measures of one article."""
    cast, tallies = Cast(key.gold, found), {measure: Tally() for measure in MEASURES}
    told = {number: _telling(found, fact) for number, fact in enumerate(key.facts)}
    for number, fact in enumerate(key.facts):
        _count_key(key, fact, told[number], tallies)
    for line, _ in placed(found):
        met = [fact for number, fact in enumerate(key.facts) if line in told[number]]
        tallies["precision"].judge(_is_right(cast, line, met), Miss(key.name, "wrong", _wanted(key, met), _shown(line)))
        if met:
            right = any(_has_source(cast, line, fact) for fact in met)
            tallies["source"].judge(right, Miss(key.name, "source", ", ".join(met[0].sources), _shown(line)))
    return tallies


def _telling(found: Found, fact: KeyFact) -> list[Fact]:
    """The printed facts that tell a fact of the key."""
    near = (line for line, place in placed(found) if _overlap(place, fact.clause) >= SHARED)
    return [line for line in near if fact.is_said(line.text)]


def _overlap(one: Span, other: Span) -> float:
    shared = max(0, min(one.end, other.end) - max(one.start, other.start))
    return shared / max(1, min(one.end - one.start, other.end - other.start))


def _count_key(key: Key, fact: KeyFact, told: Sequence[Fact], tallies: Tallies) -> None:
    words = fact.clause.cut(key.gold.text)
    tallies["recall"].judge(bool(told), Miss(key.name, "not told", words))
    if fact.core:
        tallies["core"].judge(bool(told), Miss(key.name, "core fact not told", words))
    if told and fact.numbers:
        right = any(_has_numbers(line, fact) for line in told)
        tallies["numbers"].judge(right, Miss(key.name, "numbers", words, _shown(told[0])))
    if told and fact.hedge:
        right = any(_keeps(line, fact) for line in told)
        tallies["hedges"].judge(right, Miss(key.name, "hedge", f"{fact.hedge}: {words}", _shown(told[0])))


def _is_right(cast: Cast, line: Fact, met: Sequence[KeyFact]) -> bool:
    false = any(words.lower() in line.text.lower() for fact in met for words in fact.never)
    return not false and any(_has_source(cast, line, fact) and _has_numbers(line, fact) for fact in met)


def _has_source(cast: Cast, line: Fact, fact: KeyFact) -> bool:
    if line.source == ARTICLE:
        return ARTICLE in fact.sources
    return cast.is_one_of(line.source, fact.sources)


def _has_numbers(line: Fact, fact: KeyFact) -> bool:
    printed = {(q.operator, float(v)) for q in line.quantities for v in _values(q.value)}
    return all(number in printed for number in fact.numbers)


def _values(value: float | tuple[float, float] | None) -> tuple[float, ...]:
    return () if value is None else value if isinstance(value, tuple) else (value,)


def _keeps(line: Fact, fact: KeyFact) -> bool:
    word = (fact.hedge or "").lower()
    return word in (line.hedge or "").lower() or word in line.text.lower()


def _wanted(key: Key, met: Sequence[KeyFact]) -> str:
    return " / ".join(fact.clause.cut(key.gold.text) for fact in met) or "no fact of the key"


def _shown(line: Fact) -> str:
    return f"{line.source}: {line.text}"


def totals(scored: Iterable[Tallies]) -> Tallies:
    """The sums over all articles, measure by measure."""
    sums = {measure: Tally() for measure in MEASURES}
    for tallies in scored:
        for measure, tally in tallies.items():
            sums[measure].gold += tally.gold
            sums[measure].found += tally.found
            sums[measure].recalled += tally.recalled
            sums[measure].right += tally.right
            sums[measure].misses += tally.misses
    return sums


def table(scored: dict[str, Tallies], unread: frozenset[str] = frozenset()) -> list[str]:
    """One line an article, with the number of its facts in the key and on the pages; the total last."""
    head = f"{'':16} {'key':>4} {'told':>5}" + "".join(f" {measure:>9}" for measure in MEASURES)
    rows = [(f"{name} *" if name in unread else name, tallies) for name, tallies in scored.items()]
    lines = [
        f"{name:16} {tallies['recall'].gold:4} {tallies['precision'].gold:5}"
        + "".join(f" {tallies[measure].recall:9.1f}" for measure in MEASURES)
        for name, tallies in [*rows, ("all", totals(scored.values()))]
    ]
    return [head, *lines, *(["* kept unread by those who write rules"] if unread else [])]


def score_all(keys: Sequence[Key]) -> dict[str, Tallies]:
    """Every article of the keys, extracted and scored."""
    found = find_all([key.gold for key in keys])
    return {key.name: score(key, found[key.name]) for key in keys}


def main(arguments: Sequence[str]) -> int:
    """Print the table and, if asked, the misses."""
    parser = argparse.ArgumentParser(
        prog="python -m eval.briefings", description="Score briefings of our own articles."
    )
    parser.add_argument("--misses", action="store_true", help="list every miss in one line")
    parser.add_argument("--only", default="", metavar="NAME", help="misses of this article only")
    parser.add_argument("--unread", action="store_true", help="list the misses of articles that are kept unread, too")
    parser.add_argument("--raise", dest="lift", action="store_true", help="raise the floors that have been passed")
    options = parser.parse_args(arguments)
    keys = load_keys()
    scored, unread = score_all(keys), frozenset(key.name for key in keys if key.unread)
    print("\n".join(table(scored, unread)))
    if options.misses or options.only:
        shown = [name for name in scored if name.startswith(options.only) and (options.unread or name not in unread)]
        misses = [miss for name in shown for tally in scored[name].values() for miss in tally.misses]
        print("\n".join(miss.line() for miss in misses))
    if options.lift:
        record = load_floors()
        mine = raised({"on": record["on"], "floors": record.get("briefings", {})}, totals(scored.values()), on="")
        lifted = record | {"on": date.today().isoformat(), "briefings": mine["floors"]}
        FLOORS.write_text(json.dumps(lifted, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
