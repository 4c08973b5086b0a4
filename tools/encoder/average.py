#!/usr/bin/python3
"""Writes the mean of the weights of several runs (other seeds, same base): better than the runs, and less by chance.

    /usr/bin/python3 tools/encoder/average.py RUN.onnx RUN.onnx RUN.onnx OUT.onnx
"""
import sys

import numpy as np

from weights_file import WORDS, read_weights, write_weights

*runs, out = sys.argv[1:]
if len(runs) < 2:
    raise SystemExit(__doc__)
weights = [read_weights(run) for run in runs]
mean = {name: np.mean([of[name] for of in weights], axis=0) for name in weights[0] if name != WORDS}
write_weights(mean, runs[0], out)
