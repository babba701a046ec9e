#!/bin/sh
# rongtong-demo [FOLDER]: baseline and a cap on payment terms, three replicates each, compared. Writes into FOLDER
# (default: rongtong-demo, here), which must be new.
set -eu
folder=${1:-rongtong-demo}
program=${RONGTONG_PROGRAM:-rongtong}
mkdir -p "$folder/baseline" "$folder/prompt-payment"
for scenario in baseline prompt-payment; do
    for replicate in 0 1 2; do
        "$program" run $scenario --replicate $replicate -o "$folder/$scenario/$replicate.h5" --quiet ${RONGTONG_DEMO_OPTIONS:-}
    done
done
"$program" compare "$folder/baseline" "$folder/prompt-payment" -o "$folder/effects.json"
"$program" report "$folder/baseline" "$folder/prompt-payment" -o "$folder/report.html"
"$program" list "$folder"
if command -v rongtong-plot-effects >/dev/null && python3 -c "import h5py, matplotlib" 2>/dev/null; then
    rongtong-plot-effects "$folder/baseline" "$folder/prompt-payment" -o "$folder/effects"
    echo "picture: $folder/effects.svg"
fi
