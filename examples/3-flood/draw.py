#!/usr/bin/python3
"""What the flood takes, in the whole economy and where it struck."""

import rongtong

figure = rongtong.plot_effect("runs/base", "runs/flood", ["output", "output/region/west", "output/region/east"])
figure.savefig("loss.png", dpi=110)
