import { formTalk } from '../support/form-talk';

const COPY = 'I want a copy of my file';
const DELETE = 'please delete all my data';

describe('a request in a chat', () => {
  it('is recorded word for word before anything is asked', async () => {
    const talk = formTalk('2026-11-23T10:00:00Z');

    expect(await talk.say(COPY)).toMatch(/^You want a copy[^]*We have recorded this\. Your reference: [0-9A-Z-]{8}\./);
    const [one, ...others] = await talk.cases();
    expect(one).toMatchObject({ matter: 'access', channel: 'chat', state: { name: 'incomplete' } });
    expect(one?.receivedAt).toBe('2026-11-23T10:00:10.000Z');
    expect(one?.words.map(({ text }) => text)).toEqual([COPY]);
    expect(others).toEqual([]);
  });

  it('takes several facts from one message, and asks only for the others', async () => {
    const talk = formTalk();
    const said = await talk.say(`${COPY}. I am Dave Smith, my email is dave@example.com, 12 High Street, rg21 4fa`);

    expect(said).toMatch(/Noted: How to reply, “dave@example\.com”/);
    expect(said).toMatch(/Noted: Your name, “Dave Smith”/);
    expect(await talk.facts()).toMatchObject({ email: 'dave@example.com', name: 'Dave Smith' });
    await talk.sayAll('me', 'everything', 'Sovereign Network Homes');
    expect(talk.asked()).toBe('safe');
    await talk.sayAll('yes', 'skip', 'skip', 'skip');
    expect(talk.form()?.kind).toBe('summary');
  });

  it('takes several facts from one answer', async () => {
    const talk = formTalk();
    await talk.sayAll(COPY, 'me', 'everything', 'network homes, and you can email me at dave@example.com');

    expect(talk.asked()).toBe('safe');
    expect(await talk.facts()).toMatchObject({ company: 'snh', email: 'dave@example.com' });
  });

  it.each(['its dave', 'dave', "it's Dave", 'my name is dave'])(
    'takes "%s" for a name, and no small talk',
    async (name) => {
      const talk = formTalk();
      await talk.sayAll(COPY, 'me', 'everything', 'sng', 'dave@example.com', 'yes', name);

      expect(await talk.facts()).toMatchObject({ name: 'Dave' });
      expect(talk.asked()).toBe('place');
    },
  );

  it('takes a name also while something else is asked', async () => {
    const talk = formTalk();

    expect(await talk.sayAll(COPY, 'its dave')).toMatch(/Noted: Your name, “Dave”[^]*Who is the information about/);
  });

  it('takes a postcode in small letters', async () => {
    const talk = formTalk();
    await talk.sayAll(COPY, 'me', 'everything', 'sng', 'dave@example.com', 'yes', 'dave', 'rg21 4fa');

    expect(await talk.facts()).toMatchObject({ place: 'RG21 4FA' });
  });

  it('replaces an e-mail address that is put right two turns later', async () => {
    const talk = formTalk();
    await talk.sayAll(COPY, 'me', 'everything', 'sng', 'dave@exmaple.com', 'yes', 'dave');

    expect(await talk.say('sorry its dave@example.com')).toMatch(/Changed: How to reply is now “dave@example\.com”/);
    expect(talk.asked()).toBe('place');
    expect(await talk.facts()).toMatchObject({ email: 'dave@example.com' });
  });

  it('says what to do when what is put right is mistyped, too', async () => {
    const talk = formTalk();
    await talk.sayAll(COPY, 'me', 'everything', 'sng', 'dave@exmaple.com');

    expect(await talk.say('sorry its dave@example')).toMatch(/Enter an e-mail address with an @/);
    expect(await talk.facts()).toMatchObject({ email: 'dave@exmaple.com' });
  });

  it('asks what belongs to it when it turns out to be about somebody else', async () => {
    const talk = formTalk();
    await talk.sayAll(DELETE, 'me', 'all');

    expect(await talk.say("actually it's my mum's file")).toMatch(/Changed: Who it is about is now “Somebody else”/);
    expect(await talk.facts()).toMatchObject({ subject: 'other', role: 'relative', what: 'all' });
    const asked: (string | undefined)[] = [talk.asked()];
    while (talk.form()?.kind === 'question') {
      await talk.say(talk.asked() === 'reply' ? 'I will collect it' : 'skip');
      asked.push(talk.asked());
    }
    expect(asked).toEqual(expect.arrayContaining(['for-whom', 'authority', 'contact-them']));
  });

  it('says why each thing is asked, and asks it again', async () => {
    const talk = formTalk();
    await talk.say(COPY);

    expect(await talk.say('why do you need that')).toMatch(
      /extra care when you act for somebody else[^]*Question 1 of 8/,
    );
    expect(talk.asked()).toBe('subject');
  });

  it('goes back, and shows the answer that was given', async () => {
    const talk = formTalk();
    await talk.sayAll(COPY, 'me', 'everything', 'sng', 'go back');

    expect(talk.form()).toMatchObject({ kind: 'question', question: 'company', answer: 'Sovereign Network Group' });
    expect(await talk.sayAll('go back', 'go back', 'go back')).toMatch(/This is the first question/);
  });

  it('notes of what was passed over how, and asks none of it again', async () => {
    const talk = formTalk();
    await talk.sayAll(DELETE, 'skip', "I don't know", 'none of your business', 'dunno', 'skip', 'I will collect it');
    const [one] = await talk.cases();

    expect(one?.passedOver).toEqual({ subject: 'skipped', what: 'unknown', tie: 'refused', company: 'skipped' });
    expect(one?.facts).toMatchObject({ 'open-matter': { value: 'unsure' } });
    expect(talk.asked()).toBe('name');
  });

  it('can be skipped through but for a way to reply, and counts', async () => {
    const talk = formTalk();
    await talk.sayAll(
      COPY,
      'skip',
      'skip',
      'skip',
      'by post to 12 High Street, RG21 4FA',
      'skip',
      'skip',
      'skip',
      'skip',
      'skip',
    );
    expect(talk.form()?.kind).toBe('summary');

    expect(await talk.say('send')).toMatch(/^We have your request/);
    expect(await talk.cases()).toMatchObject([{ state: { name: 'sent' } }]);
  });

  it('says once that a way to reply is needed, and is kept without one', async () => {
    const talk = formTalk();
    await talk.sayAll(COPY, 'skip', 'skip', 'skip');
    expect(await talk.say('none of your business')).toMatch(/we need one way to reply[^]*your request stays recorded/);
    expect(talk.asked()).toBe('reply');

    await talk.say('none of your business');
    expect(talk.asked()).toBe('name');
    await talk.sayAll('skip', 'skip', 'skip', 'skip');
    expect(await talk.say('send')).toMatch(/^We have your request[^]*no way to reach you yet/);
    expect(await talk.cases()).toMatchObject([{ state: { name: 'sent' }, passedOver: { reply: 'refused' } }]);
  });

  it('goes on in a new process at every step', async () => {
    const talk = formTalk();
    for (const text of [COPY, 'me', 'everything', 'go back', 'my calls', 'sng', 'dave@example.com', 'cancel', 'no']) {
      await talk.say(text);
      talk.restart();
    }
    expect(talk.asked()).toBe('safe');
    for (const text of ['yes', 'Dave', 'skip', 'skip', 'skip', 'change name', 'Dave Smith', 'send']) {
      await talk.say(text);
      talk.restart();
    }

    expect(await talk.facts()).toMatchObject({ which: 'my calls', email: 'dave@example.com', name: 'Dave Smith' });
    expect(await talk.cases()).toMatchObject([{ state: { name: 'sent' } }]);
  });

  it('records and tells nothing twice when a turn is run again after a crash', async () => {
    const talk = formTalk();
    await talk.say(COPY);
    await talk.again();
    await talk.sayAll('me', 'everything');
    const before = await talk.cases();
    await talk.again();

    expect(await talk.cases()).toEqual(before);
    expect(before).toHaveLength(1);
  });
});

describe('the summary', () => {
  const told = ['me', 'everything', 'sng', 'dave@example.com', 'yes', 'Dave', 'rg21 4fa', 'skip', 'skip'];

  it('shows all that was told, in the order of the questions', async () => {
    const talk = formTalk();
    await talk.sayAll(COPY, ...told);

    expect(talk.summary()).toEqual({
      'What you are asking for': 'A copy of the information that you hold',
      'Your words': `“${COPY}”`,
      'Who it is about': 'Me',
      'Which information': 'everything',
      'Which company': 'Sovereign Network Group',
      'How to reply': 'dave@example.com',
      'Safe to reply there': 'Yes, it is safe',
      'Your name': 'Dave',
      'Address or tenancy': 'RG21 4FA',
      'Help you need': 'You gave no answer',
      'A date that matters': 'You gave no answer',
    });
  });

  it('takes another answer for one line, and leads back', async () => {
    const talk = formTalk();
    await talk.sayAll(COPY, ...told, 'change which company');
    expect(talk.asked()).toBe('company');

    expect(await talk.say('network homes')).toMatch(/Changed: Which company is now “Sovereign Network Homes”/);
    expect(talk.summary()).toMatchObject({ 'Which company': 'Sovereign Network Homes', 'Your name': 'Dave' });
  });

  it('takes what is simply put right', async () => {
    const talk = formTalk();
    await talk.sayAll(COPY, ...told, 'my name is Dave Smith');

    expect(talk.summary()).toMatchObject({ 'Your name': 'Dave Smith' });
  });

  it('asks anew whether it is safe when the way to reply is another one, which counts instead', async () => {
    const talk = formTalk();
    await talk.sayAll(COPY, ...told, 'change how to reply', '07700 900123');
    expect(talk.asked()).toBe('safe');
    await talk.say('no');

    expect(talk.summary()).toMatchObject({ 'How to reply': '07700 900123' });
    expect(talk.summary()['Safe to reply there']).toMatch(/^No/);
    expect(await talk.facts()).not.toHaveProperty('email');
  });

  it('says how to change something to whoever says no, and sends nothing', async () => {
    const talk = formTalk();

    expect(await talk.sayAll(COPY, ...told, 'no')).toMatch(/Say what to change/);
    expect(await talk.say('I am so fed up with this')).toMatch(/Nothing is sent until you choose/);
    expect(await talk.cases()).toMatchObject([{ state: { name: 'incomplete' } }]);
  });

  it('comes early to whoever says "send", once there is a way to reply', async () => {
    const talk = formTalk();
    expect(await talk.sayAll(COPY, 'send')).toMatch(/we need one way to reply/);
    expect(talk.asked()).toBe('reply');
    await talk.sayAll('dave@example.com', 'send');
    expect(talk.form()?.kind).toBe('summary');

    expect(await talk.say('send')).toMatch(/^We have your request/);
  });
});

describe('an answer from another window', () => {
  it('is for the question that was pressed there', async () => {
    const talk = formTalk();
    await talk.sayAll(DELETE, 'me', 'all', 'no');
    await talk.answer('what', 'Only some of it');

    expect(await talk.facts()).toMatchObject({ what: 'some', tie: 'never' });
  });

  it('is read as any message where the form has no such question', async () => {
    const talk = formTalk();
    await talk.say(COPY);
    await talk.answer('shoe-size', 'me');

    expect(await talk.facts()).toMatchObject({ subject: 'me' });
  });
});
