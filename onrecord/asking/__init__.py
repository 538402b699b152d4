"""Questions about a dossier, answered in the terminal; nothing is written."""

from .address import Target, find_record, of_slug, slug_holding
from .explain import About, explained
from .loading import loaded, state_of
from .telling import as_json, told
from .weighing import weighed
from .what_if import State, arising, compared

__all__ = [
    "About",
    "State",
    "Target",
    "arising",
    "as_json",
    "compared",
    "explained",
    "find_record",
    "loaded",
    "of_slug",
    "slug_holding",
    "state_of",
    "told",
    "weighed",
]
