"""Whom "he", "she", "they" and "it" mean as a source. Nearness, subject, and who spoke; unsure is None."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.model import Span

from .scene import SUBJECTS, Scene
from .stage import Player

_HE = frozenset({"he", "his", "him"})
_SHE = frozenset({"she", "her", "hers"})
_THEY = frozenset({"they", "their", "them"})
_IT = frozenset({"it", "its"})
FIRST = frozenset({"i", "we", "my", "our", "me", "us", "mine", "ours"})
PRONOUNS = _HE | _SHE | _THEY | _IT | FIRST | frozenset({"you", "who", "that", "this", "which"})
_BODIES = frozenset({"organisation", "government", "company", "media", "armed-group", "document"})
_FAR = 7
"""Sentences after which a pronoun no longer reaches back."""


def antecedent(scene: Scene, pronoun: Token) -> Player | None:
    """The actor that a pronoun stands for; None where two fit about as well.

    A subject outranks others, the nearer the farther, and who spoke last outranks who was only named.
    """
    low = pronoun.lower_
    ranked = sorted(
        ((score, p) for p in scene.players if _fits(p, low) and (score := _score(scene, p, pronoun)) is not None),
        key=lambda pair: -pair[0],
    )
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < 2):
        return None
    found = ranked[0][1]
    if low in _HE | _SHE:
        found.gender = found.gender or ("male" if low in _HE else "female")
    return found


def _fits(player: Player, low: str) -> bool:
    if low in _HE:
        return _is_surely_someone(player) and player.gender != "female"
    if low in _SHE:
        return _is_surely_someone(player) and player.gender != "male"
    if low in _THEY:
        return player.kind != "document" and (player.plural or player.kind == "group")
    return low in _IT and not player.plural and player.kind in _BODIES


def _is_surely_someone(player: Player) -> bool:
    """A person by more than one word that the parser took for a name: it may be a town."""
    told = player.gender or player.title or player.role or player.speaks or " " in player.name or not player.names
    return player.is_person and bool(told)


def _score(scene: Scene, player: Player, pronoun: Token) -> float | None:
    """How well a player fits by its best mention; None if it has none near."""
    place = pronoun.idx
    low = scene.window(place, back=2)
    near = [m for m in scene.before(player, place) if m.start >= low]
    weak = 4 if pronoun.lower_ in _IT else 0
    scores = [
        _of_mention(scene, m, place, weak=weak) for m in near if scene.sentence(place) - scene.sentence(m.start) <= _FAR
    ]
    spoken = [at for at, who in scene.spoken if who is player and low <= at < place]
    if not scores and not spoken:
        return None
    best = max(scores, default=0.0)
    if spoken:
        distance = scene.sentence(place) - scene.sentence(max(spoken))
        last = scene.last_speaker(place, low=low) is player
        best = max(best, 10.0 - 3 * distance) + ((4 if distance < 3 else 2) if last else 1)
    return best + (player.gender is not None) + min(len(player.mentions), 8) / 4


def _of_mention(scene: Scene, mention: Span, place: int, *, weak: int) -> float:
    """How near a mention is; `weak` is taken off where it is no subject: "it" seldom means who stood behind a "by"."""
    distance = scene.sentence(place) - scene.sentence(mention.start)
    role = scene.role(mention)
    score = 10.0 - 3 * min(distance, 4)
    score += 3 if role in SUBJECTS else -2 - weak if role in {"poss", "compound", "nmod"} else -weak
    return score - 6 * scene.is_quoted(mention)
