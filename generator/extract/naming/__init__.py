"""Names in a text: the forms of each language, their table, the words of a text and where they meet."""
