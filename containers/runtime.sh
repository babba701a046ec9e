#!/bin/sh
# runtime.sh: in the final image: the package and the libraries that it depends on, and nothing else.
set -eu
apt-get update
apt-get install -y --no-install-recommends /opt/rongtong.deb
rm -rf /var/lib/apt/lists/* /opt/rongtong.deb
rongtong check baseline
