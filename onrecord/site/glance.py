"""Changed pages of one briefing, shown before the whole site is built: what `serve` shows right after a save."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from onrecord.model import Problem, Rendered

from .generator import generate
from .publish import forget, site_of
from .write import put


def glance(slug: str, pages: Mapping[str, str], *, root: Path, into: Path) -> tuple[Problem, ...]:
    """Lay those of the pages into `into/<slug>` that differ from what was built last; `public/` stays as it is.

    They come out as `publish` makes them; search, sitemap and every check are left to it. A briefing that was never
    published is left to it too.
    """
    site = site_of(Rendered(slug, "", {}, ()), root)
    new = [path for path, text in pages.items() if _read(site.docs / path) != text]
    if not new or not site.config.is_file() or not (site.output / "index.html").is_file():
        return ()
    forget(site)
    for path in new:
        put(site.docs / path, pages[path].encode("utf-8"))
    problems = generate(site, only_changed=True)
    _show(new, site.output, into / slug)
    return problems


def _show(pages: Iterable[str], output: Path, folder: Path) -> None:
    for page in pages:
        path = page.removesuffix(".md") + ".html" if page.endswith(".md") else page
        if (output / path).is_file():
            put(folder / path, (output / path).read_bytes())


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None
