"""Drawings as inline SVG: functions from data to text. Same data, same bytes; a title a blind reader hears."""

from .timeline import Row, draw_timeline

__all__ = ["Row", "draw_timeline"]
