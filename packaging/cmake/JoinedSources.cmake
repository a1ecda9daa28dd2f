# Half of what a small source takes to compile is its headers'. Several sources of a target in one go pay for them once.
option(FAIRLOOM_JOIN_SOURCES "Compile sources several at a time: the first build is shorter, later ones of a changed file longer" OFF)

# join_sources(TARGET COUNT): names in unnamed namespaces have to differ within the target then.
function(join_sources target count)
  if(FAIRLOOM_JOIN_SOURCES)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE ${count})
  endif()
endfunction()
