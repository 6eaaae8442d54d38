# ./alchemist test: all that the continuous integration runs; sourced by ./alchemist.
#
# How much --long does, unless the environment says otherwise (docs/explanation/simulation.md):
#   ALCHEMIST_SEEDS         1000000   simulated worlds, ALCHEMIST_FIRST_SEED (0) and those after it
#   ALCHEMIST_KILLS            1000   times that a process is killed while it writes
#   ALCHEMIST_CUTS              100   times that a file system is cut off under a process
#   ALCHEMIST_FUZZ_MINUTES       60   fuzzing, all decoders together
#   ALCHEMIST_SOAK_MINUTES       60   that a server is in use

passed=0
failed=0
skipped=0

run_tests() {
    long=false
    for option in "$@"; do
        case $option in
            --long) long=true ;;
            --help) sed -n '/^#/!q; s/^# \{0,1\}//p' "$root/build/test.sh" && exit ;;
            *) fail "test takes --long and nothing else, not '$option'" ;;
        esac
    done
    [ $long = false ] || export ALCHEMIST_LONG=1
    export NO_COLOR=1
    find_jdk
    [ ! -f "$root/web/package.json" ] || find_node
    lock

    check launcher 'testing the launcher' sh "$root/build/launcher-test.sh"
    begin_web
    check_java
    check_web

    unlock
    printf '%s passed, %s failed, %s skipped\n' "$passed" "$failed" "$skipped"
    [ "$failed" -eq 0 ]
    exit
}

# Runs a step, named $2, and adds up the tests that its log (.cache/test-$1.log) tells of. A step that
# fails for another reason than a test counts as one failed test, so that the closing line is true.
check() {
    log=$cache/test-$1.log
    step_title=$2
    shift 2
    if step "$step_title" "$log" "$@"; then
        step_failed=0
    else
        step_failed=1
    fi
    grep -E '^(skipped: |flaky, )' "$log" >&2
    counts=$(tests_in "$log")
    passed=$((passed + ${counts%% *}))
    skipped=$((skipped + ${counts##* }))
    counts=${counts#* }
    tests_failed=${counts% *}
    [ "$tests_failed" -gt 0 ] || tests_failed=$step_failed
    failed=$((failed + tests_failed))
    return "$step_failed"
}

# Prints the numbers of tests passed, failed and skipped in the log $1. Knows Surefire's line for a
# module, Vitest's and Node's closing lines, and the closing line that this script itself prints.
tests_in() {
    awk '
        / Tests run: [0-9]+, Failures: [0-9]+, Errors: [0-9]+, Skipped: [0-9]+$/ {
            gsub(/,/, "")
            for (i = 1; i < NF; i++) n[$i] = $(i + 1)
            run = n["run:"]; bad = n["Failures:"] + n["Errors:"]; out = n["Skipped:"]
            passed += run - bad - out; failed += bad; skipped += out
        }
        /^ *Tests  +[0-9]+ (passed|failed|skipped|todo)/ {
            for (i = 2; i < NF; i++) {
                if ($(i + 1) == "passed") passed += $i
                if ($(i + 1) == "failed") failed += $i
                if ($(i + 1) == "skipped" || $(i + 1) == "todo") skipped += $i
            }
        }
        /^(#|ℹ) (pass|fail|skipped|cancelled|todo) [0-9]+$/ {
            if ($2 == "pass") passed += $3
            else if ($2 == "fail" || $2 == "cancelled") failed += $3
            else skipped += $3
        }
        /^[0-9]+ passed, [0-9]+ failed, [0-9]+ skipped$/ {
            passed += $1; failed += $3; skipped += $5
        }
        END { print passed + 0, failed + 0, skipped + 0 }
    ' "$1"
}

check_java() {
    sum_of java_sources >"$cache/java.stamp.new"
    # From nothing, as in a fresh clone: what a deleted source left behind would be tested too.
    for left in classes test-classes maven-status jacoco.exec app teavm golden; do
        rm -rf "$root"/*/target/"$left"
    done
    check java 'compiling and testing the server' java_tests || java_failed=1
    check format 'checking the format of the code' \
        maven -q -T1C --fail-at-end spotless:check
    check coverage 'checking that the tests reach the code' coverage
    [ -n "${java_failed-}" ] || install_server "$root/server/target/app/lib"
}

# A failing test or a floor that is missed does not keep the modules above from being tested.
java_tests() {
    patience=10
    [ "$long" = false ] || patience=1440
    # shellcheck disable=SC2046 # options, each a word
    maven -T1C --fail-at-end -Dmaven.test.failure.ignore=true -Djacoco.haltOnFailure=false \
        -Dspotless.check.skip=true -Dalchemist.long="$long" -Dtest.patience.minutes="$patience" \
        $(how_much) verify || return
    # Once more, at the end, where they are found.
    ! grep '^\[ERROR\]   [^ ]' "$cache/test-java.log" >"$cache/test-java-failed.txt" && return
    cat "$cache/test-java-failed.txt"
    return 1
}

# The options of the long tests.
how_much() {
    [ "$long" = true ] || return 0
    decoders=$(grep -rlE 'extends (DecoderContract|ReaderFuzz)' "$root" --include='*FuzzTest.java' | wc -l)
    echo "-Dalchemist.seeds=${ALCHEMIST_SEEDS:-1000000}" \
        "-Dalchemist.firstSeed=${ALCHEMIST_FIRST_SEED:-0}" \
        "-Dalchemist.kills=${ALCHEMIST_KILLS:-1000}" \
        "-Dalchemist.cuts=${ALCHEMIST_CUTS:-100}" \
        "-Dalchemist.fuzz.seconds=$((${ALCHEMIST_FUZZ_MINUTES:-60} * 60 / decoders))" \
        "-Dalchemist.soak.minutes=${ALCHEMIST_SOAK_MINUTES:-60}"
}

coverage() {
    missed=0
    ! grep 'Rule violated for bundle' "$cache/test-java.log" || missed=1
    # Coverage is looked at where tests ran. Where none did, there must be nothing to test.
    for module in "$root"/*/pom.xml; do
        module=${module%/pom.xml}
        if ! grep -q '<jacoco.skip>true' "$module/pom.xml" && [ ! -f "$module/target/jacoco.exec" ] &&
            [ -n "$(find "$module/target/classes" -name '*.class' ! -name package-info.class 2>/dev/null | head -n 1)" ]; then
            echo "${module##*/} has code and no tests"
            missed=1
        fi
    done
    return $missed
}

# Whether the web app has a script named $1.
web_has() {
    node -e 'process.exit(require(process.argv[1]).scripts?.[process.argv[2]] ? 0 : 1)' \
        "$root/web/package.json" "$1"
}

# What the web app's checks need of no server runs beside those of the server, whose modules wait for
# each other and leave much of a second core idle; at a lower priority, since nothing waits for it.
begin_web() {
    [ -f "$root/web/package.json" ] || return
    sum_of web_sources >"$cache/web.stamp.new"
    rm -f "$cache/web.counts"
    web_beside >"$cache/web.said" 2>&1 &
    beside=$!
    # A shell lets what it starts with & pass over Ctrl-C.
    trap 'end_tree "$beside"; unlock' EXIT
}

# Ends the process $1 and all below it; the parent first, so that it does not go on with what comes next.
end_tree() {
    below=$(ps -A -o pid= -o ppid= 2>/dev/null | awk -v parent="$1" '$2 == parent { print $1 }')
    kill "$1" 2>/dev/null
    for child in $below; do
        end_tree "$child"
    done
}

# Counts from nothing, in a process of its own; check_web adds what it leaves in web.counts.
web_beside() {
    passed=0 failed=0 skipped=0 fetched=false
    if check npm 'fetching the packages of the web app' fetch_web; then
        fetched=true
        for script in lint typecheck test; do
            ! web_has $script ||
                check "web-$script" "web app: $script" nice npm --prefix "$root/web" run $script
        done
    fi
    echo "$passed $failed $skipped $fetched" >"$cache/web.counts"
}

check_web() {
    [ -f "$root/web/package.json" ] || return
    wait "$beside"
    trap unlock EXIT
    cat "$cache/web.said" >&2
    if ! read -r web_passed web_failed web_skipped fetched <"$cache/web.counts"; then
        say 'the code of the web app was not checked to its end'
        failed=$((failed + 1))
        return
    fi
    passed=$((passed + web_passed))
    failed=$((failed + web_failed))
    skipped=$((skipped + web_skipped))
    [ "$fetched" = true ] || return
    # What the JVM answered in its tests, a browser is asked too.
    [ ! -f "$root/wasm/package.json" ] ||
        check wasm-browser 'WebAssembly: test in a browser' npm --prefix "$root/wasm" run test:browser
    check web-build 'building the web app' npm --prefix "$root/web" run build || return
    install_web
    web_has test:browser || return
    if java_is_fresh; then
        check web-browser 'web app: test in a browser' npm --prefix "$root/web" run test:browser
    else
        say 'the browser was not tried: there is no server to try it with'
        failed=$((failed + 1))
    fi
}
