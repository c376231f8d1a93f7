import type { Context } from '#kernel/context.ts';
import { kept } from './kept.ts';
import { selectShopTax } from './queries-tax.ts';
import { rateFor, splitTax } from './tax.ts';
import { taxedAs, zoneOfCountry } from './tax-data.ts';

export interface TaxQuestion {
  readonly country: string;
  readonly postcode?: string | undefined;
  /** Whether the amounts contain the tax already. */
  readonly inclusive: boolean;
  readonly lines: readonly {
    readonly ref: string;
    readonly amountMinor: bigint;
    readonly taxClass: string;
  }[];
}

export interface TaxLine {
  readonly ref: string;
  readonly rateBp: number;
  readonly label: string;
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
  readonly grossMinor: bigint;
}

/**
 * The tax of each line of a basket that goes to an address, at the rates of today (UTC); a change of the shop's is seen
 * within a second.
 *
 * Rounded half up once per line; totals are sums of these lines and never computed from rates again. Where the shop
 * collects no tax (exports) the line has rate 0 and says so; an inclusive price stays what it is.
 * Units: minor units; rates in basis points. Shape: one line per question line, in its order.
 */
export async function taxLines(ctx: Context, question: TaxQuestion): Promise<TaxLine[]> {
  const { country, postcode, inclusive, lines } = question;
  const day = ctx.now.toISOString().slice(0, 10);
  const law = taxedAs[country] ?? zoneOfCountry[country]?.slice(0, 2) ?? country;
  const countries = [...new Set([law, ctx.tenant.country])];
  const shop = await kept(ctx, `tax ${countries.join(' ')} ${day}`, () => selectShopTax(ctx, countries, day));
  return lines.map(({ ref, amountMinor, taxClass }) => {
    const rate = rateFor(shop, { country, postcode, taxClass, day, locale: ctx.locale });
    return { ref, ...rate, ...splitTax(amountMinor, rate.rateBp, inclusive) };
  });
}
