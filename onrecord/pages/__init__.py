"""From a dossier to pages. A template can print no fact without its source: see `printed`."""

from .home import render_home
from .render import Pages, render
from .review import review_page
from .rights import Measure, measure, rights_problems

__all__ = ["Measure", "Pages", "measure", "render", "render_home", "review_page", "rights_problems"]
