import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fc } from '#testing/generated.ts';
import { matchesPostcode } from './postcode-pattern.ts';
import { periodsByZone } from './tax-data.ts';
import { rateFor, rateLabel, shippedRate, splitTax, taxClassOf, zoneOf } from './tax.ts';
import type { ShopTax } from './tax.ts';

const shopIn = (home: string, more: Partial<ShopTax> = {}): ShopTax => ({
  home,
  crossBorder: 'destination',
  registeredIn: [],
  zones: [],
  rates: [],
  ...more,
});
const rate = (
  shop: ShopTax,
  country: string,
  more: { postcode?: string; taxClass?: string; day?: string } = {},
): number =>
  rateFor(shop, { country, taxClass: 'standard', day: '2026-11-01', locale: 'en', ...more }).rateBp;

test('a shop in Germany charges the buyer’s rate within the European Union and none beyond', () => {
  const shop = shopIn('DE');

  assert.equal(rate(shop, 'DE'), 1900);
  assert.equal(rate(shop, 'FI'), 2550);
  assert.equal(rate(shop, 'MC'), 2000);
  assert.equal(rate(shop, 'CH'), 0);
  assert.equal(rate(shop, 'US'), 0);
  assert.equal(rate(shop, 'GB'), 0);
  assert.equal(rate(shop, 'GB', { postcode: 'BT1 5GS' }), 2000);
  assert.equal(
    rateFor(shop, { country: 'US', taxClass: 'standard', day: '2026-11-01', locale: 'de' }).label,
    'Keine Steuer (Ausfuhr)',
  );
});

test('a small shop below the threshold charges its own rate all over the European Union', () => {
  const shop = shopIn('DE', { crossBorder: 'origin', registeredIn: ['AT'] });

  assert.equal(rate(shop, 'FI'), 1900);
  assert.equal(rate(shop, 'AT'), 2000);
});

test('shops outside of the European Union charge tax at home', () => {
  for (const [home, bp] of [
    ['ZA', 1500],
    ['NG', 750],
    ['KE', 1600],
    ['GH', 2000],
    ['CH', 810],
    ['NO', 2500],
  ] as const) {
    assert.equal(rate(shopIn(home), home), bp);
    assert.equal(rate(shopIn(home), 'DE'), 0);
  }
});

test('islands and enclaves outside of the tax area are not taxed', () => {
  assert.equal(rate(shopIn('ES'), 'ES', { postcode: '35001' }), 0);
  assert.equal(rate(shopIn('ES'), 'ES', { postcode: '28001' }), 2100);
  assert.equal(rate(shopIn('DE'), 'DE', { postcode: '78266' }), 0);
  assert.equal(rate(shopIn('DE'), 'IT', { postcode: '23041' }), 0);
  assert.equal(rate(shopIn('DE'), 'FI', { postcode: '22100' }), 0);
  assert.equal(rate(shopIn('DE'), 'AX'), 0);
  assert.equal(rate(shopIn('AT'), 'AT', { postcode: '6992' }), 1900);
  assert.equal(rate(shopIn('FR'), 'RE'), 850);
});

test('a rate change counts from its day', () => {
  assert.equal(shippedRate('EE', 'standard', '2025-06-30'), 2200);
  assert.equal(shippedRate('EE', 'standard', '2025-07-01'), 2400);
  assert.equal(shippedRate('DE', 'reduced', '2020-08-01'), 500);
});

test('a shop’s own place and rate come before ours', () => {
  const shop = shopIn('ES', {
    zones: [{ code: 'ES-my-canary', postcodes: ['35*', '38*'] }],
    rates: [{ zoneCode: 'ES-my-canary', taxClass: 'standard', rateBp: 700, label: 'IGIC' }],
  });

  const igic = rateFor(shop, {
    country: 'ES',
    postcode: '35001',
    taxClass: '',
    day: '2026-11-01',
    locale: 'en',
  });

  assert.deepEqual(igic, { rateBp: 700, label: 'IGIC 7 %' });
});

test('labels read as people write them', () => {
  assert.equal(rateLabel(1900, 'en'), 'VAT 19 %');
  assert.equal(rateLabel(1900, 'de'), 'MwSt. 19 %');
  assert.equal(rateLabel(550, 'de'), 'MwSt. 5,5 %');
});

test('words of other shop systems are understood, and unknown ones are the standard rate', () => {
  assert.equal(taxClassOf('reduced-rate'), 'reduced');
  assert.equal(taxClassOf(' Zero-Rate '), 'zero');
  assert.equal(taxClassOf('none'), 'exempt');
  assert.equal(taxClassOf('whatever'), 'standard');
});

test('net and tax are always exactly the gross, and tax out of a gross price is the tax that made it', () => {
  fc.assert(
    fc.property(
      fc.bigInt(0n, 10n ** 12n),
      fc.integer({ min: 0, max: 3000 }),
      fc.boolean(),
      (amount, bp, inclusive) => {
        const split = splitTax(amount, bp, inclusive);
        assert.equal(split.netMinor + split.taxMinor, split.grossMinor);
        assert.equal(inclusive ? split.grossMinor : split.netMinor, amount);
        if (inclusive) return;
        const back = splitTax(split.grossMinor, bp, true);
        assert.ok(back.taxMinor - split.taxMinor <= 1n && split.taxMinor - back.taxMinor <= 1n);
      },
    ),
  );
  assert.deepEqual(splitTax(1990n, 1900, true), { netMinor: 1672n, taxMinor: 318n, grossMinor: 1990n });
});

test('postcode patterns are beginnings, ranges, or the postcode itself', () => {
  assert.ok(matchesPostcode('35*', '35 001'));
  assert.ok(matchesPostcode('BT*', 'bt1 5gs'));
  assert.ok(matchesPostcode('6991-6993', '6992'));
  assert.ok(!matchesPostcode('6991-6993', '69920'));
  assert.ok(!matchesPostcode('23041', '23042'));
  assert.ok(!matchesPostcode('*', ''));
});

const file = new URL('../../../../shared/data/vat-rates/vat-rates.json', import.meta.url).pathname;
const skip = existsSync(file) ? false : 'the collection of other people’s VAT rates is not on this machine';

interface Theirs {
  readonly effective_from: string;
  readonly rates: Readonly<Record<string, number>>;
  readonly exceptions?: readonly {
    readonly name: string;
    readonly postcode: string;
    readonly standard: number;
  }[];
}

test('our rates of 2025 are those of another collection, reduced ones and exceptions too', { skip }, () => {
  const { items } = JSON.parse(readFileSync(file, 'utf8')) as { items: Record<string, Theirs[]> };
  const day = '2025-09-01';
  const differences = Object.entries(items).flatMap(([country, periods]) => {
    const [theirs] = periods
      .filter(({ effective_from: from }) => from <= day)
      .toSorted((a, b) => (a.effective_from < b.effective_from ? 1 : -1));
    const ours = periodsByZone[country]?.findLast(({ from }) => from <= day);
    if (!theirs || !ours) return [`${country}: missing`];
    const known = new Set([ours.standard, ...ours.reduced]);
    const lacking = Object.entries(theirs.rates).filter(([, percent]) => !known.has(percent));
    const shop = shopIn(country);
    const exceptions = (theirs.exceptions ?? []).flatMap(({ name, postcode, standard }) => {
      const example = postcode
        .replace(/^\(([^|]*)\|.*$/, '$1')
        .replace(/\\d\{2,\}/, '00')
        .replace(/\\d\{3\}/, '001')
        .replace(/\[(\d).*?\]/g, '$1');
      const zone = zoneOf(shop, country, example);
      const bp = rate(shop, country, { postcode: example, day });
      return bp === Math.round(standard * 100)
        ? []
        : [`${country}: ${name} ${example} ${zone.code} ${bp}, theirs ${standard}`];
    });
    return [
      ...(ours.standard === theirs.rates['standard']
        ? []
        : [`${country}: standard ${ours.standard}, theirs ${theirs.rates['standard']}`]),
      ...lacking.map(([name, percent]) => `${country}: ${name} ${percent} is not among ours`),
      ...exceptions,
    ];
  });

  // The Azores' standard rate has been 16 since July 2021; their list still has the one before.
  assert.deepEqual(
    differences.filter((difference) => !difference.startsWith('PT: Azores')),
    [],
  );
});
