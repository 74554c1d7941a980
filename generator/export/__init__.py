"""The archive for machines: the catalogue as JSON, and the schema that describes it."""
