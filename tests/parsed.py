"""A parse written as a table in, a spaCy Doc out: `word/lemma/TAG/dep/head`, one word a cell, heads counted from 1 (0 = root)."""

from __future__ import annotations

from spacy.tokens import Doc

from handmade import doc

COARSE = {"N": "NOUN", "V": "VERB", "J": "ADJ", "I": "ADP", "D": "DET", "R": "ADV", "W": "PRON"}
EXACT = {
    **dict.fromkeys(("PRP", "PRP$", "WDT", "WP"), "PRON"),
    **dict.fromkeys(("NNP", "NNPS"), "PROPN"),
    **dict.fromkeys(("TO", "POS"), "PART"),
    **dict.fromkeys((".", ","), "PUNCT"),
    **{"RP": "ADP", "MD": "AUX", "CC": "CCONJ", "CD": "NUM", "AUX": "AUX"},
}


def parsed(table: str) -> Doc:
    """`AUX` as a tag stands for an auxiliary's VBD; other coarse parts of speech follow from the tag."""
    rows = [cell.split("/") for cell in table.split()]
    heads = [int(head) - 1 if int(head) else index for index, (*_, head) in enumerate(rows)]
    return doc(
        words=[row[0] for row in rows],
        lemmas=[row[1] for row in rows],
        tags=["VBD" if row[2] == "AUX" else row[2] for row in rows],
        pos=[EXACT.get(row[2], COARSE.get(row[2][0], "X")) for row in rows],
        deps=[row[3] for row in rows],
        heads=heads,
    )
