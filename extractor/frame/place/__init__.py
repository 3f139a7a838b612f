"""Where a claim holds: which names a document tells as places, and which of them a figure belongs to.

`names` collects the mentions, each by one of the signs in the modules around it; `own` says what place the
document is about; `where` settles a figure's.
"""

from extractor.frame.place.where import Places, place_of, places_of

__all__ = ["Places", "place_of", "places_of"]
