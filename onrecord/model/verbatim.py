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
    def _words(self) -> list[str]:
        return words_of(self.article)

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self._words)

    @cached_property
    def _grams(self) -> frozenset[tuple[str, ...]]:
        words, size = self._words, self.limit
        return frozenset(tuple(words[i : i + size]) for i in range(len(words) - size + 1))

    def runs(self, text: str) -> list[str]:
        """Every maximal run of at least `limit` words of `text` that the article has too, in order, in lower case.

        Each window of `limit` words of a run stands in the article; two runs may share words.
        """
        words = words_of(text)
        hits = list(self._hits(words))
        known = set(hits)
        starts = [i for i in hits if i - 1 not in known]
        ends = [i for i in hits if i + 1 not in known]
        return [" ".join(words[i : j + self.limit]) for i, j in zip(starts, ends, strict=True)]

    def _hits(self, words: list[str]) -> Iterator[int]:
        """Where a window of `limit` words stands in the article too; a word the article has not is in none."""
        since = 0
        for end, word in enumerate(words, start=1):
            if word not in self._known:
                since = end
            elif end - since >= self.limit and tuple(words[end - self.limit : end]) in self._grams:
                yield end - self.limit
