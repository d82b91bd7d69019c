# What cpack makes: a .deb of all that is installed or, where the C library is linked in, a tarball
# of the program.
set(CPACK_PACKAGE_CONTACT "The cnncalc authors <authors@cnncalc.invalid>"
  CACHE STRING "Maintainer of the .deb")
set(CPACK_PACKAGE_DESCRIPTION
"Output sizes, parameters, multiply-accumulates and receptive fields of layers
and networks, and the gradients of any expression, gate by gate. Counts are
exact; a layer that does not fit is refused, with the arithmetic and what would
fit. Every answer can be printed with its worked solution.

The library that it is made of is here too: a header and a static library.")
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/cmake/debian.cmake)
set(CPACK_POST_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/cmake/packed.cmake)

# Gathered by components: as a whole it would be an installation, and `uninstall` take that for one.
set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)
set(CPACK_ARCHIVE_COMPONENT_INSTALL ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)

if(CNNCALC_STATIC)
  set(CPACK_GENERATOR TGZ)
  set(CPACK_COMPONENT_INCLUDE_TOPLEVEL_DIRECTORY ON)
  set(CPACK_COMPONENTS_ALL program)
  string(TOLOWER ${CMAKE_SYSTEM_NAME}-${CMAKE_SYSTEM_PROCESSOR} CPACK_SYSTEM_NAME)
  # What is linked in is given away with its licence.
  install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)
  install(FILES /usr/share/doc/musl-dev/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR}
    RENAME LICENSE.musl COMPONENT program OPTIONAL)
else()
  set(CPACK_GENERATOR DEB)
  set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
  set(CPACK_DEBIAN_PACKAGE_SECTION math)
  set(CPACK_DEBIAN_PACKAGE_RELEASE 0upstream1) # below the -1 of a package that is Debian's own
  set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
endif()
include(CPack)
