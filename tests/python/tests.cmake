# The Python companion, by Debian's Python with its packages. "install": by pip from the checkout, without network.
foreach(cases results running answers stepping install types)
  add_test(NAME "python: ${cases}" COMMAND /usr/bin/python3 ${CMAKE_CURRENT_LIST_DIR}/test_${cases}.py)
  set_tests_properties("python: ${cases}" PROPERTIES LABELS python SKIP_RETURN_CODE 77
    ENVIRONMENT "RONGTONG_PROGRAM=$<TARGET_FILE:rongtong>;MPLBACKEND=Agg")
endforeach()
set_tests_properties("python: types" PROPERTIES LABELS slow) # half a minute, and needs mypy
