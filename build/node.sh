# Finding Node.js, for the web app. Changes PATH; sourced by ./alchemist.

node_needed=20.19

# Whether the node at $1 is new enough. Sets node_version to what it is.
node_will_do() {
    node_version=$("$1" --version 2>/dev/null </dev/null)
    node_version=${node_version#v}
    node_major=${node_version%%.*}
    node_minor=${node_version#*.}
    node_minor=${node_minor%%.*}
    [ "${node_major:-0}" -gt "${node_needed%.*}" ] && return
    [ "${node_major:-0}" -eq "${node_needed%.*}" ] && [ "${node_minor:-0}" -ge "${node_needed#*.}" ]
}

# Puts a Node.js that is new enough first on PATH.
find_node() {
    node_seen=
    if node=$(command -v node); then
        node_will_do "$node" && return
        node_seen="only version $node_version at $node"
    fi
    for node in "${HOME-}"/.nvm/versions/node/*/bin/node \
        "${HOME-}"/.local/share/fnm/node-versions/*/installation/bin/node \
        /usr/local/bin/node /opt/homebrew/bin/node; do
        if [ -x "$node" ] && node_will_do "$node"; then
            PATH=$(dirname "$node"):$PATH
            export PATH
            return
        fi
    done
    say "needs Node.js of version $node_needed or later with npm, and found ${node_seen:-none}."
    cat >&2 <<END
To get it:
  macOS          brew install node
  Debian/Ubuntu  apt-get install nodejs npm (Debian 13 on), or the packages of NodeSource
  anywhere       https://nodejs.org/en/download, or nvm install 22
END
    exit 3
}
