import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { ledgerFile } from '../../src/compose-retention';
import type { LedgerEntry } from '../../src/retention/ledger-line';
import { Ledger } from '../../src/retention/ledger';
import { verifyLedger } from '../../src/retention/verify-ledger';
import { LEDGER_KEY, testRetention, type TestRetention } from '../support/a-retention';
import { ENGINES, type OpenEngine } from '../support/engines';
import { ManualClock } from '../support/manual-clock';

describe.each(ENGINES)('the ledger on %s', (_name, open) => {
  const clock = new ManualClock();
  let engine: OpenEngine;
  let retention: TestRetention;

  beforeEach(async () => {
    engine = await open();
    retention = testRetention({ store: engine.store, clock });
  });
  afterEach(async () => {
    retention.remove();
    await engine.close();
  });

  const entry = (what: string): LedgerEntry => {
    const subject = retention.ledger.subjectOf('conversation', what, '');
    return { recordClass: 'bot_conversation', reason: 'due', counts: { entries: 3 }, subject };
  };
  const another = (): Ledger => {
    return new Ledger({ store: engine.store, clock, key: LEDGER_KEY, copy: ledgerFile(retention.dataDir) });
  };
  const verify = () => verifyLedger(engine.store, ledgerFile(retention.dataDir), LEDGER_KEY);
  const file = (): string => join(retention.dataDir, 'ledger.jsonl');

  it('numbers and chains lines of several writers without gaps', async () => {
    const writers = [another(), another(), another()];
    await Promise.all(writers.flatMap((ledger, at) => [1, 2, 3, 4].map((n) => ledger.record(entry(`${at} ${n}`)))));

    expect(await verify()).toMatchObject({ lines: 12, problems: [] });
  });

  it('has one line for one thing, however often it is told', async () => {
    await Promise.all([another(), another()].map((ledger) => ledger.record(entry('same'))));
    await retention.ledger.record(entry('same'));

    expect(await verify()).toMatchObject({ lines: 1, problems: [] });
  });

  it('finds a line that was changed, taken away, added or put elsewhere in the copy', async () => {
    for (const what of ['a', 'b', 'c', 'd']) await retention.ledger.record(entry(what));
    const whole = readFileSync(file(), 'utf8');
    const [first = '', second = '', ...rest] = whole.trimEnd().split('\n');
    const problemsOf = async (lines: readonly string[]): Promise<readonly string[]> => {
      writeFileSync(file(), lines.map((line) => `${line}\n`).join(''));
      return (await verify()).problems;
    };

    expect(await problemsOf([first, second.replace('"entries":3', '"entries":4'), ...rest])).toEqual([
      'line 2 is not the same in ledger.jsonl and the database',
    ]);
    expect(await problemsOf([first, ...rest])).toEqual(['line 2 is not in ledger.jsonl']);
    expect(await problemsOf([first, second, ...rest, 'something else'])).toEqual(['row 5 of ledger.jsonl is no line']);
    expect(await problemsOf([first, second, ...rest])).toEqual([]);
  });

  it('is not taken for genuine with another key', async () => {
    await retention.ledger.record(entry('a'));

    const { problems } = await verifyLedger(engine.store, ledgerFile(retention.dataDir), 'another key');
    expect(problems).toEqual(['line 1 in the database was changed']);
  });

  it('goes on behind a line of the copy that was cut off, and puts in what was not copied', async () => {
    await retention.ledger.record(entry('a'));
    await retention.ledger.record(entry('b'));
    const [first = '', second = ''] = readFileSync(file(), 'utf8').split('\n');
    writeFileSync(file(), `${first}\n${second.slice(0, 40)}`);

    await another().record(entry('c'));

    expect(await verify()).toMatchObject({ lines: 3, problems: [] });
  });

  it('adds nothing to a database that is older than the copy', async () => {
    await retention.ledger.record(entry('a'));
    const older = await open();
    const ledger = new Ledger({ store: older.store, clock, key: LEDGER_KEY, copy: ledgerFile(retention.dataDir) });

    await expect(ledger.record(entry('b'))).rejects.toMatchObject({ code: 'ledger_damaged' });
    expect(await ledger.takeOver()).toBe(1);
    await ledger.record(entry('b'));

    expect(await verifyLedger(older.store, ledgerFile(retention.dataDir), LEDGER_KEY)).toMatchObject({
      lines: 2,
      problems: [],
    });
    await older.close();
  });

  it('does not read past a damaged copy', async () => {
    await retention.ledger.record(entry('a'));
    appendFileSync(file(), 'not a line\n');

    await expect(another().record(entry('b'))).rejects.toMatchObject({ code: 'ledger_damaged' });
  });
});
