# rongtong_report_page(): the page of `rongtong report` as pieces of text that analysis/report/page.cpp includes. The bundle
# is in the checkout, so that a build needs neither node nor a network.
function(rongtong_report_page)
  set(page ${PROJECT_SOURCE_DIR}/analysis/report/page/dist/page.html)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${page})
  file(READ ${page} rest)
  string(LENGTH "${rest}" length)
  set(pieces "")
  set(at 0)
  while(at LESS length)
    string(SUBSTRING "${rest}" ${at} 16000 piece)
    string(APPEND pieces "R\"~rongtong~(${piece})~rongtong~\",\n")
    math(EXPR at "${at} + 16000")
  endwhile()
  set(made ${PROJECT_BINARY_DIR}/generated/report_page.inc)
  file(WRITE ${made}.new "${pieces}")
  configure_file(${made}.new ${made} COPYONLY) # leaves it alone where it is the same
  target_include_directories(rongtong_analysis PRIVATE ${PROJECT_BINARY_DIR}/generated)
endfunction()
