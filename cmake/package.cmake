# `cpack` in the build folder writes rongtong_VERSION_amd64.deb: what the component `program` installs, with the Debian packages
# that the program's libraries come from as its dependencies, and what Debian's policy asks for beside it (cmake/debian/).
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON) # the package needs the program, not the tests
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME rongtong)
set(CPACK_PACKAGE_VENDOR "The rongtong authors")
set(CPACK_PACKAGE_CONTACT "The rongtong authors <maintainers@users.noreply.r-seed-05f46202.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY ${PROJECT_DESCRIPTION})
set(CPACK_DEBIAN_PROGRAM_DESCRIPTION "Large, medium and small enterprises exchange orders and capital under policies
that a scenario file describes. Runs with a policy and without it share their
luck, so that few repetitions tell an effect from chance. Time series go to
HDF5 files that are valid netCDF-4 as well.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL program)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME rongtong)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "python3:any")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "python3-h5py, python3-matplotlib")
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/cmake/debian/finish.cmake)
include(CPack)
