# Under the thread sanitizer only: it sees a race where there is one.
if(RONGTONG_SANITIZE STREQUAL "thread")
  add_executable(tsan_race ${CMAKE_CURRENT_LIST_DIR}/race.cpp)
  target_link_libraries(tsan_race PRIVATE rongtong_options rongtong_sim)
  add_test(NAME "tsan: a race is reported" COMMAND tsan_race)
  set_tests_properties("tsan: a race is reported" PROPERTIES PASS_REGULAR_EXPRESSION "data race" LABELS tsan)
endif()
