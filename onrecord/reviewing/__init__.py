"""The private page as a place to work: served on this machine, and what is confirmed there goes into the YAML."""

from .desk import Desk
from .reviewer import Reviewer
from .server import Server, serve_review

__all__ = ["Desk", "Reviewer", "Server", "serve_review"]
