# SPDX-License-Identifier: GPL-3.0-or-later
# A layer is a library that publishes its own folder and nothing else, so that a header of a layer that is not linked does
# not exist for the compiler: the link line decides who may see whom. It is static, but for the builds that only test:
# there, hundreds of programs with a copy of every layer each would fill the disk, and each change would link them all.
if(SUNDIAL_SHARED_LAYERS)
    set(layer_kind SHARED)
else()
    set(layer_kind STATIC)
endif()

add_library(sundial_options INTERFACE)
target_compile_definitions(sundial_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_FOREACH QT_MESSAGELOGCONTEXT)
if(Qt6_VERSION VERSION_GREATER_EQUAL 6.5)
    # What Qt 6.4 offers is used, so its replacements in newer ones are not warned of; what was deprecated by then is.
    target_compile_definitions(sundial_options INTERFACE QT_WARN_DEPRECATED_UP_TO=0x060400)
endif()
if(MSVC)
    target_compile_options(sundial_options INTERFACE /W4 /permissive- /utf-8 $<$<BOOL:${SUNDIAL_WARNINGS_AS_ERRORS}>:/WX>)
else()
    # A designated initializer that leaves fields at their defaults is meant.
    target_compile_options(sundial_options INTERFACE
        -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-missing-field-initializers $<$<BOOL:${SUNDIAL_WARNINGS_AS_ERRORS}>:-Werror>)
endif()
if(SUNDIAL_SANITIZERS)
    target_compile_options(sundial_options INTERFACE -fsanitize=${SUNDIAL_SANITIZERS} -fno-omit-frame-pointer)
    target_link_options(sundial_options INTERFACE -fsanitize=${SUNDIAL_SANITIZERS})
endif()

# Stands after sundial_options, to take something back from it.
add_library(sundial_test_options INTERFACE)
if(Qt6_VERSION VERSION_GREATER_EQUAL 6.7 AND NOT MSVC)
    # The macros that wait for a condition narrow their milliseconds.
    target_compile_options(sundial_test_options INTERFACE -Wno-conversion)
endif()

# add_layer(name SHOWS libraries of its headers HIDES libraries of its sources only SOURCES files…)
function(add_layer name)
    cmake_parse_arguments(LAYER "" "" "SHOWS;HIDES;SOURCES" ${ARGN})
    add_library(${name} ${layer_kind} ${LAYER_SOURCES})
    target_include_directories(${name} PUBLIC ${CMAKE_CURRENT_SOURCE_DIR})
    target_link_libraries(${name} PUBLIC ${LAYER_SHOWS} PRIVATE sundial_options ${LAYER_HIDES})
    if(SUNDIAL_SHARED_LAYERS AND UNIX AND NOT APPLE)
        target_link_options(${name} PRIVATE -Wl,-Bsymbolic-functions) # calls within a layer go straight, as in a static one
    endif()
    # Without a define of its own a layer is compiled alike for both kinds.
    set_target_properties(${name} PROPERTIES AUTOUIC_SEARCH_PATHS ${PROJECT_SOURCE_DIR}/ui DEFINE_SYMBOL "")
endfunction()

# add_sundial_test(tst_name LINKS libraries… [SOURCES files…]): tst_name.cpp beside the caller, run without a display.
function(add_sundial_test name)
    cmake_parse_arguments(TEST "" "" "LINKS;SOURCES" ${ARGN})
    add_executable(${name} ${name}.cpp ${TEST_SOURCES})
    target_link_libraries(${name} PRIVATE sundial_options sundial_test_options Qt6::Test ${TEST_LINKS})
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT 300 ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_FORCE_STDERR_LOGGING=1;LC_ALL=C.UTF-8")
endfunction()
