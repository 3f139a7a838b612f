"""A whole press, not a story: many documents in one store, compared where they tell the same news.

    read → analyse (workers) → store → clusters → between documents → export, report

The store is one SQLite file, which any other program may read while an audit writes it.
Nothing here knows grammar or arithmetic: `pipeline` checks a document, `reconcile` judges pairs.
"""
