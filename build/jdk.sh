# Finding a JDK. Sets JAVA_HOME; sourced by ./alchemist.

jdk_needed=25

# The folders that have JDKs in them, with colons between: Linux, macOS, SDKMAN, editors, Homebrew.
jdk_places=${ALCHEMIST_JDKS-/usr/lib/jvm:/usr/java:/opt/java:/opt:${HOME-}/.sdkman/candidates/java:${HOME-}/.jdks:/Library/Java/JavaVirtualMachines:${HOME-}/Library/Java/JavaVirtualMachines:/opt/homebrew/opt/openjdk/libexec:/opt/homebrew/opt/openjdk@25/libexec:/usr/local/opt/openjdk/libexec:/usr/local/opt/openjdk@25/libexec}

# Prints where JDKs usually are, best guess first, one a line.
jdk_candidates() {
    [ -n "${JAVA_HOME-}" ] && printf '%s\n' "$JAVA_HOME"
    if java_on_path=$(command -v javac); then
        while [ -h "$java_on_path" ]; do
            link=$(readlink "$java_on_path")
            case $link in
                /*) java_on_path=$link ;;
                *) java_on_path=$(dirname "$java_on_path")/$link ;;
            esac
        done
        dirname "$(dirname "$java_on_path")"
    fi
    (
        IFS=:
        for place in $jdk_places; do
            for jdk in "$place"/*; do
                [ ! -d "$jdk/Contents/Home" ] || jdk=$jdk/Contents/Home
                [ ! -d "$jdk/bin" ] || printf '%s\n' "$jdk"
            done
        done
    )
    if [ -z "${ALCHEMIST_JDKS-}" ] && [ -x /usr/libexec/java_home ]; then
        /usr/libexec/java_home -v "$jdk_needed+" 2>/dev/null
    fi
    return 0
}

# Sets jdk_major to the version of the JDK in folder $1; fails where there is none, or a JRE only.
jdk_version() {
    [ -x "$1/bin/javac" ] && [ -x "$1/bin/java" ] || return 1
    jdk_major=
    if [ -r "$1/release" ]; then
        while IFS= read -r line; do
            case $line in
                JAVA_VERSION=*) jdk_major=${line#*=} ;;
            esac
        done <"$1/release"
    fi
    if [ -z "$jdk_major" ]; then
        jdk_major=$("$1/bin/java" -version 2>&1 </dev/null | sed -n 's/.* version "\([^"]*\)".*/\1/p')
    fi
    jdk_major=${jdk_major#\"}
    jdk_major=${jdk_major%%[!0-9]*}
    [ -n "$jdk_major" ]
}

# Sets and exports JAVA_HOME: the caller's own if it will do, else the nearest version from 25 on.
find_jdk() {
    jdk_found=
    jdk_best=
    jdk_seen=
    while IFS= read -r candidate; do
        if [ -z "$candidate" ] || ! jdk_version "$candidate"; then
            continue
        fi
        if [ "$jdk_major" -lt "$jdk_needed" ]; then
            case $jdk_seen in
                *"$candidate "*) ;;
                *) jdk_seen="${jdk_seen:-only these:}
  $candidate (version $jdk_major)" ;;
            esac
        elif [ "$candidate" = "${JAVA_HOME-}" ]; then
            jdk_found=$candidate
            break
        elif [ -z "$jdk_best" ] || [ "$jdk_major" -lt "$jdk_best" ]; then
            jdk_best=$jdk_major
            jdk_found=$candidate
        fi
    done <<END
$(jdk_candidates)
END
    if [ -z "$jdk_found" ]; then
        say "needs a JDK of version $jdk_needed or later, and found ${jdk_seen:-none.}"
        jdk_advice
        exit 3
    fi
    JAVA_HOME=$jdk_found
    export JAVA_HOME
}

jdk_advice() {
    cat >&2 <<END
To get one (each is free; none needs to be the default):
  macOS          brew install openjdk@$jdk_needed
  Debian/Ubuntu  apt-get install openjdk-$jdk_needed-jdk, or temurin-$jdk_needed-jdk from Eclipse Adoptium
  Fedora         dnf install java-$jdk_needed-openjdk-devel
  anywhere       curl -s "https://get.sdkman.io" | bash, then: sdk install java $jdk_needed-tem
Then run this again. If it is somewhere unusual, set JAVA_HOME to its folder.
END
}
