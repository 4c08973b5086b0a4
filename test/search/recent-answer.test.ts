import { offeredMeaning, recentAnswer } from '../../src/search/recent-answer';
import { CALLS, CAMERAS, options, ranked } from '../support/scripted-desk';

const before = { aspect: 'why', shown: { flow: 'erasure' }, others: [] } as const;
const calls = { passageId: CALLS.id, title: undefined };
const cameras = { passageId: CAMERAS.id, title: undefined };

describe('what the next message can lean on', () => {
  it('is the answer that was shown, with what may have been meant instead, by ids', () => {
    const passages = ranked(CALLS, CAMERAS);

    expect(
      recentAnswer({ kind: 'answer', passages, flow: 'access', aspect: 'how-long', confidence: 1 }, before),
    ).toEqual({ aspect: 'how-long', shown: calls, others: [{ flow: 'access' }, cameras] });
  });

  it('is the request that was shown', () => {
    const nearest = ranked(CALLS);

    expect(recentAnswer({ kind: 'flow', flow: 'access', nearest, confidence: 1 }, before)).toEqual({
      shown: { flow: 'access' },
      others: [calls],
    });
    expect(recentAnswer({ kind: 'flow', flow: 'access', confidence: 1 }, before)?.others).toEqual([]);
  });

  it('is what was asked, where nothing was answered', () => {
    const nearest = ranked(CALLS);

    expect(
      recentAnswer({ kind: 'decline', why: 'not_in_notice', nearest, aspect: 'how-long', confidence: 1 }, before),
    ).toEqual({ aspect: 'how-long', others: [calls] });
  });

  it('is what was quoted of a matter whose detail the notice does not tell', () => {
    const covered = { passage: { passage: CALLS, title: 'Calls', score: 0.6 }, untold: 'which-company' };
    const declined = { kind: 'decline', nearest: ranked(CALLS, CAMERAS), covered, confidence: 1 } as const;

    expect(recentAnswer({ ...declined, why: 'not_in_notice' }, before)).toEqual({
      aspect: undefined,
      shown: { passageId: CALLS.id, title: 'Calls' },
      others: [cameras],
    });
    expect(recentAnswer({ ...declined, why: 'off_topic' }, before)?.shown).toBeUndefined();
  });

  it('is what was asked, while meanings of it are offered', () => {
    const clarify = { kind: 'clarify', options: options(CALLS), aspect: 'where', confidence: 1 } as const;

    expect(recentAnswer(clarify, before)).toEqual({ aspect: 'where', others: [] });
  });

  it('stays as it was after small talk, danger and a summary', () => {
    expect(recentAnswer({ kind: 'smalltalk', topic: 'thanks', confidence: 1 }, before)).toBe(before);
    expect(recentAnswer({ kind: 'urgent', sign: 'gas', confidence: 1 }, before)).toBe(before);
    expect(recentAnswer({ kind: 'summary', passage: CALLS, confidence: 1 }, before)).toBe(before);
  });

  it('is nothing once something else is wanted', () => {
    expect(recentAnswer({ kind: 'smalltalk', topic: 'something-else', confidence: 1 }, before)).toBeUndefined();
  });

  it('names what is offered by ids', () => {
    expect(offeredMeaning({ kind: 'flow', flow: 'access', score: 1 })).toEqual({ flow: 'access' });
    expect(options(CALLS).map(offeredMeaning)).toEqual([calls]);
  });
});
