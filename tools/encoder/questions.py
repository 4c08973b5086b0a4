"""The labelled questions that the encoder learns from."""
from collections import Counter
from dataclasses import dataclass

FIRST_SHARE = 0.6  # of the first of several classes; the others get the rest evenly


@dataclass
class Question:
    pieces: list
    shares: dict  # class -> share, 1 together
    batch: str

    @property
    def main_class(self):
        return max(self.shares, key=self.shares.get)


def read_questions(file, split):
    """file: one question a line: classes (by commas, the best first), TAB, text, TAB, batch. split: text -> pieces"""
    with open(file, encoding='utf8') as lines:
        rows = [line.rstrip('\n').split('\t') for line in lines if line.strip()]
    return [Question(split(text), _shares(label.split(',')), batch) for label, text, batch in rows]


def _shares(classes):
    if len(classes) == 1:
        return {classes[0]: 1.0}
    rest = (1 - FIRST_SHARE) / (len(classes) - 1)
    return {name: rest if at else FIRST_SHARE for at, name in enumerate(classes)}


def kind_of(name):
    """What the service does with a message of this class."""
    if name.startswith('flow:'):
        return 'flow'
    if name in ('off_topic', 'not_in_notice'):
        return 'decline'
    return 'smalltalk' if name == 'smalltalk' else 'answer'


def judge(questions, orders):
    """orders: for each question, all classes, the likeliest first -> percentages by name"""
    right, count = Counter(), Counter()
    for question, order in zip(questions, orders):
        wanted = kind_of(question.main_class)
        hit = kind_of(order[0]) == 'decline' if wanted == 'decline' else order[0] in question.shares
        judged = {'all': hit, wanted: hit}
        if wanted == 'answer':
            answers = [name for name in order if kind_of(name) == 'answer']
            judged['rank-only'] = answers[0] in question.shares
            judged['among three'] = any(name in question.shares for name in answers[:3])
        count.update(judged.keys())
        right.update(name for name, is_right in judged.items() if is_right)
    return {name: 100 * right[name] / count[name] for name in count}
