# Compiler options of all our own code: link rongtong_options. Nobody who uses the installed libraries gets them.

add_library(rongtong_options INTERFACE)

# Bit-identical results: no contraction to fused multiply-add, no relaxed floating point. -fno-math-errno and
# -fno-trapping-math change no value; they let the compiler round in registers.
target_compile_options(rongtong_options INTERFACE -Wall -Wextra -Wshadow -march=${RONGTONG_ARCH}
  -ffp-contract=off -fno-math-errno -fno-trapping-math)
# gcc 12 sees overlapping copies in `"text" + std::string` where there are none.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(rongtong_options INTERFACE -Wno-restrict)
endif()
# In groups of sources clang takes a name of another file for one that is hidden; the preset clang has each file by itself.
if(RONGTONG_TOGETHER AND CMAKE_CXX_COMPILER_ID MATCHES Clang)
  target_compile_options(rongtong_options INTERFACE -Wno-shadow)
endif()
if(RONGTONG_WERROR)
  target_compile_options(rongtong_options INTERFACE -Werror)
endif()

# `files`: what damaged files lead to. All of gcc's checks on undefined behaviour take half as long again to compile, most of it for
# null and misaligned pointers, where the address sanitizer or the processor stop as well; casts of figures beyond their type
# and the library's own bounds (which find an index that is out of range but not out of a block) are not among them.
if(RONGTONG_SANITIZE STREQUAL "files")
  set(RONGTONG_SANITIZE
    address,bounds,enum,bool,shift,signed-integer-overflow,integer-divide-by-zero,float-cast-overflow,return,unreachable)
  target_compile_definitions(rongtong_options INTERFACE _GLIBCXX_ASSERTIONS)
endif()

if(RONGTONG_SANITIZE)
  # A finding must fail the test: undefined behaviour is no mere message.
  target_compile_options(rongtong_options INTERFACE -fsanitize=${RONGTONG_SANITIZE} -fno-omit-frame-pointer
    -fno-sanitize-recover=all)
  target_link_options(rongtong_options INTERFACE -fsanitize=${RONGTONG_SANITIZE})
  if(RONGTONG_SANITIZE STREQUAL "thread")
    # Plain threads in oneTBB's place: tests/tsan/tbb/threads.hpp says why.
    target_include_directories(rongtong_options BEFORE INTERFACE ${PROJECT_SOURCE_DIR}/tests/tsan)
  endif()
endif()

if(RONGTONG_PLANTED_FAULTS)
  target_compile_definitions(rongtong_options INTERFACE RONGTONG_PLANTED_FAULTS)
endif()

if(RONGTONG_COVERAGE)
  target_compile_options(rongtong_options INTERFACE --coverage -fprofile-update=atomic)
  target_link_options(rongtong_options INTERFACE --coverage)
endif()

if(RONGTONG_CCACHE AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
  find_program(RONGTONG_CCACHE_PROGRAM ccache)
  if(RONGTONG_CCACHE_PROGRAM)
    # what is told away concerns precompiled headers: the macros before them are the same for all sources of a target
    set(CMAKE_CXX_COMPILER_LAUNCHER
      ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${RONGTONG_CCACHE_PROGRAM})
  endif()
endif()
