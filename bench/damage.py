"""Which damage the checks let through, and what they tell of facts that nobody damaged.

    python bench/damage.py [--list] [--texts TEXTS.jsonl]

The dossiers of `content/` whose article is at hand are damaged, and those that the extraction makes of our articles in
`eval/articles`. Before that, whatever `check` tells of the undamaged dossiers is printed: an error of a fact each, or a
false alarm. With `--texts` (a JSON line each: id, text, published) only that is done, for dossiers of these texts.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from onrecord.article import article_of_text, read_article  # noqa: E402
from onrecord.dossier import check, load_dossier  # noqa: E402
from onrecord.dossier.mutating import missed, mutate, table  # noqa: E402
from onrecord.extract import extract  # noqa: E402
from onrecord.house import House  # noqa: E402
from onrecord.model import Article, Dossier  # noqa: E402

Beside = tuple[Dossier, Article]


def kept(house: House) -> Iterator[Beside]:
    """The dossiers of `content/` with their articles."""
    for slug in house.slugs():
        dossier, _ = load_dossier(house.dossier(slug), house.root)
        path = house.article_of(slug)
        if dossier and path:
            yield dossier, read_article(path, published=dossier.briefing.sources[0].published)


def fresh(articles: Iterator[Article]) -> Iterator[Beside]:
    """The dossiers that the extraction makes of articles."""
    for article in articles:
        found = extract(article)
        if found.files is not None:
            yield Dossier(article.name, found.files, found), article


def own() -> Iterator[Article]:
    """The articles of `eval/articles`, with the day their key gives."""
    for path in sorted((ROOT / "eval" / "articles").glob("*.txt")):
        key = path.with_suffix(".yaml")
        read = yaml.load(key.read_text(encoding="utf-8"), Loader=yaml.BaseLoader) if key.exists() else {}
        text = path.read_text(encoding="utf-8")
        yield article_of_text(text, name=path.stem, title=read.get("title"), published=read.get("published"))


def those(path: Path) -> Iterator[Article]:
    """The texts of a file, a JSON line each; lines without a text are left out."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if "text" in row:
            day = (row.get("published") or "")[:10] or None
            yield article_of_text(row["text"], name=row["id"], title=row.get("title"), published=day)


def alarms(dossiers: list[Beside]) -> None:
    """Print what `check` tells of dossiers that nobody damaged."""
    told = 0
    for dossier, article in dossiers:
        for problem in check(dossier, article):
            told += 1
            print(f"{dossier.slug}: {problem.explain()}\n")
    facts = sum(len(dossier.facts) for dossier, _ in dossiers)
    print(f"{told} problems in {len(dossiers)} dossiers with {facts} facts\n")


def main() -> None:
    """Print alarms, and the table of damage."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--list", action="store_true", dest="listed", help="list what got through")
    parser.add_argument("--texts", type=Path, metavar="TEXTS.jsonl", help="look for false alarms in these texts only")
    options = parser.parse_args()
    dossiers = list(fresh(those(options.texts))) if options.texts else [*kept(House(ROOT)), *fresh(own())]
    alarms(dossiers)
    if options.texts is None:
        trials = [trial for dossier, article in dossiers for trial in mutate(dossier, article)]
        print("\n".join([*table(trials), *(missed(trials) if options.listed else ())]))


if __name__ == "__main__":
    main()
