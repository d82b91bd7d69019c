# The library, installed, where pkg-config and CMake's find_package find it.
include(CMakePackageConfigHelpers)

install(TARGETS core EXPORT cnncalc INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(FILES src/core/cnncalc.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})

# Before 1.0 a minor version may change what is declared.
set(directory ${CMAKE_INSTALL_LIBDIR}/cmake/cnncalc)
install(EXPORT cnncalc FILE cnncalcConfig.cmake NAMESPACE cnncalc:: DESTINATION ${directory})
write_basic_package_version_file(cnncalcConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/cnncalcConfigVersion.cmake DESTINATION ${directory})

# The prefix is chosen when installing, so it is told from where the file lies; unless the library
# has a place of its own, wherever the prefix is.
set(directory ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
set(prefix ${CMAKE_INSTALL_PREFIX})
if(NOT IS_ABSOLUTE ${directory})
  set(prefix /)
  cmake_path(RELATIVE_PATH prefix BASE_DIRECTORY /${directory})
  string(PREPEND prefix "\${pcfiledir}/")
endif()
foreach(name LIBDIR INCLUDEDIR)
  set(${name} "\${prefix}")
  cmake_path(APPEND ${name} ${CMAKE_INSTALL_${name}})
endforeach()
configure_file(cmake/cnncalc.pc.in cnncalc.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/cnncalc.pc DESTINATION ${directory})
