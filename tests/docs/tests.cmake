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

# The tutorial and the R page, as they stand. The latter needs Debian's r-base-core and r-cran-ncdf4.
if(TARGET rongtong)
  add_test(NAME "docs: tutorial" COMMAND /usr/bin/python3 ${CMAKE_CURRENT_LIST_DIR}/follow_tutorial.py ${PROJECT_SOURCE_DIR} $<TARGET_FILE:rongtong>)
  add_test(NAME "docs: R page" COMMAND /usr/bin/python3 ${CMAKE_CURRENT_LIST_DIR}/r_page.py ${PROJECT_SOURCE_DIR} $<TARGET_FILE:rongtong>)
  add_test(NAME "docs: site" COMMAND /usr/bin/python3 ${CMAKE_CURRENT_LIST_DIR}/site.py ${PROJECT_SOURCE_DIR})
  set_tests_properties("docs: site" PROPERTIES LABELS docs SKIP_RETURN_CODE 77)
  set_tests_properties("docs: tutorial" PROPERTIES LABELS slow) # half a minute
  set_tests_properties("docs: R page" PROPERTIES LABELS docs SKIP_RETURN_CODE 77)
endif()
