"""Who says what: source, cue and content of everything an article attributes.

The rooms: `quotations` pairs quotation marks and tells speech from titles, nicknames and scare quotes; `cues` knows
which words attribute; `sources` and `contents` read both ends off the parse; `verbs`, `nouns` and `phrases` draft one
attribution for each cue; `beside` gives quotations to the cue next to them, `continuation` those without a cue to the
last speaker; `settle` puts all in order.
"""

from __future__ import annotations

from .settle import find_attributions

__all__ = ["find_attributions"]
