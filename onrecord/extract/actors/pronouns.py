"""Whom "he", "she", "they" and "it" mean as a source. Rules of nearness; unsure is None."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from onrecord.extract.reading import Reading
from onrecord.model import Span

from .stage import Player

_HE = frozenset({"he", "his", "him"})
_SHE = frozenset({"she", "her", "hers"})
_THEY = frozenset({"they", "their", "them"})
_IT = frozenset({"it", "its"})
PRONOUNS = _HE | _SHE | _THEY | _IT | frozenset({"i", "we", "you", "who", "my", "our", "that", "this", "which"})


def antecedent(
    reading: Reading, pronoun: Token, players: Sequence[Player], spoken: Sequence[tuple[int, Player]]
) -> Player | None:
    """The actor a pronoun stands for: named before it in its sentence, or the last speaker, or the last one named."""
    low = pronoun.lower_
    if low not in _HE | _SHE | _THEY | _IT:
        return None
    fitting = [p for p in players if _fits(p, low)]
    found = (
        _in_sentence(reading, pronoun, fitting)
        or _last_speaker(reading, pronoun, fitting, spoken)
        or _last_named(reading, pronoun, fitting)
    )
    if found is not None and found.is_person and low in _HE | _SHE:
        found.gender = found.gender or ("male" if low in _HE else "female")
    return found


def _fits(player: Player, low: str) -> bool:
    if low in _HE:
        return player.is_person and player.gender != "female"
    if low in _SHE:
        return player.is_person and player.gender != "male"
    if low in _THEY:
        return player.plural or player.kind in {"group"}
    return not player.plural and player.kind in {"organisation", "government", "company", "media", "armed-group"}


def _in_sentence(reading: Reading, pronoun: Token, fitting: Sequence[Player]) -> Player | None:
    """The subject before the pronoun in its own sentence, if only one fits."""
    found = {id(p): p for p in fitting if any(_is_subject(reading, m, pronoun) for m in p.mentions)}
    return next(iter(found.values())) if len(found) == 1 else None


def _is_subject(reading: Reading, mention: Span, pronoun: Token) -> bool:
    if not pronoun.sent.start_char <= mention.start < pronoun.idx:
        return False
    tokens = reading.tokens(mention)
    return tokens is not None and tokens.root.dep_ in {"nsubj", "nsubjpass"}


def _last_speaker(
    reading: Reading, pronoun: Token, fitting: Sequence[Player], spoken: Sequence[tuple[int, Player]]
) -> Player | None:
    """The last one who spoke in this paragraph or the one before, if he or she fits."""
    low = _paragraph_start(reading, pronoun.idx, back=1)
    before = [(place, player) for place, player in spoken if low <= place < pronoun.idx]
    fit = [player for _, player in before if player in fitting]
    if not fit:
        return None
    named_since = [p for p in fitting if p is not fit[-1] and _named_since(reading, p, before, fit[-1], pronoun)]
    return fit[-1] if not named_since else None


def _named_since(
    reading: Reading, other: Player, before: Sequence[tuple[int, Player]], speaker: Player, pronoun: Token
) -> bool:
    """Whether `other` became a subject after `speaker` last spoke."""
    last = max(place for place, player in before if player is speaker)
    return any(last < m.start < pronoun.idx and _is_any_subject(reading, m) for m in other.mentions) and not any(
        max(last, m.start) > last for m in speaker.mentions if m.start < pronoun.idx
    )


def _is_any_subject(reading: Reading, mention: Span) -> bool:
    tokens = reading.tokens(mention)
    return tokens is not None and tokens.root.dep_ in {"nsubj", "nsubjpass"}


def _last_named(reading: Reading, pronoun: Token, fitting: Sequence[Player]) -> Player | None:
    """The last subject in this paragraph or the one before; failing that, the only one named there."""
    low = _paragraph_start(reading, pronoun.idx, back=1)
    near = [(m.start, p) for p in fitting for m in p.mentions if low <= m.start < pronoun.idx]
    subjects = [
        (m.start, p)
        for p in fitting
        for m in p.mentions
        if low <= m.start < pronoun.idx and _is_any_subject(reading, m)
    ]
    if subjects:
        return max(subjects, key=lambda pair: pair[0])[1]
    only = {id(p): p for _, p in near}
    return next(iter(only.values())) if len(only) == 1 else None


def _paragraph_start(reading: Reading, place: int, *, back: int) -> int:
    starts = [p.span.start for p in reading.article.paragraphs if p.span.start <= place]
    return starts[-1 - back] if len(starts) > back else (starts[0] if starts else 0)
