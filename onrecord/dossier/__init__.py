"""Owns the YAML files: loads them strictly, checks what they say, writes them, and reads off what people changed."""

from .check import check, dangling
from .consistency import consistency
from .corrections import corrections
from .doubts import without_doubtful
from .load import load_dossier
from .merge import Merged, merge
from .merging.telling import unsettled
from .reading.nearest import nearest
from .writing.careful.refusing import Unwritable
from .writing.careful.rewrite import rewrite
from .writing.dump import dump_files, dump_found, load_found
from .writing.lock import alone
from .writing.new import new_files
from .writing.write import write_files

__all__ = [
    "Merged",
    "Unwritable",
    "alone",
    "check",
    "consistency",
    "corrections",
    "dangling",
    "dump_files",
    "dump_found",
    "load_dossier",
    "load_found",
    "merge",
    "nearest",
    "new_files",
    "rewrite",
    "unsettled",
    "without_doubtful",
    "write_files",
]
