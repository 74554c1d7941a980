"""The project's own seeds: what they promise, and what the cataloguing makes of them."""
