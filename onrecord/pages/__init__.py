"""From a dossier to pages. A template can print no fact without its source: see `printed`."""

from .editing import EDITORS, in_editor
from .home import Card, home_card, render_home
from .render import Pages, pages_of, render
from .review import review_page
from .rights import Measure, measure, rights_problems
from .words import speaking

__all__ = [
    "EDITORS",
    "Card",
    "Measure",
    "Pages",
    "home_card",
    "in_editor",
    "measure",
    "pages_of",
    "render",
    "render_home",
    "review_page",
    "rights_problems",
    "speaking",
]
