"""Values of the record -> rows of tables, each cell with the claims that lead to its sentence."""

from cenotaph.tables.cells import Cell, Row, Scalar, comma_separated, row, safe
from cenotaph.tables.nested import joined

__all__ = ["Cell", "Row", "Scalar", "comma_separated", "joined", "row", "safe"]
