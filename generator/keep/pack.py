"""Values as bytes and back: the frozen types of the model, strings, numbers and collections, and nothing else."""

from __future__ import annotations

import io
import pickle
from hashlib import blake2b
from typing import Any

_OURS = ("generator.model.", "generator.errors")
DIGEST = 16
"""Bytes of a digest: collisions are out of the question for the files of an archive."""


class DamagedError(ValueError):
    """Bytes that are no packed value, or one of something else than the model's types."""


def packed(value: object) -> bytes:
    """A value as bytes, behind the digest of them."""
    payload = pickle.dumps(value, protocol=5)
    return digest(payload) + payload


def unpacked(content: bytes) -> Any:
    """The value that was packed.

    Raises:
        DamagedError: when a byte was lost or changed, or the bytes make something that is no value of the model.
    """
    head, payload = content[:DIGEST], content[DIGEST:]
    if head != digest(payload):
        raise DamagedError("the bytes are not those that were packed")
    try:
        return _Unpickler(io.BytesIO(payload)).load()
    except (pickle.UnpicklingError, AttributeError, EOFError, ImportError, IndexError, KeyError, TypeError) as error:
        raise DamagedError(str(error)) from error


def digest(*parts: bytes) -> bytes:
    """The digest of parts, each told apart from the next by its length."""
    made = blake2b(digest_size=DIGEST)
    for part in parts:
        made.update(len(part).to_bytes(8, "big"))
        made.update(part)
    return made.digest()


def value_digest(value: object) -> bytes:
    """The digest of a value by what it says alone, whichever of its strings are one object."""
    target = io.BytesIO()
    pickler = pickle.Pickler(target, protocol=5)
    pickler.fast = True
    pickler.dump(value)
    return digest(target.getvalue())


class _Unpickler(pickle.Unpickler):
    """Makes the types of the model and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        """A type of the model.

        Raises:
            UnpicklingError: for any other name.
        """
        found = super().find_class(module, name) if f"{module}.".startswith(_OURS) else None
        if not isinstance(found, type) or found.__module__ != module:
            raise pickle.UnpicklingError(f"{module}.{name} is no type of the model")
        return found
