import type { TestContext } from 'node:test';
import pg from 'pg';
import { aHouse } from './house.ts';
import type { TestHouse } from './house.ts';

export const dayMs = 86_400_000;
export const start = new Date('2026-11-23T10:00:00Z');
export const later = (days: number): Date => new Date(start.getTime() + days * dayMs);

/** The superuser's view of what is stored. */
export async function adminOf(shop: TestHouse) {
  const admin = new pg.Client({ connectionString: shop.adminUrl });
  await admin.connect();
  shop.beforeEnd(() => admin.end());
  const rowsOf = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
    (await admin.query<Row>(text, values)).rows;
  return rowsOf;
}

/** Carts that were last touched so many days before the start, with the hour in which they were. */
export async function someCarts(shop: TestHouse, daysOld: readonly number[]): Promise<void> {
  const rowsOf = await adminOf(shop);
  await rowsOf(
    `insert into checkout.cart (tenant_id, id, version, state, currency, country, locale, quote, quoted_at, attempts, created_at, updated_at)
     select $1, uuidv7(), 1, 'open', 'EUR', 'DE', 'en', '{}', at, 0, at, at from unnest($2::timestamptz[]) as at`,
    [shop.tenant.id, daysOld.map((days) => later(-days))],
  );
}

/** How old the carts are that are left. Units: days. */
export const daysOldIn = async (shop: TestHouse): Promise<number[]> => {
  const rowsOf = await adminOf(shop);
  const rows = await rowsOf<{ at: Date }>('select updated_at as at from checkout.cart order by 1 desc');
  return rows.map(({ at }) => Math.round((start.getTime() - at.getTime()) / dayMs));
};

/** A shop whose clock stands. */
export async function aStandingShop(t: TestContext): Promise<TestHouse> {
  const shop = await aHouse(t);
  shop.at(start);
  return shop;
}
