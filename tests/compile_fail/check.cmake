# cmake -D COMPILER=... -D INCLUDE=... -D SNIPPET=... -P check.cmake
set(ENV{LC_ALL} C) # the word "error" in English
set(compile ${COMPILER} -std=c++20 -fsyntax-only -I${INCLUDE} ${SNIPPET})

execute_process(COMMAND ${compile} RESULT_VARIABLE failed ERROR_VARIABLE message)
if(failed)
  message(FATAL_ERROR "without its mistake the snippet must compile:\n${message}")
endif()

execute_process(COMMAND ${compile} -DMISTAKE RESULT_VARIABLE failed ERROR_VARIABLE message)
if(NOT failed)
  message(FATAL_ERROR "the mistake compiles")
endif()
get_filename_component(name ${SNIPPET} NAME)
if(NOT message MATCHES "${name}:[0-9]+:[0-9]+: error: ")
  message(FATAL_ERROR "refused for another reason:\n${message}")
endif()
