"""The archive for machines: the catalogue as JSON with its schema, tables, events, citations, feeds, harvesting."""
