#!/usr/bin/python3
"""The effect of the cap month by month, and the headline as a forest plot."""

import rongtong

rongtong.plot_effect("study", None, ["days_receivable", "overdue_share", "output/size/small"]).savefig("effects.png", dpi=110)
rongtong.compare("study").plot().figure.savefig("headline.png", dpi=110)
