# cpack runs this when it has packed, and everything is packed once more, so that the bytes are the
# same whoever does it. cpack keeps the owners of files in a tarball and the modes that a umask has
# left, and tells the Installed-Size of a .deb by directories too, whose sizes are those of one file
# system or another.
set(modes u=rwX,go=rX)

# size_of(VARIABLE PLACE): of all in a place, in KiB, by Debian's rule: each file is rounded up, each
# directory is 1.
function(size_of variable place)
  set(size 0)
  file(GLOB_RECURSE entries LIST_DIRECTORIES true ${place}/*)
  foreach(entry IN LISTS entries)
    set(bytes 1)
    if(NOT IS_DIRECTORY ${entry})
      file(SIZE ${entry} bytes)
    endif()
    math(EXPR size "${size} + (${bytes} + 1023)/1024")
  endforeach()
  set(${variable} ${size} PARENT_SCOPE)
endfunction()

function(pack_deb package place)
  execute_process(COMMAND dpkg-deb -R ${package} ${place} COMMAND_ERROR_IS_FATAL ANY)
  file(READ ${place}/DEBIAN/control control)
  size_of(size ${place}/usr)
  string(REGEX REPLACE "\nInstalled-Size: [0-9]+" "\nInstalled-Size: ${size}" control "${control}")
  file(WRITE ${place}/DEBIAN/control "${control}")
  execute_process(COMMAND chmod -R ${modes} ${place} COMMAND_ERROR_IS_FATAL ANY)
  execute_process(COMMAND dpkg-deb --root-owner-group -Zgzip -b ${place} ${package}
    OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
endfunction()

function(pack_tarball package place)
  file(MAKE_DIRECTORY ${place})
  execute_process(COMMAND tar -C ${place} -xpzf ${package} COMMAND_ERROR_IS_FATAL ANY)
  file(GLOB entries RELATIVE ${place} ${place}/*)
  if(DEFINED ENV{SOURCE_DATE_EPOCH})
    set(time --mtime=@$ENV{SOURCE_DATE_EPOCH})
  endif()
  execute_process(
    COMMAND tar -C ${place} -c --sort=name --owner=root:0 --group=root:0 --mode=${modes} ${time}
      ${entries}
    COMMAND gzip -9n
    OUTPUT_FILE ${package} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

foreach(package IN LISTS CPACK_PACKAGE_FILES)
  if(package MATCHES "\\.deb$")
    pack_deb(${package} ${package}.again)
  elseif(package MATCHES "\\.tar\\.gz$")
    pack_tarball(${package} ${package}.again)
  endif()
  file(REMOVE_RECURSE ${package}.again)
endforeach()
