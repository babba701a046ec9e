# Includes go downward and in no circle between folders of models/; functions and files are short, or a list says why not.
add_test(NAME "house: includes and lengths" COMMAND /usr/bin/python3 ${CMAKE_CURRENT_LIST_DIR}/test_house_check.py)
set_tests_properties("house: includes and lengths" PROPERTIES LABELS house)
