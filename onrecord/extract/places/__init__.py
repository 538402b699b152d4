"""Places: toponyms in the text, and the points or areas they mean, where that is sure."""

from ..gazetteer import country_of
from .find import find_places
from .records import place_records

__all__ = ["country_of", "find_places", "place_records"]
