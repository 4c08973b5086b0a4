import { formTalk } from '../support/form-talk';

const COPY = 'I want a copy of my file';

describe('names beside other answers', () => {
  it.each([
    'dave pringle, network homes',
    'Dave Pringle - SNH',
    'network homes, dave pringle',
    "it's Dave Pringle from network homes",
  ])('takes name and company from "%s" where the company is asked', async (text) => {
    const talk = formTalk();

    expect(await talk.sayAll(COPY, 'me', 'everything', text)).toMatch(/Noted: Your name, “Dave Pringle”/);
    expect(await talk.facts()).toMatchObject({ name: 'Dave Pringle', company: 'snh' });
    expect(talk.asked()).toBe('reply');
  });

  it.each(['basingstoke, network homes', 'not sure, network homes maybe', 'my son, network homes'])(
    'takes no name from "%s"',
    async (text) => {
      const talk = formTalk();
      await talk.sayAll(COPY, 'me', 'everything', text);

      expect(await talk.facts()).not.toHaveProperty('name');
    },
  );
});

describe('an address that is put right', () => {
  it.each([
    [['me', 'everything', 'sng', 'dave@exmaple.com', 'yes'], 'name'],
    [['me', 'everything', 'sng', 'dave@exmaple.com', 'yes', 'Dave'], 'place'],
  ])('takes half an e-mail address for no name and no place, and asks that again: %j', async (before, asked) => {
    const talk = formTalk();
    const said = await talk.sayAll(COPY, ...before, 'sorry its dave@example');

    expect(said).toMatch(/^Enter an e-mail address with an @/);
    expect(talk.asked()).toBe(asked);
    expect(talk.form()).not.toHaveProperty('problem');
    expect(talk.form()?.notes).toEqual([expect.stringMatching(/^Enter an e-mail address with an @/)]);
    expect(await talk.facts()).toMatchObject({ email: 'dave@exmaple.com' });
  });

  it('says what to do at the question itself when an address that is put right on the summary is mistyped', async () => {
    const talk = formTalk();
    await talk.sayAll(COPY, 'send', 'dave@exmaple.com', 'yes', 'send', 'sorry its dave@example');
    expect(talk.form()).toMatchObject({
      question: 'reply',
      problem: expect.stringMatching(/^Enter an e-mail/) as string,
    });

    await talk.sayAll('dave@example.com', 'yes');
    expect(talk.summary()).toMatchObject({ 'How to reply': 'dave@example.com' });
  });
});

describe('a wish to change an answer', () => {
  it.each(['change my name', 'I want to change my name', 'can I change my name please'])(
    'asks the name anew by "%s" at a question for words, and then what is open',
    async (text) => {
      const talk = formTalk();
      await talk.sayAll(COPY, 'me', 'its dave', text);
      expect(talk.asked()).toBe('name');

      expect(await talk.say('Dave Pringle')).toMatch(/^Changed: Your name is now “Dave Pringle”/);
      expect(talk.asked()).toBe('which');
      expect(await talk.facts()).toEqual({ subject: 'me', name: 'Dave Pringle' });
    },
  );

  it.each(['change my name', 'update my address'])(
    'takes "%s" for an answer where something is wrong',
    async (text) => {
      const talk = formTalk();
      await talk.sayAll('there is a mistake in my file, please correct it', 'me', 'its dave', text);

      expect(await talk.facts()).toMatchObject({ wrong: text, name: 'Dave' });
    },
  );

  it('goes on where it was after a change in the middle, and asks what begins to apply by it', async () => {
    const talk = formTalk();
    await talk.sayAll(COPY, 'me', 'everything', 'change who it is about');
    expect(talk.asked()).toBe('subject');
    await talk.say('somebody else');
    expect(talk.asked()).toBe('role');
    await talk.sayAll('change which information', 'my calls', 'relative', 'Ann Bell', 'not yet', 'yes');

    expect(talk.asked()).toBe('company');
    expect(await talk.facts()).toMatchObject({ which: 'my calls', subject: 'other', 'for-whom': 'Ann Bell' });
  });

  it('leads back to where it was when a change in the middle is not made', async () => {
    const talk = formTalk();
    await talk.sayAll(COPY, 'me', 'everything', 'change who it is about', 'go back');

    expect(talk.asked()).toBe('company');
    expect(await talk.facts()).toEqual({ subject: 'me', which: 'everything' });
  });
});
