"""Rules between the keys of one record, as JSON Schema says them: an editor then tells them while one types.

Only what language servers tell in plain words stands here. Of a rule between two values, such as hedged without the
word of reservation, they say no more than that a schema does not match, or they offer what it asks for everywhere; such
rules are left to `checking.sense`, which says all of these in full.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from onrecord.model import ARTICLE

_NO_ACTOR = {
    "pattern": f"^(?!{ARTICLE}$)",
    "patternErrorMessage": f"'{ARTICLE}' means the article's own voice and can be no actor",
}

CONDITIONS: Mapping[str, dict[str, Any]] = {
    "Actor": {"allOf": [{"properties": {"id": _NO_ACTOR}}]},
    "Dispute": {"allOf": [{"properties": {"facts": {"uniqueItems": True}}}]},
    "Fact": {"dependencies": {"settled": ["corrected"]}},
    "Place": {"dependencies": {"latitude": ["longitude"], "longitude": ["latitude"]}},
    "When": {"dependencies": {"until": ["date"]}},
}
"""What a record's keys ask of one another, by the record's name."""
