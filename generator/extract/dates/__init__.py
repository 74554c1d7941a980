"""The parts of the date rules: words, calendars, finding dates, and choosing among them."""
