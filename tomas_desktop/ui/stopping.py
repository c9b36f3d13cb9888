"""Stopping a piece of work that writes: until it begins to write nothing is kept, from then on it is too late."""

from __future__ import annotations

from threading import Lock


class Stopping:
    """A person stops in the window, the worker asks before it writes."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._is_keeping = False
        self.is_asked = False

    def ask(self) -> bool:
        """Write nothing; False when it is too late."""
        with self._lock:
            self.is_asked = not self._is_keeping
            return self.is_asked

    def may_keep(self) -> bool:
        """For the worker: may it write now? Nobody stops it then."""
        with self._lock:
            self._is_keeping = not self.is_asked
            return self._is_keeping
