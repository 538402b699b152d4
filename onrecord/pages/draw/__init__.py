"""Drawings as inline SVG: functions from data to text. Same data, same bytes; a title a blind reader hears."""

from .locator import Mark, draw_map
from .timeline import Row, draw_timeline

__all__ = ["Mark", "Row", "draw_map", "draw_timeline"]
