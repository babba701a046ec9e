# The tool that compares two builds: it finds no difference where there is none, and one where there is. Needs Debian's Python
# with h5py.
if(TARGET rongtong)
  add_test(NAME "results: same_results.py finds what differs"
    COMMAND /usr/bin/python3 ${CMAKE_CURRENT_LIST_DIR}/test_same_results.py)
  set_tests_properties("results: same_results.py finds what differs" PROPERTIES LABELS results SKIP_RETURN_CODE 77
    ENVIRONMENT "RONGTONG_PROGRAM=$<TARGET_FILE:rongtong>")
endif()
