"""Who acts and who speaks: one record for each actor, and every attribution's source resolved to one.

The rooms, in the order they are walked through: `candidates` (where names may stand), `bounds` and `completing` (where
each begins and ends), `evidence` (what the whole article tells about it), `names`; `people`, `bodies` and `states` join
the names of one actor, `describe` reads titles, roles and affiliations; `resolve` gives each attribution its actor by
`descriptions`, `pronouns` and `together`, over what the `scene` holds, and tells who is `unnamed`; `foretold` joins who
was described first to the one named later.
"""

from __future__ import annotations

from .cast import Cast, find_actors
from .collectives import with_collectives
from .nationalities import find_nationalities

__all__ = ["Cast", "find_actors", "find_nationalities", "with_collectives"]
