# How the folders of the house become libraries. Each folder is globbed: a new file needs no edit here.

# rongtong_library(folder dependency...): static library rongtong_FOLDER out of all sources below FOLDER.
function(rongtong_library folder)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${folder}/*.cpp)
  add_library(rongtong_${folder} STATIC ${sources})
  add_library(rongtong::${folder} ALIAS rongtong_${folder})
  target_include_directories(rongtong_${folder} PUBLIC
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}> $<INSTALL_INTERFACE:include/rongtong>)
  target_compile_features(rongtong_${folder} PUBLIC cxx_std_20)
  target_link_libraries(rongtong_${folder} PUBLIC ${ARGN} PRIVATE $<BUILD_INTERFACE:rongtong_options>)
  set_target_properties(rongtong_${folder} PROPERTIES EXPORT_NAME ${folder})
endfunction()

# rongtong_together(target): compiles up to eight sources of a folder of TARGET as one, which spares most of the time that their common
# headers and templates take. A folder's files keep their own helpers apart by their names. Those that stay alone: levers and shocks, which
# have one form each, and the one that is compiled with options of its own. The preset clang compiles each file by itself, so that
# ./rt full finds one that lives off what another includes.
function(rongtong_together target)
  set_target_properties(${target} PROPERTIES UNITY_BUILD ${RONGTONG_TOGETHER} UNITY_BUILD_MODE GROUP)
  get_target_property(sources ${target} SOURCES)
  list(FILTER sources EXCLUDE REGEX "/models/policies/(levers|shocks)/")
  foreach(source ${sources})
    get_filename_component(folder ${source} DIRECTORY)
    file(RELATIVE_PATH folder ${PROJECT_SOURCE_DIR} ${folder})
    string(MAKE_C_IDENTIFIER ${folder} folder)
    math(EXPR group "0${count_${folder}} / 8")
    math(EXPR count_${folder} "0${count_${folder}} + 1")
    set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${folder}_${group})
  endforeach()
endfunction()

# rongtong_precompiled(target header...): the large HEADERs of others that nearly all sources of TARGET include are read once. Not in the
# preset clang, as above.
function(rongtong_precompiled target)
  if(RONGTONG_TOGETHER)
    target_precompile_headers(${target} PRIVATE ${ARGN})
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
      target_compile_options(${target} PRIVATE -fpch-preprocess) # without it ccache stores nothing
    endif()
  endif()
endfunction()

# rongtong_catalogue(library folder Type prefix): FOLDER/NAME.cpp defines `const Type prefix_NAME`; writes the list of all of
# them, sorted by name, to generated/PREFIX_list.inc, which a catalogue source of the library includes.
function(rongtong_catalogue library folder type prefix)
  file(GLOB files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${library}/${folder}/*.cpp)
  list(SORT files)
  set(externs "")
  set(entries "")
  foreach(file ${files})
    get_filename_component(name ${file} NAME_WE)
    string(APPEND externs "extern const ${type} ${prefix}_${name};\n")
    string(APPEND entries "    &${prefix}_${name},\n")
  endforeach()
  file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/generated/${prefix}_list.inc
    CONTENT "#ifdef RONGTONG_DECLARE\n${externs}#else\n${entries}#endif\n" @ONLY)
  target_include_directories(rongtong_${library} PRIVATE ${PROJECT_BINARY_DIR}/generated)
endfunction()

# The one executable. Sources that name RONGTONG_COMMIT are rebuilt when the commit changes, the others are not.
function(rongtong_program)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/cli/*.cpp)
  if(NOT sources)
    return()
  endif()
  find_package(CLI11 REQUIRED)
  add_executable(rongtong ${sources})
  target_link_libraries(rongtong PRIVATE rongtong_scenarios rongtong_analysis rongtong_options CLI11::CLI11
    spdlog::spdlog_header_only fmt::fmt)
  target_compile_definitions(rongtong PRIVATE RONGTONG_VERSION="${PROJECT_VERSION}")
  if(RONGTONG_MPI AND MPI_C_FOUND)
    target_link_libraries(rongtong PRIVATE MPI::MPI_C)
    # the C interface alone: the C++ one of old headers wants a library of its own
    target_compile_definitions(rongtong PRIVATE RONGTONG_MPI OMPI_SKIP_MPICXX MPICH_SKIP_MPICXX)
  endif()

  set(header ${PROJECT_BINARY_DIR}/generated/commit.hpp)
  set(write_commit ${CMAKE_COMMAND} -D SOURCE=${PROJECT_SOURCE_DIR} -D HEADER=${header}
    -P ${PROJECT_SOURCE_DIR}/cmake/commit.cmake)
  execute_process(COMMAND ${write_commit})
  add_custom_target(rongtong_commit COMMAND ${write_commit} BYPRODUCTS ${header} VERBATIM)
  add_dependencies(rongtong rongtong_commit)
  foreach(source ${sources})
    file(STRINGS ${source} uses REGEX RONGTONG_COMMIT)
    if(uses)
      set_property(SOURCE ${source} APPEND PROPERTY COMPILE_OPTIONS -include ${header})
    endif()
  endforeach()
endfunction()
