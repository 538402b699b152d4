"""The only part that knows MkDocs: rendered pages become the published site."""

from .check_output import check_output
from .glance import glance
from .publish import Published, publish
from .repository import edit_pattern
from .settings import language, site_address
from .write import write

__all__ = ["Published", "check_output", "edit_pattern", "glance", "language", "publish", "site_address", "write"]
