"""Changes of a good results file, each in one place, and the words that the refusal of it must have."""

from crafted import BARE, TEXT, attribute, dimension, h5py, np, ordered_group, replaced, variable

CASES = {}


def case(*words):
    """words: what the refusal must name."""
    def add(make):
        CASES[make.__name__] = (make, words)
        return make
    return add


# --- attributes

@case("format_version", "4096")
def numbers_for_version(f, _):
    attribute(f, "format_version", np.ones(4096, "<i4"))


@case("attribute 'seed' of /", "4096")
def numbers_for_seed(f, _):
    attribute(f, "seed", np.full(4096, 0x4141414141414141, "<u8"))


@case("attribute 'threads' of /", "0 values")
def no_number(f, _):
    attribute(f, "threads", h5py.Empty("<i4"))


@case("attribute 'format' of /", "4096")
def texts_of_fixed_length(f, _):
    attribute(f, "format", np.array([b"rongtong results"] * 4096, "S16"))


@case("attribute 'scenario_name' of /", "300")
def texts_for_name(f, _):
    attribute(f, "scenario_name", np.array(["base"] * 300, object), TEXT)


@case("attribute 'units' of /output", "300")
def texts_for_units(f, _):
    attribute(f["output"], "units", np.array(["yuan"] * 300, object), TEXT)


@case("attribute 'units' of /output", "no text")
def number_for_units(f, _):
    attribute(f["output"], "units", 3, "<i4")


@case("attribute 'seed' of /", "no count")
def text_for_seed(f, _):
    attribute(f, "seed", "one", TEXT)


@case("attribute 'replicate' of /", "no count")
def negative_replicate(f, _):
    attribute(f, "replicate", -1, "<i8")


@case("attribute 'scenario_name' of /", "no text")
def number_for_name(f, _):
    attribute(f, "scenario_name", 3, "<i4")


@case("attribute 'flag_values' of /events/kind", "1000")
def too_many_flags(f, _):
    attribute(f["events/kind"], "flag_values", np.zeros(1000, "i1"))


@case("attribute 'more' of /size", "type")
def compound_attribute(f, _):
    attribute(f["size"], "more", np.zeros(2, [("a", "<i4"), ("b", "<f8")]))


@case("attribute 'CLASS' of /size", "2 values")
def scale_mark_twice(f, _):
    attribute(f["size"], "CLASS", np.array([b"DIMENSION_SCALE"] * 2, "S16"))


@case("attribute 'NAME' of /size", "4096")
def scale_names(f, _):
    attribute(f["size"], "NAME", np.array([b"size"] * 4096, "S64"))


@case("/output", "DIMENSION_LIST")
def scales_for_axes_that_are_not(f, _):
    reference = f["output"].attrs["DIMENSION_LIST"][0][0]
    lists = np.empty(64, object)
    for i in range(64):
        lists[i] = np.array([reference], h5py.ref_dtype)
    attribute(f["output"], "DIMENSION_LIST", lists, h5py.vlen_dtype(h5py.ref_dtype))


@case("/output", "DIMENSION_LIST")
def scales_that_are_numbers(f, _):
    attribute(f["output"], "DIMENSION_LIST", np.full(1, 2**40, "<i8"))


# --- names and links

@case("'..'")
def group_above(f, _):
    g = ordered_group(ordered_group(f, b".."), b"..")
    scale = dimension(g, "row", 3)
    for name in ("a", "b"):
        variable(g, name, np.arange(3.0), [scale])


@case("\\u001b")
def name_with_escape(f, _):
    f.create_group("a\x1b[31mb", track_order=True)


@case("\\u000a")
def name_with_line_break(f, _):
    variable(f, "a\nb", np.zeros(f["month"].shape), [f["month"]])


@case("100 bytes")
def name_too_long(f, _):
    f.create_group("n" * 3000, track_order=True)


@case("/other", "link to another file")
def link_elsewhere(f, folder):
    f["other"] = h5py.ExternalLink(str(folder / "elsewhere" / "other.h5"), "/")


@case("/output", "link to another file")
def link_in_place_of_indicator(f, folder):
    del f["output"]
    f["output"] = h5py.ExternalLink(str(folder / "elsewhere" / "other.h5"), "/secret")


@case("/by_size/again", "link by name")
def cycle_by_name(f, _):
    f["by_size/again"] = h5py.SoftLink("/by_size")


@case("/by_size/up", "second link to /")
def cycle_of_groups(f, _):
    f["by_size/up"] = f["/"]


@case("/twin", "second link to /output")
def variable_of_two_names(f, _):
    f["twin"] = f["output"]


@case("deep")
def groups_in_groups(f, _):
    g = f
    for _i in range(3000):
        g = ordered_group(g, b"g")


@case("neither")
def named_type(f, _):
    f["kind"] = np.dtype("<f8")


# --- shapes, types, storage

@case("/stolen", "another file")
def values_elsewhere(f, folder):
    raw = folder / "elsewhere" / "raw.bin"
    scale = dimension(f, "stolen_row", 16)
    space, plist = h5py.h5s.create_simple((16,)), h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    plist.set_external(str(raw).encode(), 0, 128)
    d = h5py.Dataset(h5py.h5d.create(f.id, b"stolen", h5py.h5t.IEEE_F64LE, space, plist))
    d.dims[0].attach_scale(scale)


@case("/mirror", "other datasets")
def virtual_dataset(f, folder):
    layout = h5py.VirtualLayout(shape=(4,), dtype="<f8")
    layout[:] = h5py.VirtualSource(str(folder / "elsewhere" / "other.h5"), "secret", shape=(4,))
    d = f.create_virtual_dataset("mirror", layout)
    d.dims[0].attach_scale(dimension(f, "mirror_row", 4))


@case("/packed", "filter")
def unknown_filter(f, _):
    variable(f, "packed", np.zeros(100), [dimension(f, "packed_row", 100)], compression="lzf", chunks=(10,))


@case("/output", "/month")
def indicator_too_short(f, _):
    replaced(f, "output", np.ones(2), [f["month"]])


@case("/panel/workers", "/panel/month")
def panel_column_of_its_own(f, _):
    replaced(f["panel"], "workers", np.ones(2), [dimension(f["panel"], "few", 2)])


@case("/panel/workers", "/panel/month")
def panel_column_without_axis(f, _):
    replaced(f["panel"], "workers", np.float64(1), [])


@case("/by_size/output", "axis")
def axis_without_scale(f, _):
    replaced(f["by_size"], "output", np.ones((3, 4)), [f["month"]])


@case("/size2", "axes")
def scale_of_one_number(f, _):
    d = f.create_dataset("size2", data=np.int32(1), track_order=True)
    text = h5py.h5t.C_S1.copy()
    text.set_size(16)
    h5py.h5a.create(d.id, b"CLASS", text, h5py.h5s.create(h5py.h5s.SCALAR)).write(np.array(b"DIMENSION_SCALE", "S16"), mtype=text)


@case("/huge", "bytes of values")
def huge_and_never_written(f, _):
    d = f.create_dataset("huge", shape=(2**40,), chunks=(1024,), dtype="<f8", track_order=True)
    d.dims[0].attach_scale(dimension(f, "huge_row", 2**40, (None,), (1024,)))


@case("/huge", "more than can be counted")
def product_that_overflows(f, _):
    d = f.create_dataset("huge", shape=(2**32, 2**32), chunks=(1024, 1024), dtype="<f8", track_order=True)
    for axis in (0, 1):
        d.dims[axis].attach_scale(dimension(f, f"huge_{axis}", 2**32, (None,), (1024,)))


@case("/wide", "10000000000")
def bare_axis_of_many(f, _):
    f.create_dataset("wide", shape=(10**10,), dtype="<i4", track_order=True).make_scale(BARE % 10**9)


@case("/output", "no results file holds")
def unknown_type(f, _):
    replaced(f, "output", np.ones(f["month"].shape, "<u2"), [f["month"]])


@case("/month", "texts")
def months_as_texts(f, _):
    rescale(f, "month", np.array(["1", "2", "3"], object), TEXT)


@case("/note", "fixed length")
def texts_of_one_length(f, _):
    variable(f, "note", np.array([b"abc"] * 3, "S3"), [f["month"]])


@case("/output", "texts")
def indicator_of_texts(f, _):
    replaced(f, "output", np.array(["much"] * 3, object), [f["month"]], dtype=TEXT)


# --- months

def rescale(f, name, data, dtype=None):
    """The scale anew, and what lay over it lies over it again."""
    users = []
    f.visititems(lambda _, d: users.append(d) if isinstance(d, h5py.Dataset) and "DIMENSION_LIST" in d.attrs else None)
    over = [(d, axis) for d in users for axis, refs in enumerate(d.attrs["DIMENSION_LIST"]) if f[refs[0]] == f[name]]
    for d, axis in over:
        d.dims[axis].detach_scale(f[name])
    del f[name]
    d = f.create_dataset(name, data=data, dtype=dtype, track_order=True)
    d.make_scale(name)
    for user, axis in over:
        user.dims[axis].attach_scale(d)


@case("/month", "after month 2")
def month_twice(f, _):
    f["month"][...] = [1, 2, 2]


@case("/month", "after month 3")
def months_backwards(f, _):
    f["month"][...] = [3, 2, 1]


@case("/month", "-7")
def month_below_zero(f, _):
    f["month"][...] = [-7, 1, 2]


@case("/month", "2147483647")
def month_too_late(f, _):
    f["month"][...] = [1, 2, 2**31 - 1]


@case("/panel/month", "after month")
def records_out_of_order(f, _):
    months = f["panel/month"][...]
    months[0] = months[-1] + 1
    f["panel/month"][...] = months
