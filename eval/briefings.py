"""The score of whole briefings on our own articles, against lists of their facts: `python -m eval.briefings`.

Each printed fact is held against the facts of the answer key (`eval/keys.py`) that stand on the same words: two places
are the same when half of the shorter one is shared. A line that tells two facts of the key counts for both.

- **recall**: facts of the key that a line tells: all that it must say in it, nothing that would make it false, whoever
  it is given to; **core** the same of core facts.
- **precision**: printed facts that are right: they tell a fact of the key, say nothing of what would make one of them
  false, have the right source, and the numbers of all they tell with their operators.
- **source**: of the lines that tell a fact, those with the right source. **numbers**: of the facts told that have
  numbers, those with every number and its operator. **hedges**: of the facts told that have a reservation, those that
  keep it.

Articles that are kept unread by those who write rules are summed up apart and have floors of their own; what they
scored when they were first run stands in `keys/first.json`.

`--misses` lists every miss in a line, `--only NAME` those of one article; what was missed in an article that is kept
unread is listed only with `--unread`. `--raise` lifts the pinned floors to what is measured now.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

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


def _count_key(key: Key, fact: KeyFact, lines: Sequence[Fact], tallies: Tallies) -> None:
    words, told = fact.clause.cut(key.gold.text), [line for line in lines if not fact.is_falsified(line.text)]
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
    if not met or any(fact.is_falsified(line.text) for fact in met):
        return False
    return any(_has_source(cast, line, fact) for fact in met) and all(_has_numbers(line, fact) for fact in met)


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
    """One line an article, with the number of its facts in the key and on the pages; then the sums.

    Articles that are kept unread stand last and are summed up apart.
    """
    read, kept = ({n: t for n, t in scored.items() if (n in unread) is apart} for apart in (False, True))
    rows = [*read.items(), *((f"{name} *", tallies) for name, tallies in kept.items())]
    if kept:
        rows += [("read", totals(read.values())), ("unread *", totals(kept.values()))]
    rows.append(("all", totals(scored.values())))
    head = f"{'':16} {'key':>4} {'told':>5}" + "".join(f" {measure:>9}" for measure in MEASURES)
    return [head, *(_row(name, t) for name, t in rows), *(["* kept unread by those who write rules"] if kept else [])]


def _row(name: str, tallies: Tallies) -> str:
    counts = f"{name:16} {tallies['recall'].gold:4} {tallies['precision'].gold:5}"
    return counts + "".join(f" {tallies[measure].recall:9.1f}" for measure in MEASURES)


def score_all(keys: Sequence[Key], found: Mapping[str, Found]) -> dict[str, Tallies]:
    """Every article of the keys, scored by what was found in it."""
    return {key.name: score(key, found[key.name]) for key in keys}


def pinned(keys: Sequence[Key], scored: Mapping[str, Tallies]) -> dict[str, Tallies]:
    """The sums that have floors, by their key in floors.json: of the articles that may be read, and of the others."""
    return {
        group: totals(scored[key.name] for key in keys if key.unread is apart)
        for group, apart in (("briefings", False), ("unread", True))
    }


def misses_of(keys: Sequence[Key], scored: Mapping[str, Tallies], *, only: str, unread: bool) -> list[str]:
    """The misses of the articles whose name begins with `only`, a line each; of an unread one, that they are kept."""
    lines = []
    for key in keys:
        if key.name.startswith(only) and key.unread and not unread:
            lines.append(f"{key.name}: kept unread; whoever writes no rules may list its misses with --unread")
        elif key.name.startswith(only):
            lines += [miss.line() for tally in scored[key.name].values() for miss in tally.misses]
    return lines


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
    scored = score_all(keys, find_all([key.gold for key in keys]))
    print("\n".join(table(scored, frozenset(key.name for key in keys if key.unread))))
    if options.misses or options.only:
        print("\n".join(misses_of(keys, scored, only=options.only, unread=options.unread)))
    if options.lift:
        lifted = lift(load_floors(), pinned(keys, scored), on=date.today().isoformat())
        FLOORS.write_text(json.dumps(lifted, indent=2) + "\n", encoding="utf-8")
    return 0


def lift(record: dict[str, Any], sums: Mapping[str, Tallies], *, on: str) -> dict[str, Any]:
    """The floors with those of briefings that have been passed laid anew; `on` is the day, if any was."""
    mine = {group: raised({"on": "", "floors": record.get(group, {})}, sums[group], on=on) for group in sums}
    day = max(record["on"], *(floors["on"] for floors in mine.values()))
    return record | {"on": day} | {group: floors["floors"] for group, floors in mine.items()}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
