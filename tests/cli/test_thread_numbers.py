"""The number of threads changes no bit of any data set."""

import unittest

from harness import CAP, RECORDS, Case


class Threads(Case):
    def test_same_data_for_1_2_3_and_7_threads(self):
        for threads in (1, 2, 3, 7):
            self.call("run", CAP, "-o", f"{threads}.h5", "--threads", threads, "--set", "/firms=9000", "--months", 40,
                      "--set", RECORDS, "--quiet")
        for threads in (2, 3, 7):
            self.same_data("1.h5", f"{threads}.h5")


if __name__ == "__main__":
    unittest.main()
