"""The command line: a fixed contract of commands, JSON shapes and exit codes."""
