#!/bin/sh
# Tests of ./alchemist, in a copy of it with made-up JDKs, Maven, Node.js and npm that write down how
# they are called. Run by ./alchemist test; or alone, with the shell to try: launcher-test.sh dash
set -u

here=$(cd "$(dirname "$0")/.." && pwd -P)
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

# --- the made-up world -------------------------------------------------------------------------

# A project folder $1 with the launcher under test and one source file.
project() {
    mkdir -p "$1/server/src/main/java" "$1/kernel/src/main" "$1/domain/src/main" \
        "$1/layout/src/main" "$1/wasm/src/main" "$1/server/src/test" "$1/.mvn"
    cp -R "$here/alchemist" "$here/build" "$1"
    rm -rf "$1/build/natives"
    echo '<project/>' >"$1/pom.xml"
    echo '<project/>' >"$1/server/pom.xml"
    echo 'class Main {}' >"$1/server/src/main/java/Main.java"
}

# A JDK of version $2 in folder $1. Its java prints what the launcher gave the program.
jdk() {
    mkdir -p "$1/bin"
    echo "JAVA_VERSION=\"$2\"" >"$1/release"
    cat >"$1/bin/java" <<END
#!/bin/sh
for a in "\$@"; do
    case \$a in
        -version) echo 'openjdk version "$2" 2026-01-01' >&2; exit ;;
        -XX:AOTCacheOutput=*) [ -z "\${FAKE_COLD-}" ] || exit 1; : >"\${a#*=}"; exit ;;
        -XX:AOTCache=*) echo "warm" ;;
        -Dalchemist.prebuilds=*) echo "\$a" ;;
    esac
done
echo "jdk $2"
pwd
while [ "\$1" != alchemist.server.Main ] && [ "\$1" != alchemist.bench.Main ]; do shift; done
echo "main \$1"
shift
for a in "\$@"; do printf '<%s>' "\$a"; done
echo
exit \${FAKE_EXIT-0}
END
    : >"$1/bin/javac"
    chmod +x "$1/bin/java" "$1/bin/javac"
}

tools=$work/tools
calls=$work/calls
mkdir -p "$tools"
cat >"$tools/mvn" <<END
#!/bin/sh
echo "mvn \$*" >>"$calls"
echo 'said by maven'
[ -z "\${FAKE_MVN_FAILS-}" ] || exit 1
mkdir -p server/target/quick/app/lib
echo jar >server/target/quick/app/lib/alchemist.jar
END
cat >"$tools/node" <<'END'
#!/bin/sh
echo "v${FAKE_NODE-22.1.0}"
END
cat >"$tools/npm" <<END
#!/bin/sh
echo "npm \$*" >>"$calls"
case \$* in
    *'natives ci '*) [ -z "\${FAKE_OFFLINE-}" ] || exit 1; mkdir -p "\$2/node_modules/tree-sitter/prebuilds" ;;
    *' ci '*) mkdir -p "\$2/node_modules" ;;
    *'run build'*) mkdir -p "\$2/dist" && echo page >"\$2/dist/index.html" ;;
esac
END
chmod +x "$tools"/*
jdk "$work/jdks/seventeen" 17.0.15
jdk "$work/jdks/twenty five" 25.0.3

# The launcher's own environment: nothing of this machine but the basic commands.
for tool in awk cat cksum cp cut date dirname find grep head ls mkdir mktemp mv pwd readlink rm rmdir \
    sed sh sleep sort tail; do
    ln -s "$(command -v $tool)" "$tools/$tool" 2>/dev/null
done

# Runs the launcher $1 with the rest of the arguments; sets out, err and status.
run() {
    launcher=$1
    shift
    out=$(env -i HOME="$work" PATH="$tools" ALCHEMIST_JDKS="${jdks-$work/jdks}" \
        ${java_home:+JAVA_HOME="$java_home"} ${setting:+"$setting"} \
        ${shell:+"$shell"} "$launcher" "$@" 2>"$work/err")
    status=$?
    err=$(cat "$work/err")
}

count() { echo $#; }
called() { grep -c "$1" "$calls" 2>/dev/null; }

it() { title=$1; }

# Whether $2 has the words $3; $1 names it.
has() {
    case $2 in
        *"$3"*) ok ;;
        *) wrong "$1 should have '$3' and is: $2" ;;
    esac
}

is() {
    if [ "$2" = "$3" ]; then ok; else wrong "$1 should be '$3' and is '$2'"; fi
}

ok() { passed=$((passed + 1)); }
wrong() {
    failed=$((failed + 1))
    printf 'WRONG: %s: %s\n' "$title" "$1"
}

# --- what it must do ---------------------------------------------------------------------------

tests() {
    rm -rf "$work"/project* "$work/elsewhere" "$calls"
    java_home='' setting=''
    p="$work/project one"
    project "$p"

    it 'helps without anything installed'
    jdks=$work/none run "$p/alchemist"
    is status $status 0
    has out "$out" 'open PATH'

    it 'says that there is no JDK, and how to get one'
    jdks=$work/none run "$p/alchemist" stats
    is status $status 3
    has err "$err" 'needs a JDK of version 25'
    has err "$err" 'found none'
    has err "$err" 'brew install'
    is out "$out" ''

    it 'names the JDKs that are too old'
    java_home=$work/jdks/seventeen jdks=$work/none run "$p/alchemist" stats
    is status $status 3
    has err "$err" "$work/jdks/seventeen (version 17)"

    it 'passes over a JAVA_HOME that is too old'
    java_home=$work/jdks/seventeen run "$p/alchemist" stats
    has out "$out" 'jdk 25.0.3'
    is status $status 0

    it 'keeps a JAVA_HOME that is newer'
    jdk "$work/later/one" 26
    java_home=$work/later/one run "$p/alchemist" stats
    has out "$out" 'jdk 26'

    it 'prefers the version that it is made for'
    jdk "$work/both/a" 27-ea
    jdk "$work/both/b" 25
    jdks=$work/later:$work/both run "$p/alchemist" stats
    has out "$out" 'jdk 25'

    it 'passes over a JRE'
    jdk "$work/jre/one" 25
    rm "$work/jre/one/bin/javac"
    jdks=$work/jre run "$p/alchemist" stats
    is status $status 3

    it 'asks a JDK that has no release file'
    jdk "$work/bare/one" 25.0.9
    rm "$work/bare/one/release"
    jdks=$work/bare run "$p/alchemist" stats
    has out "$out" 'jdk 25.0.9'

    it 'looks into the folders of macOS'
    jdk "$work/mac/temurin-25.jdk/Contents/Home" 25.0.7
    jdks=$work/mac run "$p/alchemist" stats
    has out "$out" 'jdk 25.0.7'

    it 'gives the program its arguments as they are'
    run "$p/alchemist" import 'a b' '' '*' "it's"
    has out "$out" "<import><a b><><*><it's>"

    it 'hands on how the program ended'
    setting=FAKE_EXIT=7 run "$p/alchemist" stats
    is status $status 7

    it 'stays in the folder it is called from'
    mkdir -p "$work/elsewhere"
    cd "$work/elsewhere" || exit 1
    run "../project one/alchemist" open .
    has out "$out" "$(pwd -P)"
    has out "$out" '<open><.>'

    it 'is found through links to links'
    ln -sf "../project one/alchemist" "$work/elsewhere/relative"
    ln -sf "$work/elsewhere/relative" "$work/elsewhere/absolute"
    run ./absolute stats
    has out "$out" '<stats>'
    is status $status 0
    cd "$work" || exit 1

    it 'has built once until now'
    is 'the calls of Maven' "$(called '^mvn')" 1

    it 'builds again after a change, an addition and a removal'
    echo 'class Niam {}' >"$p/server/src/main/java/Main.java"
    run "$p/alchemist" stats
    is 'after a change of the same length' "$(called '^mvn')" 2
    echo 'class More {}' >"$p/kernel/src/main/More.java"
    run "$p/alchemist" stats
    is 'after an addition' "$(called '^mvn')" 3
    rm "$p/kernel/src/main/More.java"
    run "$p/alchemist" stats
    is 'after a removal' "$(called '^mvn')" 4
    echo x >"$p/server/src/test/Test.java"
    run "$p/alchemist" stats
    is 'after a change of a test' "$(called '^mvn')" 4

    it 'keeps its own words out of the output'
    touch "$p/pom.xml"
    run "$p/alchemist" export
    has err "$err" 'building the server'
    is 'the first line' "$(echo "$out" | head -n 1)" warm

    it 'removes the servers of earlier builds'
    is 'the servers' "$(count "$p"/.cache/run/server-*)" 1

    it 'keeps an earlier server that still runs'
    read -r current <"$p/.cache/run/newest"
    : >"$p/.cache/run/$current/pids/$$"
    touch "$p/pom.xml"
    run "$p/alchemist" stats
    is 'the servers' "$(count "$p"/.cache/run/server-*)" 2

    it 'starts cold where it cannot be warmed up'
    touch "$p/pom.xml"
    setting=FAKE_COLD=1 run "$p/alchemist" stats
    is status $status 0
    is 'the first line' "$(echo "$out" | head -n 1)" 'jdk 25.0.3'

    it 'takes the quicker parser where it can be had, once'
    q=$work/project-natives
    project "$q"
    mkdir "$q/build/natives"
    echo '{}' >"$q/build/natives/package.json"
    echo '{}' >"$q/build/natives/package-lock.json"
    setting=FAKE_OFFLINE=yes run "$q/alchemist" stats
    is status $status 0
    has err "$err" 'left out'
    is 'what it is told' "$(echo "$out" | grep prebuilds)" ''
    for file in Added More; do
        echo "class $file {}" >"$q/server/src/main/java/$file.java"
        run "$q/alchemist" stats
        has out "$out" 'prebuilds'
    done
    is 'npm' "$(called '^npm.*natives ci')" 2

    it 'shows what Maven said when it fails, and tries again'
    touch "$p/pom.xml"
    setting=FAKE_MVN_FAILS=1 run "$p/alchemist" stats
    is status $status 1
    has err "$err" 'said by maven'
    has err "$err" 'build-java.log'
    is out "$out" ''
    run "$p/alchemist" stats
    is status $status 0

    it 'takes over the lock of a process that is gone'
    mkdir "$p/.cache/lock"
    sh -c 'echo $$' >"$p/.cache/lock/pid"
    touch "$p/pom.xml"
    run "$p/alchemist" stats
    is status $status 0

    it 'leaves no lock behind'
    is lock "$(ls -d "$p/.cache/lock" 2>/dev/null)" ''

    it 'builds once when started twice'
    q=$work/project-two
    project "$q"
    built=$(called '^mvn')
    run "$q/alchemist" stats &
    run "$q/alchemist" stats
    is status $status 0
    wait
    is 'the calls of Maven' "$(called '^mvn')" $((built + 1))

    it 'builds the web app for those who see it, and only when it changed'
    mkdir -p "$p/web/src"
    echo '{}' >"$p/web/package.json"
    echo '{}' >"$p/web/package-lock.json"
    run "$p/alchemist" stats
    is 'npm for stats' "$(called '^npm.*/web ')" 0
    run "$p/alchemist" open .
    is 'npm for open' "$(called '^npm.*/web ')" 2
    is 'the page' "$(cat "$p/.cache/run/web/index.html")" page
    run "$p/alchemist" open .
    is 'npm for open, again' "$(called '^npm.*/web ')" 2
    echo x >"$p/web/src/x.ts"
    run "$p/alchemist" open .
    is 'npm after a change' "$(called '^npm.*/web ')" 3
    echo '{ }' >"$p/web/package-lock.json"
    run "$p/alchemist" open .
    is 'npm ci' "$(called '^npm.*/web ci ')" 2

    it 'says that Node.js is too old'
    echo y >"$p/web/src/x.ts"
    setting=FAKE_NODE=18.2.0 run "$p/alchemist" open .
    is status $status 3
    has err "$err" 'only version 18'
    setting=FAKE_NODE=20.9.1 run "$p/alchemist" open .
    is status $status 3
    setting=FAKE_NODE=20.19.0 run "$p/alchemist" open .
    is status $status 0

    it 'refuses options of test that it does not know'
    run "$p/alchemist" test --lnog
    is status $status 1
    has err "$err" "not '--lnog'"

    it 'says how much the long tests do'
    run "$p/alchemist" test --help
    is status $status 0
    has out "$out" 'ALCHEMIST_SEEDS '

    it 'helps with its own commands as with those of the program'
    jdks=$work/none run "$p/alchemist" help test
    is status $status 0
    has out "$out" 'ALCHEMIST_SEEDS '
    jdks=$work/none run "$p/alchemist" help bench
    is status $status 0
    has out "$out" 'peers'
    is lines "$(printf '%s\n' "$out" | grep -c 'alchemist ')" 1
    jdks=$work/none run "$p/alchemist" bench --help
    is status $status 0
    has out "$out" 'peers'
    jdks=$work/none run "$p/alchemist" help build
    is status $status 0
    has out "$out" 'build what has changed'
}

if [ $# -gt 0 ]; then
    shells=$*
else
    shells='dash bash'
    command -v dash >/dev/null || shells='sh bash'
fi
for shell in $shells; do
    shell=$(command -v "$shell") || continue
    before=$failed
    tests
    [ "$failed" -eq "$before" ] || echo "with $shell"
done

if command -v shellcheck >/dev/null; then
    title='reads as a careful shell script'
    if (cd "$here" && shellcheck -x -s sh -e SC2154 alchemist build/*.sh); then ok; else wrong 'see above'; fi
fi

echo "$passed passed, $failed failed, 0 skipped"
[ "$failed" -eq 0 ]
