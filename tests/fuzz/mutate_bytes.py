"""Changes of bytes: flips, numbers at the ends of their ranges, pieces moved; in HDF5 files with the checksums of object
headers put right, so that what stands in them is read."""

import struct

# heaps of texts most often: HDF5 believes what stands in them
MARKS = (b"GCOL", b"GCOL", b"GCOL", b"GCOL", b"OHDR", b"OCHK", b"TREE", b"SNOD", b"HEAP", b"FRHP", b"FHDB", b"FHIB", b"BTHD", b"BTLF", b"BTIN")
ENDS = (0, 1, 2, 7, 8, 127, 128, 255, 2**15, 2**16 - 1, 2**31 - 1, 2**31, 2**32 - 1, 2**40, 2**63 - 1, 2**63, 2**64 - 1)


def lookup3(data):
    """The checksum of HDF5's metadata: Bob Jenkins, lookup3.c (public domain), hashlittle."""
    mask = 0xffffffff

    def rot(x, k):
        return ((x << k) | (x >> (32 - k))) & mask

    a = b = c = (0xdeadbeef + len(data)) & mask
    data = bytes(data)
    while len(data) > 12:
        x, y, z = struct.unpack("<III", data[:12])
        data = data[12:]
        a, b, c = (a + x) & mask, (b + y) & mask, (c + z) & mask
        for k in (4, 6, 8, 16, 19, 4):
            a = (a - c) & mask ^ rot(c, k)
            c = (c + b) & mask
            a, b, c = b, c, a
    if not data:
        return c
    x, y, z = struct.unpack("<III", data.ljust(12, b"\0"))
    a, b, c = (a + x) & mask, (b + y) & mask, (c + z) & mask
    for k in (14, 11, 25, 16, 4, 14, 24):
        c = ((c ^ b) - rot(b, k)) & mask
        a, b, c = b, c, a
    return b


def repair_headers(data):
    """Checksums of the first chunks of all object headers of version 2."""
    at = -1
    while (at := data.find(b"OHDR", at + 1)) >= 0:
        if at + 32 > len(data) or data[at + 4] != 2:
            continue
        flags = data[at + 5]
        head = at + 6 + (16 if flags & 32 else 0) + (4 if flags & 16 else 0)
        width = 1 << (flags & 3)
        end = head + width + int.from_bytes(data[head:head + width], "little")
        if end + 4 <= len(data) and end - at < 65536:
            struct.pack_into("<I", data, end, lookup3(data[at:end]))


def spot(luck, data):
    """Anywhere, or near something that has a structure."""
    if luck.random() < 0.3:
        return luck.randrange(len(data))
    at = data.find(luck.choice(MARKS), luck.randrange(len(data)))
    return min(len(data) - 1, max(at, 0) + luck.randrange(160))


def change(luck, data):
    data = bytearray(data)
    for _ in range(luck.choice((1, 1, 1, 2, 8))):
        at = spot(luck, data)
        what = luck.randrange(4)
        if what == 0:
            data[at] ^= 1 << luck.randrange(8)
        elif what == 1:
            data[at] = luck.randrange(256)
        elif what == 2:
            width = luck.choice((1, 2, 4, 8))
            data[at:at + width] = (luck.choice(ENDS) % 2**(8 * width)).to_bytes(width, "little")
        else:
            length, other = luck.randrange(1, 64), luck.randrange(len(data))
            data[at:at + length] = data[other:other + length]
    return data


def hdf5(luck, data):
    data = change(luck, data)
    repair_headers(data)
    return bytes(data)


def plain(luck, data):
    if luck.random() < 0.1:
        return bytes(data[:luck.randrange(len(data))])
    return bytes(change(luck, data))
