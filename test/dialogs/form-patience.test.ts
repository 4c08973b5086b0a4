import { formTalk } from '../support/form-talk';

const COPY = 'I want a copy of my file';

describe('somebody whose answers we do not follow', () => {
  it('is asked three times at most; then the question stays open, and can be answered later', async () => {
    const talk = formTalk();
    await talk.sayAll(COPY, 'me', 'everything', 'whichever owns my flat', 'wibble');
    expect(talk.asked()).toBe('company');

    expect(await talk.say('blue murder')).toMatch(/^I did not follow, so we leave that question for now/);
    expect(talk.asked()).toBe('reply');
    expect((await talk.cases())[0]?.facts).toMatchObject({ company: { value: 'unsure' } });

    await talk.sayAll('I will collect it', 'send', 'change which company', 'network homes');
    expect(talk.summary()).toMatchObject({ 'Which company': 'Sovereign Network Homes' });
  });

  it('keeps what else they tell meanwhile', async () => {
    const talk = formTalk();
    await talk.sayAll(COPY, 'blue', 'green', 'my email is dave@example');
    expect(talk.asked()).toBe('which');

    await talk.sayAll('everything', 'whichever', 'wibble', 'wobble');
    expect(talk.asked()).toBe('reply');
  });

  it('counts as not safe to reply to where that is not plain', async () => {
    const talk = formTalk();
    await talk.sayAll(COPY, 'send', 'dave@example.com', 'well', 'hm', 'depends');

    expect(talk.asked()).toBe('name');
    expect(await talk.facts()).toMatchObject({ email: 'dave@example.com', safe: 'no' });
  });

  it('is not taken to be safe by a yes that goes on with a but', async () => {
    const talk = formTalk();
    await talk.sayAll(COPY, 'send', 'dave@example.com', 'yes but my husband can read it');

    expect(await talk.facts()).not.toMatchObject({ safe: 'yes' });
  });

  it('hears what happens without a way to reply, before that question is left', async () => {
    const talk = formTalk();
    await talk.sayAll(COPY, 'me', 'everything', 'sng', 'wibble', 'wobble');
    expect(await talk.say('blue murder')).toMatch(/^To answer you we need one way to reply/);
    expect(talk.asked()).toBe('reply');

    await talk.say('none of your business');
    expect(talk.asked()).toBe('name');
  });

  it.each(['i have nothing safe', 'my email but he reads it', 'he checks my phone'])(
    'hears of post and of collecting by "%s", also after another try',
    async (text) => {
      const talk = formTalk();
      await talk.sayAll(COPY, 'me', 'everything', 'sng', 'hm');

      expect(await talk.say(text)).toMatch(
        /^To answer you we need one way to reply\. It can be by post, or you can collect it/,
      );
      expect(talk.asked()).toBe('reply');
    },
  );

  it.each(['i already told you this. me obviously', 'me. how many times', 'for gods sake, me'])(
    'is read clause by clause: "%s"',
    async (text) => {
      const talk = formTalk();
      await talk.sayAll(COPY, text);

      expect(await talk.facts()).toEqual({ subject: 'me' });
    },
  );
});
