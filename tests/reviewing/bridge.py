"""A dossier on disk that people review: three facts with their remarks, and the article they stand on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from onrecord.article import article_of_text
from onrecord.model import text_hash
from onrecord.pages.render import TEMPLATES
from onrecord.reviewing import Desk

TEXT = """KRONBURG — The bridge over the Moss was closed on Monday, the city said. About 40 buses take another way.

“We had no choice,” said Ida Brandt, the mayor. Nobody was hurt.
"""
BRIEFING = """title: Bridge
sources:
  - id: wire
    publisher: Kronburg Post
"""
ACTORS = """actors:
  - id: city
    name: city of Kronburg
    kind: government
  - id: ida-brandt
    name: Ida Brandt
    kind: person
"""
PLACES = """places:
  - {id: moss, name: the Moss, kind: river}
"""


def fact_at(words: str, sentence: str) -> str:
    """The `at` of a fact that stands on these words of the text."""
    start = TEXT.index(words)
    return f"{{sentence: {sentence}, start: {start}, end: {start + len(words)}, hash: {text_hash(words)}}}"


EVENTS = f"""# Our remarks stay where they are.
facts:
  - id: bridge-closed
    text: The bridge over the Moss was closed.
    source: city        # asked them again on Tuesday
    cue: said
    certainty: attributed
    where: [moss]
    at: {fact_at("The bridge over the Moss was closed on Monday", "P1S1")}

  # the timetable says 38
  - id: buses
    text: "About 40 buses take another way."
    source: article
    certainty: hedged
    hedge: about
    quantities: [{{value: 40, unit: bus, operator: "~", text: About 40}}]
    at: {fact_at("About 40 buses take another way", "P1S2")}
"""
REACTIONS = f"""facts:
  - id: no-choice
    text: The city had no choice.
    source: ida-brandt
    cue: said
    certainty: attributed
    quote: {{text: We had no choice}}
    at: {fact_at("We had no choice", "P2S1")}
"""
FILES = {"briefing": BRIEFING, "actors": ACTORS, "places": PLACES, "events": EVENTS, "reactions": REACTIONS}


@dataclass(frozen=True)
class Town:
    """The dossier's folder and a desk on which it lies."""

    folder: Path
    desk: Desk

    def read(self, name: str) -> str:
        """A file as it is now."""
        return (self.folder / f"{name}.yaml").read_bytes().decode("utf-8")

    def all(self) -> dict[str, bytes]:
        """Every file as it is now."""
        return {path.name: path.read_bytes() for path in sorted(self.folder.iterdir())}


def lay(root: Path, text: str = TEXT) -> Town:
    """Lay the dossier into a folder of a project, with a clock that stands still, beside an article with this text."""
    folder = root / "content" / "bridge"
    folder.mkdir(parents=True)
    for name, yaml in FILES.items():
        (folder / f"{name}.yaml").write_text(yaml, encoding="utf-8")
    article = article_of_text(text, name="bridge.txt")
    return Town(folder, Desk(folder, root, TEMPLATES, lambda _: (article, ()), lambda: date(2026, 11, 22)))
