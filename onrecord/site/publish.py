"""From rendered pages to `public/`: each briefing a site of its own, an unchanged one not built at all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from html import escape
from importlib.metadata import version
from pathlib import Path

from onrecord.model import Problem, Rendered

from .check_output import check_output
from .generator import Site, generate
from .robots import ROBOTS, robots
from .search_index import write_index
from .sheet import SHEET, style_sheet
from .whole import WHOLE, write_whole
from .write import content_hash, files_below, lay, write

FRONT = "_front"
"""Folder name of the front page's pages in `build/`."""


Examine = Callable[[str, Mapping[str, str]], Iterable[Problem]]
"""Looks at a briefing, by its slug, and the texts of its files by path; tells what may not be published."""
_TEXTS = (".html", ".json", ".jsonld", ".geojson", ".csv", ".atom", ".xml", ".svg", ".txt", ".js")


@dataclass(frozen=True)
class Published:
    """What came of publishing: the briefings that were built anew, and what must be mended."""

    built: tuple[str, ...]
    problems: tuple[Problem, ...]


def publish(
    briefings: Sequence[Rendered],
    front: Rendered,
    *,
    root: Path,
    site_url: str = "",
    examine: Examine | None = None,
    kept: Collection[str] = (),
) -> Published:
    """Build what changed below `root/build`, check it, and make `root/public` hold exactly the result.

    `kept` are briefings, by slug, whose published pages stay as they are: they are not even looked at.
    `examine` sees each built briefing's files as they would be published, search index too.
    With a problem anywhere, `public/` stays as it was.
    """
    stage = root / "build" / ".stage"
    sites = [site_of(one, root, site_url) for one in (*briefings, front)]
    changed = [(site, stamp) for site in sites if (stamp := _changed(site))]
    problems = [problem for site, _ in changed for problem in _build(site)]
    staged = _staged(sites, stage)
    if site_url:
        slugs = {*kept, *(one.slug for one in briefings)}
        staged[ROBOTS] = robots(site_url, slugs).encode()
    laid = partial(_laid, root / "public", frozenset(kept))
    found = check_output(staged, [_folder(site.rendered) for site, _ in changed], elsewhere=laid)
    # What is unsound on a page is so in the whole as well: it is told once.
    problems += [one for one in found if not one.file.endswith(f"/{WHOLE}")] or found
    if examine:
        problems += [p for site, _ in changed if site.home for p in examine(site.rendered.slug, _texts(site.output))]
    if problems:
        return Published((), tuple(problems))
    lay(staged, root / "public", but=kept)
    for site, stamp in changed:
        _stamp(site).write_text(stamp, encoding="utf-8")
    return Published(tuple(site.rendered.slug for site, _ in changed if site.rendered.slug), ())


def _laid(public: Path, kept: frozenset[str], path: str) -> bytes | None:
    """A file of a briefing that stays as it is; None where there is none."""
    file = public / path
    return file.read_bytes() if path.partition("/")[0] in kept and file.is_file() else None


def _folder(rendered: Rendered) -> str:
    return f"{rendered.slug}/" if rendered.slug else ""


def site_of(rendered: Rendered, root: Path, site_url: str = "") -> Site:
    """Where a briefing's pages lie, and where its site is built."""
    name = rendered.slug or FRONT
    return Site(
        rendered=rendered,
        docs=root / "build" / name,
        output=root / "build" / ".stage" / name,
        parent=root / "mkdocs.yml",
        site_url=f"{site_url.rstrip('/')}/{_folder(rendered)}" if site_url else "",
        home="../index.html" if rendered.slug else "",
    )


def _dressed(site: Site) -> Rendered:
    """The pages with the style sheet beside them."""
    style = site.parent.parent / "templates" / "style"
    return replace(site.rendered, files={**site.rendered.files, SHEET: style_sheet(style)})


def _stamp(site: Site) -> Path:
    return site.docs.with_name(f"{site.docs.name}.stamp")


def _changed(site: Site) -> str:
    """Write pages and configuration; what stands for them where they differ from what was built, else nothing."""
    write(_dressed(site), site.docs)
    config = site.write_config()
    theme = site.parent.parent / "templates" / "theme"
    own = Path(__file__).parent
    inputs = [("config", config), ("parent", site.parent.read_bytes()), ("mkdocs", version("mkdocs").encode())]
    for folder in (site.docs, theme, own):
        known = (path for path in files_below(folder) if path.suffix != ".pyc")
        inputs += [(path.relative_to(folder).as_posix(), path.read_bytes()) for path in known]
    new, stamp = content_hash(inputs), _stamp(site)
    built = (site.output / "index.html").is_file() and stamp.is_file() and stamp.read_text(encoding="utf-8") == new
    return "" if built else new


def forget(site: Site) -> None:
    """What lies in a site's output is no longer what was built of it: the next build makes it anew."""
    _stamp(site).unlink(missing_ok=True)


def _build(site: Site) -> tuple[Problem, ...]:
    forget(site)
    problems = generate(site)
    if site.home and not problems:
        write_index(site.output)
        names = [page.removesuffix(".md") for _, page in site.rendered.menu]
        write_whole(site.output, names, title=escape(site.rendered.title))
    return problems


def _staged(sites: Iterable[Site], stage: Path) -> dict[str, bytes]:
    """Every file of the whole site by its path; the front page's lie at the top."""
    staged: dict[str, bytes] = {}
    for site in sites:
        folder = _folder(site.rendered)
        below = stage / (site.rendered.slug or FRONT)
        staged.update({folder + path.relative_to(below).as_posix(): path.read_bytes() for path in files_below(below)})
    return staged


def _texts(folder: Path) -> dict[str, str]:
    """The files that hold words, by path; the theme's own script is not among them."""
    known = (path for path in files_below(folder) if path.suffix in _TEXTS and path.parent.name != "assets")
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in known}
