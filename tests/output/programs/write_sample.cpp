// write_sample FILE MONTHS: the sample, whole. With a third word: flushes, says "flushed" and waits for the end of
// its input, so that others can read meanwhile; then it ends without finishing.
#include <cstdio>
#include <cstdlib>
#include <exception>

#include "tests/output/sample.hpp"

int main(int argc, char** argv)
try {
    if (argc < 3) return 2;
    if (argc == 3) {
        rongtong::sample::write_whole(argv[1], std::atoi(argv[2]));
        return 0;
    }
    rongtong::sample::Sample sample{rongtong::ResultsWriter(argv[1])};
    rongtong::sample::write_months(sample, 0, std::atoi(argv[2]));
    sample.writer.flush();
    std::puts("flushed");
    std::fflush(stdout);
    while (std::getchar() != EOF) {
    }
    return 0;
} catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
}
