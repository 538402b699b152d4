"""The private page for an editor: the whole article with every fact where it comes from. Never published."""

from .live import Live, page_of_problems
from .page import review_page
from .version import version

__all__ = ["Live", "page_of_problems", "review_page", "version"]
