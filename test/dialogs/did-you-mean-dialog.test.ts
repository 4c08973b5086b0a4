import { MainDialog } from '../../dialogs/main-dialog';
import { RecentAnswers } from '../../dialogs/recent-answers';
import type { NoticeVersion } from '../../src/notice/notice';
import { CASES } from '../../src/rights/case';
import type { Understanding } from '../../src/search/understanding';
import { ManualClock } from '../support/manual-clock';
import { CALLS, CAMERAS, noticeOf, options, ranked, scriptedDesk } from '../support/scripted-desk';
import { talkTo } from '../support/talk-to';
import { newStore, testRights } from '../support/test-rights';

const SCRIPT: Record<string, Understanding> = {
  'how long, and what do you record': {
    kind: 'answer',
    passages: ranked(CALLS),
    confidence: 0.9,
    also: [{ kind: 'clarify', options: options(CALLS, CAMERAS), confidence: 0.4 }],
  },
  'what do you record': { kind: 'clarify', options: options(CALLS, CAMERAS), confidence: 0.4 },
  'stop it': {
    kind: 'clarify',
    options: [...options(CAMERAS), { kind: 'flow', flow: 'objection', score: 0.3 }],
    confidence: 0.4,
  },
  cameraz: { kind: 'urgent', sign: 'gas', confidence: 1 },
  'how long are calls kept': { kind: 'answer', passages: ranked(CALLS), confidence: 0.9 },
};

function conversation(notices: readonly NoticeVersion[] = [noticeOf('2023-09', CALLS, CAMERAS)]) {
  const desk = scriptedDesk(SCRIPT);
  let turn = 0;
  const contextNow = () => ({ notice: notices[Math.min(turn++, notices.length - 1)] as NoticeVersion });
  const clock = new ManualClock('2026-11-23T23:59:00Z');
  const store = newStore();
  const user = talkTo(
    (state) => {
      const recent = new RecentAnswers(state.createProperty('recent'), clock);
      const rights = testRights({ desk, contextNow, clock, store }).conversation;
      return new MainDialog({ desk, contextNow, recent, rights, now: () => clock.now() });
    },
    desk,
    { clock, store },
  );
  const cases = async () => (await store.find(CASES, { index: 'by-state', limit: 10 })).map(({ body }) => body);
  return { ...user, clock, cases };
}

describe('did you mean', () => {
  it('offers the meanings and a way out', async () => {
    const user = conversation();

    expect(await user.say('what do you record')).toEqual(['[clarify]']);
    expect(user.choices()).toEqual(['How long', 'Cameras', 'None of these']);
  });

  it.each(['Cameras', 'cameras', 'camras', '2', 'the second one', 'the last one'])(
    'takes "%s" for the second meaning',
    async (choice) => {
      const user = conversation();
      await user.say('what do you record');

      expect(await user.say(choice)).toEqual(['[answer cctv/cameras]']);
    },
  );

  it.each(['None of these', 'neither', 'no'])('takes "%s" for none of them, and does not ask again', async (choice) => {
    const user = conversation();
    await user.say('what do you record');

    expect(await user.say(choice)).toEqual(['[decline]']);
  });

  it('comes last where a message holds several matters', async () => {
    const user = conversation();

    expect(await user.say('how long, and what do you record')).toEqual(['[answer how-long/calls]', '[clarify]']);
    expect(await user.say('Cameras')).toEqual(['[answer cctv/cameras]']);
  });

  it('starts what is to be done when that was meant', async () => {
    const user = conversation();
    await user.say('stop it');

    expect((await user.say('2')).join('')).toMatch(/We have recorded this/);
  });

  it('records it in the words, and of the day, in which it was first said (edge cases 7 and 29)', async () => {
    const user = conversation();
    await user.say('stop it');
    user.clock.advance({ days: 2 });
    await user.say('2');

    expect(await user.cases()).toMatchObject([
      { matter: 'objection', receivedAt: '2026-11-23T23:59:00.000Z', words: [{ text: 'stop it' }] },
    ]);
  });

  it('takes anything else for a new question, and forgets the offer', async () => {
    const user = conversation();
    await user.say('what do you record');

    expect(await user.say('how long are calls kept')).toEqual(['[answer how-long/calls]']);
    expect(await user.say('2')).toEqual(['[decline]']);
  });

  it('asks anew when the person asks something else that is unclear', async () => {
    const user = conversation();
    await user.say('what do you record');
    await user.say('what do you record');

    expect(await user.say('1')).toEqual(['[answer how-long/calls]']);
  });

  it('offers the same again after a message of which nothing was left to read', async () => {
    const user = conversation();
    await user.say('what do you record');

    expect(await user.say('4111 1111 1111 1111')).toEqual(['[not kept: card]', '[clarify again]']);
    expect(user.choices()).toEqual(['How long', 'Cameras', 'None of these']);
    expect(await user.say('2')).toEqual(['[answer cctv/cameras]']);
  });

  it('looks for danger before it takes the words for a choice', async () => {
    const user = conversation();
    await user.say('what do you record');

    expect(await user.say('cameraz')).toEqual(['[urgent]']);
  });

  it('quotes nothing of a notice that was replaced meanwhile', async () => {
    const user = conversation([noticeOf('2023-09', CALLS, CAMERAS), noticeOf('2026-12', CALLS, CAMERAS)]);
    await user.say('what do you record');

    expect(await user.say('Cameras')).toEqual(['[decline]']);
  });
});

describe('asking the notice', () => {
  it('answers each message by itself', async () => {
    const user = conversation();

    expect(await user.say('how long are calls kept')).toEqual(['[answer how-long/calls]']);
    expect(await user.say('what is the weather')).toEqual(['[decline]']);
  });
});
