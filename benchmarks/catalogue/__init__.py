"""How fast texts are catalogued, on one core."""
