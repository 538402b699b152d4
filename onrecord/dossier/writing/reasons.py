"""Why the system would not do it, in a person's words."""

from __future__ import annotations

import errno

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EFBIG: "it would be larger than this system lets a file be",
    errno.EROFS: "the disk can only be read",
    errno.EACCES: "you have no right to it",
    errno.EPERM: "you have no right to it",
    errno.EIO: "the disk fails",
    errno.EEXIST: "a file stands where a folder belongs",
    errno.ENOTDIR: "a file stands where a folder belongs",
    errno.EISDIR: "a folder stands where a file belongs",
    errno.ENAMETOOLONG: "its name is too long",
    errno.ELOOP: "its links lead in a circle",
}

SAVED_MEANWHILE = (
    "the file was saved by somebody else meanwhile",
    "nothing was changed; run this again, and it starts from what stands there now",
)
"""Message and mend where a file is not any more as it was read."""


def reason(error: OSError) -> str:
    """The reason of a failed read or write.

    >>> reason(OSError(errno.ENOSPC, "No space left on device"))
    'the disk is full'
    """
    return _REASONS.get(error.errno or 0) or (error.strerror or str(error) or "no reason given").lower()
