import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '#testing/generated.ts';
import type { House } from '#kernel/house.ts';
import { aBuyer } from '#modules/checkout/index.ts';
import type { CartView } from '#modules/checkout/index.ts';
import { sendMails } from '#modules/notifications/index.ts';
import { erasePersons, residueOf } from '#modules/persons/index.ts';
import type { Plan } from '#modules/persons/index.ts';
import { asOwner } from '#testing/every-row.ts';
import { provesGreen } from '../../misfortunes/a-sale.ts';
import { failingAt } from '../../persons/failing-house.ts';
import { aTown, everyText, someone } from './town.ts';
import type { Town } from './town.ts';

// P8. An eraser goes from transaction to transaction; before any of them, and in the midst of it, the person goes on
// living: fills baskets, presses the button, once more with the same key, signs up, asks for their data, gets letters.

interface Basket {
  readonly cart: CartView;
  readonly key: string;
  readonly texts: readonly string[];
}
interface Placed {
  readonly id: string;
  readonly texts: readonly string[];
  /** Whether the button was pressed when the fence stood for certain. */
  readonly isLate: boolean;
}

/** Somebody who leaves things in the shop without end. */
class Customer {
  readonly email: string;
  readonly baskets: Basket[] = [];
  readonly placed = new Map<string, Placed>();
  readonly town: Town;

  constructor(town: Town, email: string) {
    [this.town, this.email] = [town, email];
  }

  async fills(): Promise<void> {
    const { town, email } = this;
    const texts = [town.text('name'), town.text('street')] as const;
    const address = { name: texts[0], line1: texts[1], postcode: '20095', city: 'Hamburg', country: 'DE' };
    const line = { offerId: town.offerId, quantity: 1 };
    const cart = await aBuyer(town.shop.inject, email).fill([line], { provider: 'bank-transfer' }, address);
    this.baskets.push({ cart, key: crypto.randomUUID(), texts });
  }

  async presses(basket: Basket | undefined, isLate: boolean): Promise<void> {
    if (!basket) return;
    const { status, body } = await aBuyer(this.town.shop.inject, this.email).press(basket.cart, basket.key);
    // Each press is an order, or finds its basket gone because the erasure was faster, or is to be tried again; nobody
    // sees a fault of ours.
    const code = status < 300 ? '' : body.code;
    assert.ok(['', 'checkout.noSuchCart', 'kernel.keyInFlight'].includes(code ?? '?'), JSON.stringify(body));
    for (const { id } of status < 300 ? body.orders : [])
      this.placed.set(id, this.placed.get(id) ?? { id, texts: basket.texts, isLate });
  }

  async asks(url: string, payload: object): Promise<void> {
    const { statusCode, body } = await this.town.shop.inject({ method: 'POST', url, payload });
    assert.ok(statusCode < 500 || statusCode === 503, `${url} ${statusCode} ${body}`); // 503 says: once more, please
  }
}

const deeds = {
  'fills a basket': (who) => who.fills(),
  'presses the button': (who, isLate) => who.presses(who.baskets.at(-1), isLate),
  'presses under the first basket': (who, isLate) => who.presses(who.baskets[0], isLate),
  'buys anew': async (who, isLate) => {
    await who.fills();
    await who.presses(who.baskets.at(-1), isLate);
  },
  'signs up': (who) =>
    who.asks('/api/store/account/sign-up', {
      email: who.email,
      name: 'Somebody',
      password: 'lantern-over-quiet-harbour',
      oldEnough: true,
    }),
  'asks for their data': (who) => who.asks('/api/store/privacy/links', { email: who.email }),
  'is written about by staff': async ({ town, placed }) => {
    const [order] = placed.keys();
    if (order === undefined) return;
    const noted = await town.desk('POST', `/api/admin/orders/${order}/notes`, { text: town.text('note') });
    assert.ok(noted.statusCode < 500, noted.body);
  },
  'gets their letters': async ({ town: { shop } }) => {
    await shop.settle();
    await sendMails(shop.house, shop.tenant);
  },
} satisfies Record<string, (who: Customer, isLate: boolean) => Promise<void>>;

interface Deed {
  readonly does: keyof typeof deeds;
  /** Before which transaction of the eraser, counted through all of its lives. */
  readonly at: number;
  /** In the midst of it instead: it has done its work and not committed. */
  readonly inTheMidst: boolean;
}

/** A house in which things happen between the transactions of whoever works there. Shape: `over` waits for the last. */
function interrupted(house: House, who: Customer, happens: readonly Deed[]) {
  let count = 0;
  const started: Promise<void>[] = [];
  const { db } = house;
  const transaction: House['db']['transaction'] = async (tenant, run, last) => {
    const number = (count += 1);
    const now = happens.filter(({ at }) => at === number);
    for (const { does, inTheMidst } of now) if (!inTheMidst) await deeds[does](who, number > 1);
    return db.transaction(
      tenant,
      async (tx) => {
        const done = await run(tx);
        for (const { does, inTheMidst } of now)
          if (inTheMidst)
            started.push(
              deeds[does](who, number > 1)
                .catch(String)
                .then(noted),
            );
        return done;
      },
      last,
    );
  };
  const faults: string[] = [];
  const noted = (fault: string | void): void => void (fault !== undefined && faults.push(fault));
  return {
    house: { ...house, db: { ...db, transaction } },
    over: async () => {
      await Promise.all(started);
      assert.deepEqual(faults, []);
    },
  };
}

const history = fc.record({
  orders: fc.integer({ min: 0, max: 2 }),
  baskets: fc.integer({ min: 1, max: 2 }),
  happens: fc.array(
    fc.record({
      does: fc.constantFrom(...(Object.keys(deeds) as Deed['does'][])),
      at: fc.integer({ min: 1, max: 24 }),
      inTheMidst: fc.boolean(),
    }),
    { minLength: 2, maxLength: 8 },
  ),
  crashes: fc.array(
    fc.record({ moment: fc.constantFrom('before', 'after'), at: fc.integer({ min: 2, max: 16 }) }),
    { maxLength: 2 },
  ),
});

test('P8: whatever somebody does while they are erased, and however often the eraser dies, nothing of the old person is left and what came later belongs to somebody new', async (t) => {
  const town = await aTown(t);
  const { shop, find, copy, plan } = town;
  const textsOf = async (
    subjects: readonly Awaited<ReturnType<typeof find>>[number][],
  ): Promise<string[]> => [...new Set(JSON.stringify((await copy(subjects)).sections).match(everyText))];
  let [people, came] = [0, 0];

  await fc.assert(
    fc.asyncProperty(history, async ({ orders, baskets, happens, crashes }) => {
      const who = new Customer(town, someone(`qzwombat.late${(people += 1)}@burrow.example`).email);
      for (let count = 0; count < orders; count += 1) await deeds['buys anew'](who, false);
      for (let count = 0; count < baskets; count += 1) await who.fills();
      const old = await find(who.email);
      const { id } = await plan(old);

      const scene = interrupted(shop.house, who, happens);
      for (const { moment, at } of crashes)
        await erasePersons(failingAt(scene.house, moment, at), shop.tenant, id).catch((error: unknown) => {
          assert.match(String(error), /the lights went out/);
        });
      const first = await erasePersons(scene.house, shop.tenant, id);
      await scene.over();
      const done: Plan =
        first.state === 'fulfilled' ? first : await erasePersons(shop.house, shop.tenant, id);

      assert.equal(done.state, 'fulfilled', JSON.stringify(done.nodes.filter(({ end }) => end === null)));
      assert.deepEqual(await residueOf(shop.house, shop.tenant, old), []);
      const late = await find(who.email);
      assert.deepEqual(
        late.filter((subject) => old.includes(subject)),
        [],
        'whoever is found now is somebody new',
      );
      const kept = { old: await textsOf(old), late: await textsOf(late) };
      const texts = { old: new Set<string>(), late: new Set<string>() };
      for (const order of who.placed.values()) {
        const rows = await asOwner(
          shop.adminUrl,
          `select buyer_id as who from orders."order" where id = '${order.id}'
           union all select subject_id from orders.party where order_id = '${order.id}'`,
        );
        const about = rows.map(({ who: one }) => one as (typeof old)[number]);
        const isOld = about.some((one) => old.includes(one));
        assert.ok(!(isOld && order.isLate), 'what is ordered behind the fence belongs to somebody new');
        const strangers = about.filter((one) => !(isOld ? old : late).includes(one));
        assert.deepEqual(strangers, [], 'an order is about one of them, and the shop knows whom');
        for (const text of order.texts) texts[isOld ? 'old' : 'late'].add(text);
        came += isOld ? 0 : 1;
      }
      assert.deepEqual(kept.old.toSorted(), [...texts.old].toSorted(), 'of the old there are bills');
      assert.deepEqual(
        [...texts.late].filter((text) => !kept.late.includes(text)),
        [],
      );
      assert.deepEqual(
        kept.late.filter((text) => texts.old.has(text)),
        [],
      );
    }),
    { numRuns: 12 },
  );

  assert.ok(came > 5, 'the histories that were made let somebody come back');
  await provesGreen(shop, 'audit');
});
