"""A dossier damaged on purpose, to learn which damage the checks let through. Pure: no file is touched."""

from .change import Mutation
from .trial import Trial, missed, mutate, mutations, table

__all__ = ["Mutation", "Trial", "missed", "mutate", "mutations", "table"]
