"""Bytes to documents: text, pages and PDFs with their zones, fixed before anything points into them."""

from extractor.read.options import ReadOptions
from extractor.read.source import read
from extractor.read.text import document_from_text

__all__ = ["ReadOptions", "document_from_text", "read"]
