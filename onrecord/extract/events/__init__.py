"""What happened: the words that tell of an event, with when, where, who did it, to whom, with what, and how many.

The rooms: `kinds` knows which words tell of which kind of event; `scene` is what the finders before found; `parts`
reads off the parse who does it and to whom, `phrase` in which words, `fillers` gives them their roles; `setting` says
when and where, `mode` whether it happened, `casualties` how many it killed or hurt; `causes` says
which event had which effect, `same` makes one event of what is told twice.
"""

from __future__ import annotations

from .find import find_events
from .scene import Scene

__all__ = ["Scene", "find_events"]
