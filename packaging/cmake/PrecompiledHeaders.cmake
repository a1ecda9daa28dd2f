# Headers that are slow to parse are compiled once for many files, and only where a file needs them: GCC pays several seconds a file for
# precompiled headers of LibTorch, used or not.

# share_precompiled_headers(TARGET GROUP HEADERS...): compiled with the first target of the group, which the others have to
# equal in options.
function(share_precompiled_headers target group)
  get_property(first GLOBAL PROPERTY fairloom_precompiled_${group})
  if(first)
    target_precompile_headers(${target} REUSE_FROM ${first})
  else()
    set_property(GLOBAL PROPERTY fairloom_precompiled_${group} ${target})
    target_precompile_headers(${target} PRIVATE ${ARGN})
  endif()
endfunction()

# includes_torch(FILE OUT): whether the file includes LibTorch, itself or by a header of ours.
function(includes_torch file out)
  get_property(known GLOBAL PROPERTY fairloom_includes_torch_${file})
  if("${known}" STREQUAL "")
    set(known FALSE)
    set_property(GLOBAL PROPERTY fairloom_includes_torch_${file} FALSE)
    file(STRINGS ${file} lines REGEX "^#include (<torch/|\")")
    foreach(line IN LISTS lines)
      if(line MATCHES "<torch/")
        set(known TRUE)
      elseif(NOT known AND line MATCHES "\"(.*)\"")
        foreach(included ${CMAKE_SOURCE_DIR}/${CMAKE_MATCH_1} ${CMAKE_SOURCE_DIR}/tests/${CMAKE_MATCH_1})
          if(NOT known AND EXISTS ${included})
            includes_torch(${included} known)
          endif()
        endforeach()
      endif()
    endforeach()
    set_property(GLOBAL PROPERTY fairloom_includes_torch_${file} ${known})
  endif()
  set(${out} ${known} PARENT_SCOPE)
endfunction()

# precompile_torch(TARGET GROUP HEADERS...): as above, for the sources that include LibTorch alone. Only these are joined, too: a program that
# must do without LibTorch takes the others out of the archive one by one.
function(precompile_torch target group)
  share_precompiled_headers(${target} ${group} ${ARGN})
  get_target_property(sources ${target} SOURCES)
  list(FILTER sources INCLUDE REGEX "\\.cpp$")
  foreach(source IN LISTS sources)
    includes_torch(${source} needed)
    if(NOT needed)
      set_source_files_properties(${source} PROPERTIES SKIP_PRECOMPILE_HEADERS ON SKIP_UNITY_BUILD_INCLUSION ON)
    endif()
  endforeach()
endfunction()
