#!/bin/sh
# build.sh [PRESET]: inside a Debian 12 container, in the project's folder: builds rongtong, puts the program and the scenarios
# into /opt/rongtong, and the Debian packages that the program's libraries come from into /opt/rongtong/packages.
set -eu
preset=${1:-release}
apt-get update
apt-get install -y --no-install-recommends ca-certificates git
git config --global --add safe.directory "$PWD" # the commit is written into every results file
./rt build "$preset"
cmake --install "build/$preset" --prefix /tmp/installed >/dev/null
mkdir -p /opt/rongtong/bin /opt/rongtong/share
cp /tmp/installed/bin/rongtong /opt/rongtong/bin/
cp -R /tmp/installed/share/rongtong /opt/rongtong/share/
strip /opt/rongtong/bin/rongtong
ldd /opt/rongtong/bin/rongtong | sed -n 's|.*=> .*/\([^/ ]*\) (.*|*/\1|p' | xargs dpkg-query -S | cut -d: -f1 | sort -u >/opt/rongtong/packages
/opt/rongtong/bin/rongtong --version
