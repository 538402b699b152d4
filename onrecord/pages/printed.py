"""Words that cannot be printed without their source.

A view hands a template `Printed` things. They hold no text a template could take out: asked to print, they give one
whole element with the text, the visible label of its source, and both ids.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup, escape

_QUOTED = re.compile("“([^“”]+)”")
Draw = Callable[[str], Markup]
"""Fills the named part with the words of one fact."""


@dataclass(frozen=True)
class Printed:
    """One element, whole."""

    draw: Callable[[], Markup]

    def __html__(self) -> str:
        return self.draw()


@dataclass(frozen=True)
class FactView:
    """A fact as templates see it: `{{ fact }}` is its block; `line` and `row` are shorter, and hold the source too."""

    id: str
    draw: Draw

    def __html__(self) -> str:
        return self.draw("fact")

    @property
    def plain(self) -> Markup:
        """The block without the anchor: for pages where the fact only visits."""
        return self.draw("fact_visiting")

    @property
    def line(self) -> Markup:
        """One line: text, source, certainty, and the way to the block."""
        return self.draw("fact_line")

    @property
    def actors(self) -> Markup:
        """One line that names whom the fact is about, with its source."""
        return self.draw("fact_who")

    @property
    def time(self) -> Markup:
        """One line that gives the time of what the fact tells, with its source."""
        return self.draw("fact_when")

    @property
    def places(self) -> Markup:
        """One line that gives the places of what the fact tells, with its source."""
        return self.draw("fact_where")

    @property
    def row(self) -> Markup:
        """A row of the timeline's table."""
        return self.draw("fact_row")

    @property
    def home_row(self) -> Markup:
        """A row that is the fact's own block, with its anchor."""
        return self.draw("fact_home_row")


def marked(text: str) -> Markup:
    """A text with the words in quotation marks marked as quotations.

    >>> print(marked("He said it was “almost <certain>” to rise."))
    He said it was <q class="quote">“almost &lt;certain&gt;”</q> to rise.
    """
    pieces = _QUOTED.split(text)
    return Markup().join(
        Markup('<q class="quote">“{}”</q>').format(piece) if i % 2 else escape(piece) for i, piece in enumerate(pieces)
    )
