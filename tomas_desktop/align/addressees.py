"""Whom a provision of an EU act speaks to: the Union itself, or those that a national law speaks to.

Final provisions, delegated acts, committee procedures and the tasks of bodies of the Union need no national answer.
What speaks for it is read sentence by sentence: who is its subject, which phrases stand in it, and the titles above it.
One sentence whose subject is a Member State or an authority is enough to say nothing of the paragraph. The
words are data, one table per language (`resources/not_transposable`); its head tells what each list is for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tomas_desktop.align.profile import articles
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.sentences import sentences
from tomas_desktop.model.provision import Provision
from tomas_desktop.text.stems import fold

_WORD = re.compile(r"[^\W_]+")
_ELLIPSIS = "..."
_SUBJECT = 14  # words in which the subject of a sentence shows itself; fewer in a language whose verbs follow no rule
_BODY, _ABOUT, _DIVISION, _REST = "union-body", "about-union-body", "union-division", "rest-of-article"
_AMENDMENT = "amendment"  # the code of phrases that bring in words of another act
_HALF = 0.5
_NAMED = 3  # reasons that are given


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a paragraph needs no national answer: a code, and the words that it was read from."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Needless:
    """A paragraph (or an article without paragraphs) that needs no national answer. `is_whole`: all of its article
    needs none."""

    eid: str
    article: str
    evidence: tuple[Evidence, ...]
    is_whole: bool


class Words:
    """The words of one language, as they are searched for in folded text."""

    def __init__(self, data: Mapping[str, Any], language: str) -> None:
        self.language = language
        self.subject_words: int = data.get("subject_words", _SUBJECT)
        self.before = self._starting(data.get("before_subject", ()))
        self.articles = self._starting(data.get("articles", ()))
        self.prepositions = self._anywhere(data.get("prepositions", ()))
        self.joints = self._anywhere(data.get("joints", ()))
        self.verbs = [re.compile(rf"(?<!\w)(?<!\d )({self._any(data.get(kind, ()))})") for kind in ("modals", "verbs")]
        self.pronouns = self._starting(data.get("pronouns", ()))
        self.body_first = self._starting(data["bodies"])
        self.body_last = self._ending(data["bodies"])
        self.body = self._anywhere(data["bodies"])
        self.authority = self._anywhere(data["authorities"])
        self.authority_last = self._ending(data["authorities"])
        self.party = self._anywhere(data["parties"])
        self.phrases = {code: self._anywhere(each) for code, each in data.get("phrases", {}).items()}
        self.titles = {code: self._whole(each) for code, each in data.get("titles", {}).items()}

    def folded(self, text: str) -> str:
        """The text in plain small Latin letters; what is between the words stays."""
        return _WORD.sub(lambda match: fold(match.group(), self.language), text)

    def _starting(self, patterns: Iterable[str]) -> re.Pattern[str]:
        return re.compile(rf"\W*(?P<word>{self._any(patterns)})")

    def _anywhere(self, patterns: Iterable[str]) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?P<word>{self._any(patterns)})")

    def _ending(self, patterns: Iterable[str]) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?P<word>{self._any(patterns)})\W*$")

    def _whole(self, patterns: Iterable[str]) -> re.Pattern[str]:
        return re.compile(rf"\W*(?P<word>{self._any(patterns)})\W*$")

    def _any(self, patterns: Iterable[str]) -> str:
        made = sorted({self._pattern(each) for each in patterns}, key=len, reverse=True)
        return f"(?:{'|'.join(made)})(?!\\w)" if made else "(?!)"

    def _pattern(self, text: str) -> str:
        out = ""
        for word in text.split():
            if word == _ELLIPSIS:
                out += r"(?:\W+\w+){0,6}?" if out and not text.endswith(_ELLIPSIS) else r"(?:\W+\w+)*"
                continue
            bare = fold(word.rstrip("*"), self.language)
            out += (r"\W+" if out else "") + re.escape(bare) + (r"\w*" if word.endswith("*") else "")
        return out


def needless(nodes: Sequence[Provision], words: Words, pack: Pack) -> tuple[Needless, ...]:
    """The paragraphs of an act that need no national answer, in order."""
    return tuple(found for article, above in articles(nodes) for found in _of_article(article, above, words, pack))


def _of_article(article: Provision, above: Sequence[str], words: Words, pack: Pack) -> Iterator[Needless]:
    parts = [child for child in article.children if child.unit == "paragraph"] or [article]
    context = [*_of_title(article.heading, words), *_of_divisions(above, words)]
    read = [_Part(part, words, pack) for part in parts]
    found = [each.evidence(context) for each in read]
    told = sum(map(bool, found))
    is_whole = bool(found[0]) and told >= _HALF * len(parts) and not any(each.is_national for each in read)
    if is_whole:
        first = next(each[0] for each in found if each)
        found = [each or (Evidence(_REST, first.words),) for each in found]
    for part, evidence in zip(parts, found, strict=True):
        if evidence:
            yield Needless(part.eid, article.eid, evidence, is_whole)


def _of_title(heading: str, words: Words) -> Iterator[Evidence]:
    folded = words.folded(heading)
    yield from (Evidence(code, heading) for code, titles in words.titles.items() if titles.match(folded))


def _of_divisions(above: Sequence[str], words: Words) -> Iterator[Evidence]:
    """A chapter on a body of the Union: its heading names one and nobody else."""
    for heading in above:
        folded = words.folded(heading)
        bare = words.articles.sub("", folded, count=1) if words.articles.match(folded) else folded
        if words.body_first.match(bare) and not words.authority.search(folded):
            yield Evidence(_DIVISION, heading)


class _Part:
    """A paragraph as read: what speaks for its being a matter of the Union, whether it speaks to an authority
    (`is_national`) or to somebody else without naming a body of the Union (`is_open`), and whether it begins with what
    is a matter of the Union (`is_led`)."""

    def __init__(self, node: Provision, words: Words, pack: Pack) -> None:
        self.strong: list[Evidence] = []
        self.is_national = self.is_open = self.is_led = False
        self._about: list[Evidence] = []
        self._words = words
        is_first = True
        for text in _texts(node):
            body = ""
            for start, end in sentences(text, pack):
                body = self._read(text[start:end].strip(), body)
                if is_first:
                    self.is_led = bool(self.strong) or (bool(self._about) and not _is_head(words.party, body, words))
                    is_first = False
                if any(each.code == _AMENDMENT for each in self.strong):
                    return  # what follows are words of another act

    def evidence(self, context: Sequence[Evidence]) -> tuple[Evidence, ...]:
        """The reasons, the strongest first; none where the paragraph speaks to somebody else too, or only names a
        body."""
        strong = self.strong if self.is_led else []
        if self.is_national or self.is_open or not (strong or context):
            return ()
        return tuple(dict.fromkeys((*strong, *context, *self._about)))[:_NAMED]

    def _read(self, printed: str, before: str) -> str:
        """Take a sentence into account; returns whom it speaks of, which a pronoun of the next one means."""
        words = self._words
        sentence = words.folded(printed)

        def told(code: str, found: str) -> Evidence:
            """The words as they are printed, where folding kept their places."""
            at = sentence.find(found) if len(sentence) == len(printed) else -1
            return Evidence(code, printed[at : at + len(found)] if at >= 0 else found)

        for code, pattern in words.phrases.items():
            if match := pattern.search(sentence):
                self.strong.append(told(code, match["word"]))
        subject = _subject(sentence, words)
        if words.pronouns.match(subject):
            subject = _meant(sentence, words) or before
        named = words.body.search(sentence)
        if _is_head(words.authority, subject, words):
            self.is_national = True
        elif match := words.body_first.match(_without_article(subject, words)):
            self.strong.append(told(_BODY, match["word"]))
        elif (match := words.body.search(subject)) and not _names_others(subject, words):
            self.strong.append(told(_ABOUT, match["word"]))  # "the powers of the Commission"
        elif named:
            self._about.append(told(_ABOUT, named["word"]))
        elif _is_head(words.party, subject, words):
            self.is_open = True
        return subject


def _texts(node: Provision) -> Iterator[str]:
    """The texts that have sentences of their own; points go on with the sentence above them."""
    yield node.text
    for child in node.children:
        if child.unit in ("subparagraph", "wrapup", "paragraph"):
            yield from _texts(child)


def _subject(sentence: str, words: Words) -> str:
    """Who a sentence is about: what stands before its verb, without clauses that are put before it or in between."""
    verb = next((match for each in words.verbs if (match := each.search(sentence))), None)
    chunks = (sentence[: verb.start()] if verb else sentence).split(",")
    if not verb:
        chunks = [next((each for each in chunks if not words.before.match(each)), chunks[0])]
    while len(chunks) > 1 and (not chunks[-1].strip() or words.before.match(chunks[-1])):
        chunks.pop()
    subject = chunks.pop()
    while chunks and (joint := words.joints.match(subject.strip())) and not words.before.match(chunks[-1]):
        subject = f"{chunks.pop()} {joint['word']} {subject.strip()[joint.end() :]}"
    if words.before.match(subject):  # no comma parts it from what is put before
        last = words.body_last.search(subject) or words.authority_last.search(subject)
        subject = last["word"] if last else subject
    return " ".join(subject.split()[: words.subject_words])


def _is_head(pattern: re.Pattern[str], subject: str, words: Words) -> bool:
    """Is one of these what the subject speaks of, alone or beside others, and not only something that belongs to it?"""
    return any(
        (match := pattern.search(each)) is not None and not words.prepositions.search(each, 0, match.start())
        for each in words.joints.split(subject)
        if each
    )


def _names_others(subject: str, words: Words) -> bool:
    return words.authority.search(subject) is not None or words.party.search(subject) is not None


def _without_article(subject: str, words: Words) -> str:
    match = words.articles.match(subject)
    return subject[match.end() :] if match else subject


def _meant(sentence: str, words: Words) -> str:
    """Whom the pronoun of a main clause means: who the clause before it is about."""
    first = sentence.split(",")[0]
    found = [match for pattern in (words.body, words.authority) if (match := pattern.search(first))]
    return min(found, key=lambda match: match.start())["word"] if found else ""
