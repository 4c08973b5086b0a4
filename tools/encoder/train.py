#!/usr/bin/python3
"""Fine-tunes the sentence encoder: a linear layer over the vector learns the classes, and the encoder moves with it.

    OPENBLAS_NUM_THREADS=2 /usr/bin/python3 tools/encoder/train.py --questions data/encoder/questions.tsv --out FILE.onnx
    ... --leave everyday-tenants        trains without a batch and reports on it after each epoch
"""
import argparse
import pathlib
import random
import time
from collections import Counter

import torch
import torch.nn as nn

from questions import judge, read_questions
from sentence_encoder import WIDTH, SentenceEncoder, padded
from weights_file import read_weights, write_weights
from word_pieces import WordPieces

ROOT = pathlib.Path(__file__).parents[2]
BATCH = 32  # questions a step
SHARPNESS = 10.0  # cosines reach the softmax times this
DROPOUT, WORD_DROPOUT, LABEL_SMOOTHING = 0.1, 0.08, 0.05
HEAD_RATE, WARM_UP = 5e-3, 0.06  # WARM_UP: share of the steps in which the rate grows
USUAL_CLASS, MOST_WEIGHT = 14, 3.0  # questions in a class that weigh 1; fewer weigh more, up to the most
MASK_PIECE, FIRST_WORD_PIECE = 103, 1000


def options():
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument('--questions', required=True, help='from export-questions.mjs')
    reader.add_argument('--base', default=ROOT / 'data/encoder/base.onnx', help='where to start from; see README.md')
    reader.add_argument('--leave', help='a batch to judge by instead of learning from it')
    reader.add_argument('--epochs', type=int, default=6)
    reader.add_argument('--rate', type=float, default=8e-5)
    reader.add_argument('--seed', type=int, default=7)
    reader.add_argument('--out', help='ONNX file to write')
    return reader.parse_args()


def main():
    given = options()
    random.seed(given.seed)
    torch.manual_seed(given.seed)
    questions = read_questions(given.questions, WordPieces(ROOT / 'src/search/encoder/vocabulary.txt').split)
    learnt = [question for question in questions if question.batch != given.leave]
    left = [question for question in questions if question.batch == given.leave]
    if given.leave and not left:
        raise SystemExit(f'there is no batch "{given.leave}"')

    training = Training(given, learnt)
    began = time.time()
    for epoch in range(1, given.epochs + 1):
        loss = training.run_epoch()
        figures = training.judge(left) if left else {}
        told = '  '.join(f'{name} {figure:.1f}' for name, figure in figures.items())
        print(f'epoch {epoch} of {given.epochs}, {time.time() - began:.0f} s, loss {loss:.3f}  {told}', flush=True)
    if given.out:
        write_weights(training.encoder.trained_weights(), given.base, given.out)


class Training:
    def __init__(self, given, questions):
        self.questions = questions
        self.classes = sorted({name for question in questions for name in question.shares})
        self.place = {name: at for at, name in enumerate(self.classes)}
        self.size = Counter(question.main_class for question in questions)
        self.encoder = SentenceEncoder(read_weights(given.base))
        self.head = nn.Linear(WIDTH, len(self.classes))
        nn.init.zeros_(self.head.weight)
        nn.init.zeros_(self.head.bias)
        moving = [p for p in self.encoder.parameters() if p.requires_grad]
        self.optimizer = torch.optim.AdamW([
            {'params': moving, 'lr': given.rate, 'weight_decay': 0.01},
            {'params': self.head.parameters(), 'lr': HEAD_RATE, 'weight_decay': 1e-3},
        ])  # fmt: skip
        steps = given.epochs * (len(questions) // BATCH + 1)
        rate = lambda step: min(1, (step + 1) / (WARM_UP * steps)) * max(0, 1 - step / steps)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimizer, rate)

    def run_epoch(self):
        """-> mean loss"""
        self.encoder.train()
        losses = []
        for batch in batches_of_like_length(self.questions):
            loss = self._loss(batch)
            self.optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(self.encoder.parameters(), 1.0)
            self.optimizer.step()
            self.schedule.step()
            losses.append(loss.item())
        return sum(losses) / len(losses)

    def judge(self, questions):
        self.encoder.eval()
        orders = []
        with torch.no_grad():
            for at in range(0, len(questions), BATCH):
                ids, mask = padded([question.pieces for question in questions[at : at + BATCH]])
                for row in self._scores(ids, mask):
                    orders.append([self.classes[place] for place in row.argsort(descending=True)])
        return judge(questions, orders)

    def _loss(self, batch):
        ids, mask = padded([question.pieces for question in batch])
        is_hidden = (torch.rand(ids.shape) < WORD_DROPOUT) & (ids >= FIRST_WORD_PIECE)
        ids = ids.masked_fill(is_hidden, MASK_PIECE)
        wanted = torch.full((len(batch), len(self.classes)), LABEL_SMOOTHING / len(self.classes))
        for row, question in zip(wanted, batch):
            for name, share in question.shares.items():
                row[self.place[name]] += (1 - LABEL_SMOOTHING) * share
        sizes = torch.tensor([self.size[question.main_class] for question in batch], dtype=torch.float)
        weights = (USUAL_CLASS / sizes).sqrt().clamp(max=MOST_WEIGHT)
        log_shares = torch.log_softmax(self._scores(ids, mask, DROPOUT), -1)
        return -((wanted * log_shares).sum(1) * weights).mean()

    def _scores(self, ids, mask, dropout=0.0):
        return self.head(SHARPNESS * self.encoder(ids, mask, dropout))


def batches_of_like_length(questions):
    """In random order. Questions are put together by length only within sixteen batches, so that company changes."""
    shuffled, batches = random.sample(questions, len(questions)), []
    for at in range(0, len(shuffled), 16 * BATCH):
        near = sorted(shuffled[at : at + 16 * BATCH], key=lambda question: len(question.pieces))
        batches += [near[start : start + BATCH] for start in range(0, len(near), BATCH)]
    random.shuffle(batches)
    return batches


if __name__ == '__main__':
    main()
