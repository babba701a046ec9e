#!/bin/sh
# package.sh BUILD: the Debian package holds what it should, the program in it finds its scenarios, and Debian's policy is kept
# (by lintian, where it is installed; ./rt package-test installs it, and the package on a bare Debian).
set -eu
for tool in dpkg-deb dpkg-shlibdeps file gzip; do command -v "$tool" >/dev/null || { echo "skipped: no $tool"; exit 77; }; done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$1"
cpack -B "$work" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
deb=$(echo "$work"/rongtong_*_*.deb)
dpkg-deb -x "$deb" "$work/root"
cd "$work/root"
for file in bin/rongtong bin/rongtong-demo bin/rongtong-plot-effects share/rongtong/scenarios/calibration/china/io_table.json \
    share/bash-completion/completions/rongtong share/zsh/vendor-completions/_rongtong \
    share/fish/vendor_completions.d/rongtong.fish share/doc/rongtong/copyright share/doc/rongtong/CITATION.cff \
    share/doc/rongtong/report-page-licences.txt; do
    test -s "usr/$file" || { echo "not in the package: $file"; exit 1; }
done
for program in usr/bin/*; do
    gunzip -t "usr/share/man/man1/$(basename "$program").1.gz" || { echo "no manual page of $program"; exit 1; }
done
gunzip -c usr/share/doc/rongtong/changelog.gz | grep -q "^rongtong ($(dpkg-deb -f "$deb" Version)) "
env -u RONGTONG_SCENARIOS usr/bin/rongtong check baseline
dpkg-deb -f "$deb" Depends | tr , '\n' | grep -q libhdf5 || { echo "no dependency on HDF5"; exit 1; }
if command -v lintian >/dev/null; then lintian --allow-root --fail-on error,warning "$deb"; else echo "lintian is not installed"; fi
