/** Beginnings and lengths of the cards that people pay with. Source: ISO/IEC 7812; the card schemes' public ranges. */
const kinds: readonly RegExp[] = [
  /^4\d{15}$/, // Visa
  /^(5[1-5]\d{2}|222[1-9]|22[3-9]\d|2[3-6]\d{2}|27[01]\d|2720)\d{12}$/, // Mastercard
  /^3[47]\d{13}$/, // American Express
  /^(6011|65\d{2}|64[4-9]\d)\d{12}$/, // Discover
  /^35(2[89]|[3-8]\d)\d{12}$/, // JCB
  /^3(0[0-5]|[68]\d)\d{11}$/, // Diners
];

/** Digits as people write them: together, or in groups with single blanks or dashes between. */
const written = /(?<![\d+])\d(?:[ -]?\d){12,18}(?!\d)/g;

function isCardNumber(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  return kinds.some((kind) => kind.test(digits)) && addsUp(digits);
}

/** The check digit of every payment card. Source: ISO/IEC 7812-1, annex B. */
function addsUp(digits: string): boolean {
  const sum = Array.from(digits)
    .toReversed()
    .reduce((total, digit, place) => {
      const doubled = place % 2 === 1 ? Number(digit) * 2 : Number(digit);
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
  return sum % 10 === 0;
}

/** Whether a text names a payment card. A number of fourteen digits by chance is one in hundreds, so keys and codes are not asked. */
export const namesCard = (text: string): boolean =>
  [...text.matchAll(written)].some(([one]) => isCardNumber(one));

/** The text with every card number cut down to its last four digits, for what was sent to us and cannot be refused. */
export const withoutCards = (text: string): string =>
  text.replace(written, (one) =>
    isCardNumber(one) ? `[card ending in ${one.replace(/\D/g, '').slice(-4)}]` : one,
  );
