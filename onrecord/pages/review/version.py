"""What a record says, in eight digits: so that a page and a file can be told to agree."""

from __future__ import annotations

import json

from onrecord.model import Record, text_hash


def version(record: Record) -> str:
    """Eight hexadecimal digits that stand for everything a record says.

    >>> from onrecord.model import Reviewed
    >>> version(Reviewed(by="jm", on="2026-11-22")) == version(Reviewed(by="jm", on="2026-11-23"))
    False
    """
    return text_hash(json.dumps(record.as_yaml(), sort_keys=True, ensure_ascii=False))
