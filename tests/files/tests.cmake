# Files that a stranger could send, crafted by h5py: refused in plain words by every command that reads them. seal.py puts
# their checksums right, so that the readers themselves are tried.
if(TARGET rongtong)
  foreach(cases results collected checkpoints damage)
    add_test(NAME "files: ${cases}" COMMAND /usr/bin/python3 ${CMAKE_CURRENT_LIST_DIR}/test_${cases}.py)
    set_tests_properties("files: ${cases}" PROPERTIES LABELS files SKIP_RETURN_CODE 77
      ENVIRONMENT "RONGTONG_PROGRAM=$<TARGET_FILE:rongtong>")
  endforeach()
endif()
