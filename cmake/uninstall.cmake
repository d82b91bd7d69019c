# Removes the files that the last `cmake --install` put in place, and of their directories those of
# the program's own that are empty then. DESTDIR is that of the installation.
# Usage: cmake -D MANIFEST=FILE -P uninstall.cmake
if(NOT EXISTS ${MANIFEST})
  message(FATAL_ERROR "nothing is installed: there is no ${MANIFEST}")
endif()

file(READ ${MANIFEST} files)
while(files MATCHES "^([^\n]+)\n?(.*)$")
  set(file "$ENV{DESTDIR}${CMAKE_MATCH_1}")
  set(files "${CMAKE_MATCH_2}")
  message(STATUS "Removing: ${file}")
  file(REMOVE "${file}")
  if(EXISTS "${file}" OR IS_SYMLINK "${file}")
    message(SEND_ERROR "${file} cannot be removed")
    set(left TRUE)
  endif()
  cmake_path(GET file PARENT_PATH directory)
  while(directory MATCHES "/cnncalc(/examples)?$")
    execute_process(COMMAND rmdir "${directory}" ERROR_QUIET)
    cmake_path(GET directory PARENT_PATH directory)
  endwhile()
endwhile()

if(NOT left)
  file(REMOVE ${MANIFEST})
endif()
