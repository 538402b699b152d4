"""Quantities: how many, how much, and how sure the article is of it."""

from .find import find_quantities

__all__ = ["find_quantities"]
