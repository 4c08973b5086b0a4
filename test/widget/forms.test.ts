import { boxFor } from '../../src/web/widget/later/box-for';
import { SHOWCASE_FORMS } from '../support/showcase-forms';
import type { FakeDesk } from './fake-desk';
import { openChat, rest } from './open-chat';

const FIRST = 'can i see my file';
const COMPANY = 'Me';
const CONTACT = 'Sovereign Network Group';

/** @param words that the showcase replies to */
function replyTo(words: string, desk: FakeDesk): void {
  const reply = SHOWCASE_FORMS[words];
  if (!reply) throw new Error(`the showcase has no reply to "${words}"`);
  desk.say({ type: 'message', text: '', from: { role: 'bot' }, channelData: { reply } });
}

const answersIn = (desk: FakeDesk) => desk.callsTo('/activities').map(({ body }) => body.channelData?.answers);

describe('a message that is written while a question of a form is asked', () => {
  it('names the question that was asked last', async () => {
    const { desk, write } = openChat();
    await write(FIRST);
    replyTo(FIRST, desk);
    await write('Me');
    replyTo(COMPANY, desk);
    await write('snh');

    expect(answersIn(desk)).toEqual([undefined, 'subject', 'company']);
  });

  it('names what was asked when it was written, also when it is sent later', async () => {
    const { chat, desk, write } = openChat();
    await write(FIRST);
    replyTo(FIRST, desk);
    desk.refuse('POST', '/activities', 500, 'ServiceError');
    await write('Me');
    replyTo(COMPANY, desk);

    chat.retry('own-2');
    await rest();

    expect(answersIn(desk)).toEqual([undefined, 'subject', 'subject']);
  });

  it('names none once something else was said', async () => {
    const { desk, write } = openChat();
    await write(FIRST);
    replyTo(FIRST, desk);
    desk.sayAsBot('call 999');
    await write('thank you');

    expect(answersIn(desk)).toEqual([undefined, undefined]);
  });

  it.each(['Skip', 'Cancel request', 'Send my request'])('names none after the reply to "%s"', async (words) => {
    const { desk, write } = openChat();
    await write(FIRST);
    replyTo(words, desk);
    await write('and then?');

    expect(answersIn(desk)).toEqual([undefined, undefined]);
  });
});

describe('what is said of a form', () => {
  it('counts the answers to press, and not the buttons below them', async () => {
    const { desk, state, write } = openChat();
    await write(FIRST);
    replyTo(FIRST, desk);
    expect(state().status).toMatchObject({ what: { kind: 'choices', count: 3 } });

    replyTo(CONTACT, desk);
    replyTo('Skip', desk);

    expect(state().status).toMatchObject({ number: 1 });
  });

  it('tells after a deletion which requests are kept, each once', async () => {
    const { chat, desk, state, write } = openChat();
    await write(FIRST);
    replyTo(FIRST, desk);
    replyTo('Send my request', desk);
    replyTo('stop sending me surveys', desk);

    await chat.deleteNow();

    expect(state().view).toMatchObject({ kind: 'deleted', references: ['7K4M-2QX', '3PWT-8HC', '9DRN-4TV'] });
  });
});

describe('the text box', () => {
  const say = (name: string): string => `[${name}]`;

  async function boxAfter(words: string) {
    const { desk, state, write } = openChat();
    await write('hello');
    replyTo(words, desk);
    return boxFor(state(), say);
  }

  it('bears the question as its name, and is described by what belongs to it', async () => {
    const box = await boxAfter(COMPANY);

    expect(box).toMatchObject({ 'aria-label': 'Which company is your landlord?', placeholder: '[form-answer]' });
    expect(box['aria-describedby']).toMatch(/^message-limit hint-\S+ problem-\S+$/);
    expect(box['aria-invalid']).toBeUndefined();
  });

  it.each([
    ['a way to reply', CONTACT, { inputmode: 'email', autocomplete: 'email' }],
    ['a name', 'alex@example.org', { autocomplete: 'name' }],
  ])('helps with %s', async (_what, words, expected) => {
    expect(await boxAfter(words)).toMatchObject(expected);
  });

  it('is marked while there is a problem', async () => {
    expect(await boxAfter('alex.example')).toMatchObject({ 'aria-invalid': true });
  });

  it.each(['Skip', 'Cancel request', 'Send my request'])('is as always after the reply to "%s"', async (words) => {
    expect(await boxAfter(words)).toEqual({});
  });
});
