"""The Jinja2 environment: everything escaped, nothing undefined, and Markdown that sees only headings of ours."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from .printed import marked
from .words import say, say_many, spoken

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
"""Characters no reader sees; two of them mark Python-Markdown's own stash."""
_FENCE = re.compile(r"^([`~])(?=\1\1)", re.MULTILINE)


class Engine:
    """Fills templates of one folder. The same values give the same text."""

    def __init__(self, templates: Path, language: str = "") -> None:
        """`language` is the briefing's: where the interface speaks another, elements with its words say so."""
        self._environment = _environment(templates)
        apart = language and language != spoken()
        self._own = {"own": Markup(' lang="{}" dir="auto"').format(language) if apart else Markup()}

    def part(self, name: str, values: Mapping[str, Any]) -> Markup:
        """A part of a page as HTML."""
        return Markup(self._environment.get_template(f"parts/{name}.html").render({**self._own, **values}))

    def page(self, name: str, values: Mapping[str, Any]) -> str:
        """A page as Markdown: headings, and blocks of HTML that Markdown leaves alone."""
        return plain_lines(self._environment.get_template(f"pages/{name}.md").render({**self._own, **values}))

    def sheet(self, path: str, values: Mapping[str, Any]) -> str:
        """A whole HTML file of its own, from the template at `path`."""
        return self._environment.get_template(path).render(values)


def for_markdown(words: str) -> Markup:
    """Words for a Markdown heading: every mark that Markdown or HTML could read stands as a character reference.

    >>> print(for_markdown("*A* <b> & [x](y) {#z}"))
    &#42;A&#42; &#60;b&#62; &#38; &#91;x&#93;&#40;y&#41; &#123;&#35;z&#125;
    """
    flat = " ".join(_CONTROL.sub(" ", str(words)).split())
    return Markup("".join(c if c.isalnum() or c == " " or ord(c) > 126 else f"&#{ord(c)};" for c in flat))


def plain_lines(text: str) -> str:
    """No indented line, no run of blank lines, no fence, no control character: nothing that reads as Markdown code."""
    lines = (line.strip() for line in _CONTROL.sub("", text).splitlines())
    joined = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"
    return _FENCE.sub(lambda mark: f"&#{ord(mark[1])};", joined)


@cache
def _environment(templates: Path) -> Environment:
    """One for each folder: a template is read again when its file changes."""
    cache_folder = Path(tempfile.gettempdir()) / "onrecord-templates"
    cache_folder.mkdir(exist_ok=True)
    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        comment_start_string="{##",  # `{#name}` after a heading is its id
        comment_end_string="##}",
        extensions=["jinja2.ext.i18n"],
        bytecode_cache=FileSystemBytecodeCache(str(cache_folder)),
    )
    environment.install_gettext_callables(say, say_many, newstyle=True)  # type: ignore[attr-defined]
    environment.filters["md"] = for_markdown
    environment.filters["quoted"] = marked
    return environment
