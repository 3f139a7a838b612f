"""What words say before any figures are tied: phrases, movements, times, topics, what came and what went."""
