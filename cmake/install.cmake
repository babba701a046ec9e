# What `cmake --install` puts where. Two components: `program` (the program, its scenarios, man page, completion and Python
# tools: what the Debian package holds) and `development` (headers and libraries), so that another project can say
#   find_package(rongtong REQUIRED)
#   target_link_libraries(mine PRIVATE rongtong::models rongtong::scenarios)
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

function(rongtong_install)
  rongtong_install_program()
  rongtong_install_development()
endfunction()

function(rongtong_install_program)
  set(share ${CMAKE_INSTALL_DATADIR}/rongtong)
  # Scenario files name calibration folders relative to themselves, so they travel together.
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/scenarios DESTINATION ${share} COMPONENT program USE_SOURCE_PERMISSIONS
    FILES_MATCHING PATTERN "*.json" PATTERN "*.csv" PATTERN "*.md" PATTERN "Snakefile" PATTERN "*.yaml" PATTERN "*.py"
    PATTERN "*.sh" PATTERN "*.template" PATTERN "demo.sh" EXCLUDE PATTERN "designs" EXCLUDE PATTERN "fit" EXCLUDE)
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/analysis/python/ DESTINATION ${share}/python COMPONENT program
    FILES_MATCHING PATTERN "*.py" PATTERN "py.typed" PATTERN "pyproject.toml" PATTERN "README.md"
    PATTERN "__pycache__" EXCLUDE PATTERN "build" EXCLUDE PATTERN "*.egg-info" EXCLUDE)
  install(PROGRAMS ${PROJECT_SOURCE_DIR}/analysis/python/plot_effects.py DESTINATION ${CMAKE_INSTALL_BINDIR}
    RENAME rongtong-plot-effects COMPONENT program)
  install(PROGRAMS ${PROJECT_SOURCE_DIR}/scenarios/demo.sh DESTINATION ${CMAKE_INSTALL_BINDIR} RENAME rongtong-demo
    COMPONENT program)
  install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/CITATION.cff ${PROJECT_SOURCE_DIR}/CHANGELOG.md
    ${PROJECT_SOURCE_DIR}/docs/copyright ${PROJECT_SOURCE_DIR}/output/format.md DESTINATION ${CMAKE_INSTALL_DOCDIR}
    COMPONENT program)
  install(FILES ${PROJECT_SOURCE_DIR}/analysis/report/page/dist/licences.txt DESTINATION ${CMAKE_INSTALL_DOCDIR}
    RENAME report-page-licences.txt COMPONENT program)
  install(FILES ${PROJECT_SOURCE_DIR}/docs/man/rongtong-demo.1 ${PROJECT_SOURCE_DIR}/docs/man/rongtong-plot-effects.1
    DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program)
  if(NOT TARGET rongtong)
    return()
  endif()
  install(TARGETS rongtong RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)
  set(made ${PROJECT_BINARY_DIR}/generated/shell)
  install(FILES ${made}/rongtong.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program)
  install(FILES ${made}/rongtong.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME rongtong
    COMPONENT program)
  install(FILES ${made}/_rongtong DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions COMPONENT program)
  install(FILES ${made}/rongtong.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT program)
  # The program knows its own options.
  add_custom_command(TARGET rongtong POST_BUILD VERBATIM
    COMMAND ${CMAKE_COMMAND} -D PROGRAM=$<TARGET_FILE:rongtong> -D FOLDER=${made}
      -P ${PROJECT_SOURCE_DIR}/cmake/shell_files.cmake)
endfunction()

function(rongtong_install_development)
  set(package ${CMAKE_INSTALL_LIBDIR}/cmake/rongtong)
  set(libraries rongtong_sim rongtong_models rongtong_scenarios rongtong_output rongtong_analysis)
  install(TARGETS ${libraries} EXPORT rongtong ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development)
  install(EXPORT rongtong NAMESPACE rongtong:: FILE rongtongTargets.cmake DESTINATION ${package} COMPONENT development)
  foreach(folder sim models scenarios output analysis)
    install(DIRECTORY ${PROJECT_SOURCE_DIR}/${folder} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/rongtong
      COMPONENT development FILES_MATCHING PATTERN "*.hpp")
  endforeach()
  configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/rongtongConfig.cmake.in
    ${PROJECT_BINARY_DIR}/rongtongConfig.cmake INSTALL_DESTINATION ${package}
    PATH_VARS CMAKE_INSTALL_DATADIR)
  # Before 1.0 any minor version may change interfaces.
  write_basic_package_version_file(${PROJECT_BINARY_DIR}/rongtongConfigVersion.cmake COMPATIBILITY SameMinorVersion)
  install(FILES ${PROJECT_BINARY_DIR}/rongtongConfig.cmake ${PROJECT_BINARY_DIR}/rongtongConfigVersion.cmake
    ${PROJECT_SOURCE_DIR}/cmake/FindRandom123.cmake ${PROJECT_SOURCE_DIR}/cmake/FindxxHash.cmake
    ${PROJECT_SOURCE_DIR}/cmake/FindLibZip.cmake
    DESTINATION ${package} COMPONENT development)
endfunction()
