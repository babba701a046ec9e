# The documents against the code: every phase of the month, lever and shock has its section in docs/odd.md (phases in the
# month's order); every parameter and path that documents name exists; docs/parameters.md is what the program declares; the
# commands of the READMEs exist.
if(TARGET rongtong)
  add_test(NAME "docs: documents agree with the code"
    COMMAND /usr/bin/python3 ${CMAKE_CURRENT_LIST_DIR}/docs_check.py ${PROJECT_SOURCE_DIR} $<TARGET_FILE:rongtong>)
  set_tests_properties("docs: documents agree with the code" PROPERTIES LABELS docs)
endif()

# docs/copyright against the npm packages of the report page, the headers that are compiled in, and the calibration data.
add_test(NAME "docs: licences of what is not ours"
  COMMAND /usr/bin/python3 ${CMAKE_CURRENT_LIST_DIR}/licence_check.py ${PROJECT_SOURCE_DIR})
set_tests_properties("docs: licences of what is not ours" PROPERTIES LABELS docs)
