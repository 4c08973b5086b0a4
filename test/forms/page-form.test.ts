import { loadForms } from '../../src/forms/load-forms';
import { fieldsOnPage, pageForm, type PageForm } from '../../src/forms/page-form';
import type { Branch } from '../../src/forms/branches';
import type { Case } from '../../src/rights/case';
import { MATTERS, type Matter } from '../../src/rights/matter';
import { CONTENT_DIR } from '../search/real-content';

const forms = loadForms(CONTENT_DIR).value;

const caseOf = (matter: Matter): Case => ({
  reference: matter,
  family: 'family',
  matter,
  channel: 'form',
  receivedAt: '2026-11-25T10:00:00.000Z',
  words: [],
  facts: {},
  passedOver: {},
  state: { name: 'incomplete' },
  timeline: [],
  toDo: [],
});

const pageOf = (...matters: readonly Matter[]): PageForm => pageForm(matters.map(caseOf), forms);

const namesOf = (branches: readonly Branch[]): readonly string[] => branches.map(({ field }) => field.name);

describe('the questions of some cases on one page', () => {
  it.each(MATTERS)('are all that the form asks, each under a name of its own: %s', (matter) => {
    const fields = fieldsOnPage(pageOf(matter));

    const names = fields.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const ids = fields.map(({ question }) => question.id);
    for (const { id } of forms.formFor(matter).questions) expect(ids).toContain(id);
  });

  it('are those of each matter apart, and what several ask once', () => {
    const { matters, shared } = pageOf('access', 'erasure');

    expect(matters.map(({ branches }) => namesOf(branches))).toEqual([
      ['access.which', 'access.urgent-date'],
      ['erasure.what', 'erasure.tie', 'erasure.open-matter'],
    ]);
    expect(namesOf(shared)).toEqual(['subject', 'company', 'reply', 'safe', 'name', 'place', 'help']);
    expect(shared[0]?.field.references).toEqual(['access', 'erasure']);
  });

  it('stand behind the answers after which alone they apply', () => {
    const { matters, shared } = pageOf('erasure');

    const [what] = matters[0]?.branches ?? [];
    expect(what?.groups.map(({ options, branches }) => [options, namesOf(branches)])).toEqual([
      [['some'], ['erasure.which']],
    ]);
    expect(shared[0]?.groups.map(({ options, branches }) => [options, namesOf(branches)])).toEqual([
      [['other'], ['role', 'for-whom', 'authority', 'contact-them']],
      [['child'], ['child-relation', 'child-age', 'child-knows', 'child-worry']],
    ]);
  });

  it('ask for a way to reply once, in the words of the form that cannot do without', () => {
    const { shared } = pageOf('breach', 'access');

    const reply = shared.filter(({ field }) => field.question.kind === 'contact');
    expect(reply).toHaveLength(1);
    expect(reply[0]?.field).toMatchObject({ question: { required: true }, references: ['breach', 'access'] });
  });

  it('ask what a form depends on, where it does not ask that by itself', () => {
    expect(namesOf(pageOf('complaint').shared)).toContain('subject');
    expect(namesOf(pageOf('human').shared)).not.toContain('subject');
  });
});
