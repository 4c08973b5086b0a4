"""The architecture of all-MiniLM-L6-v2 in PyTorch, for training. The service runs the ONNX file instead.

Six layers, 384 wide, 12 heads. A sentence is the mean of its pieces' vectors, scaled to unit length.
"""
import math

import torch
import torch.nn as nn
import torch.nn.functional as F

WIDTH, INNER, HEADS, LAYERS, POSITIONS, VOCABULARY = 384, 1536, 12, 6, 512, 30522
TINY = 1e-12  # keeps norms from dividing by 0; the value of the published model
FAR_BELOW = -1e4  # added to the attention that filling would get


class SentenceEncoder(nn.Module):
    """Modules are nested so that the names of the weights are the published ones."""

    def __init__(self, weights):
        super().__init__()
        self.embeddings = nn.ModuleDict({
            'word_embeddings': nn.Embedding(VOCABULARY, WIDTH),
            'position_embeddings': nn.Embedding(POSITIONS, WIDTH),
            'token_type_embeddings': nn.Embedding(2, WIDTH),
            'LayerNorm': nn.LayerNorm(WIDTH, TINY),
        })  # fmt: skip
        self.encoder = nn.ModuleDict({'layer': nn.ModuleList(Layer() for _ in range(LAYERS))})
        self.load_state_dict({name: torch.tensor(array) for name, array in weights.items()})
        # Few of the 30,522 words occur in training; those that do must not move away from the others.
        for table in ('word_embeddings', 'position_embeddings', 'token_type_embeddings'):
            self.embeddings[table].requires_grad_(False)

    def forward(self, ids, mask, dropout=0.0):
        """ids, mask: (texts, pieces), the mask 1 for a piece and 0 for filling -> (texts, 384)"""
        at = self.embeddings
        fixed = at['position_embeddings'].weight[: ids.shape[1]] + at['token_type_embeddings'].weight[0]
        x = F.dropout(at['LayerNorm'](at['word_embeddings'](ids) + fixed), dropout, self.training)
        hidden = (1 - mask)[:, None, None, :] * FAR_BELOW
        for layer in self.encoder['layer']:
            x = layer(x, hidden, dropout)
        seen = mask.unsqueeze(-1)
        return F.normalize((x * seen).sum(1) / seen.sum(1), dim=-1)

    def trained_weights(self):
        """name -> float32 array, without the tables that training leaves alone"""
        return {name: p.detach().numpy() for name, p in self.named_parameters() if p.requires_grad}


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.attention = nn.ModuleDict({
            'self': nn.ModuleDict({part: nn.Linear(WIDTH, WIDTH) for part in ('query', 'key', 'value')}),
            'output': _out(WIDTH),
        })  # fmt: skip
        self.intermediate = nn.ModuleDict({'dense': nn.Linear(WIDTH, INNER)})
        self.output = _out(INNER)

    def forward(self, x, hidden, dropout):
        drop = lambda values: F.dropout(values, dropout, self.training)
        texts, pieces, _ = x.shape
        query, key, value = (
            self.attention['self'][part](x).view(texts, pieces, HEADS, -1).transpose(1, 2)
            for part in ('query', 'key', 'value')
        )
        nearness = query @ key.transpose(-1, -2) / math.sqrt(WIDTH // HEADS)
        seen = drop(torch.softmax(nearness + hidden, -1)) @ value
        out = self.attention['output']
        x = out['LayerNorm'](x + drop(out['dense'](seen.transpose(1, 2).reshape(texts, pieces, WIDTH))))
        inner = F.gelu(self.intermediate['dense'](x))
        return self.output['LayerNorm'](x + drop(self.output['dense'](inner)))


def _out(width):
    return nn.ModuleDict({'dense': nn.Linear(width, WIDTH), 'LayerNorm': nn.LayerNorm(WIDTH, TINY)})


def padded(rows):
    """Rows of ids -> (ids, mask), shorter rows filled up."""
    longest = max(map(len, rows))
    ids, mask = torch.zeros(len(rows), longest, dtype=torch.long), torch.zeros(len(rows), longest)
    for at, row in enumerate(rows):
        ids[at, : len(row)], mask[at, : len(row)] = torch.tensor(row), 1
    return ids, mask
