"""Changes of checkpoints, of JSON files, and of the folders of sweeps."""

import copy
import io
import json
import struct
import sys
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "files"))

import mutate_bytes  # noqa: E402
import mutate_hdf5  # noqa: E402
import seal  # noqa: E402

VALUES = (None, True, False, 0, -1, 1, 2**31, 2**63, 2**64, 1e308, -1e308, 0.5, "", "x", "..", "/etc/passwd", "=1+1", "\x1b[2J",
          "\u202e", "y" * 5000, [], [[]], {}, {"a": {}}, [1, 2, 3])


def checkpoint(luck, data):
    """Elements of sections, and at times a length; all checksums right."""
    data = bytearray(data)
    sections = seal.sections(data)
    for _ in range(luck.choice((1, 1, 1, 3))):
        name = luck.choice([n for n, s in sections.items() if s[2] > 0 and (n != "run.results" or luck.random() < 0.2)])
        kind, size, count, offset, entry = sections[name]
        what = luck.randrange(8)
        if what == 0:  # a length that lies, within the file
            struct.pack_into("<Q", data, entry + 16, luck.choice((0, 1, count - 1, count + 1, 2**61, 2**32)))
        elif what == 1:
            data[offset:offset + size * count] = bytes(data[offset:offset + size]) * count
        elif what == 2:
            data[offset:offset + size * count] = b"\xff" * (size * count)
        else:
            first, n = luck.randrange(count), luck.choice((1, 1, 5))
            width = min(size, luck.choice((1, 2, 4, 8)))
            for i in range(first, min(count, first + n)):
                at = offset + size * i + luck.randrange(0, size - width + 1, 1)
                value = int.from_bytes(data[at:at + width], "little")
                # at the ends of a type's range, or near what is there: an index, a member of an enumeration, a month
                value = luck.choice(mutate_bytes.ENDS) if luck.random() < 0.6 else value + luck.choice((-1, 1, 2, 100, 5000, value))
                data[at:at + width] = (value % 2**(8 * width)).to_bytes(width, "little")
    try:
        return seal.seal_checkpoint(data)
    except (struct.error, IndexError, OverflowError, MemoryError):
        return bytes(data)


PLACES = ("links.network.", "links.supplier_sector", "firms.group", "firms.state", "firms.bank_row", "groups", "turnover.", "market.administration")


def indices(luck, data):
    """What says where to look: of one place, some or all."""
    data = bytearray(data)
    sections = seal.sections(data)
    _, size, count, offset, _ = sections[luck.choice([n for n, s in sections.items() if s[2] > 0 and n.startswith(PLACES)])]
    width = min(size, 8)
    value = (luck.choice(mutate_bytes.ENDS) % 2**(8 * width)).to_bytes(width, "little")
    first, n = luck.randrange(count), luck.choice((1, 5, count))
    for i in range(0 if n == count else first, min(count, first + n)):
        data[offset + size * i:offset + size * i + width] = value
    return seal.seal_checkpoint(data)


def paths_in(value, at=()):
    found = [at]
    if isinstance(value, dict):
        for key, inner in value.items():
            found += paths_in(inner, at + (key,))
    elif isinstance(value, list):
        for i, inner in enumerate(value[:40]):
            found += paths_in(inner, at + (i,))
    return found


def json_value(luck, value):
    value = copy.deepcopy(value)
    for _ in range(luck.choice((1, 1, 2, 3))):
        at = luck.choice(paths_in(value))
        if not at or luck.random() < 0.05:
            return copy.deepcopy(luck.choice(VALUES))  # none of it is what it should be
        parent = value
        for key in at[:-1]:
            parent = parent[key]
        what = luck.randrange(5)
        if what == 0 and isinstance(parent, dict):
            del parent[at[-1]]
        elif what == 1 and isinstance(parent, dict):
            parent[luck.choice(("x", "", "a/b", "a~b", "\x1b", "firms", at[-1] + " "))] = parent[at[-1]]
        elif what == 2 and isinstance(parent[at[-1]], (int, float)):
            parent[at[-1]] = parent[at[-1]] * luck.choice((0, -1, 0.5, 2, 1e6, 1e300))
        else:
            parent[at[-1]] = copy.deepcopy(luck.choice(VALUES))
    return value


def json_text(luck, text):
    """As a value, or its bytes."""
    if luck.random() < 0.25:
        return mutate_bytes.plain(luck, text.encode())
    return json.dumps(json_value(luck, json.loads(text)), ensure_ascii=luck.random() < 0.5).encode("utf-8", "surrogatepass")


def results(luck, data, elsewhere):
    data = seal_off(data)
    changed = mutate_hdf5.change(luck, data, elsewhere) if luck.random() < 0.7 else mutate_bytes.hdf5(luck, data)
    return seal.seal_results(changed) if luck.random() < 0.95 else changed


def seal_off(data):
    return data[:-24] if data[-24:-16] == seal.LETTERS else data


def claiming(luck, data):
    """A member says that it is larger than it is."""
    data = bytearray(data)
    struct.pack_into("<I", data, data.index(b"PK\1\2") + 24, luck.choice((2**32 - 16, 2**31, 2**30)))
    return bytes(data)


def swapped(data):
    """Two runs that changed places."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    a, b = sorted(members)[:2]
    members[a], members[b] = members[b], members[a]
    return zipped(members)


def zipped(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def pack(luck, data, elsewhere):
    if luck.random() < 0.3:
        return mutate_bytes.plain(luck, data)
    if luck.random() < 0.2:
        return claiming(luck, data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    a = luck.choice(sorted(members))
    if luck.random() < 0.25:
        members[luck.choice(("../x.h5", "run-999999.h5", "run-1.h5", "run-.h5", "x\x1b.h5"))] = members.pop(a)
    else:
        members[a] = results(luck, members[a], elsewhere)
    return zipped(members)


FIELDS = (b"", b"0", b"-1", b"nan", b"inf", b"1e308", b"1e-320", b"18446744073709551616", b"=1+1", b"\x1b[2J", b"\xff", b'"', b'"a,b"', b"x" * 70,
          b"s01", b"east", b"NA", b"..", b"1.5", b" 7", b"\0")


def csv_table(luck, data):
    """Fields, lines and the heading of a table; or its bytes."""
    if luck.random() < 0.15:
        return mutate_bytes.plain(luck, data)
    lines = [line.split(b",") for line in data.split(b"\n")]
    for _ in range(luck.choice((1, 1, 3, 30))):
        line, what = luck.randrange(len(lines) - 1), luck.randrange(8)
        if what == 0:
            lines[line] = list(lines[luck.randrange(len(lines) - 1)])  # twice
        elif what == 1:
            lines[line] = lines[line][1:] if luck.random() < 0.5 else lines[line] + [luck.choice(FIELDS)]
        elif what == 2:
            line = 0
        if what > 1 and lines[line]:
            lines[line][luck.randrange(len(lines[line]))] = luck.choice(FIELDS)
    return luck.choice((b"\n", b"\n", b"\r\n", b"\r")).join(b",".join(line) for line in lines)


def bundle(luck, data):
    """Members of an archive: their texts, their names, their sizes; or its bytes."""
    if luck.random() < 0.3:
        return mutate_bytes.plain(luck, data)
    if luck.random() < 0.1:
        return claiming(luck, data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = luck.choice([n for n in sorted(members) if n.endswith(".json")] + ["manifest.json"] * 3)
    if luck.random() < 0.2:
        members[luck.choice(("../x.json", "/tmp/x.json", "manifest.json/x", "x\x1b.json", ""))] = members.pop(name)
    else:
        members[name] = json_text(luck, members[name].decode())
    return zipped(members)
