# The commit that results name: "-dirty" also with a source file that git does not know yet.
add_test(NAME "provenance: untracked sources make a commit dirty"
  COMMAND ${CMAKE_COMMAND} -D SCRIPT=${PROJECT_SOURCE_DIR}/cmake/commit.cmake -D WORK=${PROJECT_BINARY_DIR}/tests/provenance
    -P ${CMAKE_CURRENT_LIST_DIR}/check.cmake)
set_tests_properties("provenance: untracked sources make a commit dirty" PROPERTIES LABELS provenance)
