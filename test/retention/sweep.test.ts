import { QUESTIONS_TO_REVIEW } from '../../src/review/question-to-review';
import { ONE_TIME_CODES } from '../../src/rights/codes-of-reference';
import { CONVERSATIONS } from '../../src/transcript/conversation';
import { DELETION_RECEIPTS } from '../../src/transcript/deletion-receipt';
import { STAFF_PARTS } from '../../src/transcript/staff-part';
import { STORES, SweptDesk } from '../support/swept-desk';

describe.each(STORES)('a sweep of chats on %s', (_name, open) => {
  let desk: SweptDesk;
  beforeEach(async () => {
    desk = await SweptDesk.open(open);
  });
  afterEach(() => desk.close());

  async function handedOver(id: string, who: 'tenant' | 'other'): Promise<void> {
    await desk.chat(id);
    desk.clock.set('2026-03-05T09:00:00Z');
    await desk.staffParts.begin(id, who);
    await desk.say(id, 'staff');
    await desk.say(id, 'staff');
  }

  it('deletes what was said with the assistant, two years after that, and leaves the rest on the tenancy file', async () => {
    await handedOver('mixed', 'tenant');

    await desk.sweepAt('2028-01-05T09:00:00Z');

    expect(await desk.hasChat('mixed')).toBe(false);
    expect(await desk.entriesOf('mixed')).toEqual(['staff', 'staff']);
    const [receipt] = await desk.engine.store.find(DELETION_RECEIPTS, { index: 'by-time', limit: 2 });
    expect(receipt?.body.entries).toBe(1);
  });

  it('has no date for it while the tenancy runs, and deletes it six years after its end', async () => {
    await handedOver('mixed', 'tenant');
    await desk.sweepAt('2040-01-05T09:00:00Z');
    expect(await desk.entriesOf('mixed')).toEqual(['staff', 'staff']);

    await desk.staffParts.setTenancy('mixed', { kind: 'ended', endedOn: '2040-06-30' });
    await desk.sweepAt('2046-06-30T22:59:59Z');
    expect(await desk.entriesOf('mixed')).toEqual(['staff', 'staff']);

    const tally = await desk.sweepAt('2046-06-30T23:00:00Z');
    expect(tally.staff_part_of_tenancy?.removed).toBe(1);
    expect(await desk.entriesOf('mixed')).toEqual([]);
    expect(await desk.engine.store.get(STAFF_PARTS, 'mixed')).toBeUndefined();
  });

  it('deletes it two years after its last message where there is no tenancy', async () => {
    await handedOver('visitor', 'other');

    const before = await desk.sweepAt('2028-03-05T08:59:59Z');
    const after = await desk.sweepAt('2028-03-05T09:00:00Z');

    expect([before.bot_conversation?.removed, before.staff_part_without_tenancy]).toEqual([1, undefined]);
    expect(after.staff_part_without_tenancy?.removed).toBe(1);
  });

  it('keeps what was said with the assistant by its own last message after the chat was handed back', async () => {
    await handedOver('back', 'tenant');
    desk.clock.set('2026-06-05T09:00:00Z');
    await desk.say('back');

    await desk.sweepAt('2028-06-05T07:59:59Z');
    expect(await desk.entriesOf('back')).toEqual(['bot', 'staff', 'staff', 'bot']);
    await desk.sweepAt('2028-06-05T09:00:00Z');
    expect(await desk.entriesOf('back')).toEqual(['staff', 'staff']);
  });

  it('takes nothing for staff before the part has begun, so that no entry is left for ever', async () => {
    await desk.chat('plain');

    await expect(desk.say('plain', 'staff')).rejects.toMatchObject({ code: 'store_unavailable' });
    expect(await desk.entriesOf('plain')).toEqual(['bot']);
  });

  it('puts right a chat that was not told of its last message', async () => {
    await desk.chat('here');
    const stored = await desk.engine.store.get(CONVERSATIONS, 'here');
    desk.clock.set('2027-01-05T09:00:00Z');
    await desk.say('here');
    const now = await desk.engine.store.get(CONVERSATIONS, 'here');
    if (!stored || !now) throw new Error('there is no chat');
    await desk.engine.store.replace(CONVERSATIONS, 'here', now.version, stored.body);

    await desk.sweepAt('2028-01-05T09:00:00Z');
    expect(await desk.hasChat('here')).toBe(true);
    await desk.sweepAt('2029-01-05T09:00:00Z');
    expect(await desk.hasChat('here')).toBe(false);
  });

  it('takes the questions to review of a chat along', async () => {
    await desk.chat('here');
    const shown = { kind: 'off_topic', version: '2023-09' } as const;
    const question = { conversationId: 'here', at: '2026-01-05', question: 'why', shown };
    await desk.engine.store.insert(QUESTIONS_TO_REVIEW, 'here|1', question);

    await desk.sweepAt('2028-01-05T09:00:00Z');

    expect(await desk.engine.store.find(QUESTIONS_TO_REVIEW, { index: 'by-time', limit: 2 })).toEqual([]);
  });

  it('forgets what is known of a code a day after it was asked for', async () => {
    const codes = { askedAt: [], wrongAt: [], expiresAt: '2026-01-06T09:00:00.000Z' };
    await desk.engine.store.insert(ONE_TIME_CODES, 'some', codes);

    const before = await desk.sweepAt('2026-01-06T08:59:59Z');
    const after = await desk.sweepAt('2026-01-06T09:00:00Z');

    expect([before.one_time_code, after.one_time_code?.removed]).toEqual([undefined, 1]);
  });
});
