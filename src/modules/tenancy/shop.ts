import type { Locale } from '#kernel/context.ts';

/** How a shop is set up: its window, its money, and the legal entity that answers for it. */
export interface Shop {
  readonly version: number;
  readonly name: string;
  readonly tagline: string;
  readonly currency: string;
  readonly locale: Locale;
  readonly country: string;
  readonly pricesIncludeTax: boolean;
  readonly accentHue: number;
  readonly legalName: string;
  readonly legalAddress: string;
  readonly legalCountry: string;
  readonly vatId: string | null;
  readonly registration: string | null;
  readonly contactEmail: string;
  readonly contactPhone: string | null;
  readonly mailFrom: string;
  readonly bankHolder: string | null;
  readonly bankIban: string | null;
  readonly bankBic: string | null;
}

/** What staff may change. The currency stays: prices, books and orders are written in it. */
export type ShopChange = Partial<Omit<Shop, 'version' | 'currency'>>;
