#!/bin/sh
# bare.sh PACKAGE TUTORIAL: on a bare Debian 12, as root: installs the package with what it depends on, runs it as an ordinary user,
# follows the tutorial (a script of its commands) word by word, and takes the package away again.
set -eu
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
apt-get update -qq
apt-get install -y -qq -o Dpkg::Use-Pty=0 --no-install-recommends "$1" >/dev/null
useradd --create-home guest
su guest -c 'cd && rongtong --version && rongtong check baseline && rongtong-demo >demo.log' || { cat ~guest/demo.log; exit 1; }
for file in baseline/0.h5 prompt-payment/2.h5 effects.json report.html; do test -s ~guest/rongtong-demo/$file; done
test "$(su guest -c 'cd && rongtong list' | grep -c ' done$')" = 6
su guest -c "mkdir ~/tutorial && cd ~/tutorial && sh -eu $2 >../tutorial.log 2>&1" || { cat ~guest/tutorial.log; exit 1; }
for said in 'did you mean' Headline Regression 'same ('; do
    grep -qF "$said" ~guest/tutorial.log || { echo "the tutorial never shows \"$said\""; exit 1; }
done
for page in rongtong rongtong-demo rongtong-plot-effects; do gunzip -t /usr/share/man/man1/$page.1.gz; done
grep -q Expat /usr/share/doc/rongtong/copyright
test -z "$(find / -xdev -user guest -not -path '/home/*' -not -path '/proc/*' 2>/dev/null)" # a user's run writes at home alone
apt-get purge -y -qq -o Dpkg::Use-Pty=0 rongtong >/dev/null
left=$(find / -xdev -name '*rongtong*' -not -path '/home/*' -not -path '/proc/*' -not -path '/tmp/*' -not -path '/var/*')
test -z "$left" || { echo "left after the package was taken away: $left"; exit 1; }
