"""The one kind of trouble that stops an operation.

A remark about content is a `Finding` and is returned; an operation that cannot be done raises a
`TomasError`. Neither carries prose: a code and the values a sentence needs. The sentence is made at
the edge from `resources/messages/<language>.toml`.
"""

from __future__ import annotations


class TomasError(Exception):
    """The operation cannot be done; nothing was changed. `code` names a sentence, `values` fill it."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values


class UnreadableError(TomasError):
    """No text can be read from a file at all: empty, not a document, encrypted, over a limit."""


class NotFoundError(TomasError):
    """A work, an expression, a provision, a proposal or a form that was named does not exist."""


class StaleChangeError(TomasError):
    """A change was prepared against a value that is no longer the present one."""
