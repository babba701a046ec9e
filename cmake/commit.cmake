# cmake -D SOURCE=... -D HEADER=... -P commit.cmake: writes RONGTONG_COMMIT, the commit that is being built ("-dirty" if
# tracked files differ from it, "unknown" outside git), and touches the header only when that changes.
execute_process(COMMAND git -c safe.directory=${SOURCE} -C ${SOURCE} describe --always --dirty --abbrev=12 --exclude=*
  OUTPUT_VARIABLE commit OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE failed)
if(failed)
  set(commit "unknown")
endif()
file(CONFIGURE OUTPUT ${HEADER} CONTENT "#define RONGTONG_COMMIT \"${commit}\"\n" @ONLY)
