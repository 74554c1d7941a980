"""What several rooms need of text: folding, direction, escaping, slugs, dates, locales."""
