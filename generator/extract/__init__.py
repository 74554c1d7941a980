"""What the text itself says: title, dates, source, event, topics, figures, names as written; one module a fact."""
