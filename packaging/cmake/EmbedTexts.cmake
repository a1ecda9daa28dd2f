# Compiles text files into a library, so that an installed program needs no files of its own at run time:
#   embed_texts(LIBRARY HEADER TYPE FUNCTION ENTRY FILE...)
# makes "const TYPE &FUNCTION()", which HEADER declares; in ENTRY, @name@ stands for a file's name without ending and @text@ for what is in it.
function(embed_texts library header type function entry)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${ARGN})
  set(entries "")
  foreach(file ${ARGN})
    get_filename_component(name ${file} NAME_WE)
    file(READ ${file} content)
    set(text "R\"fairloom(${content})fairloom\"")
    string(CONFIGURE "${entry}" line @ONLY)
    string(APPEND entries "        ${line},\n")
  endforeach()
  file(RELATIVE_PATH folder ${CMAKE_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR})
  set(source ${CMAKE_CURRENT_BINARY_DIR}/${function}.cpp)
  file(CONFIGURE OUTPUT ${source} @ONLY CONTENT
[[// Made from the files in @folder@.
#include "@header@"

namespace fairloom {

const @type@ &@function@()
{
    static const @type@ texts = {
@entries@    };
    return texts;
}

} // namespace fairloom
]])
  target_sources(${library} PRIVATE ${source})
  set_source_files_properties(${source} TARGET_DIRECTORY ${library} PROPERTIES SKIP_PRECOMPILE_HEADERS ON SKIP_UNITY_BUILD_INCLUSION ON)
endfunction()
