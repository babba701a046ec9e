#!/bin/sh
# moved.sh SOURCE: a checkout that was moved with its build folder is configured anew, instead of being refused by CMake.
set -eu
source=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/first"
git -C "$source" ls-files -z -c | (cd "$source" && xargs -0 cp --parents -t "$work/first" 2>/dev/null) || true
cd "$work/first"
./rt build release help >log 2>&1 || { cat log; exit 1; } # "help" of ninja builds nothing
cd "$work"
mv first second
cd second
./rt build release help >log 2>&1 || { cat log; exit 1; }
grep -q "was made in $work/first" log || { echo "it was not noticed"; cat log; exit 1; }
grep -q "CMAKE_HOME_DIRECTORY:INTERNAL=$work/second" build/release/CMakeCache.txt
./rt build release help >log 2>&1
if grep -q "was made in" log; then echo "it is made anew each time"; exit 1; fi
