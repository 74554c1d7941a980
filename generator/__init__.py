"""Chancery: turns raw texts about the relations between states into a published archive."""

__version__ = "0.1.0"
