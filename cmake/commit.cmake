# cmake -D SOURCE=... -D HEADER=... -P commit.cmake: writes RONGTONG_COMMIT, the commit that is being built ("-dirty" if
# tracked files differ from it, or if there are sources that it does not hold: a new lever is a file of its own; "unknown"
# outside git), and touches the header only when that changes.
set(git git -c safe.directory=${SOURCE} -C ${SOURCE})
execute_process(COMMAND ${git} describe --always --dirty --abbrev=12 --exclude=*
  OUTPUT_VARIABLE commit OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE failed)
if(failed)
  set(commit "unknown")
elseif(NOT commit MATCHES "-dirty$")
  execute_process(COMMAND ${git} ls-files --others --exclude-standard -- sim models scenarios output analysis cli cmake
    OUTPUT_VARIABLE untracked ERROR_QUIET)
  if(untracked MATCHES "\\.(c|h)pp\n|\\.cmake\n")
    string(APPEND commit "-dirty")
  endif()
endif()
file(CONFIGURE OUTPUT ${HEADER} CONTENT "#define RONGTONG_COMMIT \"${commit}\"\n" @ONLY)
