"""The pages of the desk, one a module, found by name (see the package's first lines)."""
