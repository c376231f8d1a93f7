import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '#testing/generated.ts';
import pg from 'pg';
import { newId } from '#kernel/ids.ts';
import { aHouse } from '#testing/house.ts';
import type { TestHouse } from '#testing/house.ts';
import { balances } from './balances.ts';
import { closeDay } from './close-day.ts';
import { accounts } from './journal.ts';
import type { Journal, Posting } from './journal.ts';
import { listJournals } from './list-journals.ts';
import { postJournal } from './post-journal.ts';
import { moneyProver } from './prove-money.ts';
import { orderPlaced, paymentCaptured, refunded, refundPaid } from './recipes.ts';
import { statement } from './statement.ts';

const sale = { goodsNetMinor: 8403n, deliveryNetMinor: 412n, taxMinor: 1675n, totalMinor: 10490n };
const journal = (
  kind: string,
  postings: readonly Posting[],
  id: string = newId(),
  currency = 'EUR',
): Journal => ({
  source: { type: 'order', id },
  kind,
  currency,
  postings,
});

/** What somebody with the database's own password could try. */
async function pastOurCode(shop: TestHouse, run: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client({ connectionString: shop.adminUrl });
  await admin.connect();
  try {
    await run(admin);
  } finally {
    await admin.end();
  }
}

async function balanceOf(shop: TestHouse, account: string, until?: Date): Promise<bigint> {
  const found = await shop.work((ctx) => balances(ctx, until ? { until } : {}));
  return found.find((one) => one.account === account && one.currency === 'EUR')?.minor ?? 0n;
}

test('an order that is placed, paid, and given back in part leaves exactly the rest in the books', async (t) => {
  const shop = await aHouse(t);
  const order = newId();
  const part = { goodsNetMinor: 1000n, deliveryNetMinor: 0n, taxMinor: 190n, totalMinor: 1190n };

  await shop.work(async (ctx) => {
    await postJournal(ctx, journal('placed', orderPlaced(sale), order));
    await postJournal(
      ctx,
      journal('paid', paymentCaptured({ via: 'psp', amountMinor: 10490n, owedMinor: 10490n }), order),
    );
  });
  await shop.work(async (ctx) => {
    await postJournal(ctx, journal('refunded', refunded(part), order));
    await postJournal(ctx, journal('refund-paid', refundPaid({ via: 'psp', amountMinor: 1190n }), order));
  });

  assert.equal(await balanceOf(shop, 'receivable'), 0n);
  assert.equal(await balanceOf(shop, 'psp_clearing'), 9300n);
  assert.equal(await balanceOf(shop, 'revenue'), -7403n);
  assert.equal(await balanceOf(shop, 'tax_collected'), -1485n);
  assert.deepEqual(await shop.work(moneyProver.prove), []);
  const booked = await shop.work((ctx) => listJournals(ctx, { type: 'order', id: order }));
  assert.deepEqual(booked.map(({ kind }) => kind).toSorted(), ['paid', 'placed', 'refund-paid', 'refunded']);
});

test('booking the same event again changes nothing, booking it with other amounts is refused as our mistake', async (t) => {
  const shop = await aHouse(t);
  const placed = journal('placed', orderPlaced(sale));
  const first = await shop.work((ctx) => postJournal(ctx, placed));

  const again = await shop.work((ctx) =>
    postJournal(ctx, { ...placed, postings: placed.postings.toReversed() }),
  );
  const other = orderPlaced({ ...sale, goodsNetMinor: 8404n, totalMinor: 10491n });

  assert.deepEqual([first.booked, again.booked], [true, false]);
  assert.equal(await balanceOf(shop, 'receivable'), 10490n);
  await assert.rejects(
    shop.work((ctx) => postJournal(ctx, { ...placed, postings: other })),
    /other amounts/,
  );
});

test('two tills that book the same payment at the same time book it once', async (t) => {
  const shop = await aHouse(t);
  const placed = journal('placed', orderPlaced(sale));

  const booked = await Promise.all(
    Array.from({ length: 6 }, () => shop.work((ctx) => postJournal(ctx, placed))),
  );

  assert.equal(booked.filter((one) => one.booked).length, 1);
  assert.equal(await balanceOf(shop, 'receivable'), 10490n);
});

test('postings that do not sum to zero are never stored, even past our own check', async (t) => {
  const shop = await aHouse(t);
  const uneven = [
    { account: 'receivable', minor: 100n },
    { account: 'revenue', minor: -99n },
  ] as const;

  await assert.rejects(
    shop.work((ctx) => postJournal(ctx, journal('placed', uneven))),
    /sum to zero/,
  );

  await pastOurCode(shop, async (admin) => {
    const id = newId();
    const empty = `insert into ledger.journal (tenant_id, id, source_type, source_id, kind, currency, booked_at)
      values ($1, $2, 'order', 'x', 'placed', 'EUR', '2026-01-01')`;
    await assert.rejects(admin.query(empty, [shop.tenant.id, id]), /0 postings/);
    await admin.query('begin');
    await admin.query(empty, [shop.tenant.id, id]);
    for (const [account, minor] of [
      ['receivable', 100],
      ['revenue', -99],
    ] as const)
      await admin.query("insert into ledger.posting values ($1, $2, $3, $4, 'EUR', $5, '2026-01-01')", [
        shop.tenant.id,
        newId(),
        id,
        account,
        minor,
      ]);
    await assert.rejects(admin.query('commit'), /sum to 1/);
  });
});

test('a journal that is written gets no further postings, not even some that sum to zero', async (t) => {
  const shop = await aHouse(t);
  await shop.work((ctx) => postJournal(ctx, journal('placed', orderPlaced(sale))));

  await pastOurCode(shop, async (admin) => {
    const more = `insert into ledger.posting (tenant_id, id, journal_id, account, currency, minor, booked_at)
      select j.tenant_id, gen_random_uuid(), j.id, line.account, j.currency, line.minor, j.booked_at
      from ledger.journal j, (values ('receivable', 5), ('revenue', -5)) as line (account, minor)`;
    await assert.rejects(admin.query(more), /posting_of_journal/);
  });
});

test('what is in the books is never changed or removed', async (t) => {
  const shop = await aHouse(t);
  await shop.work((ctx) => postJournal(ctx, journal('placed', orderPlaced(sale))));

  await pastOurCode(shop, async (admin) => {
    for (const sql of [
      'update ledger.posting set minor = 1',
      'delete from ledger.posting',
      'delete from ledger.journal',
    ])
      await assert.rejects(admin.query(sql), /never changed or removed/);
  });
});

test('closing days changes no balance, and the prover finds a kept balance that is wrong', async (t) => {
  const shop = await aHouse(t);
  const at = (text: string): void => shop.at(new Date(text));
  for (const day of [
    '2026-03-01T10:00:00Z',
    '2026-03-01T23:59:59.999Z',
    '2026-03-02T00:00:00Z',
    '2026-03-04T12:00:00Z',
  ]) {
    at(day);
    await shop.work((ctx) => postJournal(ctx, journal('placed', orderPlaced(sale))));
    if (day.startsWith('2026-03-02'))
      assert.equal(await shop.work(closeDay), undefined, 'nothing is closed at midnight');
  }

  at('2026-03-02T01:30:00Z');
  const first = await shop.work(closeDay);
  at('2026-03-05T02:00:00Z');
  const second = await shop.work(closeDay);
  const third = await shop.work(closeDay);

  assert.deepEqual([first, second, third], ['2026-03-01', '2026-03-04', undefined]);
  assert.equal(await balanceOf(shop, 'receivable'), 4n * 10490n);
  assert.equal(await balanceOf(shop, 'receivable', new Date('2026-03-02T00:00:00Z')), 2n * 10490n);
  assert.equal(await balanceOf(shop, 'receivable', new Date('2026-03-03T00:00:00Z')), 3n * 10490n);
  assert.deepEqual(await shop.work(moneyProver.prove), []);
  await pastOurCode(shop, (admin) =>
    admin.query("insert into ledger.closing values ($1, '2026-03-03', 'receivable', 'EUR', 1)", [
      shop.tenant.id,
    ]),
  );
  assert.match((await shop.work(moneyProver.prove))[0]?.says ?? '', /Kept balances/);
});

test('a statement shows every line of an account once, page by page, and another shop none of them', async (t) => {
  const shop = await aHouse(t);
  for (let i = 0; i < 7; i += 1)
    await shop.work((ctx) => postJournal(ctx, journal('placed', orderPlaced(sale))));
  const other = await shop.otherTenant();

  const seen: string[] = [];
  let after: string | undefined;
  do {
    const asked = { account: 'receivable', currency: 'EUR', limit: 3, after };
    const page = await shop.work((ctx) => statement(ctx, asked));
    seen.push(...page.items.map(({ id }) => id));
    after = page.next ?? undefined;
  } while (after);

  assert.equal(seen.length, 7);
  assert.equal(new Set(seen).size, 7);
  const theirs = await shop.work((ctx) => statement(ctx, { account: 'receivable', currency: 'EUR' }), {
    tenant: other,
  });
  assert.deepEqual(theirs.items, []);
  await assert.rejects(
    shop.work((ctx) => statement(ctx, { account: 'nonsense', currency: 'EUR' })),
    {
      code: 'ledger.unknownAccount',
    },
  );
});

test('whatever is booked, in whatever currencies and however often, the books sum to zero', async (t) => {
  const shop = await aHouse(t);
  const line = fc.record({
    account: fc.constantFrom(...accounts),
    minor: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
  });
  const event = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    currency: fc.constantFrom('EUR', 'JPY'),
    lines: fc.array(line, { minLength: 1, maxLength: 5 }),
  });

  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 6 }), async (events) => {
      for (const { id, currency, lines } of events) {
        const rest = -lines.reduce((sum, { minor }) => sum + minor, 0n);
        const postings = [...lines, { account: 'rounding', minor: rest } as const];
        // A second booking of an id with other amounts is refused; the books stay as they were.
        await shop
          .work((ctx) => postJournal(ctx, journal('event', postings, id, currency)))
          .catch((error: Error) => {
            if (!error.message.includes('other amounts')) throw error;
          });
      }
      assert.deepEqual(await shop.work(moneyProver.prove), []);
    }),
    { numRuns: 25 },
  );
});
