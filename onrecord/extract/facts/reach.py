"""How far what someone says reaches beyond the words found: around its cue, behind it, behind a colon."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import Clause
from .voices import Voice


def around(clause: Clause, voices: Sequence[Voice]) -> Voice | None:
    """The voice whose cue stands between commas inside a clause: "Though it rained, he said, the road was dry"."""
    for voice in voices:
        parts = [t.i for t in (*voice.cues, *voice.sources)]
        if not voice.cues or not parts or voice.use != "content" or voice.attribution.actor is None:
            continue
        doc, first, last = clause.root.doc, min(parts), max(parts)
        between = first > 0 and doc[first - 1].text == "," and last + 1 < len(doc) and doc[last + 1].text == ","
        words = [t.i for t in (*clause.subject, *clause.words)]
        side = any(t.dep_ in ("advcl", "prep", "advmod") and t.i < first for t in clause.root.children)
        if between and first - 1 > clause.root.sent.start and side and min(words) < first < clause.root.i:
            return voice
    return None


def runs_on(clause: Clause, voice: Voice) -> bool:
    """Whether indirect speech before its cue may go on behind it: "The wall was weak, he said, and it may fall"."""
    if not voice.cues or not voice.words or any(t.is_quote for t in voice.words):
        return False
    own = [t for t in (*clause.subject, *clause.words) if not t.is_punct and t.dep_ != "cc"]
    first = min(own, key=lambda t: t.i)
    joint = first.nbor(-1) if first.i else first
    if voice.words[0].i > voice.cues[0].i:
        return False
    return first.i > voice.cues[-1].i and joint.dep_ == "cc" and joint.lower_ in ("and", "or", "nor", "yet", "but")


def after_stop(clause: Clause, voice: Voice) -> bool:
    """Whether a colon or semicolon behind what someone says opens the clause: "reports two things: prices rose"."""
    first = min((t for t in (*clause.subject, *clause.words) if not t.is_punct), key=lambda t: t.i)
    if not voice.cues or not first.i or first.nbor(-1).text not in (";", ":"):
        return False
    return bool(voice.words) and voice.cues[0].i < voice.words[0].i < first.i
