#!/usr/bin/python3
"""Paths of the four scenarios."""

import rongtong

figure = rongtong.plot(rongtong.open_sweep("study"), ["days_receivable", "equity_raised", "output"])
figure.savefig("paths.png", dpi=110)
