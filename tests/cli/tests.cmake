# The program as a user meets it. Needs Debian's Python with h5py; one test for each file of cases.
foreach(cases run calibrate thread_numbers resume input output_request plans tables answers table_answers technology_map systemic_replicates resilience_of_sweeps payment_cap series names readers shells courses newcomer odd_inputs sweep sweep_trouble collect slurm_scripts validate
    ends vain memory
    sweep_growth payer missing step bundle start)
  add_test(NAME "cli: ${cases}"
    COMMAND /usr/bin/python3 ${CMAKE_CURRENT_LIST_DIR}/test_${cases}.py)
  set_tests_properties("cli: ${cases}" PROPERTIES LABELS cli SKIP_RETURN_CODE 77
    ENVIRONMENT "RONGTONG_PROGRAM=$<TARGET_FILE:rongtong>")
endforeach()
# A run that is killed at many moments.
add_test(NAME "cli: killed 20 times" COMMAND /usr/bin/python3 ${CMAKE_CURRENT_LIST_DIR}/test_resume.py Killed)
set_tests_properties("cli: killed 20 times" PROPERTIES LABELS slow SKIP_RETURN_CODE 77
  ENVIRONMENT "RONGTONG_PROGRAM=$<TARGET_FILE:rongtong>;RONGTONG_KILLS=20")
# A sweep that is killed at random moments.
add_test(NAME "cli: sweep killed 5 times" COMMAND /usr/bin/python3 ${CMAKE_CURRENT_LIST_DIR}/test_sweep_kills.py)
set_tests_properties("cli: sweep killed 5 times" PROPERTIES LABELS slow SKIP_RETURN_CODE 77
  ENVIRONMENT "RONGTONG_PROGRAM=$<TARGET_FILE:rongtong>;RONGTONG_KILLS=5")
# A start from large tables.
add_test(NAME "cli: start of 100 thousand firms" COMMAND /usr/bin/python3 ${CMAKE_CURRENT_LIST_DIR}/test_start_large.py)
set_tests_properties("cli: start of 100 thousand firms" PROPERTIES LABELS slow SKIP_RETURN_CODE 77
  ENVIRONMENT "RONGTONG_PROGRAM=$<TARGET_FILE:rongtong>")
# 4 800 runs that differ by luck alone, held against each other.
add_test(NAME "cli: false findings of 200 comparisons" COMMAND /usr/bin/python3 ${CMAKE_CURRENT_LIST_DIR}/test_false_findings.py)
set_tests_properties("cli: false findings of 200 comparisons" PROPERTIES LABELS slow SKIP_RETURN_CODE 77
  ENVIRONMENT "RONGTONG_PROGRAM=$<TARGET_FILE:rongtong>")
