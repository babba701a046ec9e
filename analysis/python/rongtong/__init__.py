"""The companion of the simulator rongtong.

    import rongtong

    base = rongtong.run("baseline", "base.h5")
    cap = rongtong.run({"extends": "prompt-payment", "firms": 2000}, "cap.h5")
    rongtong.plot([base, cap], "days_receivable")

Results are labelled xarray (open_run, open_runs, open_sweep), scenarios and plans are dicts or files that the program checks
(Scenario, Plan), and runs can be steered month by month (step). The program itself does the work: it is found by
$RONGTONG_PROGRAM, in the checkout that this package lies in, or on $PATH.
"""

from rongtong.answers import Comparison, compare, series
from rongtong.charts import plot, plot_effect
from rongtong.documents import Plan, Scenario
from rongtong.program import InputError, Problem, RongtongError, RunNote, call, program
from rongtong.results import Results, open_run, open_runs, open_sweep
from rongtong.running import run, sweep
from rongtong.stepping import Month, SteppedRun, step

__version__ = "0.1.0"  # that of the program

__all__ = [
    "Comparison", "InputError", "Month", "Plan", "Problem", "Results", "RongtongError", "RunNote", "Scenario", "SteppedRun", "call",
    "compare", "open_run", "open_runs", "open_sweep", "plot", "plot_effect", "program", "run", "series", "step", "sweep"
]
