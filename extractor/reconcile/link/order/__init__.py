"""What words put in order: comparisons, ranks, superlatives, runs of years."""
