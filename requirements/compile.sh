#!/bin/bash
# Pins every group with the hashes of the public registry's files, for Linux, Windows and macOS
# and Python 3.11 to 3.13. Needs uv (pip install uv). Run after changing a .in file.
set -euo pipefail
cd "$(dirname "$0")"
for group in runtime narration broadcast dev bench art; do
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
        --no-annotate --excludes excludes.txt "$group.in" -o "$group.txt"
done
