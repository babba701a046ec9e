#!/usr/bin/python3
"""A cap that is suspended while output lies below its last year's mean: no rule of a scenario file can say that."""

import pathlib

import rongtong

for replicate in range(4):
    for name in ("slump", "cap"):
        pathlib.Path("runs", name).mkdir(parents=True, exist_ok=True)
        rongtong.call("run", f"{name}.json", "--replicate", replicate, "-o", f"runs/{name}/{replicate}.h5", "--quiet", "--force")
    pathlib.Path("runs", "suspended").mkdir(exist_ok=True)
    output = []
    with rongtong.step("cap.json", f"runs/suspended/{replicate}.h5", replicate=replicate, set={"/name": "suspended"},
                       force=True) as run:
        for month in run:
            output.append(month["output"])
            if month.month >= 13:
                falling = output[-1] < sum(output[-13:-1]) / 12
                run.intensity["cap"] = 0 if falling else 1

steered = rongtong.open_run("runs/suspended/0.h5")
off = steered.levers["month"].values[steered.levers["intensity"].values[:, 0] == 0]
print("months without the cap in replicate 0:", *off[off >= 13])
figure = rongtong.plot(rongtong.open_runs("runs/slump", "runs/cap", "runs/suspended"), ["output", "days_receivable", "bankruptcies"])
figure.savefig("paths.png", dpi=110)
