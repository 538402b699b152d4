"""Rules between the keys of one record, as JSON Schema says them: an editor then tells them while one types.

They repeat what `checking.sense` says in full; a test holds both to the same broken dossiers.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from onrecord.model import ARTICLE

Schema = dict[str, Any]


def _has(key: str, **what: Any) -> Schema:
    return {"properties": {key: what}, "required": [key]}


def _filled(key: str) -> Schema:
    """The key is there, and not left blank."""
    return {"properties": {key: {"not": {"type": "null"}}}, "required": [key]}


def _then(met: Schema, needed: Schema, said: str) -> Schema:
    return {"if": met, "then": needed, "errorMessage": said}


CONDITIONS: Mapping[str, list[Schema]] = {
    "Actor": [{"properties": {"id": {"not": {"const": ARTICLE}}}, "errorMessage": "'article' can be no actor's id"}],
    "Fact": [
        _then(
            _has("source", const=ARTICLE),
            _has("certainty", **{"not": {"const": "attributed"}}),
            "attributed, but the source is the article itself",
        ),
        _then(
            _has("certainty", const="asserted"),
            _has("source", const=ARTICLE),
            "asserted by the article, but the source is somebody else",
        ),
        _then(_has("certainty", const="hedged"), _filled("hedge"), "hedged, but the word of reservation is missing"),
        _then(_has("settled", minItems=1, type="array"), _filled("corrected"), "settled, but nobody says why"),
    ],
    "When": [_then(_filled("until"), _filled("date"), "an end without a beginning")],
    "Place": [
        _then(_filled("latitude"), _filled("longitude"), "latitude without longitude"),
        _then(_filled("longitude"), _filled("latitude"), "longitude without latitude"),
    ],
    "Publication": [_then(_has("rights", const="open"), _filled("licence"), "rights are open: the licence is missing")],
    "Dispute": [{"properties": {"facts": {"uniqueItems": True}}, "errorMessage": "name each side once"}],
}
"""What a record's keys ask of one another, by the record's name."""
