"""Comments in the margin: why a change is proposed and which EU provision it answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tomas_desktop.export.docx_revisions import NO_REMARK, Remark, Revision
from tomas_desktop.export.word_xml import escape, paragraph, run

_OPEN = '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'


@dataclass(slots=True)
class CommentBook:
    """The comments of one document in the order of their places."""

    ids: Iterator[int]
    properties: str
    style: str = ""
    _written: list[str] = field(default_factory=list)

    def add(self, by: Revision, said: Sequence[str]) -> Remark:
        """A new comment of these paragraphs, and what its place in the text must hold; nothing said, no comment."""
        if not any(said):
            return NO_REMARK
        number = next(self.ids)
        body = "".join(paragraph(self.style, run(text, self.properties)) for text in said if text)
        initials = "".join(word[0] for word in by.author.split())[:4].upper()
        self._written.append(
            f'<w:comment w:id="{number}" w:author="{escape(by.author)}" w:date="{escape(by.date)}" '
            f'w:initials="{escape(initials)}">{body}</w:comment>'
        )
        return Remark(
            f'<w:commentRangeStart w:id="{number}"/>',
            f'<w:commentRangeEnd w:id="{number}"/>',
            f'<w:r><w:commentReference w:id="{number}"/></w:r>',
        )

    def xml(self) -> str:
        """The part `word/comments.xml`; empty where there is no comment."""
        return f"{_OPEN}{''.join(self._written)}</w:comments>" if self._written else ""
