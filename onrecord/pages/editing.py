"""Edit links: from what a page shows to the file and line where it lives.

A link is printed in one form only, so that a server on the editor's own machine can lead it into an editor there
(`in_editor`) while the published file keeps its bytes, and no path of a machine ever stands in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from markupsafe import Markup, escape

from onrecord.model import Position

from .words import say

EDITORS = {"vscode": "vscode://file/{path}:{line}:{column}", "none": ""}
"""Editors known by name, as address patterns; none: the place is shown and leads nowhere."""
_OPEN = '<a class="edit-link" data-edit="{file}:{line}:{column}" data-what="{what}"'
_PRINTED = re.compile(
    r'<a class="edit-link" data-edit="(?P<file>[^"]+):(?P<line>\d+):(?P<column>\d+)" data-what="(?P<what>[^"]*)"[^>]*>'
    r"[^<]*</a>"
)


@dataclass(frozen=True)
class EditLink:
    """The way from a record on a page to its line. Printed, it is a link; without an address, nothing a reader sees."""

    what: str
    """What is edited, for who hears the page: "this fact"."""
    place: Position | None = None
    pattern: str = ""
    """The address with `{file}`, `{line}` and `{column}`; empty = the line cannot be reached by a link."""

    @property
    def words(self) -> str:
        """File and line; empty where the place is not known."""
        return f"{self.place.file}:{self.place.line}" if self.place else ""

    @property
    def href(self) -> str:
        """Where it leads; empty = nowhere."""
        return address(self.pattern, self.place) if self.place and self.pattern else ""

    def __html__(self) -> str:
        return _drawn(self.what, self.place, self.href, escape(say("Edit"))) if self.place else Markup()


def address(pattern: str, place: Position, root: Path | None = None) -> str:
    """The address of a place. `{path}` is its whole path and needs the project's `root`.

    >>> address("https://example.org/blob/main/{file}#L{line}", Position("content/a b/events.yaml", 12, 5))
    'https://example.org/blob/main/content/a%20b/events.yaml#L12'
    >>> address("vscode://file/{path}:{line}:{column}", Position("content/a/events.yaml", 12, 5), Path("/home/me/news"))
    'vscode://file/home/me/news/content/a/events.yaml:12:5'
    """
    path = (root.absolute() / place.file).as_posix().lstrip("/") if root else place.file
    known = {"{file}": quote(place.file), "{path}": quote(path, safe="/:")}
    known |= {"{line}": str(place.line), "{column}": str(place.column)}
    return re.sub(r"\{(?:file|path|line|column)\}", lambda mark: known[mark[0]], pattern)


def in_editor(html: str, pattern: str, root: Path) -> str:
    """A page whose edit links lead into an editor on this machine; with no `pattern` they name the place instead.

    >>> page = '<a class="edit-link" data-edit="content/a/events.yaml:12:5" data-what="this fact"></a>'
    >>> print(in_editor(page, "edit://{file}?{line}", Path("/p")).partition("data-what")[2])
    ="this fact" href="edit://content/a/events.yaml?12" aria-label="Edit this fact: events.yaml line 12">Edit</a>
    """

    def led(printed: re.Match[str]) -> str:
        place = Position(Markup(printed["file"]).unescape(), int(printed["line"]), int(printed["column"]))
        what = Markup(printed["what"]).unescape()
        if pattern:
            return _drawn(what, place, address(pattern, place, root), escape(say("Edit")))
        return f'<code class="edit-place">{escape(f"{place.file}:{place.line}")}</code>'

    return _PRINTED.sub(led, html)


def _drawn(what: str, place: Position, href: str, words: Markup) -> Markup:
    opened = Markup(_OPEN).format(file=place.file, line=place.line, column=place.column, what=what)
    if not href:
        return opened + Markup("></a>")
    told = {"what": what, "file": place.file.rpartition("/")[2], "line": place.line}
    said = say("Edit %(what)s: %(file)s line %(line)s") % told
    return opened + Markup(' href="{}" aria-label="{}">{}</a>').format(href, said, words)
