import { AppError } from '../../src/shared/app-error';
import { describeError } from '../../src/shared/json-logger';

describe('what is logged of an error', () => {
  it('is its class, its code and its place', () => {
    const error = new AppError('store_unavailable', 'no', { cause: new RangeError('far') });

    expect(describeError(error)).toEqual({
      error: 'AppError',
      code: 'store_unavailable',
      place: expect.stringMatching(/^at .*json-logger\.test\.ts:\d+:\d+\)?$/) as string,
      cause: 'RangeError',
    });
  });

  it.each([
    'cannot read:\nat 12 Acacia Avenue lives Jane Doe',
    'at the top',
    'a\n    at home (12 Acacia Avenue:1:2)\nb',
    '',
  ])('is nothing of what it says: %j', (message) => {
    const described = JSON.stringify(describeError(new TypeError(message)));

    expect(described).not.toMatch(/Acacia|top|home/);
    expect(described).toContain('json-logger.test.ts');
  });

  it('is its type when it is no error', () => {
    expect(describeError('Jane Doe')).toEqual({ error: 'string' });
  });
});
