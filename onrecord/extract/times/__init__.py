"""Times: where the text names one, what it means beside the publication date, and how a fact keeps it."""

from .find import find_times
from .when import when_of

__all__ = ["find_times", "when_of"]
