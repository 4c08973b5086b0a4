/** Whether the last of these digits fits the others, as on every payment card (ISO/IEC 7812-1, Luhn's formula). */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 1; place <= digits.length; place++) {
    const weighed = Number(digits.at(-place)) * (place % 2 === 0 ? 2 : 1);
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}

/** Whether the last of ten digits fits the others, as in every NHS number (NHS Data Dictionary, modulus 11). */
export function passesModulus11(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < 10; place++) sum += Number(digits[place]) * (10 - place);
  return sum % 11 === 0;
}

/** Whether letters and digits are an IBAN as far as its check digits tell (ISO 13616, modulus 97). */
export function passesModulus97(iban: string): boolean {
  let rest = 0;
  for (const sign of iban.slice(4) + iban.slice(0, 4)) {
    const value = parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
