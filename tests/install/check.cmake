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
step(${work}/answers)
foreach(file share/doc/rongtong/LICENSE share/doc/rongtong/copyright share/rongtong/scenarios/baseline.json share/rongtong/python/plot_effects.py
    bin/rongtong-plot-effects bin/rongtong-demo share/man/man1/rongtong.1 share/man/man1/rongtong-demo.1 share/bash-completion/completions/rongtong
    share/zsh/vendor-completions/_rongtong share/fish/vendor_completions.d/rongtong.fish)
  if(NOT EXISTS ${prefix}/${file})
    message(FATAL_ERROR "not installed: ${file}")
  endif()
endforeach()

# By name, away from every source: scenario, calibration, the demo and the picture's program.
file(MAKE_DIRECTORY ${work}/away)
function(away)
  execute_process(COMMAND ${CMAKE_COMMAND} -E env --unset=RONGTONG_SCENARIOS PATH=${prefix}/bin:$ENV{PATH} ${ARGN}
    WORKING_DIRECTORY ${work}/away RESULT_VARIABLE failed OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(failed)
    message(FATAL_ERROR "failed: ${ARGN}\n${output}")
  endif()
endfunction()
if(EXISTS ${prefix}/bin/rongtong)
  away(rongtong check baseline)
  away(rongtong run small --months 2 -o small.h5 --quiet)
  away(env "RONGTONG_DEMO_OPTIONS=--months 26 --set /firms=500" rongtong-demo)
  if(NOT EXISTS ${work}/away/rongtong-demo/effects.json)
    message(FATAL_ERROR "the demo left no effects")
  endif()
endif()
