"""tomas_desktop: a regulation beside a law, an amendment drafted, a Word package out."""

__version__ = "0.1.0"
