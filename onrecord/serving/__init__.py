"""A look at the site while editing: what is saved is on the open page before one looks up."""

from .run import Running, serve, start

__all__ = ["Running", "serve", "start"]
