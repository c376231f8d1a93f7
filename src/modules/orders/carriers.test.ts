import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { looksMistyped, tidyTracking, trackingUrl } from './carriers.ts';

test('a tracking number is kept as carriers write it and leads to the carrier', () => {
  assert.equal(tidyTracking(' 1z 5r8 9390 357567127 '), '1Z5R89390357567127');
  assert.equal(
    trackingUrl('ups', '1Z5R89390357567127'),
    'https://www.ups.com/track?tracknum=1Z5R89390357567127',
  );
  assert.equal(trackingUrl('other', '4711'), null);
});

test('a number with a wrong digit looks mistyped, and a carrier without check digits never does', () => {
  assert.equal(looksMistyped('ups', '1Z5R89390357567127'), false);
  assert.equal(looksMistyped('ups', '1Z5R89390357567128'), true);
  assert.equal(looksMistyped('royal-mail', 'RB123456785GB'), false);
  assert.equal(looksMistyped('dhl', 'RB123456784GB'), true);
  assert.equal(looksMistyped('gls', 'whatever'), false);
});

const samples =
  process.env['KONTOR_SAMPLES'] ?? new URL('../../../../shared/data/', import.meta.url).pathname;
const folder = `${samples}/tracking-numbers`;

test(
  'known good numbers of carriers are never called mistyped',
  { skip: existsSync(folder) ? false : 'the sample tracking numbers are not here' },
  () => {
    const kinds = [
      { file: 'ups', name: 'UPS', code: 'ups' },
      { file: 's10', name: 'S10', code: 'royal-mail' },
      { file: 'dhl', name: 'DHL Express', code: 'dhl-express' },
      { file: 'fedex', name: 'FedEx Express (12)', code: 'fedex' },
      { file: 'fedex', name: 'FedEx Ground', code: 'fedex' },
    ];
    for (const { file, name, code } of kinds) {
      const { tracking_numbers: numbers } = JSON.parse(readFileSync(`${folder}/${file}.json`, 'utf8')) as {
        tracking_numbers: { name: string; test_numbers: { valid: string[]; invalid: string[] } }[];
      };
      const { valid = [], invalid = [] } = numbers.find((one) => one.name === name)?.test_numbers ?? {};
      assert.ok(valid.length > 0);
      for (const number of valid) assert.equal(looksMistyped(code, number), false, `${name} ${number}`);
      // We do not know which letters are a country; digits are what people mistype.
      for (const number of invalid.filter((one) => !one.endsWith('XX')))
        assert.equal(looksMistyped(code, number), true, `${name} ${number}`);
    }
  },
);
