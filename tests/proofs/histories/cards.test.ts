import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '#testing/generated.ts';
import { aBuyer } from '#modules/checkout/index.ts';
import { openSmtpInbox } from '#modules/rights/index.ts';
import { createTransport } from 'nodemailer';
import { everythingReadable } from '../canaries/everything.ts';
import { aTown } from './town.ts';

/** Numbers that the check digit and the ranges of the card schemes allow, as people write them. */
const card = fc
  .record({
    begins: fc.constantFrom(
      ['4', 16],
      ['51', 16],
      ['2221', 16],
      ['34', 15],
      ['37', 15],
      ['6011', 16],
      ['3530', 16],
      ['300', 14],
    ) as fc.Arbitrary<readonly [string, number]>,
    more: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 16, maxLength: 16 }),
    between: fc.constantFrom('', ' ', '-'),
  })
  .map(({ begins: [begins, length], more, between }) => {
    const digits = (begins + more.join('')).slice(0, length - 1);
    const sum = Array.from(digits)
      .toReversed()
      .reduce((total, digit, place) => {
        const doubled = place % 2 === 0 ? Number(digit) * 2 : Number(digit);
        return total + (doubled > 9 ? doubled - 9 : doubled);
      }, 0);
    const number = `${digits}${(10 - (sum % 10)) % 10}`;
    return { number, written: number.replace(/(\d{4})(?=\d)/g, `$1${between}`) };
  });

test('P29: whatever card number somebody types or mails, in whatever field, no row, no envelope and no line of the log has it', async (t) => {
  const town = await aTown(t);
  const { shop, offerId } = town;
  const buyer = aBuyer(shop.inject, 'cards@burrow.example');
  const address = { name: 'Ada', line1: 'Marktplatz 1', postcode: '20095', city: 'Hamburg', country: 'DE' };
  const cart = await buyer.fill([{ offerId, quantity: 1 }], { provider: 'bank-transfer' }, address);
  const order = (await buyer.press(cart)).body.orders[0]?.id ?? assert.fail();
  const basket = await buyer.good<{ id: string }>('POST', '/api/store/carts', {
    line: { offerId, quantity: 1 },
  });
  const inbox = await openSmtpInbox(shop.house, 0);
  const transport = createTransport({ host: '127.0.0.1', port: inbox.port, secure: false, ignoreTLS: true });
  t.after(async () => {
    transport.close();
    await inbox.close();
  });
  const numbers: string[] = [];
  let mails = 0;

  const doors: Readonly<Record<string, (text: string) => Promise<number>>> = {
    'the name of an address': async (text) =>
      (
        await buyer.ask('PUT', `/api/store/carts/${basket.id}/contact`, {
          email: 'cards@burrow.example',
          shippingAddress: { ...address, name: text },
        })
      ).status,
    'the second line of an address': async (text) =>
      (
        await buyer.ask('PUT', `/api/store/carts/${basket.id}/contact`, {
          email: 'cards@burrow.example',
          shippingAddress: { ...address, line2: text },
        })
      ).status,
    'a name at sign-up': async (text) =>
      (
        await buyer.ask('POST', '/api/store/account/sign-up', {
          email: `a${numbers.length}@burrow.example`,
          name: text,
          password: 'lantern-over-quiet-harbour',
          oldEnough: true,
        })
      ).status,
    'a request': async (text) =>
      (
        await buyer.ask('POST', '/api/store/privacy/requests', {
          email: 'cards@burrow.example',
          kind: 'question',
          text,
        })
      ).status,
    'a note of staff': async (text) =>
      (await town.desk('POST', `/api/admin/orders/${order}/notes`, { text })).statusCode,
    'the story of an incident': async (text) =>
      (
        await town.desk('POST', '/api/admin/privacy/incidents', {
          track: 'breach',
          harms: [],
          title: 'x',
          happened: text,
        })
      ).statusCode,
  };
  await fc.assert(
    fc.asyncProperty(
      card,
      fc.constantFrom(...Object.keys(doors)),
      fc.string({ maxLength: 12 }),
      async ({ number, written }, door, words) => {
        numbers.push(number, written);
        const status = await doors[door]?.(`${words.replaceAll(/[\d+-]/g, '')} ${written} please`);
        assert.ok(
          status !== undefined && status >= 400 && status < 500,
          `${door} took ${written}: ${status}`,
        );
      },
    ),
    { numRuns: 24 },
  );
  await fc.assert(
    fc.asyncProperty(card, async ({ number, written }) => {
      numbers.push(number, written);
      mails += 1;
      await transport.sendMail({
        from: `writer${mails}@burrow.example`,
        to: 'shop@example.org',
        subject: `my card ${written}`,
        text: `It is ${written}.`,
      });
    }),
    { numRuns: 6 },
  );

  const kept = await shop.work(everythingReadable, { purpose: 'rights' });
  const said = kept.filter(({ table }) => table === 'rights.request');
  assert.equal(
    said.filter(({ text }) => text.includes('card ending in')).length,
    mails,
    'each mail is there, without its card',
  );
  for (const number of numbers) {
    assert.ok(!kept.some(({ text }) => text.includes(number)), `an envelope has ${number}`);
    assert.ok(!shop.logged().includes(number), `the log has ${number}`);
  }
});
