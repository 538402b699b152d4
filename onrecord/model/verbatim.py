"""How much of an article stands word for word in another text: the measure behind the limits on rights."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

RUN_LIMIT = 12
"""From this many words on, a run counts as copied (design, section 7)."""
QUOTE_LIMIT = 40
"""Most words of one quotation."""
QUOTE_SHARE = 0.10
"""Largest share of the article's words that all quotations together may have."""

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def words_of(text: str) -> list[str]:
    """The words of `text`, lower case, without punctuation; curly apostrophes count as straight ones.

    >>> words_of("Russia’s Tu-22M3 “bombers”")
    ["russia's", 'tu', '22m3', 'bombers']
    """
    return _WORD.findall(text.lower().replace("’", "'"))


@dataclass(frozen=True)
class Verbatim:
    """Finds runs of an article's words in other texts.

    >>> Verbatim("one two three four five six", limit=3).runs("a b two three four five z")
    ['two three four five']
    """

    article: str
    limit: int = RUN_LIMIT

    @cached_property
    def _grams(self) -> frozenset[tuple[str, ...]]:
        return frozenset(_grams(words_of(self.article), self.limit))

    def runs(self, text: str) -> list[str]:
        """Every maximal run of at least `limit` words of `text` that the article has too, in order, in lower case.

        Each window of `limit` words of a run stands in the article; two runs may share words.
        """
        words = words_of(text)
        hits = [i for i, gram in enumerate(_grams(words, self.limit)) if gram in self._grams]
        known = set(hits)
        starts = [i for i in hits if i - 1 not in known]
        ends = [i for i in hits if i + 1 not in known]
        return [" ".join(words[i : j + self.limit]) for i, j in zip(starts, ends, strict=True)]


def _grams(words: list[str], size: int) -> Iterator[tuple[str, ...]]:
    return (tuple(words[i : i + size]) for i in range(len(words) - size + 1))
