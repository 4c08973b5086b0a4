import { containsRun, shortestStretch } from '../../src/search/term-runs';

describe('runs of terms', () => {
  it('finds an unbroken run', () => {
    expect(containsRun(['i', 'smell', 'gas'], ['smell', 'gas'])).toBe(true);
    expect(containsRun(['smell', 'old', 'gas'], ['smell', 'gas'])).toBe(false);
    expect(containsRun(['gas'], ['smell', 'gas'])).toBe(false);
  });

  it('finds an empty run nowhere', () => {
    expect(containsRun(['gas'], [])).toBe(false);
  });

  it('measures the shortest stretch that holds all terms in any order', () => {
    expect(shortestStretch(['data', 'x', 'x', 'delete', 'data'], ['delete', 'data'])).toBe(2);
    expect(shortestStretch(['delete', 'x', 'data'], ['data', 'delete'])).toBe(3);
  });

  it('has no stretch where a term is missing', () => {
    expect(shortestStretch(['delete'], ['delete', 'data'])).toBeUndefined();
  });
});
