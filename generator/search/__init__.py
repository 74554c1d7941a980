"""The search index: one box finds a record in whatever language it was asked, from plain files."""

from generator.search.build import build_index
from generator.search.holding import Holding, holding_of

__all__ = ["Holding", "build_index", "holding_of"]
