"""Drawings as inline SVG: functions from data to text. Same data, same bytes; a title a blind reader hears.

Their looks stand in the site's style sheet: colours, light and dark, and the size of letters.
"""

from .locator import draw_map
from .marks import Mark, Way
from .timeline import Row, draw_timeline

__all__ = ["Mark", "Row", "Way", "draw_map", "draw_timeline"]
