"""The interface of a project in Label Studio, as XML: figures with slots, and what ties them together."""

from __future__ import annotations

from typing import get_args
from xml.etree import ElementTree as ET

from extractor.model import FigureKind, RelationKind, Verdict

#: The label of words that compare ("slightly higher"), beside the kinds of figures.
PHRASE = "comparison"
#: Slots that are typed or pasted, as `gold/README.md` names them → what they ask.
TYPED = {
    "of": "what is counted, as printed",
    "base": "of a percentage: the whole that it is a share of",
    "place": "where, also if told elsewhere in the text",
    "period": "when, also if told elsewhere in the text",
    "speaker": "who says it, if somebody does",
    "low": "lowest value that the words allow",
    "high": "highest value that the words allow",
    "unit": "unit of the two values",
}
#: What a figure does in a relation; "context" stands for every other role.
ROLES = ("part", "whole", "rate", "total", "from", "to", "subject", "reference", "context")
RELATIONS = (*get_args(RelationKind), *get_args(Verdict), *ROLES)


def label_config() -> str:
    """The interface, to be pasted under Settings, Labeling Interface, Code."""
    view = ET.Element("View")
    ET.SubElement(view, "Header", value="Every quantity, then what ties them together")
    labels = ET.SubElement(view, "Labels", name="figure", toName="text")
    for kind in (*get_args(FigureKind), "other", PHRASE):
        ET.SubElement(labels, "Label", value=kind)
    ET.SubElement(view, "Text", name="text", value="$text", granularity="symbol")
    asked = {
        "name": "negated",
        "toName": "text",
        "perRegion": "true",
        "choice": "single",
        "showInline": "true",
    }
    negated = ET.SubElement(view, "Choices", asked)
    ET.SubElement(negated, "Choice", value="negated", hint="counts those that did NOT")
    for name, question in TYPED.items():
        typed = {
            "name": name,
            "toName": "text",
            "perRegion": "true",
            "maxSubmissions": "1",
            "editable": "true",
        }
        ET.SubElement(view, "TextArea", typed, placeholder=f"{name}: {question}", rows="1")
    relations = ET.SubElement(view, "Relations")
    for name in RELATIONS:
        ET.SubElement(relations, "Relation", value=name)
    ET.indent(view)
    return ET.tostring(view, encoding="unicode") + "\n"
