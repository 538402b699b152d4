"""The whole briefing on one page, to be printed or kept: the published pages one after the other, as chapters."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from pathlib import Path

WHOLE = "whole.html"
APART = ("corrections", "data")
"""Pages that are left out: the log, of which the overview has the newest, and what can be downloaded."""
_MAIN = re.compile(r'(<main id="main"[^>]*>)(.*)(</main>)', re.DOTALL)
_NAMED = re.compile(r'(\s(?:id|for|headers|aria-labelledby|aria-describedby)=")([^"]*)"')
_LINK = re.compile(r'(\shref=")(?:([\w-]+)\.html)?(?:#([^"]*))?"')
_PAINT = re.compile(r"url\(#([\w-]+)\)")
_ONPAGE = re.compile(r'<nav class="onpage".*?</nav>', re.DOTALL)


def write_whole(output: Path, names: Sequence[str], *, title: str) -> None:
    """Make `whole.html` in a site's folder from its pages `names`, in their order; links stay within it.

    An id `x` of the page `places` is `places-x` here, so that no id is there twice.
    """
    chapters = [name for name in names if name not in APART]
    first = (output / f"{chapters[0]}.html").read_text(encoding="utf-8")
    told = "".join(_chapter((output / f"{name}.html").read_text(encoding="utf-8"), name, chapters) for name in chapters)
    page = _MAIN.sub(lambda found: found[1] + told + found[3], first, count=1)
    page = re.sub(r"<title>.*?</title>", f"<title>{title}</title>", page, count=1, flags=re.DOTALL)
    page = page.replace("</head>", '<meta name="robots" content="noindex">\n</head>', 1)
    page = re.sub(r'<body class="[^"]*">', '<body class="page-whole">', page, count=1)
    page = page.replace(' aria-current="page"', "")
    (output / WHOLE).write_text(page, encoding="utf-8")


def _chapter(page: str, name: str, chapters: Collection[str]) -> str:
    found = _MAIN.search(page)
    body = _ONPAGE.sub("", found[2]) if found else ""
    return f'<section class="chapter chapter-{name}" id="{name}">{chaptered(body, name, chapters)}</section>'


def chaptered(body: str, name: str, chapters: Collection[str]) -> str:
    """The inside of a page with its ids and links as they are in the whole.

    >>> chaptered('<p id="a"><a href="#a">1</a> <a href="b.html#c">2</a> <a href="b.html">3</a></p>', "x", ("x", "b"))
    '<p id="x-a"><a href="#x-a">1</a> <a href="#b-c">2</a> <a href="#b">3</a></p>'
    """

    def link(found: re.Match[str]) -> str:
        page, anchor = found[2] or name, found[3]
        if page not in chapters or (found[2] is None and anchor is None):
            return found[0]
        return f'{found[1]}#{page}-{anchor}"' if anchor else f'{found[1]}#{page}"'

    body = _NAMED.sub(lambda f: f[1] + " ".join(f"{name}-{one}" for one in f[2].split()) + '"', body)
    return _PAINT.sub(lambda found: f"url(#{name}-{found[1]})", _LINK.sub(link, body))
