"""A dossier to fill by hand: sound as it is, and with an example of each record to write over."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.model import Briefing, Files, Publication, Rights

from .dump import HEADINGS, head
from .emit import emit

_HOW = '## An example: take away the "# " before each line, and write your own over it.'
_EXAMPLES: Mapping[str, str] = {
    "briefing": """
# summary:
#   - text: The port closed on Monday, its mayor says.
#     facts: [port-closes]      # ids of the facts it rests on: their sources are printed below it
# figures:
#   - label: ships waiting
#     fact: port-closes         # the number is that of the fact
# gaps:
#   - question: When will the port open again?
#     facts: [port-closes]
""",
    "actors": """
# actors:
#   - id: ana-ruiz              # lower-case words; facts name it as their source
#     name: Ana Ruiz
#     kind: person              # or government, organisation, company, media, group, unnamed ...
#     role: mayor of the town
""",
    "places": """
# places:
#   - id: the-port
#     name: the port
#     kind: port                # or country, city, river, building ...
#     role: scene               # what it is here: scene, base, target, mention ...
""",
    "events": """
# facts:
#   - id: port-closes
#     text: The port closed and 12 ships are waiting.
#     source: ana-ruiz          # an id of actors.yaml; article = the article says so itself
#     cue: said                 # the article's word that attributes
#     certainty: attributed     # or asserted, hedged (then hedge: perhaps), disputed, analysis, planned
#     when: {text: Monday, date: 2026-11-16, precision: day}
#     where: [the-port]         # ids of places.yaml
#     quantities: [{value: 12, unit: ship, text: 12 ships}]
""",
    "reactions": """
# facts:
#   - id: ana-ruiz-promises
#     text: Nobody will lose their work.
#     source: ana-ruiz
#     cue: promised
#     certainty: attributed
""",
    "background": """
# facts:
#   - id: port-opened
#     text: The port opened in 1979.
#     source: article
#     certainty: asserted
#     heading: What was there before
#     when: {text: in 1979, date: 1979, precision: year}
""",
}
"""What stands in each file as a comment. All of them together, uncommented, are a sound dossier."""


def new_files(title: str, *, published: str | None = None, rights: Rights = "reserved") -> dict[str, str]:
    """The text of each file of an empty dossier, with an example of its records as a comment."""
    source = Publication(id="article", published=published, rights=rights)
    briefing = Files(briefing=Briefing(title=title, sources=(source,))).briefing.as_yaml()
    briefing["sources"][0]["rights"] = rights
    texts = {
        f"{name}.yaml": f"{head(name).rstrip()}\n{_HOW}\n{_EXAMPLES[name]}" for name in HEADINGS if name in _EXAMPLES
    }
    return {**texts, "briefing.yaml": f"{head('briefing')}{emit(briefing)}\n{_HOW}\n{_EXAMPLES['briefing']}"}
