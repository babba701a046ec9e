"""Changes of a results or collected file that keep it HDF5: attributes, names, links, shapes, types, values."""

import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "files"))

import h5py  # noqa: E402
import numpy as np  # noqa: E402

TEXT = h5py.string_dtype("utf-8")
MARK = 424242.4242  # stands in the files elsewhere, which no command may show
NAMES = (b"..", b".", b"a/b", b"\x1b[31m", b"n" * 300, b"month", b"output", b"units", b"=1+1", b"\xff\xfe", b"run", b"panel")
NUMBERS = (0, -1, 1, -5, 2**31 - 1, -2**31, 1e300, float("nan"), float("inf"), 7)
TYPES = ("i1", "<i2", "<i4", "<i8", "<u1", "<u4", "<u8", "<f4", "<f8", ">f8", "S5")
SHAPES = ((), (0,), (1,), (2,), (3,), (64,), (4096,), (2, 2), (3, 4), (1, 1, 1))


def objects(f):
    found = [f]
    f.visititems(lambda _, o: found.append(o))
    return found


def datasets(f):
    return [o for o in objects(f) if isinstance(o, h5py.Dataset)]


def groups(f):
    return [o for o in objects(f) if isinstance(o, h5py.Group)]


def some_values(luck, shape):
    kind = luck.choice(TYPES + (None,))
    if kind is None:
        data = np.empty(shape, object)
        data[...] = luck.choice(("base", "", "=cmd()", "\x1b]0;x\x07", "x" * 1000))
        return data, TEXT
    if kind.startswith("S"):
        return np.full(shape, b"base"), None
    with np.errstate(all="ignore"):
        return np.full(shape, luck.choice(NUMBERS)).astype(kind), None


def attribute(luck, f, _):
    place = luck.choice(objects(f))
    own = list(place.attrs)
    name = luck.choice(own or ["units"]) if luck.random() < 0.8 else luck.choice(("units", "flag_meanings", "CLASS", "NAME", "seed"))
    if name in place.attrs:
        del place.attrs[name]
    if luck.random() < 0.9:
        data, kind = some_values(luck, luck.choice(SHAPES))
        place.attrs.create(name, data, dtype=kind)


def values(luck, f, _):
    d = luck.choice(datasets(f))
    if d.shape and d.size and d.dtype != object:
        flat = d[...].ravel()
        for _i in range(luck.choice((1, 1, 5))):
            with np.errstate(all="ignore"):
                flat[luck.randrange(flat.size)] = np.asarray(luck.choice(NUMBERS)).astype(d.dtype)
        if luck.random() < 0.3:
            flat[...] = flat[0]
        d[...] = flat.reshape(d.shape)


def replace(luck, f, _):
    d = luck.choice(datasets(f))
    name, parent, kept = d.name, d.parent, {k: d.attrs[k] for k in ("units", "long_name", "flag_meanings") if k in d.attrs}
    scale = h5py.h5ds.is_scale(d.id)
    del f[name]
    shape = d.shape if luck.random() < 0.3 else luck.choice(SHAPES)
    data, kind = some_values(luck, shape)
    new = parent.create_dataset(name.rsplit("/", 1)[1], data=data, dtype=kind, track_order=True)
    for k, v in kept.items():
        new.attrs[k] = v
    if scale and luck.random() < 0.8:
        new.make_scale(name)
    elif luck.random() < 0.7:
        for axis in range(len(new.shape)):
            scales = [o for o in datasets(f) if h5py.h5ds.is_scale(o.id) and o.shape[:1] == new.shape[axis:axis + 1]]
            if scales:
                new.dims[axis].attach_scale(luck.choice(scales))


def remove(luck, f, _):
    o = luck.choice(objects(f)[1:])
    del f[o.name]


def move(luck, f, _):
    a, b = luck.choice(objects(f)[1:]), luck.choice(groups(f))
    f.move(a.name, b.name.rstrip("/") + "/" + luck.choice(("x", "month", "..", "run")))


def swap(luck, f, _):
    a, b = luck.sample(datasets(f), 2)
    a, b = a.name, b.name
    f.move(a, "/between")
    f.move(b, a)
    f.move("/between", b)


def link(luck, f, elsewhere):
    parent = luck.choice(groups(f))
    name = luck.choice(("x", "output", "scenario", "other"))
    if name in parent:
        del parent[name]
    what = luck.randrange(4)
    if what == 0:
        parent[name] = h5py.ExternalLink(os.path.join(elsewhere, "other.h5"), luck.choice(("/", "/output", "/secret")))
    elif what == 1:
        parent[name] = h5py.SoftLink(luck.choice(objects(f)).name)
    else:
        parent[name] = luck.choice(objects(f))


def named_group(luck, f, _):
    parent = luck.choice(groups(f))
    depth = luck.choice((1, 2, 30, 5000))
    for _i in range(depth):
        plist = h5py.h5p.create(h5py.h5p.GROUP_CREATE)
        order = h5py.h5p.CRT_ORDER_TRACKED | h5py.h5p.CRT_ORDER_INDEXED
        plist.set_link_creation_order(order)
        plist.set_attr_creation_order(order)
        parent = h5py.Group(h5py.h5g.create(parent.id, luck.choice(NAMES) if depth < 5000 else b"g", gcpl=plist))
    for name in ("a", "b"):
        d = parent.create_dataset(name, data=np.arange(3.0), track_order=True)
        scale = parent.create_dataset("row" + name, data=np.arange(3), track_order=True)
        scale.make_scale("row")
        d.dims[0].attach_scale(scale)


def declared(luck, f, elsewhere):
    """Large and never written; in another file; mirrored."""
    what, parent = luck.randrange(3), luck.choice(groups(f))
    if what == 0:
        n = luck.choice((2**24, 2**33, 2**40, 2**62))
        d = parent.create_dataset("d", shape=(n,), chunks=(1024,), dtype="<f8", track_order=True)
        scale = parent.create_dataset("d_row", shape=(n,), maxshape=(None,), chunks=(1024,), dtype="<i4", track_order=True)
        scale.make_scale("This is a netCDF dimension but not a netCDF variable.%10d" % min(n, 10**9))
    else:
        scale = parent.create_dataset("d_row", data=np.arange(16), track_order=True)
        scale.make_scale("d_row")
        if what == 1:
            space, plist = h5py.h5s.create_simple((16,)), h5py.h5p.create(h5py.h5p.DATASET_CREATE)
            plist.set_external(os.path.join(elsewhere, "raw.bin").encode(), 0, 128)
            d = h5py.Dataset(h5py.h5d.create(parent.id, b"d", h5py.h5t.IEEE_F64LE, space, plist))
        else:
            layout = h5py.VirtualLayout(shape=(16,), dtype="<f8")
            layout[:] = h5py.VirtualSource(os.path.join(elsewhere, "other.h5"), "secret", shape=(16,))
            d = parent.create_virtual_dataset("d", layout)
    d.dims[0].attach_scale(scale)


CHANGES = (attribute, attribute, attribute, values, values, replace, replace, remove, move, swap, link, named_group, declared)


def change(luck, data, elsewhere):
    """Some changes; those that the library refuses to make are left out."""
    with tempfile.NamedTemporaryFile(suffix=".h5") as file:
        file.write(data)
        file.flush()
        for _ in range(luck.choice((1, 1, 2, 4))):
            try:
                with h5py.File(file.name, "r+") as f:
                    luck.choice(CHANGES)(luck, f, elsewhere)
            except (ValueError, KeyError, OSError, RuntimeError, TypeError, OverflowError, IndexError, UnicodeError):
                continue
        return Path(file.name).read_bytes()


def make_elsewhere(folder):
    os.makedirs(folder, exist_ok=True)
    np.full(16, MARK).tofile(os.path.join(folder, "raw.bin"))
    with h5py.File(os.path.join(folder, "other.h5"), "w", track_order=True) as f:
        scale = f.create_dataset("secret_row", data=np.arange(16), track_order=True)
        scale.make_scale("secret_row")
        for name in ("secret", "output"):
            d = f.create_dataset(name, data=np.full(16, MARK), track_order=True)
            d.dims[0].attach_scale(scale)
