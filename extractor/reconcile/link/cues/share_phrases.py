"""Phrases that tie a share to its part and its whole."""

from __future__ import annotations

from extractor.reconcile.link.cues.phrases import Phrase

#: Part, whole and rate, all tied by the words.
WHOLE_PHRASES = (
    Phrase(
        "part-of-whole-rate",
        "a part out of its whole, and the rate that they make",
        r"{part:N}@FEW@OF@ADJ{0,2}?{whole:N}[^‹|¶,;:()–—]{0,120}?@AGAIN{rate:P}@STILL",
        "share",
        ("25 of 70, around 36 per cent", "1,075 of 2,863 applicants, or 37.5 per cent", "6 out of 40 (15%)"),
        "25 of 70 came by bus and 36 per cent on foot",
    ),
    Phrase(
        "profit-on-sales-margin",
        "a profit on sales, and the margin that they make",
        r"{part:M}(?:\s[a-z]+){0,2}?\son\s(?:(?:its|their|annual|total|group|net)\s){0,2}?(?:turnover|sales|revenues?|takings|income)\sof\s(?:about\s|just\s|only\s)?{whole:M}[^‹|¶;]{0,70}?\bmargin\sof\s(?:about\s|just\s|only\s)?{rate:P}",
        "share",
        ("a profit of $62 million on turnover of $1.24 billion is a margin of 5 per cent",),
        "a profit of $62 million on turnover of $1.24 billion, and 5 per cent more",
    ),
    Phrase(
        "profit-a-margin-on-sales",
        "a profit, its margin and the sales that it is of",
        r"{part:M}(?:,|\s[–—])?\s(?:or\s|giving\s|which\sis\s|for\s)?an?\s(?:(?:net|operating|gross|profit)\s)?margin\sof\s(?:about\s|just\s|only\s)?{rate:P}(?:,|\s[–—])?\son\s(?:(?:its|their|annual|total|group|net)\s){0,2}?(?:turnover|sales|revenues?|takings|income)\sof\s(?:about\s|just\s|only\s)?{whole:M}",
        "share",
        ("a profit of $62 million, a margin of 5 per cent on sales of $1.24 billion",),
        "a profit of $62 million, and a margin of 5 per cent in all",
    ),
    Phrase(
        "part-rate-of-whole",
        "a part, its rate in brackets or after a comma, then the whole",
        r"{part:N}[^‹|¶;:()–—]{0,60}?@AGAIN{rate:P}\)?,?\sof\s(?:@ART\s|all\s|all\sthe\s|a\stotal\sof\s)?@ADJ{0,2}?{whole:N}",
        "share",
        ("214 schools, or 53 per cent of the 402", "1,620 GWh in February, 50 per cent of the 3,240 GWh"),
        "214 schools closed, 53 per cent of pupils stayed at home, 402 did not",
    ),
    Phrase(
        "rate-of-whole-part",
        "a rate of a whole, then the part that it makes",
        r"{rate:P}@OF{whole:N}[^‹|¶,;:()–—]{0,60}?@AGAIN{part:N}(?=\s*[,.)|–—]|\s(?:of\sthem|in\sall)\b)",
        "share",
        ("37.5 per cent of the 2,863 applicants, or 1,075.", "a third of its 402 schools (134)"),
        "a third of its 402 schools, 134 teachers and a bus",
    ),
    Phrase(
        "rate-part-of-whole",
        "a rate, then the part out of its whole",
        r"{rate:P}(?:\s[\w’'-]+){0,6}?(?:\s\(|,\s|:\s|\s[–—]\s)(?:or\s|that\sis\s|i\.e\.\s|just\s|only\s)?{part:N}\s(?:out\s)?of\s(?:@ART\s|all\s|a\stotal\sof\s)?@ADJ{0,2}?{whole:N}",
        "share",
        ("is at 71 per cent (64 of 90)", "a 53 per cent turnout: 214 out of 402"),
        "is at 71 per cent; 64 of 90 boats left",
    ),
    Phrase(
        "whole-with-part-rate",
        "a whole, 'with' a part, and its rate",
        r"{whole:N}(?:\s[\w’'-]+){1,6}?,?\swith\s(?:only\s|just\s|some\s)?{part:N}[^‹|¶;,()]{0,50}?(?:\s\(|,\s(?:or\s)?|,?\sor\s|\s[–—]\s(?:or\s)?){rate:P}(?=\s*[),.;|–—])",
        "share",
        ("It answered 402 requests in full, with 214 late, or 53 per cent.",),
        "It answered 402 requests with 214 staff, and 53 per cent were late",
    ),
    Phrase(
        "whole-part-of-them-rate",
        "a whole in one sentence, 'of them' in the next, with the rate",
        r"{whole:N}[^‹|¶]{0,120}?@NEXT(?:only\s|just\s|some\s|but\s|in\sall\s)?{part:N}\sof\s(?:these|those|them)\b[^‹|¶;]{0,50}?(?:\s\(|,\s(?:or\s)?|,?\sor\s|\s[–—]\s(?:or\s)?){rate:P}@STILL",
        "share",
        ("It had 402 replies.| Only 214 of them, or 53 per cent, said no",),
        "It had 402 replies.| Only 214 of them came by post and 53 per cent late",
    ),
    Phrase(
        "part-that-was-rate-of-whole",
        "a part, then 'that was' its rate of the whole",
        r"{part:N}[^‹|¶]{0,80}?@NEXT(?:that|this|it|they|these)\s(?:is|was|were|are|made\sup|makes\sup|accounts?\sfor|accounted\sfor|represents?|represented)\s(?:about\s|just\s|only\s)?{rate:P}\sof\s(?:@ART\s|all\s|all\sthe\s)?@ADJ{0,2}?{whole:N}",
        "share",
        ("In May 214 were late.| That was 53 per cent of the 402 sent",),
        "In May 214 were late.| That was 53 per cent more than 402",
    ),
    Phrase(
        "of-whole-rate-part",
        "a whole, a rate of it, and the number that the rate stands for",
        r"\b(?:of|out\sof|among)\s(?:@ART\s|all\s|all\sthe\s|a\stotal\sof\s)?{whole:N}@FRONTED(?:some\s|about\s|only\s|just\s)?{rate:P}(?:\s\(|,\sor\s|\s[–—]\s)(?:or\s)?{part:N}(?=\s*[,);–—])",
        "share",
        (
            "Of the 69 returns received, 36 per cent (25) were late",
            "Among the 69 pupils 36 per cent, or 25, were boys",
        ),
        "Of the 69 pupils 36 per cent live in town and 25 elsewhere",
    ),
    Phrase(
        "of-whole-part-rate",
        "a fronted whole, then a part and its rate",
        r"\b(?:of|out\sof|among)\s(?:@ART\s|all\s|all\sthe\s|a\stotal\sof\s)?{whole:N}@FRONTED{part:N}[^‹|¶;:()–—]{0,60}?@AGAIN{rate:P}@STILL",
        "share",
        (
            "Of the 402 schools, 214 (53 per cent) had less",
            "of its 1,200 homes, some 300, or a quarter, are empty",
            "Of the 402 state schools 214 had less, or 53 per cent",
        ),
        "Of the 402 schools, 214 closed and 53 per cent of pupils stayed",
    ),
    Phrase(
        "of-whole-part-that-is-rate",
        "a fronted whole and its part, then the rate in a sentence of its own",
        r"\b(?:of|out\sof|among)\s(?:@ART\s|all\s|all\sthe\s|a\stotal\sof\s)?(?:[\w’'-]+\s){0,2}?{whole:N}@FRONTED{part:N}[^‹|¶]{0,100}?@NEXT(?:(?:that|this|it)\s(?:is|was|makes|means|gives|amounts\sto)|[^‹|¶]{0,40}?\b(?:is|was)\s(?:therefore|thus|so))\s(?:a\srate\sof\s|about\s)?{rate:P}@STILL",
        "share",
        (
            "Of the city's 120 boats, 54 could not sail.| That is 45 per cent of the fleet",
            "Out of 2,000 who had entered, 1,600 came.| Attendance was therefore 80 per cent",
        ),
        "Of the city's 120 boats, 54 could not sail.| In May 45 per cent of seamen were ill",
    ),
    Phrase(
        "whole-of-which-part-rate",
        "a whole, the part of it after 'of which', and its rate",
        r"{whole:N}[^‹|¶;]{0,90}?,?\sof\s(?:which|whom|them|these|those)\s(?:only\s|just\s|some\s)?{part:N}[^‹|¶;]{0,60}?(?:@AGAIN|\s[–—-]\s(?:an?\s)?(?:[\w’'-]+\s){0,2}?of\s){rate:P}@STILL",
        "share",
        (
            "42,870 approved places, of which 33,010, or 77%, were filled",
            "463 beds open on Monday, of which 449 were full — an occupancy of 97 per cent",
        ),
        "463 beds, of which 449 were full, and 97 per cent of nurses were in",
    ),
    Phrase(
        "whole-part-rate-of-them",
        "a whole and its part, and the rate 'of them'",
        r"{whole:N}[^‹|¶;]{0,110}?{part:N}[^‹|¶;,()]{0,30}?(?:,|\s[–—-]|\s\()\s?(?:or\s|just\s|about\s)?{rate:P}\sof\s(?:them|the\stotal|the\swhole)\b(?!\s(?:who|that|with|in|on))",
        "share",
        ("wrote to all 96 of its members and had replies from 24, a quarter of them",),
        "wrote to 96 members, 24 firms and a quarter of the press",
    ),
    Phrase(
        "of-these-part-rate",
        "a whole in one sentence, its part and rate in the next, tied by 'of these'",
        r"{whole:N}[^‹|¶]{0,140}?@NEXT(?:of|among|out\sof)\s(?:these|those|them|which|whom)\b,?[^‹|¶]{0,60}?{part:N}[^‹|¶;:()–—]{0,60}?@AGAIN{rate:P}@STILL",
        "share",
        ("It had 402 replies.| Of these, 214 (53 per cent) said no",),
        "It had 402 replies.| In all 214 (53 per cent) said no",
    ),
)
#: Part and rate; the whole has to be found.
PART_PHRASES = (
    Phrase(
        "part-bracket-rate",
        "a part with its rate in brackets",
        r"{part:N}(?:\s[\w’'-]+){0,6}?\s\(\s*(?:@OR\s)?{rate:P}(?=\s*[);,]|\sof\b)",
        "share",
        ("1,134 GWh (35 per cent)", "5,980 incidents (53%)"),
        "1,134 GWh (up 35 per cent)",
    ),
    Phrase(
        "part-or-rate",
        "a part and, said again, its rate",
        r"{part:N}[^‹|¶;:()–—]{0,90}?@OR_RATE{rate:P}@STILL",
        "share",
        ("25 interviews were carried out – a rate of 36 per cent", "£64m, or 22% of turnover"),
        "£64m, or 22% more than last year",
    ),
    Phrase(
        "part-comma-rate",
        "a part with its rate after a comma",
        r"{part:N}(?:\s[\w’'-]+){0,4}?,\s{rate:P}(?=\s*[,.;|]|\sof\b)",
        "share",
        ("wind was giving 3,870 MW, 55 per cent.", "£9,000 from pupils, 37.5 per cent of the total"),
        "it rose to 3,870 MW, 55 per cent more than last year",
    ),
    Phrase(
        "rate-then-part",
        "a rate of a group and the number that it stands for",
        r"{rate:P}(?:\sof\s(?:them|these|those|(?:the\s|all\s)?[\w’'-]+(?:\s[\w’'-]+)?)|\s[\w’'-]+)?(?:\s\(|,\s(?:or\s)?|\s[–—]\s){part:N}(?=\s*[,);.–—|]|\sof\sthem\b)",
        "share",
        ("more than a third of them, 4,262, travel by bus", "53 per cent of schools (214)"),
        "a third of them, 4,262 pupils and their parents",
    ),
)
#: Rate and whole; the part has to be found, and can only confirm.
BASE_PHRASES = (
    Phrase(
        "rate-of-whole",
        "a rate of a printed whole",
        r"{rate:P}\s(?:[\w’'-]+\s){0,2}?of\s(?:@ART\s|all\s|all\sthe\s|a\stotal\sof\s)?@ADJ{0,3}?{whole:N}",
        "share",
        ("17% of all 25,930 households", "a quarter of the 96 firms"),
        "17% of households and 25,930 flats",
    ),
)
#: A rate and what it means in money or heads.
MEANING_PHRASES = (
    Phrase(
        "rate-means-part",
        "a rate, and what it means in numbers",
        r"{rate:P}[^‹|¶]{0,40}?,?\s(?:which|and|that)\s(?:[\w’'-]+\s){0,4}?(?:(?:means?|meant|comes\sto|came\sto|works\sout\sat|amounts\sto|equals)\s@ADJ{0,2}?|(?:is|was)\s(?:about\s|just\s)?){part:CM}",
        "share",
        ("10 per cent, and on this house that means finding €34,500", "a fifth of it, which comes to £2m"),
        "10 per cent, and that is why 34 left",
    ),
)
#: A rate told of a printed base, where no part is printed.
SMALL_BASE = (
    Phrase(
        "of-base-rate",
        "a rate of a base named right before it",
        r"\b(?:of|among)\s(?:the|those|these|all|all\sthe)\s{whole:C}(?:\s[\w’'-]+){0,4}?,\s(?:exactly\s|precisely\s|only\s|just\s|some\s)?{rate:P}\s(?!of\b)",
        "share",
        ("Of the 24, exactly 61.4 per cent said", "among the 40 patients, 35.2 per cent had"),
        "of the 24 towns, 61.4 per cent of voters said",
    ),
)
PHRASES = (*WHOLE_PHRASES, *PART_PHRASES, *BASE_PHRASES, *MEANING_PHRASES, *SMALL_BASE)
