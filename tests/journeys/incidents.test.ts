import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aColleague, anAccount, goodPassword } from '#modules/identity/index.ts';
import { lettersTo } from '#modules/notifications/index.ts';
import { sendNotices } from '#modules/incidents/index.ts';
import type { IncidentId } from '#modules/incidents/index.ts';
import { aShopWithMugs } from './a-shop.ts';
import { atTheDesk, skip } from './at-the-desk.ts';

test(
  'a stolen session becomes an incident, its people are found, assessed, told and written down',
  { skip },
  async (t) => {
    const shop = await aShopWithMugs(t);
    await shop.work((ctx) => anAccount(ctx, { email: 'mara@example.org', name: 'Mara Lindqvist' }));
    const { page, open, check } = await atTheDesk(shop);
    await open('/dashboard/customers');
    await page.getByText('Mara Lindqvist').first().waitFor();

    await open('/dashboard/privacy/incidents');
    await page.getByRole('heading', { name: 'No incidents' }).waitFor();
    await check();
    await page.getByRole('button', { name: 'Open an incident' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Short title' }).fill('A stolen laptop');
    await dialog.getByRole('textbox', { name: 'What happened' }).fill('A laptop was stolen from a car.');
    await check();
    await dialog.getByRole('button', { name: 'Open an incident' }).click();
    await page.getByRole('heading', { name: /A stolen laptop/ }).waitFor();

    await page.getByRole('button', { name: 'Find out who is affected' }).click();
    await dialog.getByRole('combobox', { name: 'Account of' }).click();
    await page.getByRole('option').first().click();
    await check();
    await dialog.getByRole('button', { name: 'Find' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('e-mail address, name').waitFor();
    await page.getByRole('button', { name: 'Assess' }).click();
    await dialog.getByRole('combobox', { name: 'Risk for the people' }).click();
    await page.getByRole('option', { name: 'a high risk' }).click();
    await dialog.getByRole('combobox', { name: 'People', exact: true }).click();
    await page.getByRole('option', { name: 'is told' }).click();
    await check();
    await dialog.getByRole('button', { name: 'Write down' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Draft' }).click();
    await dialog.getByRole('textbox', { name: 'Draft' }).waitFor();
    await dialog.getByRole('textbox', { name: /Reference number/ }).fill('LDA-26-117');
    await check();
    await dialog.getByRole('button', { name: 'I have sent this' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('LDA-26-117').waitFor();
    await page.getByRole('button', { name: 'Tell everybody affected' }).click();
    await dialog.getByRole('button', { name: 'Tell everybody affected' }).click();
    await dialog.waitFor({ state: 'detached' });
    await check();

    const { rows } = await shop.work((ctx) =>
      ctx.tx.executeQuery<{ id: IncidentId }>({
        sql: 'select id from incidents.incident where tenant_id = $1',
        parameters: [shop.tenant.id],
        query: { kind: 'RawNode' },
        queryId: { queryId: 'incidents' },
      } as never),
    );
    await sendNotices(shop.house, shop.tenant, rows[0]?.id ?? assert.fail());
    const letters = await shop.work((ctx) => lettersTo(ctx, 'mara@example.org'));
    assert.equal(letters.filter(({ kind }) => kind === 'incidents.notice').length, 1);
  },
);

test('a request of a court takes two people, and hands out only what it names', { skip }, async (t) => {
  const shop = await aShopWithMugs(t);
  await shop.work((ctx) => anAccount(ctx, { email: 'mara@example.org', name: 'Mara Lindqvist' }));
  await shop.work((ctx) => aColleague(ctx, { email: 'dpo@shop.example', role: 'data-protection' }));
  const clerk = await atTheDesk(shop);
  const officer = await atTheDesk(shop, { email: 'dpo@shop.example', password: goodPassword });

  await clerk.open('/dashboard/privacy/authorities');
  await clerk.page.getByRole('button', { name: 'Enter a request' }).click();
  const dialog = clerk.page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Who asks' }).fill('District Court');
  await dialog.getByRole('textbox', { name: 'Reason, in writing' }).fill('Order 12 Gs 34/26');
  await dialog.getByRole('textbox', { name: /About whom/ }).fill('mara@example.org');
  await dialog.getByRole('checkbox', { name: 'name', exact: true }).check();
  await clerk.check();
  await dialog.getByRole('button', { name: 'Enter' }).click();
  await clerk.page.getByRole('heading', { name: /District Court/ }).waitFor();
  await clerk.check();

  await officer.open('/dashboard/privacy/authorities');
  await officer.page.getByRole('button', { name: 'District Court' }).click();
  await officer.page.getByRole('button', { name: 'Decide' }).click();
  const question = officer.page.getByRole('dialog');
  await question.getByRole('textbox', { name: 'Reason, in writing' }).fill('The order is in force.');
  await question.getByRole('button', { name: 'Approve' }).click();
  await question.waitFor({ state: 'detached' });
  await officer.page.getByRole('button', { name: 'Take the export' }).click();
  const download = officer.page.waitForEvent('download');
  await question.getByRole('button', { name: 'Take the export' }).click();
  const file = await download;
  const stream = await file.createReadStream();
  const text = Buffer.concat(await stream.toArray()).toString();
  assert.ok(text.includes('Mara Lindqvist'));
  assert.ok(!text.includes('mara@example.org'));
  await officer.check();
});

test('the records say what runs out and let a colleague promise confidentiality', { skip }, async (t) => {
  const shop = await aShopWithMugs(t);
  const { page, open, check } = await atTheDesk(shop);

  await open('/dashboard/privacy/records');
  await page.getByRole('heading', { name: 'What runs out' }).waitFor();
  await check();
  await page.getByRole('button', { name: 'I promise this' }).click();
  await page.getByRole('button', { name: 'I promise this' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Record' }).last().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Where the evidence lies' }).fill('audit 2026-1');
  await dialog.getByRole('button', { name: 'Record' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('audit 2026-1').waitFor();
  await check();
});
