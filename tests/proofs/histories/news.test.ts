import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '#testing/generated.ts';
import type { SubjectId } from '#kernel/ids.ts';
import {
  keepReader,
  runCampaigns,
  sendMails,
  startCampaign,
  stopAddress,
} from '#modules/notifications/index.ts';
import { objectTo, setPreference, stopAll, vault, withdrawConsent } from '#modules/privacy/index.ts';
import { aServer } from '#testing/server.ts';
import type { TestServer } from '#testing/server.ts';
import { failingAt } from '../../persons/failing-house.ts';

// P14. News are queued and sent by processes that die anywhere, before they commit and after it, also between taking a
// mail and handing it over. Whoever ended them by any door hears nothing from then on, whatever was on its way.

const origin = 'http://shop.localhost';
const people = 3;
const notice = { text: 'Yes, write to me.', locale: 'en', ui: 'account' };

/** Somebody who may hear of news, and what the model knows: whether they want to, and what must have come. */
interface Reader {
  readonly email: string;
  readonly subject: SubjectId;
  wants: boolean;
  /** An objection in general stands until it is set aside in so many words. */
  hasObjected: boolean;
  /** News that were announced while they wanted them, and that nothing has ended since. */
  readonly due: Set<string>;
  /** Keys of the mails that came, by the news. */
  readonly came: Map<string, Set<string>>;
}

type End = (shop: TestServer, subject: SubjectId) => Promise<unknown>;
const marketing = (subject: SubjectId) => ({ subject, purpose: 'marketing' }) as const;
const ends: Readonly<Record<string, End>> = {
  'one click in the mail program': async (shop, subject) => {
    const url = await shop.work((ctx) => stopAddress(ctx, '', subject, { topic: 'news', sender: 'us' }));
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://mail.example' };
    const payload = 'List-Unsubscribe=One-Click';
    const answer = await shop.inject({ method: 'POST', url, headers, payload });
    assert.equal(answer.statusCode, 200, answer.body);
  },
  'one cell in the account': (shop, subject) =>
    shop.work((ctx) =>
      setPreference(ctx, subject, {
        topic: 'news',
        channel: 'email',
        sender: 'us',
        wish: 'no',
        door: 'account',
      }),
    ),
  'a yes taken back': (shop, subject) =>
    shop.work((ctx) => withdrawConsent(ctx, { ...marketing(subject), ui: 'choices' })),
  'staff who were asked': (shop, subject) => shop.work((ctx) => stopAll(ctx, subject)),
  'a signal of the browser': (shop, subject) =>
    shop.work((ctx) => objectTo(ctx, { ...marketing(subject), ui: 'gpc' })),
};

const who = fc.nat({ max: people - 1 });
const door = fc.constantFrom(...Object.keys(ends));
const crash = fc.option(
  fc.record({ moment: fc.constantFrom('before', 'after'), at: fc.integer({ min: 1, max: 6 }) }),
  { freq: 1 },
);
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constant('says yes' as const), who }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('ends' as const), who, door }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('is announced' as const) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('is queued' as const), crash }) },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('is sent' as const),
      crash,
      /** While the n-th mail is handed over, somebody else ends their news. */
      meanwhile: fc.option(fc.record({ at: fc.integer({ min: 1, max: 3 }), who, door })),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('time passes' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

class History {
  readonly shop: TestServer;
  readonly readers: readonly Reader[];
  /** Mails that were handed over. */
  sent = 0;
  #news = 0;
  #now: number;

  constructor(shop: TestServer, readers: readonly Reader[]) {
    [this.shop, this.readers, this.#now] = [shop, readers, shop.house.clock().getTime()];
  }

  async take(now: Step): Promise<void> {
    this.passes(1);
    switch (now.does) {
      case 'says yes':
        return this.saysYes(this.readers[now.who] ?? assert.fail());
      case 'ends':
        return this.ends(now);
      case 'is announced': {
        const title = `News ${(this.#news += 1)}`;
        await this.shop.work((ctx) => startCampaign(ctx, { topic: 'news', title, text: 'Warm.', origin }));
        for (const { wants, due } of this.readers) if (wants) due.add(title);
        return undefined;
      }
      case 'is queued':
        return this.live(now.crash, (house) => runCampaigns(house, this.shop.tenant));
      case 'is sent': {
        let handed = 0;
        const deliver: NonNullable<Parameters<typeof sendMails>[2]>['deliver'] = async (_tenant, parcel) => {
          const reader = this.readers.find(({ email }) => email === parcel.envelope.to);
          if (!reader) return { kind: 'delivered' }; // left over from a history that failed and is made smaller
          const { wants, came } = reader;
          assert.ok(wants, `${parcel.envelope.subject} reaches somebody who has ended all news`);
          const { subject: title } = parcel.envelope;
          came.set(title, (came.get(title) ?? new Set()).add(parcel.id));
          this.sent += 1;
          handed += 1;
          const { meanwhile } = now;
          if (meanwhile?.at === handed && this.readers[meanwhile.who] !== reader) await this.ends(meanwhile);
          return { kind: 'delivered' };
        };
        return this.live(now.crash, (house) => sendMails(house, this.shop.tenant, { deliver }));
      }
      case 'time passes':
        return this.passes(11 * 60);
    }
  }

  passes(seconds: number): void {
    this.shop.at(new Date((this.#now += seconds * 1_000)));
  }

  /** A process does something, and may die at it. */
  async live(
    dies: Extract<Step, { does: 'is queued' }>['crash'],
    run: (house: TestServer['house']) => Promise<void>,
  ) {
    const { house } = this.shop;
    const mortal = dies ? { ...house, ...failingAt(house, dies.moment, dies.at) } : house;
    await run(mortal).catch((error: unknown) => assert.match(String(error), /the lights went out/));
  }

  async saysYes(reader: Reader): Promise<void> {
    const { subject, email } = reader;
    if (reader.hasObjected) return;
    await this.shop.work(async (ctx) => {
      const cell = { topic: 'news', channel: 'email', sender: 'us' } as const;
      await setPreference(ctx, subject, { ...cell, wish: 'yes', door: 'account', notice });
      await keepReader(ctx, subject, { email, name: 'Reader' }, 'en');
    });
    reader.wants = true;
  }

  async ends(said: { readonly who: number; readonly door: string }): Promise<void> {
    const reader = this.readers[said.who] ?? assert.fail();
    await ends[said.door]?.(this.shop, reader.subject);
    reader.hasObjected ||= said.door === 'a signal of the browser';
    reader.wants = false;
    reader.due.clear();
  }
}

test('P14: whatever dies between queueing news and handing them over, nobody gets any after they ended them, and nobody else misses one', async (t) => {
  const shop = await aServer(t);
  shop.at(new Date('2026-11-01T09:00:00Z'));
  let [runs, sent] = [0, 0];

  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 20 }), async (steps) => {
      runs += 1;
      const readers: Reader[] = [];
      for (let number = 0; number < people; number += 1) {
        const subject = await shop.work((ctx) => vault.newSubject(ctx, 'buyer', ['service']));
        const email = `reader-${runs}-${number}@example.org`;
        readers.push({ email, subject, wants: false, hasObjected: false, due: new Set(), came: new Map() });
      }
      const history = new History(shop, readers);
      for (const number of readers.keys()) await history.take({ does: 'says yes', who: number });
      await history.take({ does: 'is announced' });
      await history.take({ does: 'is queued', crash: null });

      for (const one of steps) await history.take(one);
      await history.take({ does: 'time passes' });
      await history.take({ does: 'is queued', crash: null });
      await history.take({ does: 'is sent', crash: null, meanwhile: null });

      for (const { due, came, email } of readers) {
        assert.deepEqual(
          [...due].filter((title) => !came.has(title)),
          [],
          `${email} misses none`,
        );
        for (const [title, keys] of came)
          assert.equal(keys.size, 1, `${title} carries one key, however often it is handed over`);
      }
      sent += history.sent;
      // Whoever read along in this history is no reader of the next one.
      for (const { subject } of readers) await ends['staff who were asked']?.(shop, subject);
    }),
    { numRuns: 20 },
  );

  assert.ok(sent > 30, `${sent} mails went out`);
});
