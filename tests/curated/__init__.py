"""Tests of the curated data."""
