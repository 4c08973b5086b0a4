"""Reads and writes the weights in our ONNX file, by the names and in the shapes of the published model.

Matrices are int8 with one float32 scale an output (for the table of words: a word), all else is float32.
"""
import numpy as np
import onnx
from onnx import numpy_helper

LAYERS = 6
WORDS = 'embeddings.word_embeddings.weight'
# A matrix has a number for a name in the file; they stand there layer by layer, in this order.
MATRICES = [
    'attention.self.query', 'attention.self.key', 'attention.self.value',
    'attention.output.dense', 'intermediate.dense', 'output.dense',
]  # fmt: skip
INT8 = '_q'


def read_weights(file):
    """name -> float32 array"""
    tensors = {t.name: numpy_helper.to_array(t) for t in onnx.load(file).graph.initializer}
    weights = {name: array for name, array in tensors.items() if array.dtype == np.float32 and '.' in name}
    weights[WORDS] = _to_floats(tensors, 'words')
    for name, number in _matrix_numbers(tensors).items():
        weights[name] = np.ascontiguousarray(_to_floats(tensors, number).T)
    return weights


def write_weights(weights, template, out):
    """Copies the file `template` to `out`, with these weights in the place of its own; others stay."""
    model = onnx.load(template)
    numbers = _matrix_numbers([t.name for t in model.graph.initializer])
    arrays = {}
    for name, array in weights.items():
        if name == WORDS:
            arrays.update(_to_int8('words', array, axis=1))
        elif name in numbers:
            arrays.update(_to_int8(numbers[name], array.T, axis=0))
        else:
            arrays[name] = array.astype(np.float32)
    for tensor in model.graph.initializer:
        if tensor.name in arrays:
            tensor.CopyFrom(numpy_helper.from_array(np.ascontiguousarray(arrays.pop(tensor.name)), tensor.name))
    if arrays:
        raise ValueError(f'{template} has no place for {sorted(arrays)}')
    onnx.save(model, out)


def _matrix_numbers(names):
    numbers = [name[: -len(INT8)] for name in names if name.endswith(INT8) and name != 'words' + INT8]
    published = [f'encoder.layer.{layer}.{part}.weight' for layer in range(LAYERS) for part in MATRICES]
    if len(numbers) != len(published):
        raise ValueError(f'{len(published)} matrices expected, {len(numbers)} found')
    return dict(zip(published, numbers))


def _to_floats(tensors, name):
    return tensors[name + INT8].astype(np.float32) * tensors[name + '_s']


def _to_int8(name, array, axis):
    scale = np.maximum(np.abs(array).max(axis, keepdims=True), 1e-12) / 127
    return {name + INT8: np.round(array / scale).astype(np.int8), name + '_s': scale.astype(np.float32)}
