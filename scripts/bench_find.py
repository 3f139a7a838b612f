"""How fast figures are found: on prose, and on the worst texts, whose time has to grow with their length."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

from extractor.find import find
from gold.texts import load_part

#: A text of so many characters that gives the grammar as much work as we could think of.
WORST: dict[str, Callable[[int], str]] = {
    "a million digits": lambda n: "1" * n,
    "nested commas": lambda n: "1,234," * (n // 6),
    "one one one": lambda n: "one " * (n // 4),
    "two million two million": lambda n: "two million " * (n // 12),
    "a list of per cents": lambda n: "5, " * (n // 3) + "6 per cent",
    "ranges without end": lambda n: "1 to " * (n // 5),
    "at signs": lambda n: "x@" * (n // 2),
    "hedges without a number": lambda n: "more than " * (n // 10),
    "dashes": lambda n: "1-" * (n // 2),
    "names and numbers": lambda n: "the Ab 1 and " * (n // 13),
    "rates": lambda n: "1 a day, up from " * (n // 17),
    "names and ages": lambda n: "Ann, 39, " * (n // 9),
}
#: Filler without figures: the gold is denser than news, which has about 5 figures in 1,000 characters.
PLAIN = "The council said that it would look again at what had been agreed and why it was so slow. "


def news(size: int) -> str:
    """Prose with about 5 figures in 1,000 characters, made of the texts that are tuned on."""
    dense = "\n\n".join(d["text"] for d in load_part("tune").documents)
    paragraphs = [f"{p} {PLAIN * (len(p) // 25)}" for p in dense.split("\n\n")]
    text = "\n\n".join(paragraphs)
    return (text * (size // len(text) + 1))[:size]


def seconds(text: str) -> float:
    """Processor time of one reading, the best of three."""
    times = []
    for _ in range(3):
        start = process_time()
        find(text)
        times.append(process_time() - start)
    return min(times)


def main() -> None:
    """Print the speed on prose and the growth on the worst texts."""
    text = news(300_000)
    figures = sum(f.kind not in ("date", "reference", "score") for f in find(text))
    speed, density = len(text) / seconds(text) / 1e6, 1000 * figures / len(text)
    print(f"prose: {speed:.2f} MB/s, {density:.1f} figures in 1,000 characters")
    for name, make in WORST.items():
        short, long = seconds(make(5_000)), seconds(make(20_000))
        growth = f"time x{long / short:.1f}" if long > 0.01 else "no time to speak of"
        print(f"{name:26} four times the text: {growth}")


if __name__ == "__main__":
    main()
