import { formTalk } from '../support/form-talk';

const COPY = 'I want a copy of my file';

describe('in the middle of a form', () => {
  it('answers a question to the notice, and leads back', async () => {
    const talk = formTalk();
    const said = await talk.sayAll(COPY, 'me', 'everything', 'how long do you keep phone calls?');

    expect(said).toMatch(/6 months[^]*Back to your request, question 3 of 8\.\s+Which company is it about\?/);
    expect(talk.asked()).toBe('company');
    expect(await talk.cases()).toHaveLength(1);
  });

  it.each([
    ['thanks', /You are welcome[^]*Back to your request, question 1 of 8/],
    ['hello', /Hello[^]*Back to your request/],
    ['are you a person', /I am a computer program, not a person[^]*Back to your request/],
    ['this is useless', /I am sorry that this did not help[^]*Back to your request/],
  ])('(70) says something to "%s", and goes on', async (text, words) => {
    const talk = formTalk();

    expect(await talk.sayAll(COPY, text)).toMatch(words);
    expect(talk.asked()).toBe('subject');
    expect((await talk.cases())[0]?.facts).toEqual({});
  });

  it('takes "not what I meant" for a wish to leave, and loses nothing', async () => {
    const talk = formTalk();

    expect(await talk.sayAll(COPY, 'me', 'not what I meant')).toMatch(/What should we do with your request/);
    await talk.say('no, carry on');
    expect(talk.asked()).toBe('which');
  });

  it('asks the same again by "say that again"', async () => {
    const talk = formTalk();

    expect(await talk.sayAll(COPY, 'say that again')).toMatch(/^Question 1 of 8\. Who is the information about\?/);
  });

  it.each(["I don't understand", 'in plain english', 'what does that mean'])(
    'says what a question is for by "%s", and does not pass it over',
    async (text) => {
      const talk = formTalk();

      expect(await talk.sayAll(COPY, text)).toMatch(/^We take extra care when you act for somebody else/);
      expect(await talk.cases()).toMatchObject([{ passedOver: {} }]);
    },
  );

  it('tells how to reach a person, and keeps the request', async () => {
    const talk = formTalk();

    expect(await talk.sayAll(COPY, 'I want to speak to a person')).toMatch(
      /a person will read it[^]*data\.protection@sovereign\.org\.uk/,
    );
    expect(talk.asked()).toBe('subject');
  });

  it('says what can be done when an answer cannot be read', async () => {
    const talk = formTalk();

    expect(await talk.sayAll(COPY, 'blue')).toMatch(/^Choose who it is about, or skip this/);
    expect(talk.form()).toMatchObject({ problem: expect.stringMatching(/^Choose who it is about/) as string });
  });
});

describe('several requests', () => {
  it('of one sentence are all recorded, asked about once, and have one receipt', async () => {
    const talk = formTalk();
    const said = await talk.say('delete my data and stop the surveys');
    const cases = await talk.cases();

    expect(cases.map(({ matter }) => matter).sort()).toEqual(['erasure', 'opt_out_surveys']);
    expect(new Set(cases.map(({ family }) => family)).size).toBe(1);
    for (const { reference } of cases) expect(said).toContain(reference);

    const asked = await talk.fillIn({ address: 'dave@example.com' });
    expect(asked).toEqual([
      'subject',
      'what',
      'tie',
      'open-matter',
      'channel',
      'address',
      'company',
      'safe',
      'name',
      'place',
      'help',
    ]);
    const receipt = await talk.say('send');
    for (const { reference } of cases) expect(receipt).toContain(reference);
    expect(await talk.cases()).toMatchObject([{ state: { name: 'sent' } }, { state: { name: 'sent' } }]);
  });

  it('do not get the answers to questions about the other one', async () => {
    const talk = formTalk();
    await talk.sayAll('delete my data and stop the surveys', 'me', 'all', 'yes', 'no', 'by text', '07700 900123');

    const [erasure, surveys] = [...(await talk.cases())].sort((one, other) => (one.matter < other.matter ? -1 : 1));
    expect(Object.keys(erasure?.facts ?? {}).sort()).toEqual(['open-matter', 'phone', 'subject', 'tie', 'what']);
    expect(Object.keys(surveys?.facts ?? {}).sort()).toEqual(['channel', 'phone']);
  });

  it('can come one after the other, while the first is asked about', async () => {
    const talk = formTalk();
    const said = await talk.sayAll(COPY, 'me', 'everything', 'and also stop the surveys');

    expect(said).toMatch(/You want us to stop surveys[^]*We have recorded that, too/);
    expect((await talk.cases()).map(({ matter }) => matter)).toEqual(['access', 'opt_out_surveys']);
    expect(talk.asked()).toBe('company');
  });

  it('use the way to reply of the first only for replies, and not for what is to stop', async () => {
    const talk = formTalk();
    await talk.sayAll(COPY, 'me', 'everything', 'sng', 'dave@example.com', 'and also stop the survey texts', 'yes');
    await talk.fillIn({ address: '07700 900123' });

    const [access, surveys] = await talk.cases();
    expect(access?.facts).toMatchObject({ email: { value: 'dave@example.com' } });
    expect(access?.facts).not.toHaveProperty('phone');
    expect(surveys?.facts).toMatchObject({ phone: { value: '07700 900123' } });
    expect(surveys?.facts).not.toHaveProperty('email');
  });

  it('ask nothing again that was told for an earlier one, and show it before sending', async () => {
    const talk = formTalk();
    await talk.sayAll(
      COPY,
      'me',
      'everything',
      'sng',
      'dave@example.com',
      'yes',
      'Dave',
      'rg21 4fa',
      'large print',
      'no',
      'send',
    );

    expect(await talk.say('please delete all my data')).toMatch(/I use what you told me before/);
    const asked = await talk.fillIn({});
    expect(asked).toEqual(['subject', 'what', 'tie', 'open-matter']);
    expect(talk.summary()).toMatchObject({
      'Which company': 'Sovereign Network Group',
      'How to reply': 'dave@example.com',
      'Safe to reply there': 'Yes, it is safe',
      'Your name': 'Dave',
      'Address or tenancy': 'RG21 4FA',
      'Help you need': 'large print',
    });
    const [first, second] = await talk.cases();
    expect(second?.family).not.toBe(first?.family);
  });

  it('ask anew where marketing comes to', async () => {
    const talk = formTalk();
    await talk.sayAll(COPY, 'dave@example.com', 'send', 'send', 'stop the marketing');

    expect(await talk.fillIn({ stop: 'all', address: 'dave@example.com' })).toContain('address');
  });
});

describe('a request inside a complaint about repairs', () => {
  it('(23) is recorded', async () => {
    const talk = formTalk();
    await talk.say(
      'My boiler has been broken for three weeks and nobody comes. And send me the recording of last week’s call',
    );

    expect(await talk.cases()).toEqual(expect.arrayContaining([expect.objectContaining({ matter: 'access' })]));
  });
});

describe('words that look like a question', () => {
  it.each(['when I moved in', 'what happened is that the letter went to my ex', 'where I work'])(
    'answer a question for words: "%s"',
    async (text) => {
      const talk = formTalk();
      await talk.sayAll('I want to make a complaint about my data', text);

      expect(await talk.facts()).toEqual({ happened: text });
    },
  );

  it.each(['how long do you keep phone calls', 'who can see my file?'])('are answered: "%s"', async (text) => {
    const talk = formTalk();
    await talk.sayAll('I want to make a complaint about my data', text);

    expect(talk.asked()).toBe('happened');
    expect(await talk.facts()).toEqual({});
  });

  it('are for the team in a message to it', async () => {
    const talk = formTalk();
    await talk.sayAll('I want to talk to a person', 'when will my rent go up?');

    expect(await talk.facts()).toEqual({ message: 'when will my rent go up?' });
  });
});

describe('a repair by itself', () => {
  it.each(['can you fix my tap', 'my boiler is broken', 'can you send a plumber'])(
    'records nothing: "%s"',
    async (text) => {
      const talk = formTalk();
      await talk.say(text);

      expect(await talk.cases()).toEqual([]);
    },
  );
});

describe('what the law says beside the notice', () => {
  const DECISION = 'I want a person to look at the decision your computer made about me';
  const COMPLAINT = 'I want to complain about how you used my data';
  const NOT_NOTICE = /This is not from the notice:/g;

  it.each([
    [DECISION, /The law has changed since the notice was written/],
    [COMPLAINT, /The law now gives you a right to complain to us/],
  ])('stands below the quote when the form of a matter begins: "%s"', async (text, law) => {
    const talk = formTalk();
    const said = await talk.say(text);

    expect(said).toMatch(law);
    expect(said).toMatch(
      /^The notice says:[^]*From: [^]*This is not from the notice:[^]*We have recorded this[^]*Question 1 of/,
    );
    expect(said.match(NOT_NOTICE)).toHaveLength(1);
  });

  it('is said once in a chat, and with no later question', async () => {
    const talk = formTalk();
    await talk.say(COMPLAINT);
    expect(await talk.say('you lost my letters')).not.toMatch(NOT_NOTICE);
    await talk.sayAll('cancel', 'stop here but keep it');

    expect(await talk.say('I want to complain about how you use my information')).not.toMatch(NOT_NOTICE);
    expect(await talk.cases()).toHaveLength(2);
  });

  it('is said of a matter that comes beside another one', async () => {
    const talk = formTalk();

    expect(
      await talk.sayAll(COPY, 'me', 'everything', 'and I also want to complain about how you used my data'),
    ).toMatch(/This is not from the notice:[^]*We have recorded that, too/);
  });

  it('is not said before other matters, nor to somebody in danger', async () => {
    const talk = formTalk();
    expect(await talk.say(COPY)).not.toMatch(NOT_NOTICE);

    expect(await formTalk().say('I want to die. And I want to complain about how you used my data')).not.toMatch(
      NOT_NOTICE,
    );
  });
});
