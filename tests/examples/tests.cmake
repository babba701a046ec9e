# The studies and notebooks of examples/, each command of them, on economies as small as there are.
function(rongtong_example name label)
  add_test(NAME "examples: ${name}" COMMAND /usr/bin/python3 ${ARGN})
  set_tests_properties("examples: ${name}" PROPERTIES LABELS ${label} SKIP_RETURN_CODE 77
    ENVIRONMENT "RONGTONG_PROGRAM=$<TARGET_FILE:rongtong>;MPLBACKEND=Agg")
endfunction()

rongtong_example("notebooks" examples ${CMAKE_CURRENT_LIST_DIR}/test_notebooks.py)
rongtong_example("study 4" examples ${CMAKE_CURRENT_LIST_DIR}/test_studies.py 4)
foreach(number 1 2 3 5)
  rongtong_example("study ${number}" slow ${CMAKE_CURRENT_LIST_DIR}/test_studies.py ${number})
endforeach()
# In Jupyter's own kernel: needs Debian's python3-nbclient and python3-ipykernel, which ./rt test does not install.
rongtong_example("notebooks in a kernel" slow ${CMAKE_CURRENT_LIST_DIR}/test_notebooks.py --kernel)
