#!/usr/bin/env bash
# RNA structures from the competition's files to a submission: dataset and library, training, prediction.
# A thin layer over trm; --dry-run prints the commands it would run.
#   TRM   the trm command to use (default: the one of this checkout)
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)"
trm="${TRM:-$root/trm}"

sequences=train_sequences.csv
labels=train_labels.csv
test_sequences=test_sequences.csv
output=submission.csv
data_dir=data/rna
checkpoint_dir=checkpoints/rna
batch_size=16
epochs=100
num_structures=5
max_length=500
temporal_cutoff=2025-05-29
setup=yes
train=yes
predict=yes
dry_run=

usage() {
  cat <<EOF
Usage: $(basename "$0") [options]

  --sequences CSV         sequences of known structures ($sequences)
  --labels CSV            their C1' positions ($labels)
  --test-sequences CSV    targets to predict ($test_sequences)
  --output CSV            submission to write ($output)
  --data-dir DIR          where dataset and library go ($data_dir)
  --checkpoint-dir DIR    where the trained model goes, or lies ($checkpoint_dir)
  --batch-size N          targets of a training step ($batch_size)
  --epochs N              visits of every target ($epochs)
  --num-structures N      guesses the model learns to make ($num_structures)
  --max-length N          most residues of a window ($max_length)
  --temporal-cutoff DATE  last day of training ($temporal_cutoff)
  --skip-setup            use the dataset and the library of --data-dir
  --skip-train            use the model of --checkpoint-dir, or none where there is none
  --skip-predict          stop before the prediction
  --dry-run               print the commands and do nothing
  --help                  show this help
EOF
}

refuse() {
  printf '%s: %s\n' "$(basename "$0")" "$1" >&2
  exit 2
}

while [ $# -gt 0 ]; do
  option="${1%%=*}"
  case "$option" in
    --skip-setup) setup= ;;
    --skip-train) train= ;;
    --skip-predict) predict= ;;
    --dry-run) dry_run=yes ;;
    --help | -h) usage; exit 0 ;;
    --sequences | --labels | --test-sequences | --output | --data-dir | --checkpoint-dir | --batch-size | --epochs | \
      --num-structures | --max-length | --temporal-cutoff)
      case "$1" in
        *=*) value="${1#*=}" ;;
        *)
          [ $# -gt 1 ] || refuse "$option needs a value; see --help"
          value="$2"
          shift
          ;;
      esac
      name="${option#--}"
      printf -v "${name//-/_}" %s "$value"
      ;;
    *) refuse "there is no option $1; see --help" ;;
  esac
  shift
done

step() {
  local word
  for word in "$@"; do printf '%q ' "$word"; done
  printf '\n'
  [ -n "$dry_run" ] || "$@"
}

require() {
  [ -n "$dry_run" ] || [ -e "$2" ] || refuse "$1 $2: no such file; check the path"
}

dataset="$data_dir/dataset"
library="$data_dir/rna-library.gz"
predicted="$data_dir/predicted"

if [ -n "$setup" ]; then
  require --sequences "$sequences"
  require --labels "$labels"
  step mkdir -p "$data_dir"
  step "$trm" dataset rna --sequences "$sequences" --labels "$labels" --max-length "$max_length" \
    --temporal-cutoff "$temporal_cutoff" --output-dir "$dataset"
  step "$trm" rna library --sequences "$sequences" --labels "$labels" --output "$library"
fi
if [ -n "$train" ]; then
  step "$trm" train rna --data-dir "$dataset" --output-dir "$checkpoint_dir" --batch-size "$batch_size" \
    --epochs "$epochs" --num-structures "$num_structures" --max-length "$max_length"
fi
if [ -n "$predict" ]; then
  require --test-sequences "$test_sequences"
  model=()
  if [ -n "$train" ] || [ -d "$checkpoint_dir" ]; then model=(--checkpoint "$checkpoint_dir"); fi
  step rm -rf "$predicted"
  step "$trm" predict rna --sequences "$test_sequences" --library "$library" "${model[@]}" --output-dir "$predicted"
  step "$trm" submission validate --task rna --submission "$predicted/submission.csv" --sequences "$test_sequences"
  step cp "$predicted/submission.csv" "$output"
fi
