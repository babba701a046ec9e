#!/bin/sh
# build.sh [PRESET]: inside a Debian 12 container, in the project's folder: builds rongtong and its Debian package,
# /opt/rongtong.deb.
set -eu
preset=${1:-release}
apt-get update
apt-get install -y --no-install-recommends ca-certificates git
git config --global --add safe.directory "$PWD" # the commit is written into every results file
./rt package "$preset"
cp "build/$preset"/rongtong_*.deb /opt/rongtong.deb
