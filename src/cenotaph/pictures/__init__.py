"""Values of the record -> pictures, as SVG text: pure, without a font, a script or a style sheet.

Attributes carry all that styles would, so that a page whose policy forbids inline styles can hold
them; `currentColor` makes them follow a page's light and dark.
"""
