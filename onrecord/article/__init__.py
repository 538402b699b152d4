"""A file becomes an Article: decoded, divided into paragraphs and sentences, boilerplate set apart."""

from .compose import article_of_text

__all__ = ["article_of_text"]
