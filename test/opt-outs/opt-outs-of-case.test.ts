import { optOutsOfCase } from '../../src/opt-outs/opt-outs-of-case';
import type { Matter } from '../../src/rights/matter';
import { openCases, type CaseStore } from '../support/a-case-store';

let desk: CaseStore;
beforeEach(() => {
  desk = openCases();
});
afterEach(() => desk.close());

const stops = async (matter: Matter, facts: Readonly<Record<string, string>>, text = 'stop it') =>
  optOutsOfCase(await desk.send({ matters: [matter], text }, facts)).map(
    ({ scope, channel, address }) => `${scope} ${channel} ${address}`,
  );

const MAIL = 'jo@example.org';
const NUMBER = '07700 900123';

describe('what is to stop', () => {
  it.each<[Matter, Record<string, string>, string[]]>([
    ['opt_out_surveys', { email: MAIL }, [`surveys email ${MAIL}`]],
    ['opt_out_surveys', { channel: 'all', phone: NUMBER }, [`surveys phone ${NUMBER}`, `surveys text ${NUMBER}`]],
    ['opt_out_surveys', { channel: 'text', phone: NUMBER }, [`surveys text ${NUMBER}`]],
    [
      'opt_out_contact',
      { stop: 'all', email: MAIL, post: 'RG21 4FA' },
      [`marketing email ${MAIL}`, 'marketing post RG21 4FA'],
    ],
    ['opt_out_contact', { stop: 'news', email: MAIL }, [`newsletters email ${MAIL}`]],
    ['opt_out_contact', { stop: 'events', email: MAIL }, [`events email ${MAIL}`]],
    ['opt_out_contact', { stop: 'insurance', email: MAIL }, [`insurance_offers email ${MAIL}`]],
    ['opt_out_contact', { stop: 'calls', phone: NUMBER }, [`marketing phone ${NUMBER}`]],
    ['erasure', { what: 'marketing', email: MAIL }, [`marketing email ${MAIL}`]],
    ['opt_out_photos', { photos: 'summer fair 2025' }, ['photos photograph summer fair 2025']],
  ])('by %s with %j', async (matter, facts, expected) => {
    expect(await stops(matter, facts)).toEqual(expected);
  });

  it('is every address that was told where none goes with the channel', async () => {
    expect(await stops('opt_out_contact', { stop: 'texts', email: MAIL })).toEqual([`marketing email ${MAIL}`]);
  });

  it('of a photograph that was not described is found by the words of the request', async () => {
    expect(await stops('opt_out_photos', {}, 'take me off your magazine')).toEqual([
      'photos photograph take me off your magazine',
    ]);
  });

  it.each<[Matter, Record<string, string>]>([
    ['opt_out_contact', { stop: 'all' }],
    ['access', { email: MAIL }],
    ['erasure', { what: 'all', email: MAIL }],
  ])('is nothing by %s with %j', async (matter, facts) => {
    expect(await stops(matter, facts)).toEqual([]);
  });
});
