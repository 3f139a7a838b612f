"""Crossfoot: finds every figure in a story, works out what it claims, and checks the claims."""

__version__ = "0.1.0"
