"""Pairs of texts that share more than chance would give them, joined in SQL.

    anchors     numbers, each with a word of its sentence: texts that retell one release in other words
    bands       slices of MinHash signatures: texts that share much of their wording

Only hashes that few texts share are joined, and each text with a bounded number of others on a hash,
so that the work grows with the matches and not with the square of the corpus.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import log2

from extractor.audit.analysis import likeness
from extractor.audit.settings import rules
from extractor.audit.store import Store

Pair = tuple[str, str]
#: A text is joined with this many others that share a hash with it, in the order of their ids.
REACH = 12

_WORDINGS = """
CREATE TEMP TABLE wordings AS
SELECT min(c.id) AS content, c.figures, coalesce(d.published, '') AS day
FROM contents c JOIN documents d ON d.content = c.id WHERE d.current GROUP BY c.figures, day;
CREATE UNIQUE INDEX temp.wordings_content ON wordings (content);
"""
_KEYS = """
CREATE TEMP TABLE keys AS
SELECT hash, content, value, digits, word FROM anchors JOIN wordings USING (content);
CREATE TEMP TABLE words AS SELECT word, bits(count(DISTINCT content)) AS bits FROM keys GROUP BY word;
CREATE UNIQUE INDEX temp.words_word ON words (word);
CREATE TEMP TABLE numbers AS
SELECT value, min(bits(count(DISTINCT content)), max(digits) * {digit_bits}) AS bits
FROM keys WHERE value <> 0 GROUP BY value;
CREATE UNIQUE INDEX temp.numbers_value ON numbers (value);
CREATE TEMP TABLE held AS SELECT DISTINCT content, value FROM keys WHERE value <> 0;
CREATE TEMP TABLE lengths AS
SELECT content, octaves(count(*) * (SELECT count(*) FROM wordings), (SELECT count(*) FROM held)) AS excess
FROM held GROUP BY content;
CREATE UNIQUE INDEX temp.lengths_content ON lengths (content);
CREATE TEMP TABLE slots AS
SELECT hash, content, value, word, row_number() OVER (PARTITION BY hash ORDER BY content) AS number
FROM keys WHERE hash IN (SELECT hash FROM keys GROUP BY hash HAVING count(*) BETWEEN 2 AND {common});
CREATE INDEX temp.slots_hash ON slots (hash, number);
"""
_DAYS = """
CREATE TEMP TABLE days AS SELECT content, julianday(day) AS day FROM wordings WHERE day <> '';
CREATE INDEX temp.days_day ON days (day);
CREATE TEMP TABLE dated AS
SELECT day, (SELECT count(*) FROM days d WHERE d.day BETWEEN n.day - {near} AND n.day + {near}) AS texts
FROM (SELECT DISTINCT day FROM days) n;
CREATE TEMP TABLE timed AS
SELECT content, day, min({day_bits}, octaves((SELECT count(*) FROM days), texts)) AS bits
FROM days JOIN dated USING (day);
CREATE UNIQUE INDEX temp.timed_content ON timed (content);
"""
_SHELVES = """
CREATE TEMP TABLE shelves AS
SELECT hash, content, row_number() OVER (PARTITION BY hash ORDER BY content) AS number
FROM bands JOIN wordings USING (content);
CREATE INDEX temp.shelves_hash ON shelves (hash, number);
"""
_BY_FIGURES = f"""
WITH shared AS (
    SELECT a.content AS x, b.content AS y, a.value, a.word FROM slots a
    JOIN slots b ON a.hash = b.hash AND b.number BETWEEN a.number + 1 AND a.number + {REACH}
), told AS (
    SELECT x, y, max(0, bits - (SELECT sum(excess) FROM lengths WHERE content IN (x, y))) AS number,
        0 AS word, 0 AS name
    FROM (SELECT DISTINCT x, y, value FROM shared WHERE value <> 0) JOIN numbers USING (value)
    UNION ALL
    SELECT x, y, 0, bits, 0
    FROM (SELECT DISTINCT x, y, word FROM shared WHERE value <> 0) JOIN words USING (word)
    UNION ALL
    SELECT x, y, 0, 0, bits
    FROM (SELECT DISTINCT x, y, word FROM shared WHERE value = 0) JOIN words USING (word)
    WHERE bits >= :rare_name
)
SELECT x, y FROM told GROUP BY x, y HAVING sum(number) > 0 AND
    sum(number) + min(sum(word), 2 * sum(number), :word_bits) + min(sum(name), :name_bits) + coalesce(
        (SELECT min(p.bits, q.bits) FROM timed p, timed q
         WHERE p.content = x AND q.content = y AND abs(p.day - q.day) <= :near), 0) >= :least
"""
_BY_WORDS = f"""
SELECT DISTINCT a.content, b.content, x.signature, y.signature FROM shelves a
JOIN shelves b ON a.hash = b.hash AND b.number BETWEEN a.number + 1 AND a.number + {REACH}
JOIN contents x ON x.id = a.content JOIN contents y ON y.id = b.content
"""
_MADE = (
    "wordings",
    "keys",
    "words",
    "numbers",
    "held",
    "lengths",
    "slots",
    "shelves",
    "days",
    "dated",
    "timed",
)


def matches(store: Store) -> Iterator[Pair]:
    """Pairs of wordings that tell the same news, the lesser id first; a pair may come twice.

    Leaves the table `wordings` in the connection: one text for each wording and day.
    """
    rule = rules("siblings")
    texts = _prepared(store)
    limits = {name: rule[name] for name in ("word_bits", "name_bits", "rare_name", "near")}
    limits["least"] = 2 * log2(texts) - 1 + rule["margin"]
    for a, b in store.connection.execute(_BY_FIGURES, limits):
        yield a, b
    for a, b, x, y in store.connection.execute(_BY_WORDS):
        if likeness(x, y) >= rule["likeness"]:
            yield a, b


def _prepared(store: Store) -> int:
    """Make the tables that are joined; the number of texts that counts as the corpus."""
    rule, link = rules("siblings"), store.connection
    for name in _MADE:
        link.execute(f"DROP TABLE IF EXISTS temp.{name}")
    link.executescript(_WORDINGS)
    ((held,),) = store.rows("SELECT count(*) FROM wordings")
    texts = int(str(held)) + int(rule["behind"])
    link.create_function("bits", 1, lambda n: log2(texts / (n + 1)), deterministic=True)
    link.create_function("octaves", 2, lambda a, b: max(0.0, log2(a / b)), deterministic=True)
    link.executescript(_KEYS.format(common=int(rule["common"]), digit_bits=float(rule["digit_bits"])))
    link.executescript(_SHELVES)
    link.executescript(_DAYS.format(near=int(rule["near"]), day_bits=float(rule["day_bits"])))
    return texts
