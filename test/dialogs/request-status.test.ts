import { formTalk, type FormTalk } from '../support/form-talk';

const COPY = 'I want a copy of my file';
const ASK_CODE =
  /If there is a request with that reference, and an e-mail address on it that is safe, we have sent a code/;

/** A request that was sent, with an e-mail address; somebody asks about it in another chat. */
async function sentRequest(): Promise<{ talk: FormTalk; reference: string; code: () => Promise<string> }> {
  const talk = formTalk('2026-11-23T10:00:00Z');
  await talk.say(COPY);
  await talk.fillIn({ reply: 'dave@example.com', safe: 'yes' });
  await talk.say('send');
  const reference = (await talk.cases())[0]?.reference ?? '';
  talk.newChat();
  return { talk, reference, code: () => lastCode(talk) };
}

async function lastCode(talk: FormTalk): Promise<string> {
  const mails = (await talk.outgoing()).filter((one) => one.kind === 'mail' && one.to === 'dave@example.com');
  return mails.flatMap((one) => (one.kind === 'mail' ? (/\d{6}/.exec(one.text)?.[0] ?? []) : [])).at(-1) ?? '';
}

const other = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('how a request stands', () => {
  it('is told by reference and code, without what it says', async () => {
    const { talk, reference, code } = await sentRequest();
    expect(await talk.say('how is my request')).toMatch(/What is the reference of your request/);
    expect(await talk.say(reference)).toMatch(ASK_CODE);

    const told = await talk.say(await code());
    expect(told).toMatch(
      /We got it on Monday 23 November 2026[^]*The data protection team has it[^]*Wednesday 23 December 2026/,
    );
    expect(told).not.toMatch(/dave|copy|everything/i);
  });

  it('is asked for with the reference in one sentence, in small letters', async () => {
    const { talk, reference } = await sentRequest();

    expect(await talk.say(`how is my request ${reference.toLowerCase()}`)).toMatch(ASK_CODE);
  });

  it('says that a reference is mistyped, and asks again', async () => {
    const { talk, reference } = await sentRequest();
    const mistyped = `${reference.slice(0, -1)}${reference.endsWith('7') ? '8' : '7'}`;

    expect(await talk.sayAll('how is my request', mistyped)).toMatch(/There is a mistake in that reference/);
    expect(await talk.say(reference)).toMatch(ASK_CODE);
  });

  it('answers a reference that is nobody’s like one that is somebody’s (65)', async () => {
    const { talk, reference } = await sentRequest();
    const other = formTalk();
    await other.say(COPY);
    const unknown = (await other.cases())[0]?.reference ?? '';

    const forUnknown = await talk.sayAll('how is my request', unknown);
    talk.newChat();
    expect(await talk.sayAll('how is my request', reference)).toBe(forUnknown);
    talk.newChat();
    await talk.sayAll('how is my request', unknown);
    expect(await talk.say('123456')).toMatch(/That is not the code/);
  });

  it('is left by "stop", and by another question', async () => {
    const { talk } = await sentRequest();
    expect(await talk.sayAll('how is my request', 'stop')).toMatch(/Then we leave that/);

    expect(await talk.sayAll('how is my request', 'how long do you keep recordings of phone calls?')).toMatch(
      /6 months/,
    );
  });
});

describe('edge case 64, codes', () => {
  it('that were tried too often lead to a new code or a person, and the case stays open', async () => {
    const { talk, reference, code } = await sentRequest();
    await talk.sayAll('how is my request', reference);
    const right = await code();
    const wrong = other(right);

    expect(await talk.sayAll(wrong, wrong)).toMatch(/That is not the code/);
    await talk.say(wrong);
    expect(await talk.say(right)).toMatch(
      /wrong code too often\. Nothing is lost\. Ask for a new code, or ask a person/,
    );
    expect(await talk.cases()).toMatchObject([{ state: { name: 'sent' } }]);

    await talk.say('Send a new code');
    expect(await talk.say(await code())).toMatch(/The data protection team has it/);
  });

  it('that are too old work no more', async () => {
    const { talk, reference, code } = await sentRequest();
    await talk.sayAll('how is my request', reference);
    talk.clock.advance({ minutes: 11 });

    expect(await talk.say(await code())).toMatch(/That code does not work any more\. Ask for a new one/);
  });

  it('that go to no mailbox leave a person to ask', async () => {
    const { talk, reference } = await sentRequest();

    expect(await talk.sayAll('how is my request', reference)).toMatch(
      /No e-mail\? Then a person can look it up for you[^]*data\.protection@sovereign\.org\.uk/,
    );
  });

  it('are sent so often and no more', async () => {
    const { talk, reference } = await sentRequest();
    await talk.sayAll('how is my request', reference);
    let said = '';
    for (let count = 0; count < 5; count++) said = await talk.say('Send a new code');

    expect(said).toMatch(/That was tried too often\. Try again in an hour, or ask a person/);
  });
});

describe('a request that was looked up', () => {
  async function opened() {
    const request = await sentRequest();
    await request.talk.sayAll('how is my request', request.reference);
    await request.talk.say(await request.code());
    return request;
  }

  it('takes something more, word for word', async () => {
    const { talk } = await opened();
    await talk.sayAll('Add something', 'I mean the repairs of May');

    expect((await talk.cases())[0]?.words.map(({ text }) => text)).toEqual([COPY, 'I mean the repairs of May']);
  });

  it('is withdrawn by a yes', async () => {
    const { talk, reference } = await opened();
    expect(await talk.say('Withdraw my request')).toMatch(/Should we withdraw request/);
    expect(await talk.say('Yes, withdraw it')).toContain(`Request ${reference} is withdrawn`);

    expect(await talk.cases()).toMatchObject([{ state: { name: 'withdrawn' } }]);
  });

  it('stays by a no', async () => {
    const { talk } = await opened();
    await talk.sayAll('Withdraw my request', 'No, keep it');

    expect(await talk.cases()).toMatchObject([{ state: { name: 'sent' } }]);
  });

  it('makes way for help', async () => {
    const { talk } = await opened();

    expect(await talk.say('my husband hits me')).toMatch(/0808 2000 247/);
  });
});

describe('in the chat that made it', () => {
  it('a request that was sent takes something more without a code', async () => {
    const talk = formTalk();
    await talk.say(COPY);
    await talk.fillIn({ reply: 'I will collect it' });
    await talk.sayAll('send', 'Add something', 'I need it before March');

    expect((await talk.cases())[0]?.words.map(({ text }) => text)).toEqual([COPY, 'I need it before March']);
  });

  it('tells how it stands without a reference and a code', async () => {
    const talk = formTalk();
    await talk.say(COPY);
    await talk.fillIn({ reply: 'I will collect it' });

    expect(await talk.sayAll('send', 'how is my request?')).toMatch(/The data protection team has it/);
    expect(talk.choices()).toContain('Add something');
    expect(await talk.say('7K4M-2QQ')).toMatch(ASK_CODE);
    talk.newChat();
    expect(await talk.say('how is my request?')).toMatch(/What is the reference of your request/);
  });

  it('tells in the middle of a form how it stands, and goes back to it', async () => {
    const talk = formTalk();
    const said = await talk.sayAll(COPY, 'me', 'how is my request?');

    expect(said).toContain(`Request ${(await talk.cases())[0]?.reference ?? '?'}`);
    expect(said).toMatch(
      /Its questions are not finished[^]*Wednesday 23 December 2026[^]*Back to your request, question 2/,
    );
    expect(talk.asked()).toBe('which');
  });

  it('asks for the code of another one in the middle of a form, and goes back to it', async () => {
    const { talk, reference } = await sentRequest();
    await talk.sayAll('delete all my data', 'me');
    expect(await talk.say(`how is my request ${reference}`)).toMatch(ASK_CODE);

    expect(await talk.say('stop')).toMatch(/Then we leave that[^]*Back to your request, question 2 of 9/);
    expect(talk.asked()).toBe('what');
  });
});
