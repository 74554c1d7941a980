"""Measurements that are run by hand; none is part of the tests."""
