#!/bin/sh
# Ends with 1 when the file, the last argument, has a line with the text that is the first.
grep -q "$1" "$2" && exit 1
exit 0
