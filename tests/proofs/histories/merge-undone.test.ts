import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '#testing/generated.ts';
import { sendMails } from '#modules/notifications/index.ts';
import { mergePersons, undoMerge } from '#modules/persons/index.ts';
import { addressOf, asks, buys, signsUp } from './commands.ts';
import { aTown, everyText, someone } from './town.ts';
import type { Person, Town } from './town.ts';

// Two people are taken for one, and told apart again. What is written about each meanwhile, by the shop, by staff and by
// themselves, is theirs afterwards; where nothing was written, their copies are what they were, letter for letter.

type Deed = (town: Town, one: Person) => Promise<void>;
const deeds = {
  'buys, if they have an account': async (town, one) => {
    if (one.account) await buys(town, one);
  },
  'is written about by staff': async (town, one) => {
    const text = town.text('note');
    const noted = await town.desk('POST', `/api/admin/orders/${one.orders.at(-1)}/notes`, { text });
    assert.equal(noted.statusCode, 200, noted.body);
    one.left.add(text);
  },
  'is looked at by staff': async (town, one) => {
    assert.equal((await town.desk('GET', `/api/admin/orders/${one.orders[0]}`)).statusCode, 200);
  },
  'has an order cancelled': async (town, one) => {
    const url = `/api/admin/orders/${one.orders.at(-1)}/cancel`;
    const answer = await town.desk('POST', url, { reason: 'out of stock' });
    assert.ok(answer.statusCode < 500, answer.body);
  },
  'gets what was written': async ({ shop }) => {
    await shop.settle();
    await sendMails(shop.house, shop.tenant);
  },
  'saves an address': async (town, one) => {
    if (!one.account) return;
    const address = { name: town.text('booked'), line1: town.text('home') };
    const payload = { address: addressOf(address), isDefault: false };
    await asks(town, one, 'POST', '/api/account/addresses', payload);
    for (const text of Object.values(address)) one.left.add(text);
  },
} satisfies Record<string, Deed>;

const copyOf = async ({ find, copy }: Town, { email }: Person) => {
  const { madeAt: _, ...made } = await copy(await find(email));
  return made;
};

const happens = fc.array(
  fc.record({
    does: fc.constantFrom(...(Object.keys(deeds) as (keyof typeof deeds)[])),
    who: fc.nat({ max: 1 }),
  }),
  { maxLength: 6 },
);
const history = fc.record({
  hasAccount: fc.boolean(),
  /** Everybody is several to us, one for each order and one for an account: which of them are taken for one. */
  which: fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 })),
  before: happens,
  meanwhile: happens,
  after: happens,
});

test('two people who were taken for one are two again: each has what was written about them meanwhile, and where nothing was their copies are the same to the letter', async (t) => {
  const town = await aTown(t);
  const { shop } = town;
  const work = { purpose: 'rights' } as const;
  let runs = 0;

  await fc.assert(
    fc.asyncProperty(history, async ({ hasAccount, which, before, meanwhile, after }) => {
      const people = [0, 1].map((number) =>
        someone(`qzwombat.run${(runs += 1)}.person${number}@burrow.example`),
      );
      const [kept, gone] = people;
      assert.ok(kept && gone);
      if (hasAccount) await signsUp(town, kept);
      for (const one of people) await buys(town, one);
      const happen = async (all: typeof before): Promise<void> => {
        for (const { does, who } of all) await deeds[does](town, people[who] ?? assert.fail());
      };
      const merge = async () => {
        const both = [await town.find(kept.email), await town.find(gone.email)] as const;
        const [keep, go] = both.map((subjects, number) => subjects[(which[number] ?? 0) % subjects.length]);
        return shop.work((ctx) => mergePersons(ctx, keep ?? assert.fail(), go ?? assert.fail()), work);
      };
      const nothingIsDifferent = async (): Promise<void> => {
        const was = [await copyOf(town, kept), await copyOf(town, gone)];
        const link = await merge();
        await shop.work((ctx) => undoMerge(ctx, link), work);
        assert.deepEqual([await copyOf(town, kept), await copyOf(town, gone)], was);
      };
      await happen(before);

      await nothingIsDifferent();
      const link = await merge();
      await happen(meanwhile);
      await shop.work((ctx) => undoMerge(ctx, link), work);
      await happen(after);
      await nothingIsDifferent();

      await deeds['gets what was written'](town);
      for (const one of people) {
        const { sections } = await copyOf(town, one);
        const texts = new Set(JSON.stringify(sections).match(everyText));
        assert.deepEqual([...texts].toSorted(), [...one.left].toSorted(), `what is about ${one.email}`);
        const mails = sections.find(({ table }) => table === 'notifications.mail')?.rows ?? [];
        const about = mails.flatMap(({ values: { aboutId } }) =>
          typeof aboutId === 'string' ? [aboutId] : [],
        );
        assert.deepEqual(
          about.filter((id) => people.some((other) => other !== one && other.orders.includes(id))),
          [],
        );
        for (const order of one.orders)
          assert.ok(about.includes(order), 'each order was confirmed to whoever placed it');
      }
    }),
    { numRuns: 8 },
  );
});
