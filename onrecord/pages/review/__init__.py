"""The private page for an editor: the whole article with every fact where it comes from. Never published."""

from .page import review_page

__all__ = ["review_page"]
