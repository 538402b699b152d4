"""Who says what: source, cue and content of everything an article attributes.

The rooms: `marks` pairs quotation marks, `quotations` tells speech from titles, nicknames, scare quotes; `cues` knows
which words attribute; `sources` and `contents` read both ends off the parse, `misread` by place what the parser got
wrong; `verbs`, `nouns`, `predicates`, `phrases`, `turns` and `labels` draft one attribution for each cue; `nesting`
settles reports inside reports, `relays` who passes them on; `beside` gives quotations to the cue next to them, `asides`
the sentence around it to a cue between commas, `continuation` quotations without a cue to the last speaker; `settle`
puts all in order.
"""

from __future__ import annotations

from .settle import find_attributions

__all__ = ["find_attributions"]
