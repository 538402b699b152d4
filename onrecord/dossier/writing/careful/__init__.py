"""A person's YAML file changed with care: only the lines whose values differ, every other byte as it was.

`nodes` says where each value stands in the text, `sheet` knows its lines and its remarks, `matching` tells which record
became which; `leaves`, `flow`, `blocks` and `listing` make the smallest edits, and `rewrite` proves that they gave what
was wanted, or refuses with a patch.
"""
