import { editDistance } from '../../src/search/edit-distance';

describe('editDistance', () => {
  it.each([
    ['same', 'same', 0],
    ['phne', 'phone', 1],
    ['phoone', 'phone', 1],
    ['fhone', 'phone', 1],
    ['pohne', 'phone', 1],
    ['informtaoin', 'information', 2],
    ['', 'abc', 3],
  ])('takes %s to %s in %d', (one, other, distance) => {
    expect(editDistance(one, other, 3)).toBe(distance);
    expect(editDistance(other, one, 3)).toBe(distance);
  });

  it('stops beyond what is asked for', () => {
    expect(editDistance('kitten', 'sitting', 1)).toBe(2);
  });
});
