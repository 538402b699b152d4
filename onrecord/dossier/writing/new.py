"""A dossier to fill by hand."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.model import Briefing, Files, Publication, Rights

from .dump import HEADINGS, head
from .emit import emit

_EXAMPLES: Mapping[str, str] = {
    "actors": """actors: []
# - id: ana-ruiz
#   name: Ana Ruiz
#   kind: person
#   role: mayor of the town
""",
    "places": """places: []
# - id: the-port
#   name: the port
#   kind: port
#   role: scene
""",
    "events": """facts: []
# - id: port-closes
#   text: The port closed.
#   source: ana-ruiz
#   cue: said
#   certainty: attributed
#   when: {text: Monday, date: 2026-11-16, precision: day, origin: computed}
#   where: [the-port]
""",
    "reactions": "facts: []\n",
    "background": "facts: []\n",
}


def new_files(title: str, *, published: str | None = None, rights: Rights = "reserved") -> dict[str, str]:
    """The text of each file of an empty dossier, with an example as a comment where a newcomer needs one."""
    source = Publication(id="article", published=published, rights=rights)
    briefing = Files(briefing=Briefing(title=title, sources=(source,))).briefing.as_yaml()
    briefing["sources"][0]["rights"] = rights
    texts = {"briefing.yaml": head("briefing") + emit(briefing)}
    texts |= {f"{name}.yaml": head(name) + _EXAMPLES[name] for name in HEADINGS if name in _EXAMPLES}
    return texts
