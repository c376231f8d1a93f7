import { isCountry } from '#kernel/address.ts';
import { refuse } from './refuse.ts';
import type { ShopChange } from './shop.ts';

/** Refuses: tenancy.unknownCountry, tenancy.badIban: a buyer's money would go where nobody can get it back from. */
export function checkShop({ country, legalCountry, bankIban }: ShopChange): void {
  for (const [field, code] of Object.entries({ country, legalCountry }))
    if (code !== undefined && !isCountry(code)) throw refuse.unknownCountry({ field });
  if (bankIban && !isIban(bankIban)) throw refuse.badIban({ field: 'bankIban' });
}

/** Whether the two check digits fit, which every single mistyped character breaks. Source: ISO 13616, ISO 7064 mod 97-10. */
function isIban(iban: string): boolean {
  const turned = iban.slice(4) + iban.slice(0, 4);
  const digits = turned.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return BigInt(digits) % 97n === 1n;
}
