// Reading back from a file that is being written.
#include <stdexcept>

#include "output/writer_impl.hpp"

namespace rongtong {

using namespace hdf5;

std::vector<std::uint64_t> ResultsWriter::written_naturals(const std::string& path)
{
    const auto& variable = impl_->variables.at(impl_->variable_index.at(path));
    if (variable.type != ValueType::uint64) throw std::logic_error(path + ": not of this type");
    flush();
    const Session session;
    std::vector<std::uint64_t> values(variable.written * variable.values_per_step());
    if (!values.empty())
        check(H5Dread(variable.dataset.get(), H5T_NATIVE_UINT64, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()),
              impl_->part, path + " can't be read back");
    return values;
}

} // namespace rongtong
