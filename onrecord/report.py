"""What came of a verb."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import Problem


@dataclass(frozen=True)
class Report:
    """What came of a verb: lines for the reader, and what must be mended."""

    lines: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    idle: bool = False
    """Whether there was nothing to do."""
