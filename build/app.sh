# Building the app when its sources changed, and running it; sourced by ./alchemist.
#
#   .cache/run/server-N/lib/   the jars that run; a new folder for each build, so that a server
#                              that is running keeps the files it started with
#   .cache/run/server-N/pids/  one empty file for each process started from it
#   .cache/run/server-N/prebuilds/  the parsers' library for each system, where npm could bring it
#   .cache/run/web/            the built web app
#   .cache/{java,web}.stamp    what was built: names and sizes, and by the file's own time, when
#   .cache/*.log               what the last build said

run=$cache/run

# The parallel collector starts as quickly as the serial one and halves the pauses; what dies young
# dies in a nursery that the caches of the processor hold in part. It has its size from the start,
# so that nothing is collected, and copied, while a large workspace is read. In a graph of millions nearly
# every look is at another page: large pages spare the processor the search for them. What is compiled
# with all effort must run twenty times as often as usual for that: at a start, a third of all time went
# into compiling, while somebody waited. The threads that compile are there from the start.
jvm_flags='-XX:+UseParallelGC -XX:NewSize=256m -XX:MaxNewSize=256m -XX:+UseCompactObjectHeaders -XX:+UseTransparentHugePages --sun-misc-unsafe-memory-access=allow -XX:-UseDynamicNumberOfCompilerThreads -XX:Tier4InvocationThreshold=100000 -XX:Tier4MinInvocationThreshold=20000 -XX:Tier4CompileThreshold=200000 -XX:Tier4BackEdgeThreshold=800000'

# While it warms up, nothing is compiled with all effort: what was so would be so again at every start,
# at once, however seldom it runs there.
warm_flags='-XX:Tier4InvocationThreshold=2000000000 -XX:Tier4MinInvocationThreshold=2000000000 -XX:Tier4CompileThreshold=2000000000 -XX:Tier4BackEdgeThreshold=2000000000'

# Lists the files that the app's jars are made from.
java_sources() {
    (cd "$root" && find pom.xml ./*/pom.xml ./*/src/main .mvn build alchemist -type f "$@")
}

# Lists the files that the web app is made from. The portable modules are part of it.
web_sources() {
    (
        cd "$root" &&
            find web \( -name node_modules -o -name dist -o -name '.*' -o -name test-results \
                -o -name coverage \) -prune -o -type f "$@"
        cd "$root" && find kernel/src/main domain/src/main layout/src/main wasm/src/main -type f "$@"
    )
}

# A line for the names and sizes that $1 lists. Times are compared with the stamp's.
sum_of() {
    "$1" -exec ls -ln {} + | awk '{ $1 = $2 = $3 = $4 = $6 = $7 = $8 = ""; print }' | sort | cksum
}

# Whether nothing that $2 lists has changed since the stamp $1 was written.
fresh() {
    [ -f "$1" ] || return 1
    [ -z "$("$2" -newer "$1" -print | head -n 1)" ] || return 1
    read -r stamped <"$1"
    [ "$stamped" = "$(sum_of "$2")" ]
}

java_is_fresh() {
    newest=
    [ -f "$cache/java.stamp" ] && [ -f "$run/newest" ] && read -r newest <"$run/newest"
    [ -n "$newest" ] && [ -f "$run/$newest/lib/alchemist.jar" ] || return 1
    fresh "$cache/java.stamp" java_sources
}

web_is_fresh() {
    [ ! -f "$root/web/package.json" ] && return
    [ -f "$run/web/index.html" ] && fresh "$cache/web.stamp" web_sources
}

# Takes the lock on the build, and waits while another process has it.
lock() {
    mkdir -p "$run"
    waited=
    until mkdir "$cache/lock" 2>/dev/null; do
        holder=$(cat "$cache/lock/pid" 2>/dev/null)
        if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then
            rm -rf "$cache/lock"
            continue
        fi
        [ -n "$waited" ] || say "waits for another build in this folder to finish (process ${holder:-unknown})"
        waited=yes
        sleep 1
    done
    echo $$ >"$cache/lock/pid"
    trap 'rm -rf "$cache/lock"' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
}

unlock() {
    rm -rf "$cache/lock"
    trap - EXIT INT TERM
}

# Runs the rest of its arguments as the step named $1, with its output in the log $2.
# One line tells of it; what it said is shown when it fails.
step() {
    step_name=$1
    step_log=$2
    shift 2
    printf 'alchemist: %s … ' "$step_name" >&2
    step_start=$(date +%s)
    if "$@" >"$step_log" 2>&1 </dev/null; then
        printf '%s s\n' "$(($(date +%s) - step_start))" >&2
        return 0
    else
        step_status=$?
    fi
    printf 'failed\n' >&2
    grep -Ev '^WARNING: |^(ok|skipped) |^\[INFO\]|^\[ERROR\] *$|^\s+at |[Rr]e-run Maven|\[Help 1\]' "$step_log" | tail -n 60 >&2
    say "$step_name failed. All that it said is in $step_log"
    return "$step_status"
}

maven() {
    (
        cd "$root" || exit 1
        if command -v mvn >/dev/null 2>&1; then
            exec mvn -B --no-transfer-progress "$@"
        fi
        exec ./mvnw -B --no-transfer-progress "$@"
    )
}

build_java() {
    java_is_fresh && return
    find_jdk
    lock
    if java_is_fresh; then
        unlock
        return
    fi
    # Stamped with the time before the build: what is saved meanwhile is built next time.
    sum_of java_sources >"$cache/java.stamp.new"
    step 'building the server' "$cache/build-java.log" \
        maven -q -Dquick -Dmaven.test.skip -T1C package -pl server -am || exit 1
    install_server "$root/server/target/quick/app/lib"
    unlock
}

# Makes the jars in $1 those that run.
install_server() {
    last=$(cat "$run/newest" 2>/dev/null)
    next=server-$((${last#server-} + 1))
    rm -rf "${run:?}/$next"
    mkdir -p "$run/$next/pids"
    # The manifest names what is needed; what an earlier build left there is not taken along.
    cp -R "$1" "$run/$next/lib" || exit 1
    fetch_natives "$run/$next"
    warm_up "$run/$next"
    echo "$next" >"$run/newest.new"
    mv "$run/newest.new" "$run/newest"
    mv "$cache/java.stamp.new" "$cache/java.stamp"
    drop_old_servers
}

# Has npm bring the parsers' library as its makers compile it: that of the Java package is compiled
# without optimisation, and takes three times as long. Only a gift: where it cannot be had, or this
# machine does not take it, files are parsed more slowly. Nothing of the package is run here.
fetch_natives() {
    list=$root/build/natives
    [ -f "$list/package-lock.json" ] || return 0
    packages=$(cksum <"$list/package-lock.json")
    if [ "$(cat "$cache/natives/.alchemist" 2>/dev/null)" != "$packages" ]; then
        printf 'alchemist: fetching a quicker parser … ' >&2
        rm -rf "$cache/natives"
        mkdir -p "$cache/natives"
        cp "$list"/package*.json "$cache/natives"
        if (find_node && npm --prefix "$cache/natives" ci --ignore-scripts --no-audit --no-fund) \
            >"$cache/build-natives.log" 2>&1 </dev/null; then
            echo "$packages" >"$cache/natives/.alchemist"
            echo 'done' >&2
        else
            echo 'left out' >&2
            return 0
        fi
    fi
    from=$cache/natives/node_modules/tree-sitter/prebuilds
    [ ! -d "$from" ] || cp -R "$from" "$1/prebuilds"
}

# Lets the JVM remember what a start loads and links, which more than halves the time of the next
# ones. Only a gift: where it fails, the server starts without.
warm_up() {
    printf 'alchemist: warming it up … ' >&2
    # shellcheck disable=SC2086  # the flags are several words
    if "$JAVA_HOME/bin/java" $jvm_flags $warm_flags \
        -XX:AOTCacheOutput="$1/alchemist.aot" --enable-native-access=ALL-UNNAMED \
        -cp "$1/lib/alchemist.jar" alchemist.server.Main warmup \
        >"$cache/build-aot.log" 2>&1 </dev/null; then
        echo 'done' >&2
    else
        rm -f "$1/alchemist.aot"
        echo 'left out' >&2
    fi
}

# Removes the servers of earlier builds that no process runs.
drop_old_servers() {
    for old in "$run"/server-*; do
        [ "$old" = "$run/$next" ] && continue
        for pid in "$old"/pids/*; do
            kill -0 "${pid##*/}" 2>/dev/null || rm -f "$pid"
        done
        rmdir "$old/pids" 2>/dev/null && rm -rf "$old"
    done
}

build_web() {
    web_is_fresh && return
    find_node
    lock
    if web_is_fresh; then
        unlock
        return
    fi
    sum_of web_sources >"$cache/web.stamp.new"
    fetch_web || exit 1
    step 'building the web app' "$cache/build-web.log" npm --prefix "$root/web" run build || exit 1
    install_web
    unlock
}

# Fetches the packages of the web app, if its list of them changed.
fetch_web() {
    packages=$(cksum <"$root/web/package-lock.json")
    [ "$(cat "$root/web/node_modules/.alchemist" 2>/dev/null)" = "$packages" ] && return
    step 'fetching the packages of the web app' "$cache/build-npm.log" \
        npm --prefix "$root/web" ci --no-audit --no-fund || return
    echo "$packages" >"$root/web/node_modules/.alchemist"
}

install_web() {
    rm -rf "$run/web.new" "$run/web.old"
    cp -R "$root/web/dist" "$run/web.new" || exit 1
    [ ! -d "$run/web" ] || mv "$run/web" "$run/web.old"
    mv "$run/web.new" "$run/web"
    rm -rf "$run/web.old"
    mv "$cache/web.stamp.new" "$cache/web.stamp"
}

# Becomes the server's program with these arguments.
run_app() {
    [ -n "${jdk_found-}" ] || find_jdk
    read -r newest <"$run/newest"
    app=$run/$newest
    : >"$app/pids/$$"
    aot=
    [ ! -f "$app/alchemist.aot" ] || aot=-XX:AOTCache=$app/alchemist.aot
    prebuilds=
    [ ! -d "$app/prebuilds" ] || prebuilds=-Dalchemist.prebuilds=$app/prebuilds
    # shellcheck disable=SC2086  # further flags are several words
    exec "$JAVA_HOME/bin/java" $jvm_flags ${aot:+"$aot"} ${prebuilds:+"$prebuilds"} '-Xlog:aot*=off' '-Xlog:cds*=off' \
        --enable-native-access=ALL-UNNAMED -Dalchemist.web="$run/web" ${ALCHEMIST_JAVA_OPTS-} \
        -cp "$app/lib/alchemist.jar" alchemist.server.Main "$@"
}

run_bench() {
    # What is measured is the program as people start it, which would otherwise be built while it is.
    case ${1-} in large) build_java && build_web || exit 1 ;; esac
    # A server that has run for a while has its memory. Where the system first has to get it from a host,
    # that takes longer than all the rest.
    memory=
    case ${1-} in write | http | replay) memory='-XX:InitialRAMPercentage=20 -XX:+AlwaysPreTouch' ;; esac
    find_jdk
    lock
    step 'building the benchmarks' "$cache/build-bench.log" \
        maven -q -Dquick -Dmaven.test.skip -T1C package -pl bench -am || exit 1
    unlock
    # shellcheck disable=SC2086  # further flags are several words
    exec "$JAVA_HOME/bin/java" $jvm_flags $memory --enable-native-access=ALL-UNNAMED "@$root/bench/chronicle.flags" \
        -Dbench.root="$root" ${ALCHEMIST_JAVA_OPTS-} -cp "$root/bench/target/quick/app/lib/alchemist-bench.jar" \
        alchemist.bench.Main "$@"
}
