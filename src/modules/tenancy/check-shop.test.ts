import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aHouse } from '#testing/house.ts';
import { refusedWith } from '#testing/refused-with.ts';
import { createTenant, getShop, saveShop } from './index.ts';

test('a shop in money or a country that nobody knows is not opened', async (t) => {
  const { house } = await aHouse(t);
  const open = (shop: Partial<Record<'currency' | 'country' | 'legalCountry', string>>) =>
    createTenant(house, {
      slug: 'mine',
      profile: 'openkommerce',
      hosts: ['mine.example'],
      demo: false,
      shop,
    });

  await assert.rejects(open({ currency: 'XXQ' }), refusedWith('tenancy.unknownCurrency'));
  await assert.rejects(open({ country: 'QQ' }), refusedWith('tenancy.unknownCountry'));
  await assert.rejects(open({ legalCountry: 'ZZ' }), refusedWith('tenancy.unknownCountry'));
  await open({ currency: 'CHF', country: 'CH', legalCountry: 'CH' });
});

test('an IBAN with a typing mistake is refused, because buyers would pay to nobody', async (t) => {
  const { work } = await aHouse(t);
  const { version } = await work(getShop);
  const save = (bankIban: string) => work((ctx) => saveShop(ctx, { bankIban }, version));

  await assert.rejects(save('DE02120300000000202052'), refusedWith('tenancy.badIban'));
  await assert.rejects(save('DE20120300000000202051'), refusedWith('tenancy.badIban'));
  assert.equal((await save('GB33BUKB20201555555555')).bankIban, 'GB33BUKB20201555555555');
});
