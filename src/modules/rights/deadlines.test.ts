import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '#testing/generated.ts';
import { aColleague } from '#modules/identity/index.ts';
import { lettersTo } from '#modules/notifications/index.ts';
import { deadlineFrom } from '#modules/retention/index.ts';
import { aHouse } from '#testing/house.ts';
import type { TestHouse } from '#testing/house.ts';
import { refusedWith } from '#testing/refused-with.ts';
import { watchClock } from './clock.ts';
import { answerRequest, refuseRequest } from './close-request.ts';
import { extendRequest } from './extend-request.ts';
import { aRequest } from './makers.ts';
import { clockOf } from './open-request.ts';
import { findRequest, selectEvents } from './queries.ts';
import type { RequestRow } from './queries.ts';
import { after, isClosed, kinds, states, steps } from './request.ts';

const aDay = 86_400_000;
const again = (shop: TestHouse, row: RequestRow): Promise<RequestRow | undefined> =>
  shop.work((ctx) => findRequest(ctx, row.id), { purpose: 'rights' });
const open = (shop: TestHouse, asking: Parameters<typeof aRequest>[1]): Promise<RequestRow> =>
  shop.work((ctx) => aRequest(ctx, asking), { purpose: 'rights' });

test('a request comes to an end from every state it can be in, and never leaves the end again', () => {
  for (const state of states) {
    const next = steps.flatMap((step) => after(state, step) ?? []);
    if (isClosed(state)) assert.deepEqual(next, []);
    else assert.ok(next.some(isClosed), `${state} leads to an end`);
  }
});

test('every kind of request has one month, counted as the law counts, and our own target lies before it', async (t) => {
  const shop = await aHouse(t);
  shop.at(new Date('2026-01-31T22:30:00Z'));

  for (const kind of kinds) {
    const row = await open(shop, { kind });

    assert.equal(
      row.dueAt.toISOString(),
      '2026-03-02T22:59:59.999Z',
      `${kind}: the 28th is a Saturday, Monday counts`,
    );
    assert.ok(row.targetAt < row.dueAt);
  }
});

test('the clock of a request is never later than the law, whenever it comes in', () => {
  const tenant = { country: 'DE', profile: 'openkommerce' } as Parameters<typeof clockOf>[0]['tenant'];
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2024-01-01'), max: new Date('2032-12-31'), noInvalidDate: true }),
      (receivedAt) => {
        const clock = clockOf({ tenant }, receivedAt);
        const law = deadlineFrom(tenant, receivedAt, { months: 1 });
        return (
          clock.dueAt <= law &&
          clock.targetAt <= clock.dueAt &&
          clock.monthEndsAt <= law &&
          clock.dueAt > receivedAt
        );
      },
    ),
  );
});

test('an extension is given once, inside the first month, for two months at most, and the notice goes out with it', async (t) => {
  const shop = await aHouse(t);
  await fc.assert(
    fc.asyncProperty(
      fc.date({ min: new Date('2025-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }),
      fc.integer({ min: 0, max: 70 }),
      async (receivedAt, days) => {
        shop.at(receivedAt);
        const email = `asker-${receivedAt.getTime()}-${days}@example.org`;
        const row = await open(shop, { kind: 'review', email });
        const at = new Date(receivedAt.getTime() + days * aDay);
        shop.at(at);
        const extend = () =>
          shop.work((ctx) => extendRequest(ctx, row.id, { reason: 'complex', text: 'It takes a while.' }), {
            purpose: 'rights',
          });
        const law = deadlineFrom(shop.tenant, receivedAt, { months: 1 });

        if (at > law) {
          await assert.rejects(extend, refusedWith('rights.tooLateToExtend'));
          return;
        }
        const extended = await extend();
        assert.ok(extended.dueAt <= deadlineFrom(shop.tenant, receivedAt, { months: 3 }));
        assert.ok(extended.dueAt > row.dueAt);
        const letters = await shop.work((ctx) => lettersTo(ctx, email));
        assert.ok(
          letters.some(({ kind }) => kind === 'rights.extended'),
          'the asker is told',
        );
        await assert.rejects(extend, refusedWith('rights.tooLateToExtend'));
      },
    ),
    { numRuns: 25 },
  );
});

test('an extension on day 32 is refused, and one without words too', async (t) => {
  const shop = await aHouse(t);
  shop.at(new Date('2026-06-01T10:00:00Z'));
  const row = await open(shop, { kind: 'review' });

  await assert.rejects(
    shop.work((ctx) => extendRequest(ctx, row.id, { reason: 'complex', text: ' ' }), { purpose: 'rights' }),
    refusedWith('rights.answerMissing'),
  );
  shop.at(new Date('2026-07-03T10:00:00Z'));

  await assert.rejects(
    shop.work((ctx) => extendRequest(ctx, row.id, { reason: 'complex', text: 'More time.' }), {
      purpose: 'rights',
    }),
    refusedWith('rights.tooLateToExtend'),
  );
});

test('staff hears when our own target is over, when the deadline is near and when it has passed, each once', async (t) => {
  const shop = await aHouse(t);
  shop.at(new Date('2026-06-01T10:00:00Z'));
  await shop.work((ctx) => aColleague(ctx, { email: 'dpo@example.org' }));
  const row = await open(shop, { kind: 'question' });
  const heard = async (): Promise<number> =>
    (await shop.work((ctx) => lettersTo(ctx, 'dpo@example.org'))).filter(
      ({ kind }) => kind === 'rights.staff',
    ).length;

  const days = [
    '2026-06-10',
    '2026-06-23',
    '2026-06-24',
    '2026-06-28',
    '2026-06-30',
    '2026-07-02',
    '2026-07-09',
  ];
  const counts: number[] = [];
  for (const day of days) {
    shop.at(new Date(`${day}T10:00:00Z`));
    await watchClock(shop.house, shop.tenant);
    counts.push(await heard());
  }

  assert.deepEqual(counts, [0, 1, 1, 2, 2, 3, 3]);
  const late = await again(shop, row);
  assert.equal(late?.alarm, 'overdue');
  const events = await shop.work((ctx) => selectEvents(ctx, row.id));
  assert.deepEqual(
    events.map(({ name }) => name),
    ['opened', 'reminded', 'reminded', 'overdue'],
  );
});

test('nothing is closed without an answer: not a question, not a no', async (t) => {
  const shop = await aHouse(t);
  const question = await open(shop, { kind: 'question', text: 'Who is your mail company?', proven: false });
  const objection = await open(shop, { kind: 'object', text: 'Not for statistics, please.' });
  const work = <T>(run: Parameters<typeof shop.work<T>>[0]): Promise<T> =>
    shop.work(run, { purpose: 'rights' });

  await assert.rejects(
    work((ctx) => answerRequest(ctx, question.id, { text: '' })),
    refusedWith('rights.answerMissing'),
  );
  await assert.rejects(
    work((ctx) => refuseRequest(ctx, objection.id, { reason: 'no-ground', text: '  ' })),
    refusedWith('rights.answerMissing'),
  );
  const answered = await work((ctx) => answerRequest(ctx, question.id, { text: 'We send our own mail.' }));
  const denied = await work((ctx) =>
    refuseRequest(ctx, objection.id, { reason: 'no-ground', text: 'There are none.' }),
  );

  assert.equal(answered.state, 'fulfilled');
  assert.equal(denied.state, 'denied');
  const letters = await shop.work((ctx) => lettersTo(ctx, 'asker@example.org'));
  assert.ok(letters.some(({ text }) => text.includes('We send our own mail.')));
  assert.ok(letters.some(({ text }) => text.includes('There are none.') && text.includes('authority')));
});
