"""Values changed in memory only: what a correction would come to, before it is saved."""

from .assignment import Assignment, read_assignment
from .values import with_values

__all__ = ["Assignment", "read_assignment", "with_values"]
