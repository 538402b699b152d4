"""The private page for an editor: the whole article with every fact where it comes from. Never published."""

from .form import fact_form, new_fact_form
from .live import Live, page_of_problems
from .page import Told, review_page
from .troubles import Trouble, troubles
from .version import version

__all__ = [
    "Live",
    "Told",
    "Trouble",
    "fact_form",
    "new_fact_form",
    "page_of_problems",
    "review_page",
    "troubles",
    "version",
]
