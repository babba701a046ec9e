# Results files as other programs see them: needs Debian's Python with h5py, xarray, netCDF4 and h5netcdf, and ncdump,
# h5ls.
add_executable(write_sample ${CMAKE_CURRENT_LIST_DIR}/programs/write_sample.cpp)
target_link_libraries(write_sample PRIVATE rongtong_output rongtong_options)
add_test(NAME "output: other programs read the file"
  COMMAND /usr/bin/python3 ${CMAKE_CURRENT_LIST_DIR}/other_readers.py $<TARGET_FILE:write_sample>)
set_tests_properties("output: other programs read the file" PROPERTIES LABELS output SKIP_RETURN_CODE 77)
