# CPack calls this when what the package holds lies in its staging folder: manual pages are compressed, the licence is where
# Debian looks for it alone, and there is a changelog in Debian's form.
file(GLOB root LIST_DIRECTORIES true ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/*/usr ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr)
set(documents ${root}/share/doc/rongtong)
if(NOT EXISTS ${documents}/copyright)
  message(FATAL_ERROR "no documents of the package in ${CPACK_TEMPORARY_INSTALL_DIRECTORY}")
endif()
file(REMOVE ${documents}/LICENSE) # docs/copyright holds it

# Of the commit that is packed, so that the same commit gives the same bytes.
execute_process(COMMAND git -c safe.directory=* -C ${CMAKE_CURRENT_LIST_DIR} log -1 --format=%aD
  OUTPUT_VARIABLE day OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
if(NOT day)
  string(TIMESTAMP day "%a, %d %b %Y %H:%M:%S +0000" UTC)
endif()
file(WRITE ${documents}/changelog "rongtong (${CPACK_PACKAGE_VERSION}) unstable; urgency=medium

  * What is new stands in CHANGELOG.md beside this file.

 -- ${CPACK_PACKAGE_CONTACT}  ${day}
")
file(GLOB pages ${root}/share/man/man1/*.1)
execute_process(COMMAND gzip -9n ${documents}/changelog ${pages} COMMAND_ERROR_IS_FATAL ANY)
