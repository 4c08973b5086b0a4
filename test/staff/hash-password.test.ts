import { checkPassword, hashPassword, PASSWORD_COST } from '../../src/staff/hash-password';

const CHEAP = { logN: 4, r: 8, p: 1 };

describe('the hash of a password', () => {
  it('costs as much as OWASP asks for', async () => {
    expect(PASSWORD_COST).toEqual({ logN: 17, r: 8, p: 1 });
    const hash = await hashPassword('cobalt heron umbrella', PASSWORD_COST);
    expect(hash).toMatch(/^scrypt\$17\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
    expect(await checkPassword('cobalt heron umbrella', hash, PASSWORD_COST)).toBe('right');
    expect(await checkPassword('cobalt heron umbrellas', hash, PASSWORD_COST)).toBe('wrong');
  });

  it('is another one each time', async () => {
    expect(await hashPassword('the same', CHEAP)).not.toBe(await hashPassword('the same', CHEAP));
  });

  it('is outdated, and right, when the cost has risen since', async () => {
    const hash = await hashPassword('cobalt heron umbrella', CHEAP);
    expect(await checkPassword('cobalt heron umbrella', hash, { ...CHEAP, logN: 5 })).toBe('outdated');
  });

  it('is the same however the letters are made up', async () => {
    const hash = await hashPassword('Gru\u0308nes Haus am See', CHEAP);
    expect(await checkPassword('Gr\u00fcnes Haus am See', hash, CHEAP)).toBe('right');
  });

  it.each([
    ['nothing', undefined],
    ['something else', 'bcrypt$10$8$1$AAAA$AAAA'],
    ['a cost that would stop the service', `scrypt$30$8$1$${'A'.repeat(22)}$${'A'.repeat(43)}`],
  ])('is wrong where there is %s', async (_, hash) => {
    expect(await checkPassword('', hash, CHEAP)).toBe('wrong');
  });
});
