// A module as an update that was not finished leaves it: everything is in its place, and nothing may be called.
#include "app/engine/engine.h"

extern "C" __attribute__((visibility("default"))) const fairloom::Engine *fairloom_engine()
{
    static const fairloom::Engine engine{.version = "0.0.1"};
    return &engine;
}
