/**
 * Writes the questions of content/questions for training: label, TAB, text, TAB, batch. Needs a build.
 *
 *   node tools/encoder/export-questions.mjs [--by passages] > data/encoder/questions.tsv
 *
 * A label is a meaning (`topic:how-long-calls`, `flow:access`, `off_topic`), or with `--by passages` the passages of the
 * topic, the best first, by commas: topics that share passages then pull together.
 */
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';

const { readQuestionFiles } = createRequire(import.meta.url)('../../dist/src/search/read-question-files.js');

const { by } = parseArgs({ options: { by: { type: 'string', default: 'topics' } } }).values;
if (!['topics', 'passages'].includes(by)) throw new Error('--by takes "topics" or "passages"');

const { value, problems } = readQuestionFiles('content');
for (const { file, line, problem } of problems) console.error(`${file}:${line}  ${problem}`);
if (problems.length > 0) process.exit(1);

const passages = new Map(value.topics.map((topic) => [`topic:${topic.id}`, topic.passages.join()]));
const labelOf = (meaning) => (by === 'passages' && passages.get(meaning)) || meaning;
const oneLine = (text) => text.replace(/\s+/g, ' ').trim();

const lines = value.phrasings.map(({ meaning, text, batch }) => [labelOf(meaning), oneLine(text), batch].join('\t'));
process.stdout.write(lines.join('\n') + '\n');
