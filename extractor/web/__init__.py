"""The review page: people look at findings, decide, correct what was read and ask.

    crossfoot serve

`app` answers requests, `bench` reads and checks, `store` keeps, `guard` turns strangers away, `board` says
how a finding stands, `mending` lays corrections over claims. Nothing here judges a figure.
"""
