import { figuresHold } from '../../src/search/figures-hold';

describe('our sentence before a quote', () => {
  it.each([
    ['The notice says 6 months.', 'recordings of telephone calls for 6 months.'],
    ['The notice says September 2023.', 'This privacy notice was updated in September 2023.'],
    ['The notice says that we may share it.', 'We may share your number.'],
    ['The notice says 1 year.', 'for 1 year'],
  ])('fits a quote that has its figures: %s', (sentence, quote) => {
    expect(figuresHold(sentence, quote)).toBe(true);
  });

  it.each([
    ['The notice says 6 months.', 'recordings of telephone calls for 12 months.'],
    ['The notice says 2 years.', 'chatbot interactions for 2 months'],
    ['The notice says September 2023.', 'updated in March 2023'],
    ['The notice says 6 months.', 'for 16 months'],
  ])('does not fit one that has others: %s', (sentence, quote) => {
    expect(figuresHold(sentence, quote)).toBe(false);
  });
});
