"""The record -> what pages print: sentences, figures in words, pictures beside, parts of HTML.

Shared by every page: the one file of `html`, the folder of `site`. Pure: values go in, words come
out, except that templates are read from the package's own data.
"""
