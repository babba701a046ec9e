#!/usr/bin/python3
"""Checkpoints with one thing changed and all checksums right: refused before a month is computed."""

import signal
import struct
import time
import unittest

from crafted import SMALL, CraftedCase, seal

# section, what its elements become, words of the refusal
BAD = {
    "links.network.target": (b"\xff\xff\xff\x7f", "2147483647"),
    "links.network.list": (b"\xff\xff\xff\xff", "leads elsewhere"),
    "links.network.first": (b"\x00\x00\x00\x80", "behind"),
    "links.network.back_first": (b"\xff\xff\xff\xff", "room"),
    "links.network.back_room": (b"\xff\xff\xff\x0f", "room"),
    "links.supplier_sector": (b"\xff", "255"),
    "links.since": (b"\xff\x7f", "32767"),
    "links.coef": (b"\x00\x00\xc0\x7f", "nan"),
    "firms.group": (b"\xff\xff", "65535"),
    "firms.state": (b"\x07", "7"),
    "firms.bank_row": (b"\xff", "255"),
    "firms.workers": (b"\xff\xff\xff\xff", "-1"),
    "firms.id": (struct.pack("<Q", 5), "ascend"),
    "firms.behind": (b"\x02", "2"),
    "firms.price": (struct.pack("<d", float("inf")), "inf"),
    "firms.worth": (struct.pack("<f", 0), "firms.worth"),
    "firms.capital_need": (struct.pack("<f", -1), "-1"),
    "cell_costs.start": (struct.pack("<d", 0), "cell_costs.start"),
    "firms.born": (b"\xff\xff\xff\x7f", "2147483647"),
    "groups": (b"\xff\xff\x01\x01\x00\x00", "sector 255"),
    "technology.start": (b"\xff", "technology.start"),
    "market.mean_quality": (struct.pack("<d", float("nan")), "market.mean_quality"),
    "turnover.firms_at_start": (struct.pack("<d", 1e-316), "turnover.firms_at_start"),
    "turnover.orders_at_start": (struct.pack("<d", 0), "turnover.orders_at_start"),
    "turnover.used_capital": (struct.pack("<d", 1e300), "turnover.used_capital"),
    "turnover.cell_rows": (b"\xff\xff\xff\x7f", "2147483647"),
    "turnover.cell_first": (b"\xff\xff\xff\x7f", "turnover.cell_first"),
    "turnover.size_weight": (struct.pack("<d", float("nan")), "nan"),
    "market.administration_sector": (struct.pack("<Q", 2**63), "market.administration_sector"),
    "pools.price": (struct.pack("<d", float("nan")), "nan"),
    "accounts.reclassified": (b"\x02", "2"),
    "next_id": (struct.pack("<Q", 1), "firm that exists"),
    "month": (struct.pack("<i", -3), "-3"),
    "firms.pull": (struct.pack("<d", 1e5), "100000"),
    "firms.market_share": (struct.pack("<d", -1), "-1"),
    "firms.luck": (struct.pack("<f", 1e3), "1000"),
    "firms.platform": (b"\x01", "firms.platform"),
    "links.platform": (b"\x09", "links.platform"),
}
SHORTER = ("firms.price", "links.days", "links.ring3", "links.network.count", "links.network.back_room", "pools.share", "market.trade_start",
           "households", "sums", "turnover.leaders", "groups")


class Checkpoint:
    def __init__(self, data):
        self.data = bytearray(data)
        self.sections = seal.sections(self.data)

    def fill(self, name, element):
        _, size, count, offset, _ = self.sections[name]
        assert size == len(element), (name, size)
        self.data[offset:offset + size * count] = element * count

    def shorten(self, name):
        """One element less: the sections behind it move forward."""
        kind, size, count, offset, entry = self.sections[name]
        del self.data[offset + size * (count - 1):offset + size * count]
        struct.pack_into("<Q", self.data, entry + 16, count - 1)
        for _, _, _, other, at in self.sections.values():
            if other > offset:
                struct.pack_into("<Q", self.data, at + 24, other - size)
        struct.pack_into("<Q", self.data, 32, len(self.data))

    def put_text(self, name, text):
        """Another text of the same length."""
        _, _, count, offset, _ = self.sections[name]
        assert len(text) <= count
        self.data[offset:offset + count] = text.ljust(count, b"/")

    def save(self, path):
        path.write_bytes(seal.seal_checkpoint(self.data))


class Checkpoints(CraftedCase):
    def good(self):
        words = ("run", SMALL, "--set", "/firms=500", "--months", 1200, "-o", "long.h5", "--quiet", "--threads", 1)
        process = self.start(*words, "--checkpoint-every", 13)
        while not self.path("long.h5.checkpoint").exists() and process.poll() is None:
            time.sleep(0.02)
        process.send_signal(signal.SIGTERM)
        process.communicate()
        return self.path("long.h5.checkpoint").read_bytes()

    def commands(self, number):
        resume = ("run", "--resume", "bad.checkpoint", "-o", "new.h5", "--quiet")
        branch = ("run", SMALL, "--set", "/firms=500", "--months", 1200, "--branch-from", "bad.checkpoint", "-o", "new.h5")
        return (("check", "bad.checkpoint"), (resume, branch)[number % 2])

    def test_what_is_out_of_range_is_refused(self):
        good = self.good()
        self.assertIn("after month", self.call("check", "long.h5.checkpoint")[0])
        for number, (section, (element, word)) in enumerate(BAD.items()):
            checkpoint = Checkpoint(good)
            checkpoint.fill(section, element)
            checkpoint.save(self.path("bad.checkpoint"))
            shown = "links.network.back_first" if ".back_" in section else section
            self.refused("bad.checkpoint", self.commands(number), shown, word)

    def test_ids_beyond_what_draws_have_room_for_are_refused(self):
        checkpoint = Checkpoint(self.good())
        checkpoint.fill("next_id", struct.pack("<Q", 2**40))
        checkpoint.save(self.path("bad.checkpoint"))
        self.refused("bad.checkpoint", self.commands(0), "next_id")

    def test_sections_that_are_too_short_are_refused(self):
        good = self.good()
        for number, section in enumerate(SHORTER):
            checkpoint = Checkpoint(good)
            checkpoint.shorten(section)
            checkpoint.save(self.path("bad.checkpoint"))
            self.refused("bad.checkpoint", self.commands(number)[:1])

    def test_a_checkpoint_sends_no_results_elsewhere(self):
        checkpoint = Checkpoint(self.good())
        checkpoint.put_text("run.output", b"/tmp/r.h5")
        checkpoint.save(self.path("bad.checkpoint"))
        self.refused("bad.checkpoint", (("run", "--resume", "bad.checkpoint", "--quiet"),), "-o")


if __name__ == "__main__":
    unittest.main()
