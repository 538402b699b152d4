"""What the article does not bear out: every fact held against the words it stands on."""

from __future__ import annotations

from onrecord.model import Article

from .denials import check_denials
from .desk import Desk
from .distances import check_distances
from .evidence import Evidence
from .likeness import check_likeness
from .moments import check_moments
from .names import check_names
from .numbers import check_numbers
from .operators import check_operators
from .polarity import check_polarity
from .reservations import check_reservations
from .voices import check_voices

CHECKS = (
    check_numbers,
    check_operators,
    check_reservations,
    check_polarity,
    check_voices,
    check_moments,
    check_names,
    check_likeness,
    check_denials,
    check_distances,
)


def check_bearing(desk: Desk, article: Article) -> None:
    """Report every fact that says more, less or other than the article does where the fact stands."""
    evidence = Evidence(desk, article)
    for check in CHECKS:
        check(evidence)
