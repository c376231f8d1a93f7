/** A whole shop that generated histories happen in, and what the model beside it remembers. */
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { SubjectId } from '#kernel/ids.ts';
import type { OfferId } from '#modules/catalog/index.ts';
import { goodPassword } from '#modules/identity/index.ts';
import { goodsForSale, openForBusiness } from '#modules/checkout/index.ts';
import { availability } from '#modules/inventory/index.ts';
import { balances } from '#modules/ledger/index.ts';
import { erasePersons } from '#modules/persons/index.ts';
import type { Plan } from '#modules/persons/index.ts';
import { aServer } from '#testing/server.ts';
import type { TestServer } from '#testing/server.ts';
import { verbsOf } from '../../persons/a-person.ts';
import { failingAt } from '../../persons/failing-house.ts';
import { asColleague } from '../../misfortunes/a-sale.ts';

/** What somebody is remembered to have left, as the model knows it: every text is made for one place and stands nowhere else. */
export interface Person {
  readonly email: string;
  /** Texts that their copy must hold. */
  readonly left: Set<string>;
  /** Of these, texts on a bill, which the law keeps. */
  readonly billed: Set<string>;
  readonly orders: string[];
  /** How to sign in, once there is an account. */
  account: { readonly device: string } | undefined;
  isRestricted: boolean;
}

/** Somebody who was forgotten: what is kept of them, and nothing else. */
export interface Forgotten {
  readonly email: string;
  readonly subjects: readonly SubjectId[];
  readonly plan: Plan;
  readonly billed: ReadonlySet<string>;
  readonly gone: ReadonlySet<string>;
}

export interface Model {
  readonly people: readonly Person[];
  readonly forgotten: Forgotten[];
}

export type Town = Awaited<ReturnType<typeof aTown>>;

export async function aTown(t: TestContext) {
  const shop = await aServer(t);
  let clock = Date.parse('2026-11-01T09:00:00Z');
  shop.at(new Date(clock));
  await shop.work(openForBusiness);
  const offerId = await shop.work((ctx) => goodsForSale(ctx, { title: 'Mug', stock: 10_000 }));
  await asColleague(shop, 'owner');
  const signIn = async (url: string, email: string, device: string): Promise<string> => {
    const payload = { email, password: goodPassword };
    const answer = await shop.inject({ method: 'POST', url, payload, headers: { 'user-agent': device } });
    assert.ok(answer.statusCode < 300, answer.body);
    return String(answer.headers['set-cookie']).split(';')[0] ?? '';
  };
  let texts = 0;
  let runs = 0;
  return {
    shop,
    offerId,
    /** The owner, who signs in anew each time: days may have passed. */
    desk: async (method: 'GET' | 'POST', url: string, payload?: object) => {
      const cookie = await signIn('/api/admin/sign-in', 'owner@shop.example', 'Desk');
      return shop.inject({ method, url, headers: { cookie }, ...(payload && { payload }) });
    },
    /** Signs somebody in, on the device they always use. Shape: the cookie. */
    comesIn: ({ email, account }: Person): Promise<string> =>
      signIn('/api/store/account/sign-in', email, account?.device ?? assert.fail()),
    ...verbsOf(shop),
    /** A text that was never typed before. */
    text: (what: string): string => `qzwombat${what}${String((texts += 1)).padStart(5, '0')}x`,
    /** People nobody has met yet. */
    someoneNew: (count: number): Model => {
      runs += 1;
      const people = Array.from({ length: count }, (_, index) =>
        someone(`qzwombat.run${runs}.person${index}@burrow.example`),
      );
      return { people, forgotten: [] };
    },
    passes: (days: number): void => shop.at(new Date((clock += days * 86_400_000))),
  };
}

export const someone = (email: string): Person => ({
  email,
  left: new Set(),
  billed: new Set(),
  orders: [],
  account: undefined,
  isRestricted: false,
});

/** All texts that the histories make look like this. */
export const everyText = /qzwombat[a-z]+\d{5}x/g;

/** The money, the goods and the taxes, as the shop's reports have them. */
export async function reports(shop: TestServer, offerId: OfferId): Promise<string> {
  return shop.work(async (ctx) => {
    const rowsOf = async (table: string): Promise<object[]> => {
      const rows: object[] = await ctx.tx.selectFrom(table).selectAll().orderBy('id').execute();
      return rows;
    };
    const orders = await rowsOf('orders.order');
    const money = orders.map((row) =>
      Object.entries(row).filter(([name]) => /Minor$|^id$|^state$/.test(name)),
    );
    const lines = await rowsOf('orders.order_line');
    return JSON.stringify(
      [await balances(ctx), [...(await availability(ctx, [offerId]))], money, lines],
      (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
    );
  });
}

/** Erases in several lives: the process ends at these steps. Shape: the plan as it ended. */
export async function eraseInLives(
  { shop, plan }: Pick<Town, 'shop' | 'plan'>,
  subjects: readonly SubjectId[],
  crashes: readonly { readonly moment: 'before' | 'after'; readonly at: number }[],
): Promise<Plan> {
  const planned = await plan(subjects);
  for (const { moment, at } of crashes)
    await erasePersons(failingAt(shop.house, moment, at), shop.tenant, planned.id).catch((error: unknown) => {
      assert.match(String(error), /the lights went out/);
    });
  return erasePersons(shop.house, shop.tenant, planned.id);
}
