# rongtong report and explore as a user calls them, and the page that is embedded: what it is made of, and that nobody's text becomes HTML.
foreach(cases report explore page)
  add_test(NAME "report: ${cases}" COMMAND /usr/bin/python3 ${CMAKE_CURRENT_LIST_DIR}/test_${cases}.py)
  set_tests_properties("report: ${cases}" PROPERTIES LABELS report SKIP_RETURN_CODE 77
    ENVIRONMENT "RONGTONG_PROGRAM=$<TARGET_FILE:rongtong>")
endforeach()
