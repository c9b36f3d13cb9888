"""One file per check: a module with `check(subject) -> Iterable[Finding]`, found by discovery."""
