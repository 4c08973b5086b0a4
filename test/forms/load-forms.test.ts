import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { checkReadingAge } from '../../src/forms/check-reading-age';
import { loadForms } from '../../src/forms/load-forms';
import { describeProblem } from '../../src/shared/content-problem';
import { CONTENT_DIR } from '../search/real-content';

describe('loading the forms', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'forms-'));
    cpSync(join(CONTENT_DIR, 'rights'), join(folder, 'rights'), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Puts other words in the place of the first such ones, and returns the line on which they begin, from 1. */
  const change = (name: string, from: string, to: string): number => {
    const file = join(folder, 'rights', name);
    const text = readFileSync(file, 'utf8');
    const at = text.indexOf(from);
    expect(at).toBeGreaterThanOrEqual(0);
    writeFileSync(file, text.slice(0, at) + to + text.slice(at + from.length));
    return text.slice(0, at).split('\n').length;
  };

  const problems = (): readonly string[] => loadForms(folder).problems.map(describeProblem);

  it('finds nothing wrong in those that are shipped', () => {
    expect(problems()).toEqual([]);
    expect(checkReadingAge(loadForms(folder).value)).toEqual([]);
  });

  it('asks another question as soon as one word of the content is another', () => {
    change('access.yaml', 'Which information would you like?', 'Which papers would you like?');
    change('questions.yaml', 'How should we reply?', 'How shall we reply?');

    const asked = loadForms(folder)
      .value.formFor('access')
      .questions.map(({ ask }) => ask);

    expect(asked).toContain('Which papers would you like?');
    expect(asked).toContain('How shall we reply?');
  });

  it('needs a form for every matter', () => {
    rmSync(join(folder, 'rights/portability.yaml'));

    expect(problems()).toEqual(['rights/portability.yaml:1  the file is missing  (file-exists)']);
    expect(() => loadForms(folder).value.formFor('portability')).toThrow('there is no form for portability');
  });

  it('needs the questions and paragraphs that forms share', () => {
    rmSync(join(folder, 'rights/paragraphs.yaml'));
    expect(problems()).toEqual(['rights/paragraphs.yaml:1  the file is missing  (file-exists)']);

    rmSync(join(folder, 'rights/questions.yaml'));
    expect(problems()).toEqual(['rights/questions.yaml:1  the file is missing  (file-exists)']);
  });

  it.each([
    ['of a form', 'human.yaml', 'asks-for:', 'ask-for:', 'ask-for: Unrecognized key: "ask-for"'],
    ['of a form’s own question', 'human.yaml', 'hint:', 'hnt:', 'questions.0.hnt: Unrecognized key: "hnt"'],
    ['of a shared question', 'questions.yaml', 'hint:', 'hnt:', 'for-whom.hnt: Unrecognized key: "hnt"'],
    ['of an option', 'breach.yaml', 'said-as:', 'said:', 'questions.0.options.yes.said: Unrecognized key: "said"'],
    ['of a receipt', 'human.yaml', 'next:', 'then:', 'receipt.then: Unrecognized key: "then"'],
  ])('tells of an unknown key %s, with its line', (_, name, from, to, problem) => {
    const line = change(name, from, to);

    expect(problems()).toContain(`rights/${name}:${line}  ${problem}  (known-keys)`);
  });

  it('tells of a shared question or paragraph that there is not', () => {
    const question = change('human.yaml', '  - company', '  - compny');
    const paragraph = change('access.yaml', '    - cannot-say', '    - cant-say');

    expect(problems()).toEqual([
      `rights/access.yaml:${paragraph}  receipt.next.6: paragraphs.yaml has no "cant-say"  (shape)`,
      `rights/human.yaml:${question}  questions.1: questions.yaml has no "compny"  (shape)`,
    ]);
  });

  it.each([
    ['a field that no choice fills', 'portability.yaml', 'when: { to: [lan', 'when: { too: [lan', 'no choice "too"'],
    ['a value that its field never has', 'erasure.yaml', '[marketing] }', '[adverts] }', '"what" never has the value'],
    ['a way to reply that there is not', 'breach.yaml', '[email, phone, post] }', '[fax] }', '"contact" never has'],
    ['no choice, but any words', 'erasure.yaml', '{ what: [some] }', '{ which: [some] }', 'no choice "which"'],
    ['a field of another form', 'erasure.yaml', '{ what: [some] }', '{ consent: [photos] }', 'no choice "consent"'],
    ['a shared question’s unknown field', 'questions.yaml', '{ subject: [other] }', '{ sujet: [other] }', '"sujet"'],
    ['a shared paragraph’s unknown value', 'paragraphs.yaml', '[other, child]', '[others]', 'the value "others"'],
  ])('tells of a condition on %s', (_, name, from, to, problem) => {
    const line = change(name, from, to);

    expect(problems()).toEqual([expect.stringContaining(problem)]);
    expect(problems()[0]).toContain(`rights/${name}:${line}  `);
  });

  it('lets a form depend on an answer that is told without being asked', () => {
    change('human.yaml', '  - company', '  - for-whom\n  - company');

    expect(problems()).toEqual([]);
  });

  it('tells of an option that is named as the unknown one and is not there', () => {
    const line = change('opt_out_surveys.yaml', 'unknown: all', 'unknown: any');

    expect(problems()).toEqual([
      `rights/opt_out_surveys.yaml:${line}  questions.0.unknown: there is no option "any"  (shape)`,
    ]);
  });

  it.each([
    ['of a form’s own question', 'breach.yaml', 'questions.0', 'urgent: emergency', 'urgent: emergancy'],
    [
      'of a shared question',
      'questions.yaml',
      'subject',
      '      title: Me\n',
      '      title: Me\n      urgent: emergancy\n',
    ],
  ])('tells of an option %s that names a sign of danger which there is not', (_, name, question, from, to) => {
    const line = change(name, from, to) + to.split('\n').findIndex((text) => text.includes('urgent'));
    const found = loadForms(folder, ['emergency', 'gas']).problems.map(describeProblem);

    expect(found).toEqual([
      expect.stringMatching(
        new RegExp(
          `^rights/${name}:${line}  ${question}\\.options\\.\\w+\\.urgent: urgent\\.yaml has no sign "emergancy"`,
        ),
      ),
    ]);
  });

  it('tells of two questions that fill the same field', () => {
    const line = change('human.yaml', '  - company', '  - company\n  - company');

    expect(problems()).toEqual([`rights/human.yaml:${line + 1}  questions.2: "company" is asked twice  (shape)`]);
  });

  it('tells of a form that asks for no way to reply', () => {
    change('human.yaml', '  - reply\n', '');

    expect(problems()).toEqual([
      'rights/human.yaml:4  questions: has to ask for a way to reply: a question of the kind "contact"  (shape)',
    ]);
  });

  it('lets nothing but a way to reply be required', () => {
    change('human.yaml', 'kind: text', 'kind: text\n    required: true');

    expect(problems()).toEqual([expect.stringContaining('only a way to reply can be required')]);
  });

  it('tells of a choice without options, and of options without a choice', () => {
    change('human.yaml', 'kind: text', 'kind: choice\n    problem: Choose.');
    change('breach.yaml', 'kind: choice', 'kind: name');

    expect(problems()).toEqual([
      expect.stringMatching(/^rights\/breach\.yaml:\d+ .*only a choice has options/),
      expect.stringMatching(/^rights\/human\.yaml:\d+ .*needs two options at least/),
    ]);
  });

  it('tells of the same words for two options', () => {
    change('opt_out_surveys.yaml', 'said-as: [post,', 'said-as: [SMS, post,');

    expect(problems()).toEqual([expect.stringMatching(/questions\.0\.options\.post: "sms" already means "text"/)]);
  });

  it('tells of an answer that can be unreadable without a word on what to do then', () => {
    change('breach.yaml', '    problem: Answer yes or no, or skip this.\n', '');

    expect(problems()).toEqual([expect.stringContaining('say what to do where the answer cannot be read')]);
  });

  it('keeps the names of the ways to reply for these', () => {
    change('human.yaml', 'id: message', 'id: email');

    expect(problems()).toEqual([expect.stringMatching(/questions\.0\.id: is a name of the ways to reply/)]);
  });

  it('tells of a sentence that is too long to be read', () => {
    const line = change('human.yaml', 'In your own words.', `In your own words${' and yet more words'.repeat(6)}.`);

    expect(problems()).toEqual([
      `rights/human.yaml:${line}  questions.0.hint: has a sentence of more than 25 words  (shape)`,
    ]);
  });

  it('tells of a form that needs a reading age of more than 11', () => {
    const hard =
      'Notwithstanding proportionality considerations, organisational responsibilities necessitate verification.';
    change('opt_out_photos.yaml', '  next:\n', `  next:\n${`    - text: ${hard}\n`.repeat(12)}`);

    const forms = loadForms(folder);

    expect(forms.problems).toEqual([]);
    expect(checkReadingAge(forms.value).map(describeProblem)).toEqual([
      expect.stringMatching(/^rights\/opt_out_photos\.yaml:1 {2}needs a reading age of \d\d, .*\(reading-age\)$/),
    ]);
  });
});
