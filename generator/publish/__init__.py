"""From pages to a published site: the faces it needs, the build beside the old site, the exchange of the two."""
