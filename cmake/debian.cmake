# What a .deb has and an installation has not, by Debian's policy: compressed man pages, changelogs
# and a copyright file. cpack runs this on what it has gathered, before it packs.
if(NOT CPACK_GENERATOR STREQUAL "DEB")
  return()
endif()

find_program(SHLIBDEPS dpkg-shlibdeps)
if(NOT SHLIBDEPS)
  message(FATAL_ERROR "dpkg-shlibdeps is not installed: the .deb would not say what it depends on "
    "(Debian: apt-get install dpkg-dev)")
endif()

set(source ${CMAKE_CURRENT_LIST_DIR}/..)
set(gathered ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/ALL_COMPONENTS_IN_ONE/usr/share)
set(documents ${gathered}/doc/cnncalc)

function(compress from to)
  execute_process(COMMAND gzip -9nc ${from} OUTPUT_FILE ${to} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

file(GLOB_RECURSE pages ${gathered}/man/*)
foreach(page IN LISTS pages)
  compress(${page} ${page}.gz)
  file(REMOVE ${page})
endforeach()

compress(${source}/CHANGELOG.md ${documents}/changelog.gz)
string(TIMESTAMP date "%a, %d %b %Y %H:%M:%S +0000" UTC)
set(version ${CPACK_PACKAGE_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE})
file(WRITE ${documents}/changelog.Debian
"cnncalc (${version}) unstable; urgency=medium

  * What changed is in changelog.gz.

 -- ${CPACK_PACKAGE_CONTACT}  ${date}
")
compress(${documents}/changelog.Debian ${documents}/changelog.Debian.gz)
file(REMOVE ${documents}/changelog.Debian)

# The licence as Debian writes it down: its name, who and when, and the text, set in by a blank.
file(READ ${source}/LICENSE license)
if(NOT license MATCHES "^MIT License\n\nCopyright \\(c\\) ([^\n]+)\n\n(.*)$")
  message(FATAL_ERROR "LICENSE is not what it was")
endif()
set(holders "${CMAKE_MATCH_1}")
string(REGEX REPLACE "\n\n" "\n.\n" license "${CMAKE_MATCH_2}")
string(REGEX REPLACE "\n(.)" "\n \\1" license "${license}")
file(WRITE ${documents}/copyright
"Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: cnncalc

Files: *
Copyright: ${holders}
License: Expat
 ${license}")
