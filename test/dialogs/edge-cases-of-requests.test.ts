import { formTalk, type FormTalk } from '../support/form-talk';

const COPY = 'I want a copy of my file';

/** Ends the form with what is needed, and gives back the receipt. */
async function finish(talk: FormTalk, answers: Readonly<Record<string, string>> = {}): Promise<string> {
  await talk.fillIn({ reply: 'I will collect it', address: '07700 900123', ...answers });
  return talk.say('send');
}

const toDave = (sent: Awaited<ReturnType<FormTalk['outgoing']>>) =>
  sent.filter((one) => one.kind === 'mail' && one.to === 'dave@example.com');

describe('edge case 6, a message before midnight and the request after it', () => {
  it.each([
    ['in winter', '2026-11-23T23:59:40Z', '2026-11-24T00:00:00.000Z', 'Tuesday 24 November 2026'],
    [
      'in summer, when London is an hour ahead',
      '2027-06-30T22:59:40Z',
      '2027-06-30T23:00:00.000Z',
      'Thursday 1 July 2027',
    ],
  ])('counts from the day in London of the sentence that makes it one, %s', async (_, start, receivedAt, day) => {
    const talk = formTalk(start);
    await talk.sayAll('hello', COPY);

    expect(await talk.cases()).toMatchObject([{ receivedAt }]);
    expect(await finish(talk)).toContain(`We got it on: ${day}`);
  });
});

describe('edge case 7, a first hint and a later confirmation', () => {
  it('counts from the first message, however long the form takes', async () => {
    const talk = formTalk('2026-11-23T10:00:00Z');
    await talk.say(COPY);
    talk.clock.advance({ days: 5 });
    await talk.say('yes, everything please');

    expect(await finish(talk)).toMatch(
      /We got it on: Monday 23 November 2026[^]*answer by: Wednesday 23 December 2026/,
    );
  });
});

describe('edge cases 24, 33 and 34, what is asked for', () => {
  it.each([
    ['24', 'I want to make a FOI request for everything about me'],
    ['33', 'I want the CCTV of me at the front door from last Sunday at 3pm'],
    ['34', 'I want the recordings of my calls from three years ago'],
  ])('(%s) is recorded, and the receipt says what is kept how long: "%s"', async (_, text) => {
    const talk = formTalk();
    await talk.say(text);

    expect(await talk.cases()).toMatchObject([{ matter: 'access', words: [{ text }] }]);
    expect(await finish(talk)).toMatch(
      /Calls are kept for 6 months, and CCTV is recorded over\. So we ask our colleagues/,
    );
  });
});

describe('edge case 25, an account', () => {
  it('is asked about once, among what can be deleted', async () => {
    const talk = formTalk();
    await talk.sayAll('delete my account', 'me');

    expect(talk.asked()).toBe('what');
    expect(talk.choices()).toContain('My online account');
  });
});

describe('edge case 26, "stop texting me"', () => {
  it('stops marketing without asking who somebody is, and says what goes on', async () => {
    const talk = formTalk();
    await talk.say('stop texting me');
    const asked = await talk.fillIn({ address: '07700 900123' });
    const receipt = await talk.say('send');

    expect(asked).toEqual(['address']);
    expect(receipt).toMatch(/What stops: Marketing by text/);
    expect(receipt).toMatch(/What goes on: Messages that we must send, about rent, safety, repairs and tenancies/);
    expect(await talk.cases()).toMatchObject([{ matter: 'opt_out_contact', facts: { stop: { value: 'texts' } } }]);
  });
});

describe('edge case 27, "unsubscribe me and delete everything"', () => {
  it('records both, and keeps the address on the list', async () => {
    const talk = formTalk();
    await talk.say('unsubscribe me and delete everything you hold');
    const receipt = await finish(talk, { address: 'dave@example.com' });

    expect((await talk.cases()).map(({ matter }) => matter).sort()).toEqual(['erasure', 'opt_out_contact']);
    expect(receipt).toMatch(/“do not contact” list, so that nobody adds you again/);
    expect(await talk.outgoing()).toContainEqual(expect.objectContaining({ kind: 'webhook' }));
  });
});

describe('edge case 28, somebody who only asks', () => {
  it.each(['can people ask for their file?', 'how would I get a copy of my file'])(
    'is answered and offered it, and nothing is recorded: "%s"',
    async (text) => {
      const talk = formTalk();
      await talk.say(text);

      expect(await talk.cases()).toEqual([]);
      expect(talk.choices()).toContain('See what you hold about me');
      await talk.say('See what you hold about me');
      expect(await talk.cases()).toMatchObject([{ matter: 'access' }]);
    },
  );
});

describe('edge case 31, two rights that conflict', () => {
  it('are both recorded, and nobody has to choose', async () => {
    const talk = formTalk();
    const said = await talk.say('correct my name and then delete my data');

    expect((await talk.cases()).map(({ matter }) => matter).sort()).toEqual(['erasure', 'rectification']);
    expect(said).toMatch(/correct something[^]*delete information[^]*We have recorded each of them/);
  });
});

describe('edge case 32, a person who died', () => {
  it('is recorded for a person to look at, and nothing is confirmed', async () => {
    const talk = formTalk();
    await talk.say('I want the file of my late mother, she died in May');

    expect(await talk.cases()).toMatchObject([{ matter: 'access', facts: { subject: { value: 'other' } } }]);
    expect(await finish(talk)).toMatch(/We cannot say if we hold anything about them/);
  });
});

describe('edge case 38, a complaint about a service', () => {
  it('is passed on with the complaint about information, and told so', async () => {
    const talk = formTalk();
    await talk.say('I want to make a complaint about my data and about my broken boiler');

    expect(await finish(talk)).toMatch(/rent, repairs or a service\? We pass that part on[^]*Housing Ombudsman/);
  });
});

describe('edge case 42, somebody without an address', () => {
  it.each([
    ["c/o St Mungo's hostel, 12 High Street, RG21 4FA", 'post'],
    ['I am in prison, HMP Winchester, Romsey Road, SO22 5DF', 'post'],
    ['I will collect it', 'collect'],
    ['I will come back with my reference', 'collect'],
    ['ring me on 07700 900123 on Tuesdays', 'phone'],
  ])('can be reached: "%s"', async (text, field) => {
    const talk = formTalk();
    await talk.sayAll(COPY, 'send', text);

    expect(Object.keys(await talk.facts())).toEqual([field]);
  });

  it('is told once what that means, and then asked no more', async () => {
    const talk = formTalk();

    expect(await talk.sayAll(COPY, 'send', 'I have no email, no phone and no address')).toMatch(
      /It can be by post, or you can collect it/,
    );
    await talk.say('I have no email, no phone and no address');
    expect(talk.asked()).not.toBe('reply');
    expect(await finish(talk)).toMatch(/We have no way to reach you yet[^]*come back with your reference/);
  });
});

describe('edge case 57, anger', () => {
  it('changes nothing: the request is recorded, and answered as any other', async () => {
    const [angry, calm] = [formTalk(), formTalk()];
    const told = (text: string): string => text.replace(/reference: [0-9A-Z-]+/, '');

    expect(told(await angry.say('you useless idiots, send me my fucking file'))).toBe(
      told(await calm.say('send me my file')),
    );
    expect(await angry.cases()).toMatchObject([{ matter: 'access' }]);
    expect(await angry.sayAll('you are all scum', 'stop here but keep it')).toContain(
      (await angry.cases())[0]?.reference,
    );
  });
});

describe('edge case 60, numbers that nobody needs', () => {
  it('are hidden, and stand neither in the case nor in a mail', async () => {
    const talk = formTalk();
    const said = await talk.sayAll(COPY, 'me', 'everything about my card 4111 1111 1111 1111');
    await finish(talk);

    expect(said).toMatch(/I have hidden what looks like a card number/);
    expect(JSON.stringify([await talk.cases(), await talk.outgoing()])).not.toMatch(/4111|1111/);
  });
});

describe('edge case 62, a chat that is gone', () => {
  it('has left a request, whose reference was shown, and which goes on elsewhere by reference and code', async () => {
    const talk = formTalk();
    await talk.sayAll(COPY, 'me', 'my email is dave@example.com');
    const [one] = await talk.cases();
    talk.newChat();

    await talk.sayAll('how is my request', one?.reference ?? '');
    const [mail] = toDave(await talk.outgoing());
    const code = /\d{6}/.exec(mail?.kind === 'mail' ? mail.text : '')?.[0] ?? '';
    expect(await talk.say(code)).toMatch(/Its questions are not finished/);
    expect(await talk.say('Carry on with the questions')).toMatch(/Then we carry on/);

    expect(talk.asked()).toBe('which');
    await talk.fillIn({});
    await talk.say('send');
    expect(await talk.cases()).toMatchObject([{ reference: one?.reference, state: { name: 'sent' } }]);
  });
});

describe('edge case 63, mail that nobody sends', () => {
  it('holds up neither the reference nor the day, and waits', async () => {
    const talk = formTalk('2026-11-23T10:00:00Z');
    await talk.say(COPY);
    const receipt = await finish(talk, { reply: 'dave@example.com', safe: 'yes' });

    expect(receipt).toMatch(/We got it on: Monday 23 November 2026/);
    const waiting = await talk.outgoing();
    expect(toDave(waiting)).toHaveLength(1);
    talk.restart();
    expect(await talk.outgoing()).toEqual(waiting);
  });
});
