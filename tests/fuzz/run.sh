#!/usr/bin/env bash
# Runs every fuzzer of a build folder for some seconds, two at a time, and fails on any finding:
#   tests/fuzz/run.sh build/fuzz [SECONDS] [SEED]
# Without SECONDS they are 20 where CI is set, else 8.
# With a seed the inputs are the same every time, so that a failed test can be repeated.
# What was learnt stays in FOLDER/corpus/NAME, an input that fails in FOLDER/findings/NAME. Ends with status 77 where there is no fuzzer.
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
folder=$(cd -- "$1" 2>/dev/null && pwd) || { echo "There is no folder $1."; exit 77; }
seconds=${2:-$([ -n "${CI:-}" ] && echo 20 || echo 8)}
seed=${3:-0} # 0 = another one every time
shopt -s nullglob
programs=("$folder"/bin/fuzz_*)
[ ${#programs[@]} -gt 0 ] || { echo "There is no fuzzer in $folder: clang-16 is missing, or ./dev fuzz was never run."; exit 77; }

symbolizer=$(command -v llvm-symbolizer-16 || command -v llvm-symbolizer) && export ASAN_SYMBOLIZER_PATH=$symbolizer
export UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1
export ASAN_OPTIONS=allocator_may_return_null=1:detect_leaks=1${ASAN_OPTIONS:+:$ASAN_OPTIONS}

fuzz() {
    local name=${1##*/fuzz_}
    local seeds=("$here/seeds/$name")
    case $name in delimited | file_contents | json_lines | arff) seeds+=("$here/../data/odd_files") ;; esac
    mkdir -p "$folder/corpus/$name" "$folder/findings/$name"
    # Keys of JSON, which are seldom found by chance.
    local dictionary=() longest=4096
    [ "$name" != run_result ] || longest=16384 # the least that has something of every kind
    if grep -rqE '"[A-Za-z_0-9 -]+" *:' "$here/seeds/$name"; then
        grep -rahoE '"[A-Za-z_0-9 -]+"' "$here/seeds/$name" | sort -u | sed 's/"/\\"/g; s/.*/"&"/' >"$folder/findings/$name.dict"
        dictionary=(-dict="$folder/findings/$name.dict")
    fi
    # An input may take 5 s, for the machine may be busy; a finding of that kind has an input that takes much longer.
    if "$1" -max_total_time="$seconds" -seed="$seed" -timeout=5 -rss_limit_mb=1024 -malloc_limit_mb=512 -max_len="$longest" -print_final_stats=1 \
        "${dictionary[@]}" -artifact_prefix="$folder/findings/$name/" "$folder/corpus/$name" "${seeds[@]}" >"$folder/findings/$name.log" 2>&1; then
        echo "$name: $(sed -n 's/^stat::number_of_executed_units: *//p' "$folder/findings/$name.log") inputs, nothing found"
    else
        echo "$name: FAILED"
        tail -n 60 "$folder/findings/$name.log"
        return 1
    fi
}

status=0
running=()
for program in "${programs[@]}"; do
    if [ ${#running[@]} -eq 2 ]; then
        wait "${running[0]}" || status=1
        running=("${running[@]:1}")
    fi
    fuzz "$program" &
    running+=($!)
done
for job in "${running[@]}"; do
    wait "$job" || status=1
done
exit $status
