"""The words of the interface, in the language of its reader; what a briefing says is never among them.

Messages are the English words themselves (gettext). Rendering happens within `speaking(...)`; outside of it, and
for whatever a catalogue lacks, the words are English.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

CATALOGUES = Path("theme") / "locales"
"""Where the catalogues lie below the templates: MkDocs fills the theme from the same ones."""

_ENGLISH = NullTranslations()
_spoken: ContextVar[NullTranslations] = ContextVar("spoken", default=_ENGLISH)
_language: ContextVar[str] = ContextVar("language", default="en")


def say(message: str) -> str:
    """A message in the language of the interface.

    >>> say("Overview")
    'Overview'
    """
    return _spoken.get().gettext(message)


def say_many(one: str, many: str, count: int) -> str:
    """The message that fits a count; `%(num)s` in it is left for who formats it.

    >>> say_many("%(num)s fact", "%(num)s facts", 2) % {"num": 2}
    '2 facts'
    """
    return _spoken.get().ngettext(one, many, count)


def N_(message: str) -> str:  # noqa: N802
    """Marks a message that stands in a table, so that the catalogue has it; it is said where it is used.

    >>> N_("Overview")
    'Overview'
    """
    return message


def spoken() -> str:
    """The language of the interface: "en" outside of `speaking`."""
    return _language.get()


@contextmanager
def speaking(language: str, templates: Path) -> Iterator[None]:
    """Within it, messages are in a language, from its catalogue below `templates`; without one they are English."""
    before, named = _spoken.set(_translations(templates, language)), _language.set(language)
    try:
        yield
    finally:
        _spoken.reset(before)
        _language.reset(named)


@cache
def _translations(templates: Path, language: str) -> NullTranslations:
    known = templates / CATALOGUES / language / "LC_MESSAGES" / "messages.mo"
    if not known.is_file():
        return _ENGLISH
    with known.open("rb") as stream:
        return GNUTranslations(stream)
