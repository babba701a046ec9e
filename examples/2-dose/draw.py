#!/usr/bin/python3
"""Days receivable at the end over both parameters of the cap: a line for each degree of enforcement."""

import matplotlib.pyplot as plt
import rongtong

data = rongtong.open_sweep("study").indicators
days = data["days_receivable"].isel(scenario=0).sel(month=data["month"][-6:]).mean(["month", "replicate"])
figure, axes = plt.subplots(figsize=(6, 4), layout="constrained")
for share in sorted(set(data["enforcement"].values.tolist())):
    of_it = data["enforcement"] == share
    axes.plot(data["cap_days"].values[of_it], days.values[of_it], "o-", label=f"{100 * share:.0f} % of links comply")
axes.set_xlabel("cap (days)")
axes.set_ylabel("days receivable, mean of the last six months")
axes.legend(frameon=False)
figure.savefig("dose.png", dpi=110)
