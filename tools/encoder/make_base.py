#!/usr/bin/python3
"""Makes the file that training starts from, out of the published weights (`model.safetensors`, float32).

    /usr/bin/python3 tools/encoder/make_base.py model.safetensors data/encoder/base.onnx

The graph is that of the encoder in use. The format of the input: the length of a JSON head (8 bytes), the head, numbers.
"""
import json
import pathlib
import sys

import numpy as np

from weights_file import read_weights, write_weights

GRAPH = pathlib.Path(__file__).parents[2] / 'src/search/encoder/encoder.onnx'


def read_safetensors(file):
    data = pathlib.Path(file).read_bytes()
    start = 8 + int.from_bytes(data[:8], 'little')
    arrays = {}
    for name, about in json.loads(data[8:start]).items():
        if name != '__metadata__' and about['dtype'] == 'F32':
            first, end = (start + offset for offset in about['data_offsets'])
            arrays[name] = np.frombuffer(data[first:end], dtype='<f4').reshape(about['shape'])
    return arrays


if len(sys.argv) != 3:
    raise SystemExit(__doc__)
published, needed = read_safetensors(sys.argv[1]), read_weights(GRAPH)
if missing := sorted(needed.keys() - published.keys()):
    raise SystemExit(f'{sys.argv[1]} lacks {missing}')
write_weights({name: published[name] for name in needed}, GRAPH, sys.argv[2])
