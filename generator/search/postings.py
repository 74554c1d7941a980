"""Postings as bytes: of one heading or concept, which records have it and how much.

A list is the count of its records, the steps from each number to the next, then a byte of weight each. Counts and steps are
written seven bits a byte, the lowest first; the high bit says that more follow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

Posting = tuple[int, int]
"""A record's number and its weight, 1–31."""


def varint(number: int) -> bytes:
    """A number, seven bits a byte."""
    written = bytearray()
    while number > 127:
        written.append(number & 127 | 128)
        number >>= 7
    written.append(number)
    return bytes(written)


def read_varint(content: bytes, at: int) -> tuple[int, int]:
    """The number that begins at a place, and the place behind it."""
    value = shift = 0
    while (byte := content[at]) > 127:
        value |= (byte & 127) << shift
        shift += 7
        at += 1
    return value | byte << shift, at + 1


def packed_list(postings: Iterable[Posting]) -> bytes:
    """A list in the order of its numbers, which must be rising."""
    steps, weights = bytearray(), bytearray()
    last = 0
    for number, weight in postings:
        step = number - last
        while step > 127:
            steps.append(step & 127 | 128)
            step >>= 7
        steps.append(step)
        weights.append(weight)
        last = number
    return varint(len(weights)) + steps + weights


def unpacked_list(content: bytes) -> Iterator[Posting]:
    """The postings of a list."""
    count, at = read_varint(content, 0)
    number = 0
    for weight in content[len(content) - count :]:
        shift = 0
        while (byte := content[at]) > 127:
            number += (byte & 127) << shift
            shift += 7
            at += 1
        number += byte << shift
        at += 1
        yield number, weight


def edited_list(content: bytes | None, changes: Mapping[int, int]) -> bytes | None:
    """A list with some records' weights changed; 0 takes one out. `None` stands for a list of none."""
    for number, weight in sorted(changes.items()):
        content = _edited_once(content, number, weight)
    return content


def _edited_once(content: bytes | None, number: int, weight: int) -> bytes | None:
    """A list with one record's weight changed: only the steps around it are read and written."""
    if not content:
        return packed_list([(number, weight)]) if weight else None
    count, begin = read_varint(content, 0)
    weights = len(content) - count
    at, place, last, value = begin, 0, 0, 0
    after = at
    while at < weights:  # to the first number that is not before this one
        step, after = read_varint(content, at)
        value = last + step
        if value >= number:
            break
        at, place, last = after, place + 1, value
    there = at < weights and value == number
    steps = content[begin:at] + (varint(number - last) if weight else b"")
    rest = after if there else at  # what follows is counted from this number, or from the one before it
    if rest < weights:
        step, behind = read_varint(content, rest)
        follows = (number if there else last) + step
        steps += varint(follows - (number if weight else last)) + content[behind:weights]
    marks = content[weights : weights + place] + (bytes([weight]) if weight else b"") + content[weights + place + there :]
    return varint(len(marks)) + steps + marks if marks else None
