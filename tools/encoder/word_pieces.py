"""Splits text into the word pieces that the encoder reads. Plain Python; src/search/encoder/word-pieces.ts does the same."""
import re
import unicodedata

UNKNOWN, START, END = 100, 101, 102
MOST_PIECES = 64
WORDS = re.compile(r'[^\W_]+|[^\w\s]|_')


class WordPieces:
    def __init__(self, vocabulary):
        """vocabulary: path of a file with one piece a line; `##` marks the inside of a word."""
        with open(vocabulary, encoding='utf8') as lines:
            self.ids = {line.rstrip('\r\n'): at for at, line in enumerate(lines)}
        self.longest = max(map(len, self.ids))

    def split(self, text):
        """Ids from the start mark to the end mark; pieces after the 62nd are left out."""
        decomposed = unicodedata.normalize('NFD', text.lower())
        plain = ''.join(c for c in decomposed if not unicodedata.category(c).startswith('M'))
        ids = [id for word in WORDS.findall(plain) for id in self._split_word(word)]
        return [START, *ids[: MOST_PIECES - 2], END]

    def _split_word(self, word):
        """Always the longest piece that fits; a word with a rest that none fits is unknown as a whole."""
        ids, start = [], 0
        while start < len(word):
            end, id = self._longest_piece(word, start)
            if id is None:
                return [UNKNOWN]
            ids.append(id)
            start = end
        return ids

    def _longest_piece(self, word, start):
        prefix = '##' if start else ''
        for end in range(min(len(word), start + self.longest), start, -1):
            id = self.ids.get(prefix + word[start:end])
            if id is not None:
                return end, id
        return start, None
