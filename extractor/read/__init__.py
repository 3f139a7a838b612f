"""Bytes to documents: text, pages and PDFs with their zones, fixed before anything points into them.

`source` goes from a path to bytes, `kinds` says what they are, `readers` who reads them: `text`, `page`,
`pdf`, `word`, `mail`, `sheets`, a module a kind. All of them fill a `draft`, the one place where a
`Document` is made. Files of strangers are read in a process `apart`.
"""

from extractor.read.options import ReadOptions
from extractor.read.source import read
from extractor.read.text import document_from_text

__all__ = ["ReadOptions", "document_from_text", "read"]
