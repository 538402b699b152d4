"""A look at the site while editing: what is saved is on the open page before one looks up."""

from .editor import editor_pattern
from .run import Running, start

__all__ = ["Running", "editor_pattern", "start"]
