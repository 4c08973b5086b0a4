import type { CodeAnswer } from '../../src/rights/codes-of-reference';
import { LookUpCase } from '../../src/rights/look-up-case';
import { OneTimeCodes } from '../../src/rights/one-time-codes';
import { createMemoryRateLimiter } from '../../src/shared/memory-rate-limiter';
import { openCases, PERSON, type CaseStore } from '../support/a-case-store';

const LIMITS = { codesPerHour: 5, wrongAnswersPerDay: 15, callsPerHourOfAddress: 30 };

let desk: CaseStore;
let sent: { to: string | undefined; code: string }[];
let lookUp: LookUpCase;
beforeEach(() => {
  desk = openCases();
  sent = [];
  const { store, clock, cases } = desk;
  const sendCode = (to: string | undefined, code: string): Promise<void> => {
    sent.push({ to, code });
    return Promise.resolve();
  };
  const makeLimiter = createMemoryRateLimiter;
  const codes = new OneTimeCodes({ store, clock, key: 'a key', limits: LIMITS, sendCode, makeLimiter });
  lookUp = new LookUpCase({ cases, codes });
});
afterEach(() => desk.close());

const kindOf = async (reference: string, code = ''): Promise<CodeAnswer | 'open'> =>
  (await lookUp.open(reference, code, 'somewhere')).kind;

describe('somebody who gives a reference', () => {
  it('sees the case by the code that went to the address on it', async () => {
    const { reference } = await desk.send({}, { email: PERSON, safe: 'yes' });
    await lookUp.ask(`it is ${reference.toLowerCase()}`, 'somewhere');

    expect(sent).toMatchObject([{ to: PERSON }]);
    expect(await lookUp.open(reference, sent[0]?.code ?? '', 'somewhere')).toMatchObject({
      kind: 'open',
      case: { reference },
    });
  });

  it('hears the same whether there is such a case, and an address on it, or not (65)', async () => {
    const known = await desk.send({}, { email: PERSON });
    const unreachable = await desk.send({}, {});
    const answers = await Promise.all(
      [known.reference, unreachable.reference, '7K4M-2QQ'].map(async (reference) => {
        const { kind } = await lookUp.ask(reference, 'somewhere');
        return `${kind} ${await kindOf(reference, 'no code')}`;
      }),
    );

    expect(new Set(answers)).toEqual(new Set(['asked wrong']));
    expect(sent.filter(({ to }) => to !== undefined)).toMatchObject([{ to: PERSON }]);
  });

  it('is told when it cannot be one', async () => {
    expect(await lookUp.ask('7K4M-2QR', 'somewhere')).toEqual({ kind: 'mistyped' });
    expect(await lookUp.ask('I do not have it here', 'somewhere')).toEqual({ kind: 'none' });
    expect(sent).toEqual([]);
  });

  it('sees nothing by a code that went for another case', async () => {
    const [one, other] = [await desk.send({}, { email: PERSON }), await desk.send({}, { email: 'ann@example.org' })];
    await lookUp.ask(one.reference, 'somewhere');
    await lookUp.ask(other.reference, 'somewhere');

    expect(await kindOf(other.reference, sent[0]?.code)).toBe('wrong');
  });
});
