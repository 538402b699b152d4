"""Questions about a dossier, answered in the terminal; nothing is written."""

from .address import Target, find_record, of_slug
from .explain import About, explained
from .telling import as_json, told

__all__ = ["About", "Target", "as_json", "explained", "find_record", "of_slug", "told"]
