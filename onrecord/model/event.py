"""What kinds of event there are."""

from __future__ import annotations

from typing import Literal

EventType = Literal[
    "attack", "bombing", "clash", "killing", "kidnapping", "arrest", "deployment", "movement", "threat", "coercion",
    "agreement", "talks", "meeting", "visit", "statement", "decision", "demand", "accusation", "denial", "aid",
    "election", "protest", "ruling", "crime", "appointment", "business", "discovery", "disaster", "accident",
    "contest", "death", "other",
]  # fmt: skip
"""Kinds of event, after PLOVER's types, with those that news of other fields needs beside them."""
