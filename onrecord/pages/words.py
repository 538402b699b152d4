"""The words of the interface, in the language of its reader; what a briefing says is never among them.

Messages are the English words themselves (gettext). Rendering happens within `speaking(language)`; outside of it, and
for whatever a catalogue lacks, the words are English.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from gettext import NullTranslations

_ENGLISH = NullTranslations()
_spoken: ContextVar[NullTranslations] = ContextVar("spoken", default=_ENGLISH)


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


@contextmanager
def speaking(translations: NullTranslations) -> Iterator[None]:
    """Within it, messages come from these translations."""
    before = _spoken.set(translations)
    try:
        yield
    finally:
        _spoken.reset(before)
