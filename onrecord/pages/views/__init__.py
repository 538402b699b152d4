"""Views: what templates may see. Every choice is made here."""

from .about import about
from .actors import actors
from .case import case
from .corrections import corrections_page
from .data import data
from .disputes import disputes_page
from .facts import background, reactions
from .glossary import terms
from .military import military
from .overview import overview, summary
from .places import places
from .results import results
from .sources import sources
from .timeline import dated, timeline
from .toll import toll

__all__ = [
    "about",
    "actors",
    "background",
    "case",
    "corrections_page",
    "data",
    "dated",
    "disputes_page",
    "military",
    "overview",
    "places",
    "reactions",
    "results",
    "sources",
    "summary",
    "terms",
    "timeline",
    "toll",
]
