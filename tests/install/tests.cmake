# The installed package from outside: install into the build folder, build and run a small project against it.
if(NOT RONGTONG_SANITIZE AND NOT RONGTONG_COVERAGE)
  add_test(NAME "install: a project that uses the package" COMMAND ${CMAKE_COMMAND} -D BUILD=${PROJECT_BINARY_DIR}
    -D CONSUMER=${CMAKE_CURRENT_LIST_DIR}/consumer -D COMPILER=${CMAKE_CXX_COMPILER} -D GENERATOR=${CMAKE_GENERATOR}
    -P ${CMAKE_CURRENT_LIST_DIR}/check.cmake)
  set_tests_properties("install: a project that uses the package" PROPERTIES LABELS install)
endif()

# A checkout that was moved.
if(NOT RONGTONG_SANITIZE AND NOT RONGTONG_COVERAGE)
  add_test(NAME "install: a checkout that was moved" COMMAND sh ${CMAKE_CURRENT_LIST_DIR}/moved.sh ${PROJECT_SOURCE_DIR})
  set_tests_properties("install: a checkout that was moved" PROPERTIES LABELS install)
endif()

# The Debian package.
if(PROJECT_IS_TOP_LEVEL AND NOT RONGTONG_SANITIZE AND NOT RONGTONG_COVERAGE)
  add_test(NAME "install: the Debian package" COMMAND sh ${CMAKE_CURRENT_LIST_DIR}/package.sh ${PROJECT_BINARY_DIR})
  set_tests_properties("install: the Debian package" PROPERTIES LABELS install SKIP_RETURN_CODE 77)
endif()

# The recipes of the container.
add_test(NAME "install: recipes of the container"
  COMMAND /usr/bin/python3 ${CMAKE_CURRENT_LIST_DIR}/recipes.py ${PROJECT_SOURCE_DIR})
set_tests_properties("install: recipes of the container" PROPERTIES LABELS install)
