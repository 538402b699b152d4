"""An article taken in: read, found through, and merged into its dossier."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from onrecord.article import article_of_text, read_article
from onrecord.dossier import dump_found, load_found, merge, without_doubtful, write_files
from onrecord.house import House
from onrecord.model import Article, Found
from onrecord.report import Report


def take_in(house: House, path: Path, *, published: str | None = None, slug: str | None = None) -> Report:
    """An article into its dossier: a new one, or merged into the one that is there. Raises Refusal."""
    article = read_article(path, published=published)
    name = slug or house.slug_of(path, article.title)
    merged = merge(house.dossier(name), house.root, find(article), text=article.text, on=date.today().isoformat())
    house.keep(article, name)
    write_files(house.dossier(name), merged.files, seen=merged.seen, root=house.root)
    folder = house.name_of(house.dossier(name))
    return Report((f"{folder}/: " + ("written" if merged.changes else "nothing to change"), *merged.lines))


def find(article: Article) -> Found:
    """What the extractor finds, less what the checks hold against the article: a fresh dossier is always sound."""
    from onrecord.extract import extract as find

    return without_doubtful(find(article), article)


def article_of_record(record: dict[str, str]) -> Article:
    """The article of one line of a batch."""
    return article_of_text(
        record["text"], name=record["id"], title=record.get("title"), published=record.get("published")
    )


def through_yaml(found: Found) -> Found:
    """What comes back of what was found once it is written."""
    return load_found(dump_found(found))
