import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { rowsOf } from '#kernel/rows-of.ts';
import type { ShopTax } from './tax.ts';
import type { PricingRows } from './tables.ts';

const rows = (ctx: Context): Kysely<PricingRows> => ctx.tx;

/** Everything a shop has set about tax that may matter for these countries on a day, in one statement. */
export async function selectShopTax(
  ctx: Context,
  countries: readonly string[],
  day: string,
): Promise<ShopTax> {
  const tenant = ctx.tenant.id;
  const [row] = await rowsOf<Omit<ShopTax, 'home'>>(ctx)`
    select coalesce((select s.cross_border from pricing.tax_setting s where s.tenant_id = ${tenant}), 'destination') as "crossBorder",
      coalesce((select s.registered_in from pricing.tax_setting s where s.tenant_id = ${tenant}), '{}') as "registeredIn",
      coalesce((select jsonb_agg(jsonb_build_object('code', z.code, 'postcodes', z.postcodes) order by z.code)
        from pricing.tax_zone z where z.tenant_id = ${tenant} and z.country = any(${countries})), '[]') as zones,
      coalesce((select jsonb_agg(jsonb_build_object('zoneCode', r.zone_code, 'taxClass', r.tax_class, 'rateBp', r.rate_bp, 'label', r.label))
        from pricing.tax_rate r where r.tenant_id = ${tenant} and left(r.zone_code, 2) = any(${countries})
          and r.valid @> ${day}::date), '[]') as rates`;
  if (!row) throw new RangeError('a select without from answers with one row');
  return { ...row, home: ctx.tenant.country };
}

export interface OwnRate {
  readonly id: string;
  readonly zoneCode: string;
  readonly taxClass: string;
  readonly rateBp: number;
  readonly label: string | null;
  readonly from: string;
  readonly to: string | null;
}

/** The rates that the shop has set itself, past and planned ones too. */
export async function selectOwnRates(ctx: Context): Promise<OwnRate[]> {
  return rows(ctx)
    .selectFrom('pricing.tax_rate')
    .select(['id', 'zoneCode', 'taxClass', 'rateBp', 'label'])
    .select([sql<string>`lower(valid)::text`.as('from'), sql<string | null>`upper(valid)::text`.as('to')])
    .orderBy('zoneCode')
    .orderBy('taxClass')
    .orderBy(sql`lower(valid)`)
    .limit(2000)
    .execute();
}

/** Ends what holds on a day and forgets what would begin later. */
export async function endRates(ctx: Context, zoneCode: string, taxClass: string, day: string): Promise<void> {
  await sql`
    delete from pricing.tax_rate r where r.tenant_id = ${ctx.tenant.id} and r.zone_code = ${zoneCode}
      and r.tax_class = ${taxClass} and lower(r.valid) >= ${day}::date`.execute(ctx.tx);
  await sql`
    update pricing.tax_rate r set valid = daterange(lower(r.valid), ${day}::date) where r.tenant_id = ${ctx.tenant.id}
      and r.zone_code = ${zoneCode} and r.tax_class = ${taxClass} and r.valid @> ${day}::date`.execute(
    ctx.tx,
  );
}

export async function insertRate(
  ctx: Context,
  rate: { zoneCode: string; taxClass: string; rateBp: number; label: string | null; from: string },
): Promise<void> {
  const { from, ...values } = rate;
  await rows(ctx)
    .insertInto('pricing.tax_rate')
    .values({
      id: newId(),
      ...values,
      valid: sql<string>`daterange(${from}::date, null)`,
      createdAt: ctx.now,
    })
    .execute();
}

export interface OwnZone {
  readonly code: string;
  readonly country: string;
  readonly name: string;
  readonly postcodes: string[];
}

export async function selectOwnZones(ctx: Context): Promise<OwnZone[]> {
  return rows(ctx)
    .selectFrom('pricing.tax_zone')
    .select(['code', 'country', 'name', 'postcodes'])
    .orderBy('code')
    .limit(1000)
    .execute();
}

export async function insertZone(ctx: Context, zone: OwnZone): Promise<boolean> {
  const row = await rows(ctx)
    .insertInto('pricing.tax_zone')
    .values({ ...zone, createdAt: ctx.now })
    .onConflict((conflict) => conflict.columns(['tenantId', 'code']).doNothing())
    .returning('code')
    .executeTakeFirst();
  return row !== undefined;
}

export interface TaxSettings {
  readonly crossBorder: 'destination' | 'origin';
  readonly registeredIn: string[];
  readonly version: number;
}

export async function selectSettings(ctx: Context): Promise<TaxSettings | undefined> {
  return rows(ctx)
    .selectFrom('pricing.tax_setting')
    .select(['crossBorder', 'registeredIn', 'version'])
    .executeTakeFirst();
}

/** Version 0 is "never set". Shape: undefined when somebody was faster. */
export async function saveSettings(ctx: Context, settings: TaxSettings): Promise<TaxSettings | undefined> {
  const { version, ...values } = settings;
  if (version === 0)
    return rows(ctx)
      .insertInto('pricing.tax_setting')
      .values({ ...values, version: 1 })
      .onConflict((conflict) => conflict.doNothing())
      .returning(['crossBorder', 'registeredIn', 'version'])
      .executeTakeFirst();
  return rows(ctx)
    .updateTable('pricing.tax_setting')
    .set({ ...values, version: version + 1 })
    .where('version', '=', version)
    .returning(['crossBorder', 'registeredIn', 'version'])
    .executeTakeFirst();
}
