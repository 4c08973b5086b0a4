import { formTalk } from '../support/form-talk';

const COPY = 'I want a copy of my file';
const STATES = ['Go back to the question', 'Stop here, but keep my request', 'Withdraw my request'];

describe('"cancel"', () => {
  it('asks what is meant, and says that the request is there already', async () => {
    const talk = formTalk();

    expect(await talk.sayAll(COPY, 'me', 'cancel')).toMatch(
      /What should we do with your request\?[^]*We already have it/,
    );
    expect(talk.choices()).toEqual(STATES);
    expect(await talk.cases()).toMatchObject([{ state: { name: 'incomplete' } }]);
  });

  it.each(['no, carry on', 'Go back to the question', 'no'])('leads back to the question by "%s"', async (text) => {
    const talk = formTalk();

    expect(await talk.sayAll(COPY, 'me', 'cancel', text)).toMatch(/Then we carry on[^]*Question 2 of 8/);
    expect(talk.asked()).toBe('which');
  });

  it.each(['Withdraw my request', 'withdraw it'])('withdraws the request by "%s" only', async (text) => {
    const talk = formTalk();
    await talk.sayAll(COPY, 'cancel', 'yes');
    expect(await talk.cases()).toMatchObject([{ state: { name: 'incomplete' } }]);

    expect(await talk.say(text)).toMatch(/Your request is withdrawn\. We keep a short note that it was made/);
    expect(await talk.cases()).toMatchObject([{ state: { name: 'withdrawn' }, words: [{ text: COPY }] }]);
  });

  it('answers a question that comes then, and asks again what is meant', async () => {
    const talk = formTalk();

    expect(await talk.sayAll(COPY, 'cancel', 'how long do you keep phone calls?')).toMatch(/6 months/);
    expect(talk.choices()).toEqual(STATES);
  });
});

describe('to withdraw', () => {
  it('needs a yes', async () => {
    const talk = formTalk();

    expect(await talk.sayAll(COPY, 'withdraw my request')).toMatch(/What should we do with your request/);
    expect(await talk.say('yes')).toMatch(/Your request is withdrawn/);
  });

  it('works after the form was sent, and tells the team', async () => {
    const talk = formTalk();
    await talk.sayAll(COPY, 'send', 'I will collect it', 'send', 'send');
    expect(await talk.say('withdraw my request')).toMatch(/Should we withdraw request [0-9A-Z-]{8}/);
    expect(await talk.say('yes')).toMatch(/is withdrawn/);

    const [one] = await talk.cases();
    expect(one?.state.name).toBe('withdrawn');
    expect(await talk.outgoing()).toContainEqual(
      expect.objectContaining({ kind: 'mail', subject: `${one?.reference}: case withdrawn` }),
    );
  });

  it('is another request afterwards when it is made once more (edge case 19)', async () => {
    const talk = formTalk('2026-11-23T10:00:00Z');
    await talk.sayAll(COPY, 'withdraw my request', 'yes');
    talk.clock.advance({ days: 3 });
    await talk.say(`actually yes, ${COPY}`);

    const [first, second] = await talk.cases();
    expect(first).toMatchObject({ state: { name: 'withdrawn' }, receivedAt: '2026-11-23T10:00:10.000Z' });
    expect(second).toMatchObject({ state: { name: 'incomplete' }, receivedAt: '2026-11-26T10:00:40.000Z' });
    expect(second?.reference).not.toBe(first?.reference);
    expect(first?.words).toMatchObject([{ text: COPY }]);
  });
});

describe('a form that is left', () => {
  it.each(['stop here but keep it', 'Stop here, but keep my request'])('is kept by "%s"', async (text) => {
    const talk = formTalk();

    expect(await talk.sayAll(COPY, 'cancel', text)).toMatch(
      /We keep your request, but we have no way to reach you yet/,
    );
    expect(await talk.cases()).toMatchObject([{ state: { name: 'incomplete' } }]);
  });

  it('is answered with what was told, where there is a way to reply', async () => {
    const talk = formTalk();
    const said = await talk.sayAll(COPY, 'my email is dave@example.com', 'cancel', 'stop here but keep it');

    expect(said).toMatch(/We keep your request\. A person will answer it with what you have told us/);
  });

  it('goes on later where it was, after other things', async () => {
    const talk = formTalk();
    await talk.sayAll(COPY, 'me', 'everything', 'cancel', 'stop here but keep it', 'how long do you keep phone calls?');
    talk.clock.advance({ days: 2 });

    const { reference } = (await talk.cases())[0] ?? { reference: '?' };
    const said = await talk.say('carry on');
    expect(said).toMatch(/^Then we carry on with your request[^]*Question 3 of 8\. Which company/);
    expect(said).toContain(`Your reference: ${reference}.`);
    expect(talk.asked()).toBe('company');
    expect(await talk.cases()).toHaveLength(1);
  });

  it('can be left for later without a word about ending it', async () => {
    const talk = formTalk();

    expect(await talk.sayAll(COPY, 'Save and come back')).toMatch(/All that you told [^]*You can come back/);
    expect(talk.asked()).toBe('subject');
  });

  it('is begun again without losing the request', async () => {
    const talk = formTalk();
    await talk.sayAll(COPY, 'me', 'everything', 'start again');

    expect(talk.asked()).toBe('subject');
    expect(await talk.cases()).toMatchObject([{ facts: {}, words: [{ text: COPY }] }]);
  });
});

describe('somebody who comes back after 40 minutes', () => {
  async function away(...said: readonly string[]) {
    const talk = formTalk();
    await talk.sayAll(COPY, ...said);
    talk.clock.advance({ minutes: 40 });
    return { talk, reference: (await talk.cases())[0]?.reference ?? '?' };
  }

  it.each(['hello', 'carry on', 'are you there?', 'what does that mean', 'blue', 'how long do you keep phone calls?'])(
    'is told where they were and which request it is by "%s"',
    async (text) => {
      const { talk, reference } = await away('me', 'everything');
      const said = await talk.say(text);

      expect(said).toMatch(/You were at question 3 of 8 of your request\. All that you told me is kept\./);
      expect(said).toContain(`Your reference: ${reference}.`);
      expect(said).toContain('Which company is it about?');
      expect(talk.asked()).toBe('company');
    },
  );

  it('is told so as well after a restart', async () => {
    const { talk, reference } = await away('me', 'everything');
    talk.restart();

    expect(await talk.say('hello')).toContain(
      `question 3 of 8 of your request. All that you told me is kept. Your reference: ${reference}`,
    );
  });

  it('can simply answer, and goes on', async () => {
    const { talk } = await away('me', 'everything');

    expect(await talk.say('sng')).toMatch(/^Question 4 of 8/);
    expect(await talk.facts()).toMatchObject({ company: 'sng' });
  });

  it('is told it once', async () => {
    const { talk } = await away('me', 'everything');
    await talk.say('hello');

    expect(await talk.say('hello')).toMatch(/Back to your request, question 3 of 8/);
  });

  it('is told that only sending is left', async () => {
    const { talk, reference } = await away('send', 'I will collect it', 'send');

    expect(await talk.say('hello')).toMatch(
      new RegExp(`You were about to send your request\\. All that you told me is kept\\. Your reference: ${reference}`),
    );
    expect(await talk.say('send')).toMatch(/^We have your request/);
  });

  it('hears of help first', async () => {
    const { talk } = await away('me', 'everything');

    expect(await talk.say('my husband hits me')).toMatch(/^Afraid of someone/);
    expect(talk.asked()).toBe('company');
  });
});
