/** What can happen in a shop, as fast-check's commands: each does it for real and tells the model what must be true then. */
import assert from 'node:assert/strict';
import { fc } from '#testing/generated.ts';
import { aBuyer } from '#modules/checkout/index.ts';
import { anAccount } from '#modules/identity/index.ts';
import type { OrderId } from '#modules/payments/index.ts';
import { getStaffOrder } from '#modules/orders/index.ts';
import { copyOf, erasePersons, findPersons, mergePersons, restrictPerson } from '#modules/persons/index.ts';
import type { Plan } from '#modules/persons/index.ts';
import { hasConsent } from '#modules/privacy/index.ts';
import { askForRelease, placeHold, releaseHold } from '#modules/retention/index.ts';
import { checkCopy, forget, otherCopies } from './oracle.ts';
import { eraseInLives, reports } from './town.ts';
import type { Model, Person, Town } from './town.ts';

type Happening = fc.AsyncCommand<Model, Town>;

const work = { purpose: 'rights' } as const;
export const addressOf = (marks: { name: string; line1: string }) => ({
  ...marks,
  postcode: '20095',
  city: 'Hamburg',
  country: 'DE',
});

/** Something that happens to the n-th person, when it can. */
const about = (
  what: string,
  person: number,
  can: (who: Person) => boolean,
  run: (town: Town, who: Person, model: Model) => Promise<void>,
): Happening => ({
  check: ({ people }) => can(people[person] ?? assert.fail()),
  run: (model, town) => run(town, model.people[person] ?? assert.fail(), model),
  toString: () => `${what} (person ${person})`,
});

const isFree = ({ isRestricted }: Person): boolean => !isRestricted;
const hasOrder = (who: Person): boolean => isFree(who) && who.orders.length > 0;
const hasAccount = (who: Person): boolean => isFree(who) && who.account !== undefined;
const anybody = (): boolean => true;

/** Buys a mug, signed in when there is an account. */
export async function buys(town: Town, who: Person): Promise<void> {
  const { shop, offerId, text } = town;
  const cookie = who.account && (await town.comesIn(who));
  const buyer = aBuyer(
    (asked) => shop.inject({ ...asked, headers: { ...asked.headers, ...(cookie && { cookie }) } }),
    who.email,
  );
  const address = { name: text('name'), line1: text('street') };
  const cart = await buyer.fill(
    [{ offerId, quantity: 1 }],
    { provider: 'bank-transfer' },
    addressOf(address),
  );
  const { status, body } = await buyer.press(cart);
  assert.equal(status, 200, JSON.stringify(body));
  who.orders.push(body.orders[0]?.id ?? assert.fail());
  for (const one of Object.values(address)) {
    who.left.add(one);
    who.billed.add(one);
  }
}

export async function signsUp(town: Town, who: Person): Promise<void> {
  const [name, device] = [town.text('account'), town.text('device')];
  await town.shop.work((ctx) => anAccount(ctx, { email: who.email, name }));
  who.account = { device };
  await town.comesIn(who);
  who.left.add(name);
}

/** Asks for something as somebody who is signed in. */
export async function asks(
  town: Town,
  who: Person,
  method: 'POST' | 'PUT',
  url: string,
  payload: object,
): Promise<void> {
  const headers = { cookie: await town.comesIn(who) };
  const answer = await town.shop.inject({ method, url, payload, headers });
  assert.ok(answer.statusCode < 300, `${url} ${answer.statusCode} ${answer.body}`);
}

/** Everything about the person ends, whatever the process goes through; nothing about anybody else, no money and no goods. */
async function isErased(
  town: Town,
  who: Person,
  model: Model,
  erase: (subjects: Awaited<ReturnType<Town['find']>>) => Promise<Plan>,
): Promise<void> {
  const subjects = await town.find(who.email);
  if (subjects.length === 0) return;
  const before = {
    others: await otherCopies(town, model, who),
    books: await reports(town.shop, town.offerId),
  };

  const plan = await erase(subjects);

  const open = plan.nodes.filter(({ end }) => end === null);
  assert.equal(plan.state, 'fulfilled', JSON.stringify(open));
  const after = {
    others: await otherCopies(town, model, who),
    books: await reports(town.shop, town.offerId),
  };
  assert.deepEqual(after.others, before.others, 'P6: nobody else has changed');
  assert.equal(after.books, before.books, 'P7: money, goods and taxes are as they were');
  const again = await erasePersons(town.shop.house, town.shop.tenant, plan.id);
  assert.deepEqual(again, plan, 'P5: done twice is done once');
  assert.deepEqual(await town.find(who.email), [], 'P4: nobody is found by the address');
  await forget(town, model, who, subjects, plan);
}

const crash = fc.record({
  moment: fc.constantFrom('before' as const, 'after' as const),
  at: fc.integer({ min: 2, max: 30 }),
});

/** Everything that may happen to one of so many people. */
export function happenings(count: number): fc.Arbitrary<Happening>[] {
  const person = fc.nat({ max: count - 1 });
  return [
    person.map((one) => about('buys', one, isFree, buys)),
    person.map((one) => about('buys again', one, hasOrder, buys)),
    person.map((one) => about('opens an account', one, (who) => isFree(who) && !who.account, signsUp)),
    person.map((one) =>
      about('saves an address', one, hasAccount, async (town, who) => {
        const address = { name: town.text('booked'), line1: town.text('home') };
        await asks(town, who, 'POST', '/api/account/addresses', {
          address: addressOf(address),
          isDefault: false,
        });
        for (const text of Object.values(address)) who.left.add(text);
      }),
    ),
    person.map((one) =>
      about('leaves a basket', one, isFree, async (town, who) => {
        const buyer = aBuyer(town.shop.inject, who.email);
        const address = { name: town.text('basket'), line1: town.text('maybe') };
        const pay = { provider: 'bank-transfer' };
        await buyer.fill([{ offerId: town.offerId, quantity: 1 }], pay, addressOf(address));
        for (const text of Object.values(address)) who.left.add(text);
      }),
    ),
    person.map((one) =>
      about('is written about by staff', one, hasOrder, async (town, who) => {
        const text = town.text('note');
        const noted = await town.desk('POST', `/api/admin/orders/${who.orders[0]}/notes`, { text });
        assert.equal(noted.statusCode, 200, noted.body);
        who.left.add(text);
      }),
    ),
    person.map((one) =>
      about('is looked at by staff', one, hasOrder, async (town, who) => {
        const shown = await town.desk('GET', `/api/admin/orders/${who.orders[0]}`);
        assert.equal(shown.statusCode, 200, shown.body);
      }),
    ),
    fc.tuple(person, fc.constantFrom('yes', 'no')).map(([one, wish]) =>
      about(`says ${wish} to statistics`, one, hasAccount, async (town, who) => {
        await asks(town, who, 'PUT', '/api/account/consents/analytics', { wish });
        const isOpen = await town.shop.work(async (ctx) => {
          const all = await Promise.all(
            (await findPersons(ctx, { email: who.email })).map((subject) =>
              hasConsent(ctx, subject, 'analytics'),
            ),
          );
          return all.includes(true);
        }, work);
        assert.equal(isOpen, wish === 'yes', 'the next reader knows');
      }),
    ),
    person.map((one) =>
      about('asks for a copy', one, anybody, (town, who, model) => checkCopy(town, model, who)),
    ),
    person.map((one) =>
      about('is two who become one', one, isFree, async (town, who) => {
        const [kept, gone] = await town.find(who.email);
        if (!kept || !gone) return;
        await town.shop
          .work((ctx) => mergePersons(ctx, kept, gone), work)
          .catch((error: unknown) => {
            assert.match(String(error), /same|Same|sign in/i);
          });
      }),
    ),
    person.map((one) =>
      about('is restricted, or not any more', one, hasOrder0, async (town, who) => {
        const subjects = await town.find(who.email);
        who.isRestricted = !who.isRestricted;
        await town.shop.work((ctx) => restrictPerson(ctx, subjects, who.isRestricted), work);
        const shown = await town.shop.work((ctx) => getStaffOrder(ctx, who.orders[0] as OrderId, true), {
          purpose: 'support',
        });
        assert.equal(shown.contact === null, who.isRestricted);
      }),
    ),
    fc
      .tuple(person, fc.array(crash, { maxLength: 3 }))
      .map(([one, crashes]) =>
        about(
          `is erased in ${crashes.length + 1} lives ${JSON.stringify(crashes)}`,
          one,
          anybody,
          (town, who, model) =>
            isErased(town, who, model, (subjects) => eraseInLives(town, subjects, crashes)),
        ),
      ),
    person.map((one) =>
      about('is erased while a court holds a part', one, hasOrder, (town, who, model) =>
        isErased(town, who, model, (subjects) => eraseUnderHold(town, who, subjects)),
      ),
    ),
    fc.integer({ min: 1, max: 9 }).map((days) => ({
      check: () => true,
      run: async (_model, town) => town.passes(days),
      toString: () => `${days} days pass`,
    })),
    fc.constant({
      check: () => true,
      run: async (model, town) => {
        const elsewhere = await town.shop.withFreshKeys();
        for (const who of model.people) {
          const [here, there] = await Promise.all(
            [town.shop.work, elsewhere].map((inHouse) =>
              inHouse(async (ctx) => {
                const { sections } = await copyOf(ctx, await findPersons(ctx, { email: who.email }));
                return JSON.stringify(sections);
              }, work),
            ),
          );
          assert.equal(there, here, 'another process knows the same');
        }
      },
      toString: () => 'the process ends, and another one begins',
    }),
  ];
}

const hasOrder0 = ({ orders }: Person): boolean => orders.length > 0;

/** A court wants one contact; two colleagues let it go later. */
async function eraseUnderHold(
  town: Town,
  who: Person,
  subjects: Awaited<ReturnType<Town['find']>>,
): Promise<Plan> {
  const { shop } = town;
  const rowId = await shop.work(async ({ tx }) => {
    const rows: { id: string }[] = await tx
      .selectFrom('orders.party')
      .select('id')
      .where('orderId', '=', who.orders.at(-1))
      .where('contact', 'is not', null)
      .execute();
    return rows[0]?.id ?? assert.fail();
  });
  const wanted = {
    table: 'orders.party',
    rowId,
    fields: ['contact'],
    ground: 'court',
    reference: 'a case',
  } as const;
  const hold = await shop.work((ctx) => placeHold(ctx, wanted));
  const waiting = await eraseInLives(town, subjects, []);
  assert.equal(waiting.state, 'waiting', 'what is held stays');
  const held = JSON.stringify(await town.copy(subjects));
  assert.ok([...who.billed].some((text) => held.includes(text)));
  const colleagues = ['0190a000-0000-7000-8000-000000000001', '0190a000-0000-7000-8000-000000000002'];
  await shop.work((ctx) => askForRelease(ctx, hold), { actor: { kind: 'staff', id: colleagues[0] ?? '' } });
  await shop.work((ctx) => releaseHold(ctx, hold), { actor: { kind: 'staff', id: colleagues[1] ?? '' } });
  return erasePersons(shop.house, shop.tenant, waiting.id);
}
