"""What happened: the words that tell of an event, with when, where, who did it, to whom, with what, and how many."""

from __future__ import annotations

from .find import find_events

__all__ = ["find_events"]
