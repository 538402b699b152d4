"""The score on our own six articles: `python -m eval.own`.

`--misses` lists every miss in a line, `--only court` or `--only speaker` those of one article or kind; `--raise` lifts
the pinned floors to what is measured now.

The extractor runs as `build.py extract --batch` runs it: what it finds is written as `found.yaml` and read back.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from datetime import date

from onrecord.article import article_of_text
from onrecord.batch import answer
from onrecord.dossier import dump_found, load_found, without_doubtful
from onrecord.extract import extract
from onrecord.model import Found

from .actors import Cast, score_actors
from .attributions import score_attributions, score_speakers
from .descriptions import score_descriptions
from .facts import score_certainty, score_disputes, score_voices
from .floors import FLOORS, load_floors, raised
from .gold import Gold, load_all
from .tally import Miss, Tally

MEASURES = {
    "joint": "attribution: content and source, F1@.3",
    "content": "attribution: content, F1@.3",
    "direct": "quotations: content and source, F1@.8",
    "speakers": "the right speaker, where the content was found",
    "relays": "the right relay",
    "actors": "actors, one record each",
    "kinds": "the right kind of actor",
    "described": "title, role, affiliation, reason for anonymity",
    "told": "facts of somebody: the right source",
    "own": "facts of the article: its own words (the rest leak)",
    "borrowed": "facts of somebody: not the article's words",
    "certainty": "certainty of the fact on a clause",
    "hedges": "hedge kept",
    "covered": "marked clauses that have a fact",
    "disputes": "disputes",
}
"""Each measure by its key in floors.json."""


def find_all(golds: Sequence[Gold]) -> dict[str, Found]:
    """What the extractor finds in each article, through YAML and back; raises where one can't be extracted."""
    rows = ({"id": g.name, "text": g.text, "title": g.title, "published": g.published} for g in golds)
    found = {}
    for line, problem in answer(
        map(json.dumps, rows),
        take_in=lambda r: article_of_text(r["text"], name=r["id"], title=r["title"], published=r["published"] or None),
        find=lambda article: without_doubtful(extract(article), article),
        keep=lambda result: load_found(dump_found(result)),
    ):
        if problem is not None:
            raise RuntimeError(problem.explain())
        record = json.loads(line)
        found[record["id"]] = Found.model_validate(record["found"])
    return found


def score(golds: Iterable[Gold], found: dict[str, Found]) -> dict[str, Tally]:
    """All measures over all articles."""
    tallies = {key: Tally() for key in MEASURES}
    for gold in golds:
        cast = Cast(gold, found[gold.name])
        score_attributions(cast, tallies["joint"], tallies["content"], tallies["direct"])
        score_speakers(cast, tallies["speakers"], tallies["relays"])
        score_actors(cast, tallies["actors"])
        score_descriptions(cast, tallies["kinds"], tallies["described"])
        score_voices(cast, tallies["own"], tallies["told"], tallies["borrowed"])
        score_certainty(cast, tallies["certainty"], tallies["hedges"], tallies["covered"])
        score_disputes(cast, tallies["disputes"])
    return tallies


def table(tallies: dict[str, Tally]) -> list[str]:
    """One line a measure; an accuracy has the same P, R and F1."""
    lines = [f"{'':52} {'n':>4} {'P':>6} {'R':>6} {'F1':>6}"]
    for key, said in MEASURES.items():
        tally = tallies[key]
        lines.append(f"{said:52} {tally.gold:4} {tally.precision:6.1f} {tally.recall:6.1f} {tally.f1:6.1f}")
    own = tallies["own"]
    return [*lines, f"leaks: {own.gold - own.right} of {own.gold} facts in the article's own voice"]


def misses_of(tallies: dict[str, Tally], only: str = "") -> list[Miss]:
    """Every miss, measure by measure; with `only`, those whose article or kind begins with it."""
    every = (miss for tally in tallies.values() for miss in tally.misses)
    return [miss for miss in every if miss.article.startswith(only) or miss.what.startswith(only)]


def main(arguments: Sequence[str]) -> int:
    """Print the table and, if asked, the misses."""
    parser = argparse.ArgumentParser(prog="python -m eval.own", description="Score the extractor on our own articles.")
    parser.add_argument("--misses", action="store_true", help="list every miss in one line")
    parser.add_argument("--only", default="", metavar="WORD", help="misses of this article or kind only")
    parser.add_argument("--raise", dest="lift", action="store_true", help="raise the floors that have been passed")
    options = parser.parse_args(arguments)
    golds = load_all()
    tallies = score(golds, find_all(golds))
    print("\n".join(table(tallies)))
    if options.misses or options.only:
        print("\n".join(miss.line() for miss in misses_of(tallies, options.only)))
    if options.lift:
        record = raised(load_floors(), tallies, on=date.today().isoformat())
        FLOORS.write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
