import type { Mail } from '../../src/outbox/outbox-message';
import { formTalk, type FormTalk } from '../support/form-talk';

const COPY = 'I want a copy of my file';
const TEAM = 'data.protection@sovereign.org.uk';

/** A request that was sent, with these answers. */
async function sentTalk(answers: Readonly<Record<string, string>>, said = COPY): Promise<FormTalk> {
  const talk = formTalk();
  await talk.say(said);
  await talk.fillIn(answers);
  await talk.say('send');
  await talk.outgoing();
  return talk;
}

const mailsTo = async (talk: FormTalk, to: string): Promise<readonly Mail[]> =>
  (await talk.outgoing()).filter((one): one is Mail => one.kind === 'mail' && one.to === to);

const additionsTold = async (talk: FormTalk): Promise<readonly Mail[]> =>
  (await mailsTo(talk, TEAM)).filter(({ subject }) => subject.endsWith(': something was added'));

describe('what is added to a request that was sent', () => {
  it('is told to the team by reference and link alone', async () => {
    const talk = await sentTalk({ reply: 'I will collect it' });
    await talk.sayAll('Add something', 'I mean the repairs at Zebra Cottage');
    const [mail, ...others] = await additionsTold(talk);

    expect(others).toEqual([]);
    expect(mail?.subject).toBe(`${(await talk.cases())[0]?.reference}: something was added`);
    expect(mail?.text).toContain('/console/requests');
    expect(JSON.stringify(mail)).not.toMatch(/zebra|repairs|collect/i);
  });

  it('is told once for each addition', async () => {
    const talk = await sentTalk({ reply: 'I will collect it' });
    await talk.sayAll('Add something', 'The first', 'Add something', 'The second');

    expect(await additionsTold(talk)).toHaveLength(2);
    await talk.sayAll('Add something', 'The third');
    expect(await additionsTold(talk)).toHaveLength(3);
  });

  it('is told once when the turn is run again', async () => {
    const talk = await sentTalk({ reply: 'I will collect it' });
    await talk.sayAll('Add something', 'The repairs of May');
    await talk.again();
    await talk.outgoing();
    await talk.again();

    expect(await additionsTold(talk)).toHaveLength(1);
  });

  it('is told by itself where the form was left and the team knows of it, and before that with the rest', async () => {
    const talk = formTalk();
    await talk.sayAll(COPY, 'keep it', 'Add something', 'The repairs of May');
    expect(await mailsTo(talk, TEAM)).toEqual([]);

    talk.clock.advance({ days: 2 });
    await talk.outgoing();
    await talk.sayAll('Add something', 'And those of June');
    expect((await mailsTo(talk, TEAM)).map(({ subject }) => subject.replace(/^\S+ /, '')).sort()).toEqual([
      'case without a finished form',
      'something was added',
    ]);
  });
});

describe('an e-mail address that is put right after the receipt', () => {
  const WRONG = 'dave@exmaple.com';
  const RIGHT = 'dave@example.com';
  const wrongly = () => sentTalk({ reply: WRONG, safe: 'yes' });

  it.each(['sorry its dave@example.com', 'my email is dave@example.com', 'you can email me at dave@example.com'])(
    'is taken by "%s", and gets the acknowledgement once it is said to be safe',
    async (text) => {
      const talk = await wrongly();
      expect(await talk.say(text)).toMatch(
        /That is added[^]*How to reply is now “dave@example\.com”[^]*Is it safe to write to you or phone you there/,
      );
      expect(await mailsTo(talk, RIGHT)).toEqual([]);

      expect(await talk.say('yes')).toMatch(/We send you an e-mail there/);
      expect(await talk.facts()).toMatchObject({ email: RIGHT, safe: 'yes' });
      expect((await mailsTo(talk, RIGHT)).map(({ subject }) => subject)).toEqual(['We have your request']);
      expect(await mailsTo(talk, WRONG)).toHaveLength(1);
    },
  );

  it('gets it as well where it is added by the button', async () => {
    const talk = await wrongly();
    await talk.sayAll('Add something', 'I got my address wrong, my email is dave@example.com', 'yes');

    expect(await mailsTo(talk, RIGHT)).toHaveLength(1);
    expect((await talk.cases())[0]?.words.at(-1)?.text).toBe('I got my address wrong, my email is dave@example.com');
  });

  it('gets nothing where it is not safe, or nobody has said so', async () => {
    const talk = await wrongly();
    await talk.sayAll('sorry its dave@example.com', 'no');
    await talk.sayAll('sorry its dave@example.org', 'how long do you keep phone calls?');

    expect(await mailsTo(talk, RIGHT)).toEqual([]);
    expect(await mailsTo(talk, 'dave@example.org')).toEqual([]);
  });

  it('gets it once, also when it is told again, written otherwise or changed to and fro', async () => {
    const talk = await wrongly();
    await talk.sayAll('sorry its dave@example.com', 'yes');
    await talk.outgoing();
    await talk.sayAll('my email is Dave@Example.com', 'yes');
    await talk.outgoing();
    await talk.sayAll('no its dave@exmaple.com', 'yes', 'my email is dave@example.com', 'yes');

    expect(await mailsTo(talk, RIGHT)).toHaveLength(1);
    expect(await mailsTo(talk, WRONG)).toHaveLength(1);
    expect(await mailsTo(talk, 'Dave@Example.com')).toEqual([]);
  });

  it('gets it once when turns are run again', async () => {
    const talk = await wrongly();
    await talk.say('sorry its dave@example.com');
    await talk.again();
    await talk.say('yes');
    await talk.again();

    expect(await talk.facts()).toMatchObject({ email: RIGHT, safe: 'yes' });
    expect(await mailsTo(talk, RIGHT)).toHaveLength(1);
  });

  it('gets it where none was given before', async () => {
    const talk = await sentTalk({ reply: 'I will collect it' });
    await talk.sayAll('my email is dave@example.com', 'yes');

    expect(await mailsTo(talk, RIGHT)).toHaveLength(1);
  });

  it('is told to the team without the address', async () => {
    const talk = await wrongly();
    await talk.say('sorry its dave@example.com');
    const told = await additionsTold(talk);

    expect(told).toHaveLength(1);
    expect(JSON.stringify(told)).not.toContain('dave');
  });

  it('is taken for a complaint, too, where nothing else is said; an address in an account is none', async () => {
    const talk = await sentTalk(
      { happened: 'the letter', reply: WRONG, safe: 'yes' },
      'I want to complain about my data',
    );
    await talk.sayAll('Add something', 'you wrote to my email jo@example.org and not to me');
    expect(await talk.facts()).toMatchObject({ email: WRONG, safe: 'yes' });

    await talk.sayAll('sorry its dave@example.com', 'yes');
    expect(await mailsTo(talk, RIGHT)).toHaveLength(1);
  });

  it('is taken for a form that was left, which then goes on', async () => {
    const talk = formTalk();
    expect(await talk.sayAll(COPY, 'keep it')).toMatch(/no way to reach you yet/);

    expect(await talk.say('my email is dave@example.com')).toMatch(/Noted: How to reply, “dave@example\.com”/);
    expect(await talk.facts()).toEqual({ email: RIGHT });
  });

  it('makes no request of somebody who has none', async () => {
    const talk = formTalk();
    await talk.say('my email is dave@example.com');

    expect(await talk.cases()).toEqual([]);
  });
});
