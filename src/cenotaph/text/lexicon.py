"""The package's own word lists -> look-up tables."""

from cenotaph.model.listed import grouped, lines, ordered

__all__ = ["grouped", "lines", "ordered"]
