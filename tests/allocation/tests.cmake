# A program of its own: it replaces operator new, which must not hide from the sanitizers what the other tests do.
add_executable(test_allocation ${CMAKE_CURRENT_LIST_DIR}/months.cpp ${CMAKE_CURRENT_LIST_DIR}/count.cpp)
target_link_libraries(test_allocation PRIVATE rongtong_test_main rongtong_options rongtong_scenarios)
target_compile_definitions(test_allocation PRIVATE RONGTONG_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
target_link_options(test_allocation PRIVATE LINKER:--wrap=aligned_alloc)
catch_discover_tests(test_allocation TEST_PREFIX "allocation: " PROPERTIES LABELS models)
