#!/usr/bin/env python3
"""Writes 2,000 texts with their word pieces, for the test that compares the service's word pieces with these.

    node tools/encoder/export-questions.mjs | cut -f 2 | python3 tools/encoder/word_piece_fixture.py > FIXTURE

Of the lines on standard input it takes 1,500, evenly; the rest are texts that are hard to split, always the same ones.
A line of the result is a JSON list: the text, then its ids from start to end mark.
"""
import json
import pathlib
import random
import sys

from word_pieces import WordPieces

VOCABULARY = pathlib.Path(__file__).parents[2] / 'src/search/encoder/vocabulary.txt'
LINES, FROM_INPUT, LONGEST = 2000, 1500, 400

HARD = [
    '', ' ', '\n', '_', '__init__', "don't", 'don’t', "'", '’', '‘quoted’', '“quoted”', "tenants' files", 'o’brien',
    'CAFÉ', 'cafe\u0301', 'naïve', 'Ångström', 'ÅÄÖ åäö', 'Straße', 'STRASSE ẞ', 'İstanbul', 'ı', 'ΣΊΣΥΦΟΣ', 'ὈΔΥΣΣΕΎΣ', 'Łódź',
    'ﬁne ﬂat', 'ﬀ', '①②③', 'x²', '½ price', '10⁵', 'Ⅷ', '٣٤٥', '१२३', '一二三', '㊙', '℡', '№ 7', '™', '©', '£5.50', '€10', '¥', '₿',
    '你好吗', '我的数据在哪里?', '日本語のテキスト', 'データを削除して', '한국어 텍스트', '\u1112\u1161\u11ab', 'Привет, где мои данные?', 'Їжак',
    'שלום עולם', 'שָׁלוֹם', 'مرحبا بالعالم', 'مُحَمَّد', 'اردو میں', 'नमस्ते', 'ভালো', 'ਪੰਜਾਬੀ', 'தமிழ்', 'ไทย', 'ខ្មែរ', 'ქართული', 'Հայերեն',
    '😀', '👍🏽', '👨‍👩‍👧‍👦', '🇬🇧', 'ok👍ok', '❤️', '☎️ me', '𝐛𝐨𝐥𝐝', '𝟙𝟚𝟛', '𐐀𐐨', '𠮷野家', '🄰', 'ａｂｃ１２３', '／',
    'a\u00a0b', 'a\u2009b', 'a\u3000b', 'a\u200bb', 'a\u200cb', 'a\u200db', 'a\u2060b', 'a\ufeffb', '\ufeffhello', 'a\u00adb',
    'a\u2028b', 'a\u2029b', 'a\u0085b', 'a\u001cb', 'a\u001fb', 'a\u0000b', 'a\u0007b', 'a\u007fb', 'a\tb', 'a\rb', 'a\vb', 'a\fb', 'a\u180eb',
    '\u202eright to left\u202c', '\u200fمرحبا\u200e', '\ue000', '\uffff', '\ufffd', '\U0010ffff', 'a\ud83db', 'a\u0378b', '\u0301', 'a' + '\u0301' * 50,
    'x' * 100, 'x' * 101, 'ab' * 200, 'unaffordable' * 20, 'antidisestablishmentarianism', 'pneumonoultramicroscopicsilicovolcanoconiosis',
    'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch', 'aaaa zzzz qqqq', 'a-b-c', 'mother-in-law', 'e.g.', 'U.K.', '...', '…', '--', '—', '–',
    'me@example.org', 'https://example.org/a?b=c&d=e#f', '07700 900123', '+44 (0)20 7946 0958', 'SW1A 1AA', '12/03/2024', '9:30am', '100%', '#tag', '$HOME',
    '<b>bold</b>', '&amp;', '[UNK]', '[CLS] [SEP]', '[MASK]', '##ing', '\\n', '{"a":1}', '`code`', 'a|b', 'a~b', 'a^b', 'a+b=c', 'C++', 'C#',
    'WHY?!?!', 'plssss', 'gr8', 'l8r', 'wi-fi', 'covid-19', 'gdpr', 'DSAR', 'SNG', 'snh', 'iPhone', "y'all'd've", 'rock ’n’ roll', "'tis",
    ' '.join(['word'] * 61), ' '.join(['word'] * 62), ' '.join(['word'] * 63), ' '.join(['word'] * 80), ' '.join(['unaffordably'] * 25), '? ' * 70,
]  # fmt: skip

PARTS = [
    *"'’‘\"“”.,;:!?-–—_/\\()[]{}<>@#£$%&*+=|~^`", *' \t\n\u00a0\u200b\u200d\u202e\u3000\ufeff\u0085\u0001', *'éÉñÑüßøØæłŁğİıſ', *'\u0301\u0308\u0327\u20dd\ufe0f',
    *'日本語数据한국', *'אבשגم حب', *'яЖїαΣςω', *'१२٣½²ⅷ①', *'😀👍🏽🇬🇧❤𝐛𝟙𠮷',
    'data', 'my', 'Privacy', 'TENANCY', 'keep', 'xqzj', 'unshareable', 'retention', '2024', 'a', 'ing', 'the',
]  # fmt: skip


def made_up(count):
    dice = random.Random(1)
    return [''.join(dice.choice(PARTS) for _ in range(dice.randint(2, 16))) for _ in range(count)]


def main():
    asked = [line.rstrip('\n') for line in sys.stdin if len(line) <= LONGEST]
    chosen = [asked[at * len(asked) // FROM_INPUT] for at in range(FROM_INPUT)] if asked else []
    word_pieces = WordPieces(VOCABULARY)
    for text in [*chosen, *HARD, *made_up(LINES - len(chosen) - len(HARD))]:
        print(json.dumps([text, *word_pieces.split(text)], separators=(',', ':')))


main()
