"""What the rules cost beside the parser: one ratio, measured in one run on the same articles.

    python bench/rules_and_parse.py [--articles N] [FOLDER | TEXTS.jsonl]

Without a folder our own articles in `eval/articles` and `content` are read, over and over, up to N (100). Each
article is parsed once and then read by each finder; the garbage collector rests while the clock runs. The aim is a
ratio of 1 or less: the rules together cost no more than the parse.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from onrecord.article import article_of_text  # noqa: E402
from onrecord.extract import chain  # noqa: E402
from onrecord.extract.reading import read  # noqa: E402

STAGES = (
    "find_equipment",
    "find_times",
    "find_quantities",
    "find_places",
    "find_attributions",
    "find_actors",
    "find_roles",
    "with_collectives",
    "find_nationalities",
    "find_events",
    "place_records",
    "equipment_records",
    "make_files",
)


def main() -> None:
    """Measures and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", nargs="?", type=Path, help="a folder of .txt files, or JSON lines with a text each")
    parser.add_argument("--articles", type=int, default=100)
    arguments = parser.parse_args()
    texts = list(islice(cycle(_texts(arguments.source)), arguments.articles))
    spent = measure(texts)
    _tell(spent, texts)


def _texts(source: Path | None) -> Iterator[str]:
    if source is not None and source.suffix == ".jsonl":
        records = [json.loads(line) for line in source.read_text("utf-8").splitlines()]
        yield from (record["text"] for record in records if "text" in record)
        return
    folders = [source] if source is not None else [ROOT / "eval" / "articles", *sorted((ROOT / "content").iterdir())]
    for folder in folders:
        for path in sorted(folder.glob("*.txt")):
            yield path.read_text("utf-8")


def measure(texts: list[str]) -> dict[str, float]:
    """Seconds in the parser ("parse") and in each finder, over all texts."""
    spent: dict[str, float] = defaultdict(float)
    timed = {"read": _timed(read, "parse", spent)}
    timed |= {name: _timed(getattr(chain, name), name, spent) for name in STAGES}
    for name, function in timed.items():
        setattr(chain, name, function)
    articles = [article_of_text(text, name=str(number)) for number, text in enumerate(texts)]
    chain.find_all(articles[0])  # the model and the lexicons are loaded before the clock starts
    spent.clear()
    gc.disable()
    for article in articles:
        started = perf_counter()
        chain.find_all(article)
        spent["all"] += perf_counter() - started
        gc.collect()
    return spent


def _timed(function: Callable[..., Any], name: str, spent: dict[str, float]) -> Callable[..., Any]:
    def run(*args: Any, **kwargs: Any) -> Any:
        started = perf_counter()
        try:
            return function(*args, **kwargs)
        finally:
            spent[name] += perf_counter() - started

    return run


def _tell(spent: dict[str, float], texts: list[str]) -> None:
    words = sum(len(text.split()) for text in texts)
    parse, whole = spent.pop("parse"), spent.pop("all")
    rules = whole - parse
    print(f"{len(texts)} articles, {words} words")
    print(f"{'parse':<20}{parse:8.2f} s   1.00   {words / parse:8.0f} words/s")
    print(f"{'rules':<20}{rules:8.2f} s   {rules / parse:.2f}   {words / rules:8.0f} words/s")
    for name, seconds in sorted(spent.items(), key=lambda pair: -pair[1]):
        print(f"  {name:<18}{seconds:8.2f} s   {seconds / parse:.2f}")


if __name__ == "__main__":
    main()
