"""How long builds take: this, stock Material for MkDocs and Hugo on the same pages, side by side in one run."""
