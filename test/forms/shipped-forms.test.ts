import { sentencesIn } from '../../src/forms/check-reading-age';
import { questionsThatApply, whatApplies, type Question, type Told } from '../../src/forms/form';
import { loadForms } from '../../src/forms/load-forms';
import { readingAge } from '../../src/forms/reading-age';
import { MATTERS, type Matter } from '../../src/rights/matter';
import { CONTENT_DIR, realNotice } from '../search/real-content';

const forms = loadForms(CONTENT_DIR).value;

const RIGHTS = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'objection',
  'automated_decision',
  'portability',
] as const;

const idsAsked = (matter: Matter, told: Told = {}): readonly string[] =>
  questionsThatApply(forms.formFor(matter).questions, told).map(({ id }) => id);

const paragraphs = (matter: Matter, told: Told = {}): string =>
  whatApplies(forms.formFor(matter).receipt.next, told)
    .map(({ text }) => text)
    .join('\n');

const facts = (matter: Matter, told: Told = {}): Readonly<Record<string, string>> =>
  Object.fromEntries(whatApplies(forms.formFor(matter).receipt.facts, told).map(({ label, text }) => [label, text]));

const wordsOf = ({ ask, hint, why, label, problem, options }: Question): string =>
  [ask, hint, why, label, problem, ...options.flatMap(({ title, note }) => [title, note])].join('\n');

describe('the forms as they are shipped', () => {
  it.each(MATTERS)('need a reading age of 11 or less: %s', (matter) => {
    expect(readingAge(sentencesIn(forms.formFor(matter)))).toBeLessThanOrEqual(11);
  });

  it.each(MATTERS)('ask for one way to reply, and let everything else be passed over: %s', (matter) => {
    const { questions } = forms.formFor(matter);

    expect(questions.filter(({ kind }) => kind === 'contact')).toHaveLength(1);
    expect(questions.filter(({ required }) => required).map(({ kind }) => kind)).toEqual(
      matter === 'breach' ? [] : ['contact'],
    );
  });

  it.each([
    ['access', ['subject', 'which', 'company', 'reply', 'name', 'place', 'help', 'urgent-date']],
    ['rectification', ['subject', 'wrong', 'right', 'seen-where', 'company', 'reply', 'name', 'place', 'help']],
    ['erasure', ['subject', 'what', 'tie', 'open-matter', 'company', 'reply', 'name', 'place', 'help']],
    ['restriction', ['subject', 'which', 'ground', 'company', 'reply', 'name', 'place', 'help']],
    ['objection', ['subject', 'use', 'situation', 'company', 'reply', 'name', 'place', 'help']],
    ['automated_decision', ['subject', 'decision', 'wish', 'side', 'company', 'reply', 'name', 'place', 'help']],
    ['portability', ['subject', 'which', 'to', 'company', 'reply', 'name', 'place', 'help']],
    ['opt_out_surveys', ['channel', 'address']],
    ['opt_out_photos', ['photos', 'reply']],
    ['opt_out_contact', ['stop', 'address']],
    ['withdraw_consent', ['consent', 'when-agreed', 'company', 'reply', 'name', 'help']],
    ['complaint', ['happened', 'put-right', 'earlier', 'company', 'reply', 'name', 'help']],
    ['breach', ['danger', 'happened', 'who-has-it', 'company', 'reply']],
    ['human', ['message', 'company', 'reply', 'name', 'help']],
  ] as const)('ask in this order, of somebody who has told nothing: %s', (matter, ids) => {
    expect(idsAsked(matter)).toEqual(ids);
  });

  it('ask whether it is safe as soon as there is an address, unless that is what has to stop', () => {
    for (const matter of MATTERS) {
      const ids = idsAsked(matter, { email: 'alex@example.org' });
      if (matter === 'opt_out_surveys' || matter === 'opt_out_contact') expect(ids).not.toContain('safe');
      else expect(ids[ids.indexOf('reply') + 1]).toBe('safe');
    }
    expect(idsAsked('access', { phone: '07700 900000' })).toContain('safe');
    expect(idsAsked('access', { post: '1 High Street' })).toContain('safe');
    expect(idsAsked('access', { collect: 'yes' })).not.toContain('safe');
  });

  it.each(RIGHTS)('ask more of somebody who acts for another person, and nothing about children: %s', (matter) => {
    const ids = idsAsked(matter, { subject: 'other' });

    expect(ids.slice(0, 5)).toEqual(['subject', 'role', 'for-whom', 'authority', 'contact-them']);
    expect(ids.filter((id) => id.startsWith('child-'))).toEqual([]);
  });

  it.each(RIGHTS)('ask more of somebody who acts for a child: %s', (matter) => {
    const ids = idsAsked(matter, { subject: 'child' });

    expect(ids.slice(0, 5)).toEqual(['subject', 'child-relation', 'child-age', 'child-knows', 'child-worry']);
    expect(ids).not.toContain('authority');
  });

  it.each(RIGHTS)('never say whether anything is held about somebody else, and let proof come later: %s', (matter) => {
    for (const subject of ['other', 'child']) {
      expect(paragraphs(matter, { subject })).toContain('We cannot say if we hold anything about them.');
      expect(paragraphs(matter, { subject })).toContain('You can send us proof later. The team will tell you how.');
    }
    expect(paragraphs(matter, { subject: 'child' })).toContain('The right is the child');
    expect(paragraphs(matter, { subject: 'me' })).not.toMatch(/\bproof\b|\bchild\b/);
    expect(paragraphs(matter)).not.toMatch(/\bproof\b|\bchild\b/);
  });

  it('take what is told about who it is for also where that is not asked', () => {
    expect(forms.sharedQuestions.map(({ id }) => id)).toContain('subject');
    expect(idsAsked('complaint')).not.toContain('subject');
    expect(idsAsked('complaint', { subject: 'other' }).slice(0, 3)).toEqual(['role', 'for-whom', 'authority']);
  });

  it('ask which part, or to whom, only where that is open', () => {
    expect(idsAsked('erasure', { what: 'some' })).toContain('which');
    expect(idsAsked('erasure', { what: 'all' })).not.toContain('which');
    expect(idsAsked('portability', { to: 'landlord' })).toContain('to-whom');
    expect(idsAsked('portability', { to: 'me' })).not.toContain('to-whom');
  });

  it('begin a breach report with danger, and do not want the information itself', () => {
    const [first, second] = forms.formFor('breach').questions;

    expect(first?.ask).toBe('Is anyone in danger now because of this?');
    expect(second?.hint).toContain('do not copy the information');
    expect(paragraphs('breach', { phone: '07700 900000' })).toContain('Somebody will contact you.');
    expect(paragraphs('breach')).not.toContain('contact you');
  });

  it.each([
    ['opt_out_surveys', {}, /by e-mail, text, phone and post/],
    ['opt_out_surveys', { channel: 'text' }, /by text\.$/],
    ['opt_out_contact', { stop: 'all' }, /News, invitations to events and insurance offers/],
    ['opt_out_contact', { stop: 'insurance' }, /^Insurance offers\.$/],
    ['opt_out_photos', {}, /new use of the photographs/],
  ] as const)('say what stops and what goes on: %s %j', (matter, told, stops) => {
    const rows = facts(matter, told);

    expect(rows['What stops']).toMatch(stops);
    expect(rows['What goes on']).toMatch(matter === 'opt_out_photos' ? /^Printed copies/ : /rent, safety, repairs/);
  });

  it('leave days and periods to the clock, so that there is one date a promise', () => {
    const texts = forms.all.flatMap(({ receipt }) => [...receipt.facts, ...receipt.next]).map(({ text }) => text);

    expect(texts.filter((text) => /\bdays?\b|\bmonths?\b|\bweeks?\b/.test(text))).toEqual([
      expect.stringContaining('Calls are kept for 6 months'),
    ]);
    const notice = realNotice().sections.flatMap(({ passages }) => passages.map(({ text }) => text));
    expect(notice).toContainEqual(expect.stringContaining('recordings of telephone calls for 6 months'));
  });

  it.each(['opt_out_surveys', 'opt_out_contact'] as const)(
    'say one thing of what stops, whatever was chosen: %s',
    (matter) => {
      const [scope] = forms.formFor(matter).questions;
      for (const { id } of scope?.options ?? []) {
        const stops = whatApplies(forms.formFor(matter).receipt.facts, { [scope?.id ?? '']: id });
        expect(stops.filter(({ label }) => label === 'What stops')).toHaveLength(1);
      }
    },
  );

  it('say what the law lets us promise, and no more', () => {
    expect(paragraphs('access')).toContain('a reasonable and proportionate search');
    expect(paragraphs('access')).toContain("Other people's information may be taken out.");
    expect(paragraphs('access')).toMatch(/6 months, and CCTV is recorded over/);
    expect(paragraphs('erasure')).toContain('A person will decide. Some records must be kept by law');
    expect(paragraphs('erasure')).toContain('a small record of this request');
    expect(paragraphs('restriction')).toContain('we tell you before we start again');
  });

  it('ask for no papers, no number that others could misuse, no health, and no reason', () => {
    const forbidden =
      /passport|driving licen|photo id|\bid card|national insurance|\bNI\b|nhs number|date of birth|birthday|born|bank|sort code|card number|password|medical|diagnos|disab|illness|abuse|why (are|do|did|would) you|what is your reason|reason for/i;
    const words = forms.all.flatMap(({ questions }) => questions.map(wordsOf)).join('\n');

    expect(words).not.toMatch(forbidden);
  });

  it('use the words of the house: no Latin, no names of laws, no promise of deletion', () => {
    const forbidden =
      /please note|unfortunately|i understand|\be\.g\.|\bi\.e\.|\betc\b|gdpr|\bact 2018|article \d|your tenancy|tenant|we will delete|will be deleted|\bagent\b/i;
    const words = forms.all.flatMap((form) => [
      ...[form.asksFor, form.understood, form.receipt.heading, ...form.questions.map(wordsOf)],
      ...[...form.receipt.facts, ...form.receipt.next].map(({ text }) => text),
    ]);

    expect(words.join('\n')).not.toMatch(forbidden);
  });

  it('know both companies by what they were called before, and neither by the other’s name', () => {
    const company = forms.sharedQuestions.find(({ id }) => id === 'company');
    const said = (id: string) => {
      const option = company?.options.find((one) => one.id === id);
      return [...(option?.saidAs ?? []), ...(option?.saidAnywhere ?? [])];
    };

    expect(said('sng')).toEqual(expect.arrayContaining(['sovereign', 'sovereign housing', 'sng']));
    expect(said('snh')).toEqual(expect.arrayContaining(['network homes', 'snh']));
    expect(said('sng').filter((words) => words.includes('homes'))).toEqual([]);
    expect(said('snh').filter((words) => words.includes('sovereign'))).toEqual([]);
    expect(company?.unknown).toBe('unsure');
  });
});
