# The workflow of scenarios/study, on this machine. Needs Snakemake 7 (Debian's package: 700 MB with what it depends on, so
# ./rt test does not install it) and Debian's Python with h5py.
if(TARGET rongtong)
  add_test(NAME "study: workflow" COMMAND /usr/bin/python3 ${CMAKE_CURRENT_LIST_DIR}/test_study.py)
  set_tests_properties("study: workflow" PROPERTIES LABELS study SKIP_RETURN_CODE 77
    ENVIRONMENT "RONGTONG_PROGRAM=$<TARGET_FILE:rongtong>")
endif()
