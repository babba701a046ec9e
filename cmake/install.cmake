# What `cmake --install` puts where, so that another project can say
#   find_package(rongtong REQUIRED)
#   target_link_libraries(mine PRIVATE rongtong::models rongtong::scenarios)
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

function(rongtong_install)
  set(package ${CMAKE_INSTALL_LIBDIR}/cmake/rongtong)
  set(libraries rongtong_sim rongtong_models rongtong_scenarios rongtong_output rongtong_analysis)

  install(TARGETS ${libraries} EXPORT rongtong ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
  install(EXPORT rongtong NAMESPACE rongtong:: FILE rongtongTargets.cmake DESTINATION ${package})
  if(TARGET rongtong)
    install(TARGETS rongtong RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
  endif()
  foreach(folder sim models scenarios output analysis)
    install(DIRECTORY ${PROJECT_SOURCE_DIR}/${folder} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/rongtong
      FILES_MATCHING PATTERN "*.hpp")
  endforeach()

  # Scenario files name calibration folders relative to themselves, so they travel together.
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/scenarios DESTINATION ${CMAKE_INSTALL_DATADIR}/rongtong
    FILES_MATCHING PATTERN "*.json" PATTERN "*.csv" PATTERN "*.md" PATTERN "Snakefile" PATTERN "*.yaml" PATTERN "*.py"
    PATTERN "*.sh" PATTERN "*.template")
  install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/CITATION.cff DESTINATION ${CMAKE_INSTALL_DOCDIR})

  configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/rongtongConfig.cmake.in
    ${PROJECT_BINARY_DIR}/rongtongConfig.cmake INSTALL_DESTINATION ${package}
    PATH_VARS CMAKE_INSTALL_DATADIR)
  # Before 1.0 any minor version may change interfaces.
  write_basic_package_version_file(${PROJECT_BINARY_DIR}/rongtongConfigVersion.cmake COMPATIBILITY SameMinorVersion)
  install(FILES ${PROJECT_BINARY_DIR}/rongtongConfig.cmake ${PROJECT_BINARY_DIR}/rongtongConfigVersion.cmake
    ${PROJECT_SOURCE_DIR}/cmake/FindRandom123.cmake ${PROJECT_SOURCE_DIR}/cmake/FindxxHash.cmake
    ${PROJECT_SOURCE_DIR}/cmake/FindLibZip.cmake
    DESTINATION ${package})
endfunction()
