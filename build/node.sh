# Finding Node.js, for the web app. Changes PATH; sourced by ./alchemist.

node_needed=20

# Sets node_major to the version of the node at $1.
node_version() {
    node_major=$("$1" --version 2>/dev/null </dev/null)
    node_major=${node_major#v}
    node_major=${node_major%%[!0-9]*}
    [ -n "$node_major" ]
}

# Puts a Node.js of version 20 or later first on PATH.
find_node() {
    node_seen=
    if node=$(command -v node) && node_version "$node"; then
        [ "$node_major" -ge "$node_needed" ] && return
        node_seen="only version $node_major at $node"
    fi
    for node in "${HOME-}"/.nvm/versions/node/*/bin/node \
        "${HOME-}"/.local/share/fnm/node-versions/*/installation/bin/node \
        /usr/local/bin/node /opt/homebrew/bin/node; do
        if [ -x "$node" ] && node_version "$node" && [ "$node_major" -ge "$node_needed" ]; then
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
