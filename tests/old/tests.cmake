# Files that earlier versions wrote or took. Needs Debian's Python with h5py.
if(TARGET rongtong)
  add_test(NAME "old: files of earlier versions" COMMAND /usr/bin/python3 ${CMAKE_CURRENT_LIST_DIR}/test_old_files.py)
  set_tests_properties("old: files of earlier versions" PROPERTIES LABELS old SKIP_RETURN_CODE 77
    ENVIRONMENT "RONGTONG_PROGRAM=$<TARGET_FILE:rongtong>")
endif()
