// Messages go from every other rank to rank 0 and, as answers, back; only main threads send and receive. A message is a
// few whole numbers:
//
//     ask              -> answer: number of a unit, or -1
//     finished run     (no answer)
//     failed run       (no answer)
//     bye counts...    (no answer): this rank is done
#include "cli/sweep/mpi_ranks.hpp"

#ifdef RONGTONG_MPI

#include <condition_variable>
#include <deque>
#include <mutex>
#include <utility>

#include <mpi.h>

namespace rongtong::cli {

namespace {

enum Word : std::int64_t { word_ask = 1, word_finished = 2, word_failed = 3, word_bye = 4 };
constexpr int words_tag = 1, answer_tag = 2, message_words = 8;

class MpiRanks final : public Ranks {
public:
    MpiRanks()
    {
        int provided = 0;
        MPI_Init_thread(nullptr, nullptr, MPI_THREAD_FUNNELED, &provided);
        MPI_Comm_rank(MPI_COMM_WORLD, &rank_);
        MPI_Comm_size(MPI_COMM_WORLD, &size_);
    }
    ~MpiRanks() override { MPI_Finalize(); }
    MpiRanks(const MpiRanks&) = delete;
    MpiRanks& operator=(const MpiRanks&) = delete;

    int rank() const override { return rank_; }
    int size() const override { return size_; }
    void wait_for_all() override { MPI_Barrier(MPI_COMM_WORLD); }

    void close() override
    {
        const std::lock_guard lock(mutex_);
        Ranks::close();
    }

    std::optional<std::size_t> next_unit() override
    {
        std::unique_lock lock(mutex_);
        if (rank_ == 0) return Ranks::next_unit();
        if (no_more_) return std::nullopt;
        asked_ = true;
        answered_ = false;
        changed_.wait(lock, [&] { return answered_; });
        if (answer_ < 0) {
            no_more_ = true;
            return std::nullopt;
        }
        return static_cast<std::size_t>(answer_);
    }

    void tell_finished(std::size_t run) override { tell(word_finished, run); }
    void tell_failed(std::size_t run) override { tell(word_failed, run); }

    void serve() override
    {
        if (rank_ == 0) listen();
        else pass_on();
    }

    bool all_done(const RankCount& count) override
    {
        serve();
        if (rank_ == 0) {
            const std::lock_guard lock(mutex_);
            if (count.broken) Ranks::close();
            return byes_ == size_ - 1;
        }
        const std::int64_t message[message_words] = {word_bye,
                                                     static_cast<std::int64_t>(count.finished),
                                                     static_cast<std::int64_t>(count.failed),
                                                     count.months_computed,
                                                     count.months_given,
                                                     static_cast<std::int64_t>(count.firm_months),
                                                     count.broken,
                                                     0};
        MPI_Send(message, message_words, MPI_INT64_T, 0, words_tag, MPI_COMM_WORLD);
        return true;
    }

    std::vector<std::size_t> finished_elsewhere() override { return std::exchange(finished_, {}); }
    RankCount elsewhere() const override { return elsewhere_; }

private:
    void tell(Word what, std::size_t run)
    {
        if (rank_ == 0) return;
        const std::lock_guard lock(mutex_);
        to_tell_.push_back({what, static_cast<std::int64_t>(run)});
    }

    // Other ranks: what the workers left.
    void pass_on()
    {
        bool asks = false;
        std::deque<std::pair<Word, std::int64_t>> tells;
        {
            const std::lock_guard lock(mutex_);
            std::swap(tells, to_tell_);
            asks = std::exchange(asked_, false);
        }
        for (const auto& [what, run] : tells) send(what, run);
        if (!asks) return;
        send(word_ask, 0);
        std::int64_t answer = -1;
        MPI_Recv(&answer, 1, MPI_INT64_T, 0, answer_tag, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
        const std::lock_guard lock(mutex_);
        answer_ = answer;
        answered_ = true;
        changed_.notify_all();
    }

    static void send(Word what, std::int64_t run)
    {
        const std::int64_t message[message_words] = {what, run};
        MPI_Send(message, message_words, MPI_INT64_T, 0, words_tag, MPI_COMM_WORLD);
    }

    // Rank 0: everything that has come in.
    void listen()
    {
        for (;;) {
            int there = 0;
            MPI_Status status;
            MPI_Iprobe(MPI_ANY_SOURCE, words_tag, MPI_COMM_WORLD, &there, &status);
            if (!there) return;
            std::int64_t m[message_words] = {};
            MPI_Recv(m, message_words, MPI_INT64_T, status.MPI_SOURCE, words_tag, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            hear(m, status.MPI_SOURCE);
        }
    }

    void hear(const std::int64_t (&m)[message_words], int from)
    {
        const std::lock_guard lock(mutex_);
        if (m[0] == word_ask) {
            const auto unit = Ranks::next_unit();
            const std::int64_t answer = unit ? static_cast<std::int64_t>(*unit) : -1;
            MPI_Send(&answer, 1, MPI_INT64_T, from, answer_tag, MPI_COMM_WORLD);
        } else if (m[0] == word_finished) {
            finished_.push_back(static_cast<std::size_t>(m[1]));
            ++elsewhere_.finished;
        } else if (m[0] == word_failed) {
            ++elsewhere_.failed;
        } else {
            ++byes_;
            elsewhere_.months_computed += m[3];
            elsewhere_.months_given += m[4];
            elsewhere_.firm_months += static_cast<double>(m[5]);
            elsewhere_.broken = elsewhere_.broken || m[6] != 0;
            if (elsewhere_.broken) Ranks::close();
        }
    }

    int rank_ = 0, size_ = 1, byes_ = 0;
    std::mutex mutex_;
    std::condition_variable changed_;
    bool asked_ = false, answered_ = false, no_more_ = false;
    std::int64_t answer_ = -1;
    std::deque<std::pair<Word, std::int64_t>> to_tell_;
    std::vector<std::size_t> finished_;
    RankCount elsewhere_;
};

} // namespace

std::unique_ptr<Ranks> join_mpi() { return std::make_unique<MpiRanks>(); }

} // namespace rongtong::cli

#else

namespace rongtong::cli {

std::unique_ptr<Ranks> join_mpi() { return nullptr; }

} // namespace rongtong::cli

#endif
