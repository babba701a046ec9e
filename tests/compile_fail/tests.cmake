# Mixing units must not compile. Each snippet holds one mistake behind #ifdef MISTAKE: without it the snippet must compile
# (so that nothing else is wrong with it), with it the compiler must refuse, in the snippet itself.
if(NOT RONGTONG_SANITIZE AND NOT RONGTONG_COVERAGE)
  file(GLOB snippets CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*.cpp)
  foreach(snippet ${snippets})
    get_filename_component(name ${snippet} NAME_WE)
    add_test(NAME "compile_fail: ${name}" COMMAND ${CMAKE_COMMAND} -D COMPILER=${CMAKE_CXX_COMPILER}
      -D INCLUDE=${PROJECT_SOURCE_DIR} -D SNIPPET=${snippet} -P ${CMAKE_CURRENT_LIST_DIR}/check.cmake)
    set_tests_properties("compile_fail: ${name}" PROPERTIES LABELS compile_fail)
  endforeach()
endif()
