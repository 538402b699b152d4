"""How far the article says that a place lies from another: its words, and the kilometres that they mean."""

from __future__ import annotations

from onrecord.model import Distance

from .evidence import Evidence
from .figures import printed
from .numbers import numbers_of
from .words import plain, stem, words

_KILOMETRES = {"kilometre": 1.0, "mile": 1.609344, "metre": 0.001, "foot": 0.0003048, "yard": 0.0009144}
_ROUNDED = 0.06
"""How far a figure may be off for having been rounded."""


def check_distances(evidence: Evidence) -> None:
    """Report distances whose words the article does not print, or whose kilometres the words do not mean."""
    text = " ".join(plain(evidence.article.text).lower().split())
    for number, place in enumerate(evidence.desk.dossier.files.places.places):
        for entry, distance in enumerate(place.distances):
            path = f"places/places/{number}/distances/{entry}"
            if " ".join(plain(distance.words).lower().split()) not in text:
                said = f"“{distance.words}” is not in the article"
                evidence.desk.report(f"{path}/words", said, "give the words as they are printed")
            elif not _is_meant(distance):
                said = f"{numbers_of(distance.kilometres)[0]:g} km: the words say something else"
                evidence.desk.report(f"{path}/kilometres", said, "write in kilometres what the words say")


def _is_meant(distance: Distance) -> bool:
    mine, told = numbers_of(distance.kilometres), list(_told(distance.words))
    return not told or all(any(abs(one - other) <= _ROUNDED * max(other, 1) for other in told) for one in mine)


def _told(text: str) -> list[float]:
    """What the numbers of a text are in kilometres, each by the unit behind it."""
    found = []
    for number in printed(text):
        behind = [stem(word) for word in words(text[number.end :])]
        unit = next((_KILOMETRES[word] for word in behind if word in _KILOMETRES), None)
        found += [number.value * unit] if unit else []
    return found
