# Warnings, and the one compiler cache, for all of our own targets.
add_library(fairloom_warnings INTERFACE)
target_compile_options(fairloom_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
endif()

# Sanitizers are chosen by preset: FAIRLOOM_SANITIZE is "address,undefined" or "thread".
set(FAIRLOOM_SANITIZE "" CACHE STRING "Sanitizers to build with")
if(FAIRLOOM_SANITIZE)
  add_compile_options(-fsanitize=${FAIRLOOM_SANITIZE} -fno-omit-frame-pointer -g1)
  add_link_options(-fsanitize=${FAIRLOOM_SANITIZE})
endif()
