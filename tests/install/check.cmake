# cmake -D BUILD=... -D CONSUMER=... -D COMPILER=... -D GENERATOR=... -P check.cmake
set(prefix ${BUILD}/install-test/prefix)
set(work ${BUILD}/install-test/work)
file(REMOVE_RECURSE ${BUILD}/install-test)

function(step)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE failed OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(failed)
    message(FATAL_ERROR "failed: ${ARGN}\n${output}")
  endif()
endfunction()

step(${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix})
# Only the prefix says where the package is: no package registry, no source tree.
step(${CMAKE_COMMAND} -S ${CONSUMER} -B ${work} -G ${GENERATOR} -DCMAKE_PREFIX_PATH=${prefix}
  -DCMAKE_CXX_COMPILER=${COMPILER} -DCMAKE_BUILD_TYPE=Release)
step(${CMAKE_COMMAND} --build ${work})
step(${work}/consumer)
foreach(file share/doc/rongtong/LICENSE share/rongtong/scenarios/baseline.json)
  if(NOT EXISTS ${prefix}/${file})
    message(FATAL_ERROR "not installed: ${file}")
  endif()
endforeach()
