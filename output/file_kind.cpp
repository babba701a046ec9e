#include "output/file_kind.hpp"

#include "output/attributes.hpp"
#include "output/results_reader.hpp"
#include "output/stored_layout.hpp"
#include "sim/error.hpp"

#include <fmt/format.h>

namespace rongtong::hdf5 {

namespace {

[[noreturn]] void refuse_kind(const std::filesystem::path& file, const std::string& why)
{
    throw OutputError(file.string() + ": " + why);
}

} // namespace

Handle open_results(const std::filesystem::path& file)
{
    const auto is_hdf5 = H5Fis_hdf5(file.c_str());
    if (is_hdf5 == 0) refuse_kind(file, "is not an HDF5 file, or cut off at its start");
    if (is_hdf5 < 0 && file.extension() == ".part")
        refuse_kind(file,
                    "can't be opened; is its run still going on? (HDF5_USE_FILE_LOCKING=FALSE lets read it meanwhile)");
    return checked(H5Fopen(file.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), file, "can't be opened");
}

void check_kind(hid_t opened, const std::filesystem::path& file, bool unfinished)
{
    if (text_or_empty(opened, "format", file) != results_format_name)
        refuse_kind(file, "is HDF5, but no results file of rongtong");
    constexpr int oldest = ResultsReader::oldest_version, newest = ResultsReader::newest_version;
    const auto stored = read_attribute(opened, "format_version", file);
    const auto* version = std::get_if<std::int32_t>(&stored);
    if (!version || *version < oldest || *version > newest)
        refuse_kind(file, fmt::format("is of format version {}; this program takes {} to {}",
                                      version ? fmt::to_string(*version) : "?", oldest, newest));
    if (!unfinished && !has_attribute(opened, "finished"))
        refuse_kind(file, "is not finished: its run is still going on, or was stopped; resume it from its checkpoint");
}

} // namespace rongtong::hdf5
