"""The record -> what pages show of it: pure functions, a module each page."""
