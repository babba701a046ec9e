# The schema against another reader of JSON Schema than our own.
find_package(Python3 COMPONENTS Interpreter)
if(Python3_FOUND)
  add_test(NAME "scenarios: files follow the schema"
    COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/schema_check.py ${PROJECT_SOURCE_DIR})
  set_tests_properties("scenarios: files follow the schema" PROPERTIES LABELS scenarios SKIP_RETURN_CODE 77)
endif()
# How the runs of a plan are cut into pieces is the program's, which is no library.
target_sources(test_scenarios PRIVATE ${PROJECT_SOURCE_DIR}/cli/sweep/units.cpp)
# The tables of tests/countries are what their script makes.
if(Python3_FOUND)
  add_test(NAME "scenarios: made-up countries are what their script makes"
    COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/tests/countries/make.py --check)
  set_tests_properties("scenarios: made-up countries are what their script makes" PROPERTIES LABELS scenarios)
endif()
