"""Changes of a results or collected file that keep it HDF5: attributes, names, links, shapes, types, values."""

import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "files"))

import h5py  # noqa: E402
import numpy as np  # noqa: E402
from crafted import ordered_group  # noqa: E402

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
    """But for those that claim to be huge (declared), which would be read here."""
    return [o for o in objects(f) if isinstance(o, h5py.Dataset) and (o.size or 0) < 2**22]


def groups(f):
    return [o for o in objects(f) if isinstance(o, h5py.Group)]


def kind_of(d):
    return d.parent.name, d.dtype.kind, len(d.shape), h5py.h5ds.is_scale(d.id)


def some_dataset(luck, found):
    """One of a kind, each kind as often: a file has hundreds of indicators, and few things that say how to read them."""
    kinds = {}
    for d in found:
        kinds.setdefault(kind_of(d), []).append(d)
    return luck.choice(kinds[luck.choice(sorted(kinds))])


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


def change_values(luck, d):
    if d.shape and d.size and d.dtype != object:
        flat = d[...].ravel()
        for _i in range(luck.choice((1, 1, 5))):
            with np.errstate(all="ignore"):
                flat[luck.randrange(flat.size)] = np.asarray(luck.choice(NUMBERS)).astype(d.dtype)
        what = luck.random()
        if what < 0.2:
            flat[...] = flat[0]
        elif what < 0.4:
            at = luck.randrange(flat.size)
            flat[at] = flat[at - 1]  # twice
        elif what < 0.5:
            flat[...] = flat[::-1].copy()
        d[...] = flat.reshape(d.shape)


def values(luck, f, _):
    change_values(luck, some_dataset(luck, datasets(f)))


def put_anew(luck, f, d, data, kind):
    """In the place of a data set, with its words and over scales that fit."""
    name, parent, kept = d.name, d.parent, {k: d.attrs[k] for k in ("units", "long_name", "flag_meanings") if k in d.attrs}
    scale = h5py.h5ds.is_scale(d.id)
    old = [[x.name for x in d.dims[axis].values()] for axis in range(len(d.shape))] if not scale else []
    del f[name]
    new = parent.create_dataset(name.rsplit("/", 1)[1], data=data, dtype=kind, track_order=True)
    for k, v in kept.items():
        new.attrs[k] = v
    if scale and luck.random() < 0.8:
        new.make_scale(name)
    elif luck.random() < 0.8:
        for axis in range(len(new.shape)):
            usual = [f[n] for n in old[axis]] if axis < len(old) else []
            fit = [o for o in datasets(f) if h5py.h5ds.is_scale(o.id) and o.shape[:1] == new.shape[axis:axis + 1]]
            if usual or fit:
                new.dims[axis].attach_scale(luck.choice(usual if usual and (not fit or luck.random() < 0.7) else fit))


def replace(luck, f, _):
    d = some_dataset(luck, datasets(f))
    data, kind = some_values(luck, d.shape if luck.random() < 0.3 else luck.choice(SHAPES))
    put_anew(luck, f, d, data, kind)


def change_length(luck, f, d):
    """One more or less along an axis, as no related data set has it."""
    axis, data = luck.randrange(len(d.shape)), d[...]
    length = luck.choice((0, 1, d.shape[axis] - 1, d.shape[axis] + 1, 2 * d.shape[axis], 4096))
    data = np.take(data, [i % d.shape[axis] for i in range(length)], axis=axis)
    put_anew(luck, f, d, data, TEXT if d.dtype == object else None)


def resize(luck, f, _):
    change_length(luck, f, some_dataset(luck, [d for d in datasets(f) if d.shape and d.size]))


def other_length(luck, f, _):
    """A variable of another length than its scales, which it keeps: of those that are read whole more often."""
    found = [d for d in datasets(f) if d.shape and d.size and not h5py.h5ds.is_scale(d.id)]
    read = [d for d in found if d.parent.name in ("/", "/by_size") and d.dtype.kind == "f"]
    d = luck.choice(read) if read and luck.random() < 0.7 else some_dataset(luck, found)
    name, parent, scales = d.name, d.parent, [[f[x.name] for x in d.dims[axis].values()] for axis in range(len(d.shape))]
    axis, data = luck.randrange(len(d.shape)), d[...]
    length = luck.choice((0, 1, d.shape[axis] - 1, d.shape[axis] + 1, 4096))
    kind = TEXT if d.dtype == object else None
    del f[name]
    new = parent.create_dataset(name.rsplit("/", 1)[1], dtype=kind, track_order=True,
                                data=np.take(data, [i % data.shape[axis] for i in range(length)], axis=axis))
    for axis, own in enumerate(scales):
        for scale in own:
            new.dims[axis].attach_scale(scale)


def complete(f, d):
    """A scale of its own for each axis that has none."""
    for axis, length in enumerate(d.shape):
        if len(d.dims[axis]) == 0:
            name = f"{d.name}_axis_{axis}"
            scale = f.create_dataset(name, data=np.arange(length, dtype="<i4"), track_order=True)
            scale.make_scale(name)
            d.dims[axis].attach_scale(scale)


def facts(luck, f, _):
    """What says how the rest is read."""
    d = f[luck.choice([n for n in ("status", "months_kept", "months_kept", "seed", "point", "replicate", "month") if n in f])]
    if luck.random() < 0.7:
        change_values(luck, d)
        return
    name = d.name
    change_length(luck, f, d)
    if not h5py.h5ds.is_scale(f[name].id) and luck.random() < 0.7:
        complete(f, f[name])


def remove(luck, f, _):
    o = luck.choice(objects(f)[1:])
    del f[o.name]


def move(luck, f, _):
    a, b = luck.choice(objects(f)[1:]), luck.choice(groups(f))
    f.move(a.name, b.name.rstrip("/") + "/" + luck.choice(("x", "month", "..", "run")))


def swap(luck, f, _):
    a, b = some_dataset(luck, datasets(f)).name, some_dataset(luck, datasets(f)).name
    if a == b:
        return
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


def group_above(luck, group):
    """The group itself, or one that it lies in."""
    for _i in range(luck.randrange(3)):
        group = group.parent
    return group


def free_name(luck, parent):
    name = luck.choice(("x", "output", "other"))
    if name in parent:
        del parent[name]
    return name


def circle(luck, f, _):
    """A group that has itself in it."""
    parent = luck.choice(groups(f))
    parent[free_name(luck, parent)] = group_above(luck, parent)


def link_by_name(luck, f, elsewhere):
    """To all of another file, or in a circle."""
    parent = luck.choice(groups(f))
    other = h5py.ExternalLink(os.path.join(elsewhere, "other.h5"), luck.choice(("/", "/inner")))
    parent[free_name(luck, parent)] = luck.choice((other, h5py.SoftLink(group_above(luck, parent).name)))


def scale_of_other_shape(luck, f, _):
    """In the place of one that is there, or one more."""
    found = [o.name for o in datasets(f) if h5py.h5ds.is_scale(o.id)]
    name, data = luck.choice(found) if luck.random() < 0.5 else "/x_row", np.zeros(luck.choice(((), (2, 2), (1, 3))), "<i4")
    if name in f:
        del f[name]
    f.create_dataset(name, data=data, track_order=True).make_scale(name)


def column(parent, name, kind):
    space = h5py.h5s.create_simple((3,))
    plist = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    plist.set_attr_creation_order(h5py.h5p.CRT_ORDER_TRACKED | h5py.h5p.CRT_ORDER_INDEXED)
    made = h5py.Dataset(h5py.h5d.create(parent.id, name, kind, space, plist))
    made[...] = np.arange(3)
    return made


def table(parent, names=(b"a", b"b"), row=b"row"):
    """Columns over one scale, which are written as one table."""
    scale = column(parent, row, h5py.h5t.STD_I32LE)
    scale.make_scale("row")
    for name in names:
        column(parent, name, h5py.h5t.IEEE_F64LE).dims[0].attach_scale(scale)


def named(luck, f, _):
    """Groups and variables of names that no file of ours has; groups that climb."""
    if luck.random() < 0.5:
        parent = f
        for _i in range(luck.choice((2, 3, 4))):
            parent = ordered_group(parent, b"..")
        table(parent)
        return table(parent, (b"c", b"d"), b"line")  # of two tables each is named by its whole path
    parent = luck.choice(groups(f))
    for _i in range(luck.choice((0, 1, 2))):
        parent = ordered_group(parent, luck.choice(NAMES))
    return table(parent, (luck.choice(NAMES), b"c"))


def nested(luck, f, _):
    parent = luck.choice(groups(f))
    for _i in range(luck.choice((30, 5000))):
        parent = ordered_group(parent, b"g")
    table(parent)


def rows(parent):
    scale = parent.create_dataset("d_row", data=np.arange(16), track_order=True)
    scale.make_scale("d_row")
    return scale


def declared(luck, f, _):
    """Large and never written."""
    parent, n = luck.choice(groups(f)), luck.choice((2**24, 2**33, 2**40, 2**62))
    d = parent.create_dataset("d", shape=(n,), chunks=(1024,), dtype="<f8", track_order=True)
    scale = parent.create_dataset("d_row", shape=(n,), maxshape=(None,), chunks=(1024,), dtype="<i4", track_order=True)
    scale.make_scale("This is a netCDF dimension but not a netCDF variable.%10d" % min(n, 10**9))
    d.dims[0].attach_scale(scale)


def raw(luck, f, elsewhere):
    """Values in another file."""
    parent = luck.choice(groups(f))
    space, plist = h5py.h5s.create_simple((16,)), h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    plist.set_external(os.path.join(elsewhere, "raw.bin").encode(), 0, 128)
    h5py.Dataset(h5py.h5d.create(parent.id, b"d", h5py.h5t.IEEE_F64LE, space, plist)).dims[0].attach_scale(rows(parent))


def mirrored(luck, f, elsewhere):
    parent = luck.choice(groups(f))
    layout = h5py.VirtualLayout(shape=(16,), dtype="<f8")
    layout[:] = h5py.VirtualSource(os.path.join(elsewhere, "other.h5"), "secret", shape=(16,))
    parent.create_virtual_dataset("d", layout).dims[0].attach_scale(rows(parent))


CHANGES = (attribute, attribute, attribute, values, values, replace, replace, resize, resize, other_length, facts, facts, facts, facts, remove, move, swap, link,
           link_by_name, circle, scale_of_other_shape, named, nested, declared, raw, mirrored)


def change(luck, data, elsewhere):
    return changed(luck, data, elsewhere, luck.choices(CHANGES, k=luck.choice((1, 1, 2, 4))))


def changed(luck, data, elsewhere, chosen):
    """With these changes; those that the library refuses to make are left out."""
    with tempfile.NamedTemporaryFile(suffix=".h5") as file:
        file.write(data)
        file.flush()
        # nested once and last: to look for another place below 5 000 groups takes h5py many minutes
        for make in [c for c in chosen if c is not nested] + [nested] * (nested in chosen):
            try:
                with h5py.File(file.name, "r+") as f:
                    make(luck, f, elsewhere)
            except (ValueError, KeyError, OSError, RuntimeError, TypeError, OverflowError, IndexError, UnicodeError):
                continue
        return Path(file.name).read_bytes()


def make_elsewhere(folder):
    os.makedirs(folder, exist_ok=True)
    np.full(16, MARK).tofile(os.path.join(folder, "raw.bin"))
    with h5py.File(os.path.join(folder, "other.h5"), "w", track_order=True) as f:
        f.create_dataset("room", data=np.zeros(2**22, "u1"))  # no place in this file is one in the files that lead to it
        for group in (f, ordered_group(f, b"inner")):
            scale = group.create_dataset("secret_row", data=np.arange(16), track_order=True)
            scale.make_scale("secret_row")
            for name in ("secret", "output"):
                d = group.create_dataset(name, data=np.full(16, MARK), track_order=True)
                d.dims[0].attach_scale(scale)
        del f["room"]
