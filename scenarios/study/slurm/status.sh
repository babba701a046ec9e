#!/usr/bin/env bash
# status.sh JOB: success, running or failed, as Snakemake's --cluster-status wants it. Slurm forgets a job some minutes after
# its end (MinJobAge), so accounting is asked next, where there is one. One silence of the controller is no failure.
set -u
job=${1%%;*} # a federation's sbatch --parsable says JOB;CLUSTER

state_of() {
    local line state
    line=$(scontrol -o show job "$1" 2>/dev/null) && [[ $line =~ JobState=([A-Z_]+) ]] && { echo "${BASH_REMATCH[1]}"; return; }
    state=$(sacct -X -n -P -o State -j "$1" 2>/dev/null | head -n 1) && [[ -n $state ]] && echo "${state%% *}"
}

for pause in 1 5 10 20 0; do
    state=$(state_of "$job")
    [[ -n $state ]] && break
    sleep "$pause"
done

case $state in
    COMPLETED) echo success ;;
    PENDING | CONFIGURING | RUNNING | COMPLETING | SUSPENDED | REQUEUED | REQUEUE_HOLD | RESIZING | SIGNALING | STAGE_OUT | STOPPED)
        echo running ;;
    *) echo failed ;;
esac
