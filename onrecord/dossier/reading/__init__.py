"""YAML text to records: decoded, parsed, typed by the model, every problem with its place."""
