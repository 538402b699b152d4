"""A value to try, as a person writes it on the command line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.model import Problem, Refusal

_WRITTEN = re.compile(r"(?P<name>[^.=\[\]]+)(?P<path>(?:\.[^.=\[\]]+|\[\d+\])*)=(?P<value>.*)", re.DOTALL)
_STEP = re.compile(r"[^.\[\]]+")


@dataclass(frozen=True)
class Assignment:
    """A value to try: `port-closes.quantities[0].value=9`. No steps: the whole record, which goes."""

    text: str
    name: str
    """The record's id; `file/id` where several have it; the file's own name for what is in no list."""
    steps: tuple[str, ...]
    value: str

    def refused(self, message: str, mend: str = "") -> Refusal:
        """That it cannot be tried, and why."""
        return Refusal([Problem(self.text, 0, 0, message, mend)])


def read_assignment(text: str) -> Assignment:
    """A value to try, as a person writes it. Raises Refusal where it is not understood.

    >>> read_assignment("port-closes.quantities[0].value=9").steps
    ('quantities', '0', 'value')
    >>> read_assignment("port-closes.text=At 9:30 = noon").value
    'At 9:30 = noon'
    """
    written = _WRITTEN.fullmatch(text)
    assignment = Assignment(text, "", (), "")
    if written is None:
        raise assignment.refused(
            "this says not what to change",
            "write FACT.field=value, as in port-closes.source=ana-ruiz or port-closes.quantities[0].value=9",
        )
    steps, value = tuple(_STEP.findall(written["path"])), written["value"].strip()
    if not steps and value:
        mend = f"write {written['name']}.FIELD={value}; with nothing behind the = the whole record is tried away"
        raise assignment.refused("no field is named", mend)
    return Assignment(text, written["name"], steps, value)
