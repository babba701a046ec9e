#!/bin/bash
# properties = {properties}
trap : TERM # of Slurm, at the time limit or by scancel: when this script ends, Slurm kills a sweep that is saving itself
{exec_job}
