import { formTalk } from '../support/form-talk';

const COPY = 'I want a copy of my data';

/** Another window may still show a question that was asked before, or one of a form that is over. */
describe('an answer from another window', () => {
  it('counts for the question that it is for, and is said back', async () => {
    const talk = formTalk();
    await talk.sayAll(COPY, 'Me', 'everything');

    expect(await talk.answer('which', 'repairs and calls')).toMatch(
      /Changed: Which information is now “repairs and calls”[^]*Which company/,
    );
    expect(talk.asked()).toBe('company');
    expect(await talk.facts()).toEqual({ subject: 'me', which: 'repairs and calls' });
  });

  it('that cannot be read does not lead back', async () => {
    const talk = formTalk();
    await talk.sayAll(COPY, 'Me', 'everything', 'skip');
    expect(talk.asked()).toBe('reply');

    await talk.answer('company', 'the one in Basingstoke');

    expect(talk.asked()).toBe('reply');
    expect(talk.form()).not.toHaveProperty('problem');
  });

  it('to a question that does not apply any more is no answer to what is asked', async () => {
    const talk = formTalk();
    await talk.sayAll(COPY, 'Somebody else', 'actually its for myself');
    expect(talk.asked()).toBe('which');

    await talk.answer('for-whom', 'Mary Smith');

    expect(talk.asked()).toBe('which');
    expect(await talk.facts()).toEqual({ subject: 'me' });
  });

  it('counts while we ask what "cancel" means', async () => {
    const talk = formTalk();
    await talk.sayAll(COPY, 'Me', 'cancel');

    expect(await talk.answer('which', 'everything')).toMatch(/Noted: Which information[^]*What should we do/);
    expect(await talk.facts()).toEqual({ subject: 'me', which: 'everything' });
  });

  it('counts while an answer is changed, which is asked on', async () => {
    const talk = formTalk();
    await talk.sayAll(COPY, 'Me', 'everything', 'send', 'd@example.org', 'send', 'Change your name');

    await talk.answer('which', 'repairs');

    expect(talk.asked()).toBe('name');
    expect(await talk.facts()).toMatchObject({ which: 'repairs' });
  });

  it('counts while a request is looked up', async () => {
    const talk = formTalk();
    await talk.sayAll(COPY, 'Me', 'how is my request');

    await talk.answer('which', 'everything');

    expect(talk.asked()).toBe('company');
    expect(await talk.facts()).toMatchObject({ which: 'everything' });
  });

  it('goes on with a form that was left', async () => {
    const talk = formTalk();
    await talk.sayAll(COPY, 'Me', 'keep it');

    await talk.answer('which', 'everything');

    expect(talk.asked()).toBe('company');
    expect(await talk.facts()).toMatchObject({ which: 'everything' });
  });

  it('is added to what was sent meanwhile, in the person’s words', async () => {
    const talk = formTalk();
    await talk.sayAll(COPY, 'Me', 'everything', 'send', 'd@example.org', 'send', 'send');

    expect(await talk.answer('name', 'its dave')).toMatch(/That is added\. A person will read it/);

    expect(await talk.cases()).toMatchObject([
      { state: { name: 'sent' }, words: [{ text: COPY }, { text: 'its dave' }] },
    ]);
  });

  it('is a question to us where it asks one, also after the form is sent', async () => {
    const talk = formTalk();
    await talk.sayAll(COPY, 'Me', 'everything', 'send', 'd@example.org', 'send', 'send');

    expect(await talk.answer('name', 'how long do you keep phone calls?')).toMatch(/6 months/);
    expect(await talk.cases()).toMatchObject([{ words: [{ text: COPY }] }]);
  });

  it('is only told how the request stands once it is withdrawn', async () => {
    const talk = formTalk();
    await talk.sayAll(COPY, 'Me', 'cancel', 'Withdraw my request');

    expect(await talk.answer('which', 'everything')).toMatch(/It was withdrawn on/);
    expect(await talk.cases()).toMatchObject([{ state: { name: 'withdrawn' }, words: [{ text: COPY }] }]);
  });
});

/** Buttons of a form that is over by now. */
describe('a press in another window', () => {
  it.each([
    'Send my request',
    'Back',
    'Skip',
    'Stop here, but keep my request',
    'Save and come back',
    'Cancel request',
  ])('of "%s" after the form was sent tells how the request stands, and does nothing', async (text) => {
    const talk = formTalk();
    await talk.sayAll(COPY, 'Me', 'everything', 'send', 'd@example.org', 'send', 'send');
    await talk.outgoing();
    const before = await talk.cases();

    expect(await talk.say(text)).toMatch(/The data protection team has it/);
    expect(await talk.say(text)).toMatch(/The data protection team has it/);
    expect(await talk.cases()).toEqual(before);
  });

  it.each(['Back', 'cancel', 'keep it', 'skip'])('of "%s" makes no request where there is none', async (text) => {
    const talk = formTalk();

    await talk.say(text);

    expect(await talk.cases()).toEqual([]);
  });

  it('leaves what is looked up, and is not added to it', async () => {
    const talk = formTalk();
    await talk.sayAll(COPY, 'Me', 'everything', 'send', 'd@example.org', 'send', 'send', 'Add something');

    expect(await talk.say('Back')).toMatch(/The data protection team has it/);
    expect(await talk.cases()).toMatchObject([{ words: [{ text: COPY }] }]);
  });
});

describe('a request that is withdrawn while its form is open', () => {
  it('is not asked about any more', async () => {
    const talk = formTalk();
    await talk.sayAll(COPY, 'my email is d@example.org', 'how is my request');
    expect(await talk.sayAll('Withdraw my request', 'Yes, withdraw it')).toMatch(/is withdrawn\./);
    expect(talk.asked()).toBeUndefined();
  });
});
