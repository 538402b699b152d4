"""What no builder checks: that links and anchors lead somewhere, ids are unique, and no other host is asked."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from onrecord.model import Problem

_LOADS = {
    "img": ("src", "srcset"),
    "script": ("src",),
    "link": ("href",),
    "iframe": ("src",),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "object": ("data",),
    "embed": ("src",),
    "image": ("href", "xlink:href"),
    "use": ("href", "xlink:href"),
    "form": ("action",),
}
"""What a browser fetches by itself, or is sent to."""
_OTHER_HOST = re.compile(r"^(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_CSS_URL = re.compile(r"""(?:url\(\s*|@import\s+)["']?((?:[a-z]+:)?//[^"')\s]+)""", re.IGNORECASE)
_SAFE = ("", "http", "https", "mailto")


@dataclass
class _Page:
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)


Elsewhere = Callable[[str], bytes | None]
"""A file that is published beside those checked, by its path; None where there is none."""


def check_output(
    files: Mapping[str, bytes], folders: Iterable[str], *, elsewhere: Elsewhere = lambda _: None
) -> list[Problem]:
    """Check the pages and styles in `folders` (`""` = the top) among all `files` by path.

    Links may lead to files that lie `elsewhere`; those are not checked themselves.
    """
    site, wanted = _Site(files, elsewhere), set(folders)
    problems: list[Problem] = []
    for path, content in files.items():
        if _folder(path) not in wanted:
            continue
        if path.endswith(".html"):
            problems += _of_page(path, site.page(path), site)
        if path.endswith((".css", ".svg", ".html")):
            found = _CSS_URL.findall(content.decode("utf-8", "replace"))
            problems += [Problem(f"public/{path}", 0, 0, f"the style asks another host: {url}") for url in found]
    return problems


@dataclass
class _Site:
    """All published files; each page is read once, and only if it is checked or linked to."""

    files: Mapping[str, bytes]
    elsewhere: Elsewhere
    pages: dict[str, _Page] = field(default_factory=dict)

    def content(self, path: str) -> bytes | None:
        """What lies at a path; None where there is nothing."""
        return self.files[path] if path in self.files else self.elsewhere(path)

    def page(self, path: str) -> _Page:
        """The page at a path, which must be there."""
        if path not in self.pages:
            self.pages[path] = _read(self.content(path) or b"")
        return self.pages[path]


def _folder(path: str) -> str:
    head, cut, _ = path.partition("/")
    return f"{head}/" if cut else ""


@lru_cache(maxsize=256)
def _read(content: bytes) -> _Page:
    reader = _Reader()
    reader.feed(content.decode("utf-8"))
    reader.close()
    return reader.page


def _of_page(path: str, page: _Page, site: _Site) -> Iterator[Problem]:
    for identifier, count in Counter(page.ids).items():
        if count > 1:
            yield Problem(f"public/{path}", 0, 0, f"the id '{identifier}' stands {count} times on the page")
    for target in page.loads:
        if _OTHER_HOST.match(target):
            yield Problem(f"public/{path}", 0, 0, f"the page asks another host: {target}")
        elif not target.startswith("data:") and (said := _missing(path, target, site)):
            yield Problem(f"public/{path}", 0, 0, said)
    for target in dict.fromkeys(page.links):
        if said := _missing(path, target, site):
            yield Problem(f"public/{path}", 0, 0, said)


def _missing(path: str, target: str, site: _Site) -> str:
    """Why a link leads nowhere; empty where it is sound or leads to another host."""
    parts = urlsplit(target)
    if parts.scheme not in _SAFE:
        return f"a link of an unsafe kind: {target}"
    if parts.scheme or parts.netloc:
        return ""
    meant = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path))) if parts.path else path
    if site.content(meant) is None:
        return f"a link leads to no file: {target}"
    if parts.fragment and meant.endswith(".html") and unquote(parts.fragment) not in site.page(meant).ids:
        return f"a link leads to no such place on the page: {target}"
    return ""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = _Page()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value for key, value in attrs if value is not None}
        if "id" in values:
            self.page.ids.append(values["id"])
        if tag == "a" and "href" in values:
            self.page.links.append(values["href"])
        canonical = tag == "link" and values.get("rel") == "canonical"
        for name in () if canonical else _LOADS.get(tag, ()):
            if name in values:
                self.page.loads.append(values[name])
