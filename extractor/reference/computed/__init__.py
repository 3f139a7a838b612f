"""Figures that several cells make: a gap, a multiple, a share, a sum, so much for each.

`ways` tries them in turn, a file each; `spots` says which cells they rest on.
"""
