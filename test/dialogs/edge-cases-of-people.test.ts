import { formTalk, type FormTalk } from '../support/form-talk';

const COPY = 'I want a copy of my file';

/** Says what makes the request, and ends the form with what is needed. */
async function askFor(talk: FormTalk, text: string, answers: Readonly<Record<string, string>> = {}) {
  const said = await talk.say(text);
  const asked = await talk.fillIn({ reply: 'I will collect it', ...answers });
  return { said, asked, receipt: await talk.say('send') };
}

const CONFIRMS = /you are a tenant|is a tenant|lives? (?:at|in)|moved out|we hold (?:your|her|his|their)/i;

describe('edge case 43, a mailbox that others read', () => {
  it('is asked about, gets no mail, and the receipt says so', async () => {
    const talk = formTalk();
    const { asked, receipt } = await askFor(talk, COPY, { reply: 'us@example.com', safe: 'no' });

    expect(asked).toContain('safe');
    expect(receipt).toMatch(/We do not send this by e-mail, since somebody else could read it/);
    expect((await talk.outgoing()).filter((one) => one.kind === 'mail' && one.to === 'us@example.com')).toEqual([]);
  });
});

describe('edge case 44, the file of somebody one lived with', () => {
  it('is recorded as about somebody else; nothing is confirmed, and no address is given', async () => {
    const talk = formTalk();
    const { said, receipt } = await askFor(talk, 'I want a copy of the joint tenancy file', {
      subject: 'somebody else',
      'for-whom': 'Chris Example',
    });

    expect(said + receipt).not.toMatch(CONFIRMS);
    expect(receipt).toMatch(
      /We never give out where somebody else lives[^]*We cannot say if we hold anything about them/,
    );
  });
});

describe('edge case 45, a new address just before a request', () => {
  it('is recorded as a correction, and is no way to reply by itself', async () => {
    const talk = formTalk();
    await talk.say('please change my email to new@example.org');

    expect(await talk.cases()).toMatchObject([{ matter: 'rectification' }]);
    expect(await talk.facts()).not.toHaveProperty('email');
  });

  it('leaves both requests for a person to see, and nothing is changed by the chat', async () => {
    const talk = formTalk();
    await askFor(talk, 'please change my email to new@example.org', { reply: 'new@example.org', safe: 'yes' });
    await askFor(talk, COPY);

    const [first, second] = await talk.cases();
    expect([first?.matter, second?.matter]).toEqual(['rectification', 'access']);
    expect(first?.receivedAt).not.toBe(second?.receivedAt);
    expect(second?.facts).toMatchObject({ email: { value: 'new@example.org' } });
  });
});

describe('edge cases 46 to 48, somebody who acts for another', () => {
  it.each([
    ['46', "I am her brother and I want my sister's file", 'relative'],
    ['48', 'I am a councillor and my constituent wants a copy of her file', 'councillor'],
    ['54', 'I am a solicitor and want a copy of the file of my client', 'adviser'],
  ])('(%s) is taken at once, and asked for proof that comes later: "%s"', async (_, text, role) => {
    const talk = formTalk();
    const { said, asked, receipt } = await askFor(talk, text);

    expect(await talk.cases()).toMatchObject([{ matter: 'access', facts: { role: { value: role } } }]);
    expect(asked).toEqual(expect.arrayContaining(['for-whom', 'authority', 'contact-them']));
    expect(receipt).toMatch(/We have to be sure that you may act for them\. You can send us proof later/);
    expect(receipt).toMatch(/We may reply to the person and not to you/);
    expect(said + receipt).not.toMatch(CONFIRMS);
  });

  it('(47) may say that it is by power of attorney, and is told not to send it here', async () => {
    const talk = formTalk();
    await talk.sayAll(COPY, 'somebody else', 'I have power of attorney', 'Ann Example');

    expect(await talk.facts()).toMatchObject({ subject: 'other', role: 'attorney', 'for-whom': 'Ann Example' });
    expect(talk.form()).toMatchObject({
      question: 'authority',
      hint: expect.stringContaining('Do not send it now') as string,
    });
    await talk.say('not yet');
    expect(await talk.facts()).toMatchObject({ authority: 'not-yet' });
  });

  it('(46) can be put right later: the other answers stay', async () => {
    const talk = formTalk();
    await talk.sayAll(
      COPY,
      'somebody else',
      'relative',
      'Ann Example',
      'not yet',
      'no',
      'change who it is about',
      'me',
    );

    expect(await talk.facts()).toMatchObject({ subject: 'me' });
    await talk.fillIn({ reply: 'I will collect it' });
    expect(Object.keys(talk.summary())).not.toContain('Who you act for');
    expect(await talk.say('send')).not.toMatch(/may act for them/);
  });
});

describe('edge case 49, children', () => {
  it('are asked no age when they ask for themselves', async () => {
    const talk = formTalk();
    const { asked, receipt } = await askFor(talk, "I'm 13 and I want a copy of my file", { subject: 'me' });

    expect(asked.filter((id) => id.startsWith('child-'))).toEqual([]);
    expect(receipt).toMatch(/^We have your request/);
  });

  it('are asked about by whoever looks after them, with yes or no to a worry and no more', async () => {
    const talk = formTalk();
    const { asked, receipt } = await askFor(talk, COPY, {
      subject: 'a child I look after',
      'child-relation': 'mum',
      'child-age': '13',
      'child-knows': 'yes',
      'child-worry': 'yes',
    });

    expect(asked).toEqual(expect.arrayContaining(['child-relation', 'child-age', 'child-knows', 'child-worry']));
    expect(await talk.facts()).toMatchObject({
      subject: 'child',
      'child-relation': 'parent',
      'child-age': 'from-12',
      'child-knows': 'agrees',
      'child-worry': 'worry',
    });
    expect(receipt).toMatch(/The right is the child's own[^]*share nothing that could harm them/);
  });

  it('may be spoken for by a social worker', async () => {
    const talk = formTalk();
    await talk.sayAll(COPY, 'a child I look after', 'social worker', '16', 'they are too young', 'no');

    expect(await talk.facts()).toMatchObject({
      'child-relation': 'social-worker',
      'child-age': 'from-16',
      'child-worry': 'none',
    });
  });
});

describe('edge case 50, somebody without a name', () => {
  it('is asked for none by an opt-out', async () => {
    const talk = formTalk();
    const { asked } = await askFor(talk, 'stop sending me surveys', { address: '07700 900123' });

    expect(asked).toEqual(['channel', 'address']);
  });

  it('can ask for a copy, and is told that we need a way to reach them', async () => {
    const talk = formTalk();
    await talk.sayAll(COPY, 'send', 'none of your business', 'none of your business');
    await talk.fillIn({});

    expect(await talk.say('send')).toMatch(/^We have your request[^]*We have no way to reach you yet/);
    expect(await talk.cases()).toMatchObject([{ state: { name: 'sent' }, facts: {} }]);
  });
});

describe('edge case 53, people who are no tenants', () => {
  it.each([
    'I used to live in one of your flats, I want a copy of my file',
    'you refused my application for a flat, I want a copy of all you hold on me',
    'I am a leaseholder and want a copy of my data',
    'I visited one of your buildings and want a copy of what you have on me',
    'I work for you and I want a copy of my personnel file',
    'my neighbour complained about me, I want to see what you wrote about me',
  ])('are taken like everybody: "%s"', async (text) => {
    const talk = formTalk();
    const { receipt } = await askFor(talk, text);

    expect(await talk.cases()).toMatchObject([{ matter: 'access', state: { name: 'sent' } }]);
    expect(receipt).toMatch(/^We have your request/);
    expect(receipt).not.toMatch(CONFIRMS);
  });
});

describe('edge case 55, somebody who needs help with it', () => {
  it('is asked what would help and never what for, and may skip all else', async () => {
    const talk = formTalk();
    const { asked } = await askFor(talk, COPY, { help: 'easy read, and my support worker Sam reads it with me' });

    expect(asked).toContain('help');
    expect(await talk.facts()).toMatchObject({ help: 'easy read, and my support worker Sam reads it with me' });
  });
});

describe('edge case 56, names', () => {
  it.each(['O', 'Ng', "O'Brien-Smith", 'מרים', 'José Ñañez', 'Null', 'X Æ A-12'])(
    'are taken as they are: "%s"',
    async (name) => {
      const talk = formTalk();
      await askFor(talk, COPY, { name });

      expect((await talk.facts()).name?.toLowerCase()).toBe(name.toLowerCase());
    },
  );
});
