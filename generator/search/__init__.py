"""The search index: one box finds a record in whatever language it was asked, from plain files."""

from generator.search.build import build_index
from generator.search.holding import Holding, holding_of
from generator.search.write import KEPT, copy_index, write_index

__all__ = ["KEPT", "Holding", "build_index", "copy_index", "holding_of", "write_index"]
