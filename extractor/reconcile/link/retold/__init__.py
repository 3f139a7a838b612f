"""One fact told twice: in the headline, further down, in a quote, by another story.

Within a story: `headline`, `lead` and `farther` hold the display to the body, `retelling`, `named_back` and
`other_things` the body to itself, `same` what is said again in other words. Between two: `elsewhere` finds
figures that must be one, `between` those that a sibling supplies, `follows` those that follow from two of
its; `one_topic` asks whether it is told of one thing, `apart` and `set_apart` what tells them apart.
"""
