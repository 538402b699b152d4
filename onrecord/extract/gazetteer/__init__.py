"""The gazetteer: places by name, from data that ship with the project. Nothing is loaded before the first question."""

from .nations import Nation, country_of, nation_of_adjective, nations
from .table import Entry, lookup, lookup_folded

__all__ = ["Entry", "Nation", "country_of", "lookup", "lookup_folded", "nation_of_adjective", "nations"]
