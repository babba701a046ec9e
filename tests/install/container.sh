#!/bin/sh
# container.sh [PACKAGE]: from the project's folder, as root: builds the image of the Dockerfile by buildah, which needs no daemon, on a
# bare Debian made here, and runs it as the ordinary users that it is for. With PACKAGE the image is made of that package; without,
# the program is compiled inside, as by docker build.
set -eu
package=${1:-}
work=$(mktemp -d /tmp/rongtong-container.XXXXXX)
storage="--root $work/storage --runroot $work/run --storage-driver vfs"
container=
finish() {
    if [ -n "$container" ]; then buildah $storage rm "$container" >/dev/null 2>&1 || true; fi
    rm -rf --one-file-system "$work"
}
trap finish EXIT

mmdebstrap --quiet --variant=minbase bookworm "$work/base.tar"
container=$(buildah $storage from scratch)
buildah $storage add "$container" "$work/base.tar" / >/dev/null
buildah $storage commit -q "$container" docker.io/library/debian:12 >/dev/null
buildah $storage tag docker.io/library/debian:12 docker.io/library/debian:12-slim
buildah $storage rm "$container" >/dev/null
container=

from=
if [ -n "$package" ]; then
    mkdir -p "$work/built/opt"
    cp "$package" "$work/built/opt/rongtong.deb"
    from="--build-context build=$work/built" # in the place of the first stage
fi
buildah $storage bud --isolation chroot --pull-never $from -t rongtong . >"$work/log" 2>&1 || { tail -n 50 "$work/log"; exit 1; }
container=$(buildah $storage from --pull-never localhost/rongtong)
inside() { buildah $storage run --isolation chroot "$@"; }

test "$(inside "$container" -- id -u)" = 1000 || { echo "the image does not run as its ordinary user"; exit 1; }
inside "$container" -- rongtong run small --months 3 -o r.h5 --quiet
inside "$container" -- rongtong list | grep -q ' done$'
if inside "$container" -- touch /usr/bin/rongtong 2>/dev/null; then echo "its user may change the program"; exit 1; fi
# The caller's own user, in a folder of theirs.
mkdir "$work/mine"
chown 4321:4321 "$work/mine"
inside --user 4321:4321 -v "$work/mine:/work" "$container" -- rongtong run baseline --months 3 -o r.h5 --quiet
test "$(stat -c %u "$work/mine/r.h5")" = 4321 || { echo "results belong to somebody else"; exit 1; }
