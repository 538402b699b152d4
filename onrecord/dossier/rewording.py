"""Whether two texts say the same in other words. In doubt they do not: what is wrongly taken for wording is hidden."""

from __future__ import annotations

import re
from functools import cache

from .weight import lexicon, names, weight, written

_TOKEN = re.compile(r"(?<![\w.,])[-−]?\d+(?:[.,]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*|[<>≤≥~±+=$€£¥°#?\"]")
_MARKS = str.maketrans(
    {"’": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "−": "-", "\u00a0": " ", "\u202f": " "}
)
_SINGLE = re.compile(r"(?<!\w)[‘'](?=\w)")
_SHORTEST = 5
"""A shorter word that ends in "ed" is as often none: "shed", "feed"."""
_PAST = re.compile(r"(?<=[a-z]{2})e?d$")
_PRESENT = re.compile(r"(?<=[a-z]{2})(?:(?<=s|x|z|h|o)es|(?<!s|u|i)s)$")


def same_words(was: str, now: str) -> bool:
    """Whether a text is another only in spelling, tense, articles, or the place of a time or a place.

    Every other word that comes, goes or moves says something else.

    >>> same_words("Two ships were held on Monday.", "On Monday, 2 ships are held")
    True
    >>> same_words("Rebels attacked the army.", "The army attacked rebels.")
    False
    """
    one, other = tokens(was), tokens(now)
    if not one or not other:
        return was.split() == now.split()
    return _alike(one, other) or _fronted(one, other) or _fronted(other, one)


def same_weight(was: str, now: str) -> bool:
    """Whether numbers, negation, reservation, size, direction, time and names are the same: what no editor can reword.

    >>> same_weight("Four vessels were kept in port", "In port, 4 ships were held")
    True
    """
    if weight(was) != weight(now):
        return False
    every = [frozenset(word.lower().removesuffix("'s") for word in tokens(text, bare=True)) for text in (was, now)]
    return names(was) <= every[1] and names(now) <= every[0]


def tokens(text: str, *, bare: bool = False) -> list[str]:
    """The words and signs of a text that say something, in order and in one form; `bare` = all, as they stand."""
    plain = _SINGLE.sub('"', written(text).translate(_MARKS))
    # A word in capitals inside other words is a name: "IS" is not "is".
    loud = plain.isupper()
    found = [piece for word in _TOKEN.findall(plain) for piece in _pieces(word, loud=loud)]
    return found if bare else [_form(found, place) for place, word in enumerate(found) if not _is_free(found, place)]


def _pieces(word: str, *, loud: bool) -> list[str]:
    if word.isupper() and len(word) > 1 and not loud:
        return [word]
    low = word.lower()
    if low.endswith("n't"):
        return [{"can't": "can", "won't": "will", "shan't": "shall"}.get(low, low[:-3]), "not"]
    return ["can", "not"] if low == "cannot" else [low.removesuffix("'s").replace(",", "")]


def _is_free(found: list[str], place: int) -> bool:
    behind = found[place + 1] if place + 1 < len(found) else ""
    return found[place] in _set("free") and behind not in _set("pinned")


def _form(found: list[str], place: int) -> str:
    word, behind = found[place], found[place + 1] if place + 1 < len(found) else ""
    if word in _set("being"):
        return "be"
    counts = behind[:1].isdigit() or behind in lexicon()["numbers"]
    if word not in _set("counting") or counts:
        word = lexicon()["alike"].get(word, word)
    word = lexicon()["same"].get(word, word)
    return str(lexicon()["numbers"].get(word, word))


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(lexicon()[name])


def _alike(one: list[str], other: list[str]) -> bool:
    return len(one) == len(other) and all(map(_one_word, one, other))


def _one_word(one: str, other: str) -> bool:
    """Whether two words are one, or one verb in present and past.

    "closes" and "closed" are; "ship" and "ships" are not, and neither are "attacked" and "attacking".

    >>> [_one_word(*pair) for pair in (("closes", "closed"), ("ship", "ships"), ("attacked", "attacking"))]
    [True, False, False]
    """
    if one == other:
        return True
    if {one, other} & _set("weighing"):
        return False
    return any(_present(two) & _bases(past) for past, two in ((one, other), (other, one))) or bool(
        _bases(one) & _bases(other)
    )


def _bases(word: str) -> set[str]:
    """What a verb in the past may be the past of; nothing for a word that is no past."""
    if word in lexicon()["past"]:
        return {lexicon()["past"][word]}
    stem = _PAST.sub("", word)
    if stem == word or len(word) < _SHORTEST or word.endswith("eed"):
        return set()
    return {stem, f"{stem}e", stem[:-1] if stem[-1:] == stem[-2:-1] else stem, _y(stem)}


def _present(word: str) -> set[str]:
    """A word, and without the ending of the third person."""
    return {word, _PRESENT.sub("", word), f"{word[:-3]}y" if word.endswith("ies") else word}


def _y(stem: str) -> str:
    """The verb with this stem in the past: of "carri" it is "carry", without an "i"."""
    return f"{stem[:-1]}y" if stem.endswith("i") else stem


def _fronted(one: list[str], other: list[str]) -> bool:
    """Whether the second text opens with the time or place that the first one ends with, and is the same otherwise."""
    opening = _set("opening")
    cuts = [place for place, word in enumerate(one) if place and word in opening]
    return any(_alike(one[cut:] + one[:cut], other) for cut in cuts)
