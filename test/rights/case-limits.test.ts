import { said, told } from '../../src/rights/case-changes';
import { CASE_LIMITS } from '../../src/rights/case-limits';
import { Cases } from '../../src/rights/cases';
import { formTalk } from '../support/form-talk';

const ADD = 'Add something';

/** Without an end, a machine could fill the disk in one chat. */
describe('a person who does not stop', () => {
  it('adds so much to a request and no more, and hears so', async () => {
    const talk = formTalk();
    await talk.sayAll('I want a copy of my data', 'keep it');
    const [one] = await talk.cases();
    const cases = new Cases({ store: talk.store, clock: talk.clock, newReference: () => '' });
    for (let number = 2; number < CASE_LIMITS.statements; number++) {
      await cases.change(one?.reference ?? '', said(`I also lived at ${number} Elm Road`, `message ${number} before`));
    }
    expect(await talk.sayAll(ADD, 'And in Ash Road')).toMatch(/^That is added/);

    expect(await talk.sayAll(ADD, 'And in Oak Road')).toMatch(/^You have told us very much[^]*data\.protection@/);
    expect((await talk.cases())[0]?.words).toHaveLength(CASE_LIMITS.statements);
  });

  it('makes so many requests in one chat and no more, and hears so', async () => {
    const talk = formTalk();
    for (let number = 0; number < CASE_LIMITS.cases; number++) {
      await talk.sayAll(`I want a copy of my file number ${number}`, 'keep it');
    }
    expect(await talk.cases()).toHaveLength(CASE_LIMITS.cases);

    expect(await talk.say('I want a copy of my file number 99')).toMatch(
      /^You have made very many requests[^]*write to/,
    );
    expect(talk.asked()).toBeUndefined();
    expect(await talk.cases()).toHaveLength(CASE_LIMITS.cases);
  });

  it('makes so many requests beside one another and no more, and goes on with the last one', async () => {
    const talk = formTalk();
    for (let number = 1; number < CASE_LIMITS.cases; number++) {
      await talk.sayAll(`I want a copy of my file number ${number}`, 'keep it');
    }
    await talk.say('I want a copy of my file');

    expect(await talk.say('and delete everything you hold about me')).toMatch(/^You have made very many requests/);
    expect(talk.asked()).toBe('subject');
    expect(await talk.cases()).toHaveLength(CASE_LIMITS.cases);
  });

  it('gets help first, also where nothing more is recorded', async () => {
    const talk = formTalk();
    for (let number = 0; number < CASE_LIMITS.cases; number++) {
      await talk.sayAll(`I want a copy of my file number ${number}`, 'keep it');
    }

    expect(await talk.say('I smell gas, and I want you to delete my data')).toMatch(
      /0800 111 999[^]*You have made very many requests/,
    );
  });

  it('changes answers so often and no more; the request is sent all the same', async () => {
    const talk = formTalk();
    await talk.sayAll('I want a copy of my data', 'Me', 'I will collect it');
    const [one] = await talk.cases();
    const cases = new Cases({ store: talk.store, clock: talk.clock, newReference: () => '' });
    for (let number = 0; number < CASE_LIMITS.events; number++) {
      await cases.change(one?.reference ?? '', told({ which: `number ${number}` }));
    }

    expect(await talk.answer('which', 'everything')).toMatch(/^You have changed your answers very often/);
    expect((await talk.cases())[0]?.timeline).toHaveLength(CASE_LIMITS.events);
    expect(await talk.say('send')).toMatch(/^We have your request/);
  });
});
