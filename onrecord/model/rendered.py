"""A briefing's pages as plain files, before anything knows how they are published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Rendered:
    r"""Files by their path below the briefing's folder, and the menu.

    `files` holds Markdown pages with front matter and downloads (`data/briefing.json`); text is UTF-8 with `\\n`.
    `menu` lists (title, path of the page's Markdown file) in reading order.
    """

    slug: str
    title: str
    files: Mapping[str, str]
    menu: tuple[tuple[str, str], ...]
