"""Reading the clauses of an amending act: the sentences of an amending article become `Clause` values.

Tolerant of acts as people write them: variants of the formulas, mixed or missing quotation marks, sentences that leave
out the article, the paragraph or the verb, several changes in one sentence, several places for one change. What is
not understood is handed back with a reason, never guessed. The words are data (`clause_words`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tomas_desktop.jurisdiction import clause_operations, clause_parts, clause_sentences
from tomas_desktop.jurisdiction.clause_operations import NotUnderstood
from tomas_desktop.jurisdiction.clause_parts import Part
from tomas_desktop.jurisdiction.clause_sentences import Sentence
from tomas_desktop.jurisdiction.clause_targets import Chain, placed
from tomas_desktop.jurisdiction.clause_words import Lexicon, lexicon
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.clause import Clause, Step

_AFTER_NAME = frozenset({"unit", "verb", "colon", "semicolon", "line", "header", "after", "noun", "quote", "comma"})
_BETWEEN_NAMES = frozenset({"in", "comma", "and", "known", "of"})
_DATED = re.compile(r",\s*(?:nr|dat)")  # ligjin nr. 7895, datë 27.1.1995


@dataclass(frozen=True, slots=True)
class Unread:
    """A sentence, or a piece of one, that says no clause that could be read; `reason` is a code."""

    sentence: str
    reason: str


def read(lines: Sequence[str], pack: Pack, within: tuple[Step, ...] = ()) -> tuple[Clause | Unread, ...]:
    """The clauses of the lines of one amending article, in order, their targets complete: units that a sentence leaves
    out are those of the sentence before it, or `within`."""
    lex = lexicon(pack)
    reader = _Reader(lex, within)
    for sentence in clause_sentences.sentences("\n".join(line.strip() for line in lines if line.strip()), lex):
        reader.read(sentence)
    return tuple(reader.out)


def read_clause(text: str, pack: Pack) -> tuple[Clause | Unread, ...]:
    """The clauses of one sentence in one string, quoted units on one line with it."""
    return read((text,), pack)


def law_named(sentence: str, pack: Pack) -> str:
    """The name of the law that a sentence amends, as it stands there ("Krivičnom zakoniku"); empty where the sentence
    names none ("ovog zakona"). Its gazettes are no part of the name."""
    found = clause_sentences.tokens(sentence, lexicon(pack))
    at = next((place for place, token in enumerate(found) if token.kind == "law"), None)
    if at is None or any(token.kind in ("heading", "global") for token in found[:at]):
        return ""
    start = at
    while start and found[start - 1].kind in ("word", "and"):
        start -= 1
    end = at
    for place in range(at + 1, len(found)):
        token = found[place]
        in_number = token.kind == "comma" and _DATED.match(sentence, token.start)
        gazettes = "(" in sentence[found[place - 1].end : token.start]
        if gazettes or (token.kind in _AFTER_NAME and not in_number):
            break
        if token.kind not in _BETWEEN_NAMES:
            end = place
    name = [token.text for token in found[start : end + 1]]
    pointing = {word.casefold() for kind in ("this", "that") for word in pack.citations.get(kind, ())}
    is_name = len(name) > 1 and any(not word[0].islower() for word in name) and name[0].casefold() not in pointing
    return sentence[found[start].start : found[end].end] if is_name else ""


class _Reader:
    """What has been read so far, and where the next sentence takes up."""

    def __init__(self, lex: Lexicon, within: Chain) -> None:
        self.lex, self.context = lex, within
        self.out: list[Clause | Unread] = []
        self.headers: list[tuple[str, Chain]] = []  # enumerators of sentences that announce others, and their place

    def read(self, sentence: Sentence) -> None:
        if sentence.style:
            while self.headers and self.headers[-1][0] == sentence.style:
                self.headers.pop()
            self.context = self.headers[-1][1] if self.headers else self.context
        found = clause_parts.parts(sentence.tokens, self.lex)
        moves = clause_parts.moves(found)
        if moves:
            self._moves(sentence, moves)
        elif _is_announcement(found, sentence):
            for part in found:
                if part.kind == "chain":
                    self.context = placed(self.context, part.chains[-1])
            if not any(part.kind == "chain" for part in found) and any(part.kind == "law" for part in found):
                self.context = ()
            self.headers.append((sentence.style, self.context))
        elif not all(token.kind in ("stop", "comma", "semicolon", "dash", "number") for token in sentence.tokens):
            self.out.append(Unread(sentence.text, "not-a-clause"))

    def _moves(self, sentence: Sentence, moves: Sequence[clause_parts.Move]) -> None:
        here: list[Clause] = []
        for move in moves:
            try:
                here, self.context = clause_operations.clauses(move, self.context, here, self.lex)
            except NotUnderstood as failed:
                self.out.extend(replace(clause, sentence=sentence.text) for clause in here)
                here = []
                self.out.append(Unread(sentence.text, str(failed)))
        self.out.extend(replace(clause, sentence=sentence.text) for clause in here)


def _is_announcement(found: Sequence[Part], sentence: Sentence) -> bool:
    """Does a sentence without a verb only say where the next ones go ("U članu 5:", "Article 5 is amended as
    follows:", "U Zakonu o ... („...”),")?"""
    kinds = {part.kind for part in found}
    return "header" in kinds or (sentence.is_header and bool(kinds & {"chain", "law"})) or _names_law(found)


def _names_law(found: Sequence[Part]) -> bool:
    return bool(found) and found[0].kind == "in" and any(part.kind == "law" for part in found)
