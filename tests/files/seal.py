#!/usr/bin/python3
"""Puts right the checksums of files that a test has changed: results and collected files (output/seal.hpp), and
checkpoints (docs/checkpoint.md).

usage: seal.py FILE...
"""
import ctypes
import struct
import sys

LETTERS = b"RTSEAL1\n"
SEAL = struct.Struct("<8sQQ")
MAGIC = b"RTCKPT\n\0"

_library = ctypes.CDLL("libxxhash.so.0")
_library.XXH3_64bits.restype = ctypes.c_uint64
_library.XXH3_64bits.argtypes = [ctypes.c_char_p, ctypes.c_size_t]


def xxh3(data):
    return _library.XXH3_64bits(bytes(data), len(data))


def seal_results(data):
    if data[-SEAL.size:-16] == LETTERS:
        data = data[:-SEAL.size]
    return data + SEAL.pack(LETTERS, len(data), xxh3(data))


def sections(data):
    """{name: (kind, bytes of an element, elements, offset, place of its directory entry)} of a checkpoint."""
    count, _ = struct.unpack_from("<IQ", data, 12)
    found, at = {}, 64
    for _ in range(count):
        length, kind, size, n, offset, _sum = struct.unpack_from("<IIQQQQ", data, at)
        found[bytes(data[at + 40:at + 40 + length]).decode()] = (kind, size, n, offset, at)
        at += 40 + length
    return found


def seal_checkpoint(data):
    data = bytearray(data)
    for kind, size, n, offset, at in sections(data).values():
        struct.pack_into("<Q", data, at + 32, xxh3(data[offset:offset + size * n]))
    length = struct.unpack_from("<Q", data, 16)[0]
    struct.pack_into("<Q", data, 24, xxh3(data[64:64 + length]))
    struct.pack_into("<Q", data, 56, xxh3(data[:56]))
    return bytes(data)


def seal(path):
    with open(path, "rb") as file:
        data = file.read()
    data = seal_checkpoint(data) if data.startswith(MAGIC) else seal_results(data)
    with open(path, "wb") as file:
        file.write(data)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    for name in sys.argv[1:]:
        seal(name)
