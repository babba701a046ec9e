# Long and statistical tests of the model carry the hidden tag [.slow]: ctest -L slow runs them.
add_test(NAME models-slow COMMAND test_models "[.slow]")
set_tests_properties(models-slow PROPERTIES LABELS slow TIMEOUT 3600)
