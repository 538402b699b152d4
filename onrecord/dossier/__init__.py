"""Owns the YAML files: loads them strictly, checks what they say, writes them, and reads off what people changed."""

from .corrections import corrections
from .dump import dump_files, dump_found, load_found
from .load import load_dossier

__all__ = ["corrections", "dump_files", "dump_found", "load_dossier", "load_found"]
