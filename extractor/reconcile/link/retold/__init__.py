"""One fact told twice: in the headline, further down, in a quote, by another story."""
