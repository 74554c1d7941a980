"""How well, how small and how fast the search is."""
