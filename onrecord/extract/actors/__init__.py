"""Who acts and who speaks: one record for each actor, and every attribution's source resolved to one.

The rooms: `names` mends the parser's names, `people` and `bodies` join the names of one actor, `describe` reads titles,
roles and affiliations, `unnamed` tells sources without a name apart, `resolve` gives each attribution its actor.
"""

from __future__ import annotations

from .cast import Cast, find_actors
from .nationalities import find_nationalities

__all__ = ["Cast", "find_actors", "find_nationalities"]
