import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { OfferId } from '#modules/catalog/index.ts';
import { aBuyer } from '#modules/checkout/index.ts';
import type { CartView } from '#modules/checkout/index.ts';
import { sendMails } from '#modules/notifications/index.ts';
import { availability } from '#modules/inventory/index.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { someGoods } from '#testing/furnished-shop.ts';
import { eventually } from '#testing/eventually.ts';
import { aSite } from './processes.ts';
import type { Program, Site } from './processes.ts';

// For the proofs of crash points: buyers press the button, something dies at a moment that is swept through the whole of the checkout, it comes back,
// and the buyers press again with the same key. What must be true afterwards is counted in the end, for all of them.

interface Buyer {
  readonly email: string;
  readonly cart: CartView;
  readonly key: string;
}

const atOnce = 4;
const stock = 1_000;

export interface Scene {
  readonly site: Site;
  readonly offerId: OfferId;
  web: Program;
  worker: Program;
  readonly buyers: Buyer[];
}

export async function aScene(t: TestContext, env: Readonly<Record<string, string>> = {}): Promise<Scene> {
  const site = await aSite(t, env);
  const { offers } = await someGoods(site.house, site.tenant, { title: 'Mug', sku: 'MUG', stock });
  const [offerId] = offers;
  assert.ok(offerId);
  return { site, offerId, web: await site.web(), worker: await site.worker(), buyers: [] };
}

/** Some buyers in front of the last button: half of them pay by card, half by bank transfer. */
async function someBuyers(scene: Scene): Promise<Buyer[]> {
  const made = Array.from({ length: atOnce }, async (_, index) => {
    const email = `buyer-${scene.buyers.length + index}@example.org`;
    const pay =
      index % 2 === 0 ? { provider: 'test-card', option: 'approve' } : { provider: 'bank-transfer' };
    const cart = await eventually('a full cart', () =>
      aBuyer(scene.web.ask, email).fill([{ offerId: scene.offerId, quantity: 1 }], pay),
    );
    return { email, cart, key: crypto.randomUUID() };
  });
  const buyers = await Promise.all(made);
  scene.buyers.push(...buyers);
  return buyers;
}

/** Shape: the answer, or undefined when there was none. */
const press = ({ web }: Scene, { cart, key, email }: Buyer) =>
  aBuyer(web.ask, email)
    .press(cart, key)
    .catch(() => undefined);

/** How long pressing takes here when nothing dies, so that the kills are spread over all of it on any machine. */
export async function usualMs(scene: Scene): Promise<number> {
  await Promise.all((await someBuyers(scene)).map((buyer) => press(scene, buyer)));
  const buyers = await someBuyers(scene);
  const began = performance.now();
  await Promise.all(buyers.map((buyer) => press(scene, buyer)));
  return performance.now() - began;
}

export async function killAt(
  scene: Scene,
  moments: number,
  afterMs: number,
  kill: () => Promise<void>,
  restart: () => Promise<void>,
): Promise<void> {
  for (let moment = 0; moment < moments; moment += 1) {
    const buyers = await someBuyers(scene);
    const pressed = Promise.all(buyers.map((buyer) => press(scene, buyer)));
    await pause((afterMs * moment) / (moments - 1));
    await kill();
    await pressed;
    await restart();
  }
}

/** Everybody presses once more, with the key they had, until they have their order. Shape: the orders' groups. */
export async function allPressAgain(scene: Scene): Promise<string[]> {
  return Promise.all(
    scene.buyers.map((buyer) =>
      eventually(`the order of ${buyer.email}`, async () => {
        const answer = await press(scene, buyer);
        if (answer?.status === 200 && answer.body.state === 'placed') return answer.body.orderGroup;
        if (!answer || [409, 503].includes(answer.status) || answer.body.state === 'pending')
          return undefined;
        throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
      }),
    ),
  );
}

export async function everythingIsThereOnce(scene: Scene, groups: readonly string[]): Promise<void> {
  const { site, buyers, offerId } = scene;
  const wanted = buyers.length;
  assert.equal(new Set(groups).size, wanted);
  const counts = `select
    (select count(*)::int from orders.order_group where placed_at is not null) as groups,
    (select count(*)::int from orders."order" where state <> 'draft') as orders,
    (select count(*)::int from payments.payment where state in ('captured', 'pending', 'authorised')) as payments,
    (select count(*)::int from payments.test_card_charge where state = 'approved') as charges`;
  assert.deepEqual(await site.rows(counts), [
    { groups: wanted, orders: wanted, payments: wanted, charges: wanted / 2 },
  ]);
  const left = await unitOfWork(
    site.house,
    { tenant: site.tenant, actor: { kind: 'system', id: 'test', purpose: 'administer' } },
    (ctx) => availability(ctx, [offerId]),
  );
  assert.equal(left.get(offerId), stock - wanted);
}

export async function theNewsIsThereOnce({ site, buyers }: Scene): Promise<void> {
  const waiting = `select
    (select count(*)::int from kernel.fact where relayed_at is null) as facts,
    (select count(*)::int from notifications.mail where state <> 'sent') as mails,
    $1 - (select count(*)::int from notifications.mail where kind = 'orders.confirmation') as unwritten`;
  // A mail that a killed worker was sending is taken up again when its lease has run out: by somebody whose clock says so.
  const later = { ...site.house, clock: () => new Date(Date.now() + 3_600_000) };
  let last: unknown;
  await eventually('the end of all news', async () => {
    const [row] = await site.rows<{ facts: number; mails: number; unwritten: number }>(waiting, [
      buyers.length,
    ]);
    last = row;
    if (row?.facts === 0 && row.unwritten <= 0) await sendMails(later, site.tenant);
    return row?.facts === 0 && row.mails === 0 && row.unwritten <= 0 ? true : undefined;
  }).catch((error: unknown) => {
    throw new Error(`news is missing: ${JSON.stringify(last)}`, { cause: error });
  });
  const [done] = await site.rows(
    `select count(*)::int as placed, count(distinct body->>'orderId')::int as orders,
       (select count(*)::int from kernel.reaction_done where reaction = 'orders.send-confirmation') as reacted,
       (select count(*)::int from notifications.mail where kind = 'orders.confirmation') as mails
     from kernel.fact where name = 'orders.placed'`,
  );
  assert.deepEqual(done, {
    placed: buyers.length,
    orders: buyers.length,
    reacted: buyers.length,
    mails: buyers.length,
  });
}

export async function theProversAreGreen({ site }: Scene): Promise<void> {
  const verified = await site.run('verify', '--json');
  assert.equal(verified.code, 0, verified.out);
}
