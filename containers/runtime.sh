#!/bin/sh
# runtime.sh: in the final image: the libraries that build.sh found the program to need, and nothing else.
set -eu
apt-get update
xargs apt-get install -y --no-install-recommends </opt/rongtong/packages
rm -rf /var/lib/apt/lists/*
ln -s /opt/rongtong/bin/rongtong /usr/local/bin/rongtong
rongtong check /opt/rongtong/share/rongtong/scenarios/baseline.json
