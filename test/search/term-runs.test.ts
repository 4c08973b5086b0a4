import { containsRun } from '../../src/search/term-runs';

describe('runs of terms', () => {
  it('finds an unbroken run', () => {
    expect(containsRun(['i', 'smell', 'gas'], ['smell', 'gas'])).toBe(true);
    expect(containsRun(['smell', 'old', 'gas'], ['smell', 'gas'])).toBe(false);
    expect(containsRun(['gas'], ['smell', 'gas'])).toBe(false);
  });

  it('finds an empty run nowhere', () => {
    expect(containsRun(['gas'], [])).toBe(false);
  });
});
