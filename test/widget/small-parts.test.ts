import { waitBeforeRetry } from '../../src/web/widget/chat/backoff';
import { isSameDay, sayDay, sayMoment } from '../../src/web/widget/chat/dates';
import { DeviceMemory } from '../../src/web/widget/chat/device-memory';
import { findLinks, findPhone } from '../../src/web/widget/chat/linked-text';
import { countPresses } from '../../src/web/widget/chat/triple-press';
import { fillBlanks } from '../../src/web/widget/parts/fill-blanks';
import { FakeStorage } from './open-chat';

describe('waiting before a retry', () => {
  it('doubles from one second to thirty, and leaves up to half of it to chance', () => {
    expect([0, 1, 2, 3, 4, 5, 20].map((failures) => waitBeforeRetry(failures, 0))).toEqual([
      1000, 2000, 4000, 8000, 16_000, 30_000, 30_000,
    ]);
    expect(waitBeforeRetry(5, 1)).toBe(15_000);
    expect(waitBeforeRetry(0, 1)).toBe(1000);
  });
});

describe('pressing a key three times', () => {
  it('counts when all three come within two seconds', () => {
    const times = [0, 900, 2000];
    const press = countPresses(() => times.shift() ?? 0);

    expect([press(), press(), press()]).toEqual([false, false, true]);
  });

  it('does not count when they take longer', () => {
    const times = [0, 1500, 2600, 3400];
    const press = countPresses(() => times.shift() ?? 0);

    expect([press(), press(), press(), press()]).toEqual([false, false, false, true]);
  });
});

describe('links in a text', () => {
  it('finds mail and web addresses, and leaves the full stop after them alone', () => {
    expect(findLinks('Write to dpo@landlord.example or see https://landlord.example/privacy.')).toEqual([
      { kind: 'text', text: 'Write to ' },
      { kind: 'link', text: 'dpo@landlord.example', href: 'mailto:dpo@landlord.example' },
      { kind: 'text', text: ' or see ' },
      { kind: 'link', text: 'https://landlord.example/privacy', href: 'https://landlord.example/privacy' },
      { kind: 'text', text: '.' },
    ]);
  });

  it('never makes a link of another scheme', () => {
    expect(findLinks('javascript:alert(1)').map(({ kind }) => kind)).toEqual(['text']);
  });

  it('makes a telephone number callable where it stands, or after the text', () => {
    expect(findPhone('Call 999.', '999')).toEqual([
      { kind: 'text', text: 'Call ' },
      { kind: 'link', text: '999', href: 'tel:999' },
      { kind: 'text', text: '.' },
    ]);
    expect(findPhone('Free.', '116 123').at(-1)).toEqual({ kind: 'link', text: '116 123', href: 'tel:116123' });
  });
});

describe('dates', () => {
  it('says days and moments in words', () => {
    expect(sayDay('2028-11-24', 'en-GB')).toBe('24 November 2028');
    expect(sayMoment(new Date(2026, 10, 24, 9, 5), 'en-GB')).toBe('Tuesday 24 November 2026, 09:05');
  });

  it('knows whether two moments are on the same day', () => {
    expect(isSameDay(new Date(2026, 10, 24, 0, 1), new Date(2026, 10, 24, 23, 59))).toBe(true);
    expect(isSameDay(new Date(2026, 10, 24), new Date(2026, 10, 25))).toBe(false);
  });
});

describe('blanks', () => {
  it('are filled in, and stay where there is nothing to fill in', () => {
    expect(fillBlanks('{count} of {all}', { count: 2 })).toBe('2 of {all}');
  });
});

describe('the memory of the device', () => {
  it('takes what it cannot read for nothing', () => {
    const storage = new FakeStorage();
    const memory = new DeviceMemory(() => storage);
    for (const value of ['not json', '{}', '3', '{"conversationId":1}']) {
      storage.setItem('privacy-desk-chat', value);
      expect(memory.read()).toBeUndefined();
    }
  });

  it('does without where the browser forbids storage', () => {
    const memory = new DeviceMemory(() => {
      throw new Error('SecurityError');
    });

    memory.forget();

    expect(memory.read()).toBeUndefined();
  });
});
