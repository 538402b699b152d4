"""A file becomes an Article: decoded, divided into paragraphs and sentences, boilerplate set apart."""

from .compose import article_of_text
from .intake import read_article

__all__ = ["article_of_text", "read_article"]
