"""Where things lie in a project: dossiers, articles, templates, what is generated."""

from __future__ import annotations

import codecs
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from onrecord.dossier import alone, write_files
from onrecord.ledger import LEDGER
from onrecord.model import Article
from onrecord.slugs import ARTICLE_SUFFIXES, slug


@dataclass(frozen=True)
class House:
    """A project folder. All paths are below `root`."""

    root: Path

    @property
    def content(self) -> Path:
        """One folder a briefing: what people edit."""
        return self.root / "content"

    @property
    def sources(self) -> Path:
        """Articles that may not be passed on; ignored by git."""
        return self.root / "sources"

    @property
    def templates(self) -> Path:
        """Page templates, their parts, and the theme."""
        return self.root / "templates"

    @property
    def generated(self) -> Path:
        """Rendered pages before they are published."""
        return self.root / "build"

    @property
    def ledger(self) -> Path:
        """What the last build was made from."""
        return self.root / LEDGER

    @property
    def preview(self) -> Path:
        """Pages that `serve` shows and no build has checked yet."""
        return self.generated / ".preview"

    @property
    def public(self) -> Path:
        """The finished site."""
        return self.root / "public"

    def dossier(self, slug: str) -> Path:
        """The folder of a briefing's YAML files."""
        return self.content / slug

    def alone(self, doing: str) -> AbstractContextManager[None]:
        """Keep other runs that write away from this project meanwhile. Raises Refusal where one is at work."""
        lock = self.generated / ".lock"
        return alone(lock, doing, name=self.name_of(lock))

    @property
    def history(self) -> Path:
        """Where it is kept what git said of who wrote which line."""
        return self.generated / ".history.json"

    def slugs(self) -> list[str]:
        """Every folder of `content/` that holds a YAML file, in alphabetical order."""
        return sorted({path.parent.name for path in self.content.glob("*/*.yaml")})

    def article_of(self, slug: str) -> Path | None:
        """The article of a briefing where it is at hand: beside the dossier, or among the sources."""
        kept = [self.dossier(slug) / f"article{suffix}" for suffix in ARTICLE_SUFFIXES]
        private = [self.sources / f"{slug}{suffix}" for suffix in ARTICLE_SUFFIXES]
        return next((path for path in kept + private if path.is_file()), None)

    def keep(self, article: Article, slug: str) -> Path:
        """Keep an article's text where it is at hand for later builds; return where.

        Beside the dossier if it is our own or openly licensed, otherwise among the sources, which git ignores.
        """
        folder, name = (self.sources, slug) if article.rights == "reserved" else (self.dossier(slug), "article")
        path, text = folder / f"{name}{article.suffix}", article.text.encode("utf-8")
        if not path.is_file() or path.read_bytes().removeprefix(codecs.BOM_UTF8) != text:
            write_files(folder, {path.name: text}, root=self.root)
        return path

    def keep_review(self, slug: str, page: str) -> Path:
        """Write the private page of a briefing below `build/`, which is never published; return where."""
        path = self.generated / "review" / f"{slug}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8")
        return path

    @property
    def reviewer(self) -> Path:
        """Where the name is kept that somebody gave when asked who is reviewing; ignored by git."""
        return self.generated / "review" / "reviewer.txt"

    def articles_without_dossier(self) -> list[Path]:
        """Articles laid into `sources/` or `content/<slug>/` that nobody has extracted yet."""
        laid = [*self.content.glob("*/article.*"), *self.sources.glob("*.*")]
        articles = sorted(path for path in laid if path.suffix in ARTICLE_SUFFIXES)
        known = self.slugs()
        return [path for path in articles if self.slug_of(path) not in known]

    def slug_of(self, article: Path, title: str | None = None) -> str:
        """The briefing an article belongs to: its folder's name, or made from its file name, or from its title.

        >>> House(Path("p")).slug_of(Path("p/content/savinja-flood/article.md"))
        'savinja-flood'
        >>> House(Path("p")).slug_of(Path("in/Zürich votes.txt"))
        'zurich-votes'
        >>> House(Path("p")).slug_of(Path("in/article.txt"), "Port reopens, at last")
        'port-reopens-at-last'
        """
        if article.stem != "article":
            return slug(article.stem)
        if article.absolute().parent.parent == self.content.absolute():
            return article.parent.name
        return slug(title or article.stem)

    def name_of(self, path: Path) -> str:
        """A path as messages print it: below the project where it lies there, otherwise as given."""
        root, absolute = self.root.absolute(), path.absolute()
        return str(absolute.relative_to(root) if absolute.is_relative_to(root) else path)
