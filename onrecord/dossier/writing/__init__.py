"""Records to YAML text, and files written whole or not at all."""
