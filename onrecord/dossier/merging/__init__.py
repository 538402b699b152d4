"""The three-way merge: what was found before, what people wrote, and what is found now (docs/decisions/0014)."""
