import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { rowsOf } from '#kernel/rows-of.ts';
import type { OfferId } from '#modules/catalog/index.ts';
import type { PricePlan, PriceRow } from './price.ts';
import type { PriceId, PricingRows } from './tables.ts';

const rows = (ctx: Context): Kysely<PricingRows> => ctx.tx;

export interface PriceNow {
  readonly amountMinor: bigint;
  readonly compareAtMinor: bigint | null;
  readonly lowest30Minor: bigint | null;
}

export interface PriceQuestion {
  readonly currency: string;
  readonly market?: string | undefined;
  readonly priceList?: string | undefined;
  readonly quantities?: ReadonlyMap<OfferId, number> | undefined;
}

/**
 * What is asked for these offers now, in one statement.
 *
 * Within the most special list and market: a temporary price before the lasting one, then the lowest of the quantities.
 * The 30-day figure is the lowest price that was in force in the 30 days before the present price began.
 */
export async function selectPrices(
  ctx: Context,
  offerIds: readonly OfferId[],
  question: PriceQuestion,
): Promise<Map<OfferId, PriceNow>> {
  if (offerIds.length === 0) return new Map();
  const tenant = ctx.tenant.id;
  const quantities = offerIds.map((offerId) => question.quantities?.get(offerId) ?? 1);
  const found = await rowsOf<PriceNow & { offerId: OfferId }>(ctx)`
    with holding as (
      select distinct on (p.offer_id, p.price_list, p.market, p.min_quantity)
        p.offer_id, p.price_list, p.market, p.min_quantity, p.amount_minor, p.compare_at_minor, lower(p.valid) as since,
        min(p.amount_minor) filter (where p.layer = 'lasting')
          over (partition by p.offer_id, p.price_list, p.market, p.min_quantity) as usual
      from unnest(${offerIds}::uuid[], ${quantities}::int[]) as wanted (offer_id, quantity)
      join pricing.price p on p.tenant_id = ${tenant} and p.offer_id = wanted.offer_id
        and p.currency = ${question.currency} and p.valid @> ${ctx.now}::timestamptz
        and p.market = any(array['', ${question.market ?? ''}::text]) and p.price_list = any(array['', ${question.priceList ?? ''}::text])
        and p.min_quantity <= wanted.quantity
      order by p.offer_id, p.price_list, p.market, p.min_quantity, p.layer desc
    ), chosen as (
      select distinct on (h.offer_id) h.offer_id, h.amount_minor, h.since,
        coalesce(h.compare_at_minor, case when h.usual > h.amount_minor then h.usual end) as compare_at_minor
      from holding h
      order by h.offer_id, h.price_list desc, h.market desc, h.amount_minor
    )
    select c.offer_id as "offerId", c.amount_minor as "amountMinor", c.compare_at_minor as "compareAtMinor",
      case when c.compare_at_minor is not null then (
        select min(b.amount_minor) from (
          select h.amount_minor, h.effective_at, lead(h.effective_at) over (order by h.effective_at, h.id) as until
          from pricing.price_history h
          where h.tenant_id = ${tenant} and h.offer_id = c.offer_id and h.currency = ${question.currency}
            and h.effective_at <= c.since
            and h.effective_at >= coalesce((
              select max(f.effective_at) from pricing.price_history f
              where f.tenant_id = ${tenant} and f.offer_id = c.offer_id and f.currency = ${question.currency}
                and f.effective_at <= c.since - interval '30 days'), '-infinity')
        ) b where b.effective_at < c.since and (b.until is null or b.until > b.effective_at)
      ) end as "lowest30Minor"
    from chosen c`;
  return new Map(found.map(({ offerId, ...price }) => [offerId, price]));
}

/**
 * Lets one transaction at a time change the prices of an offer, also of one that has none yet to hold on to.
 *
 * Offers share 64 locks per shop, taken in order, so that an import of thousands holds few and never waits in a circle.
 */
export async function takeTurns(ctx: Context, offerIds: readonly OfferId[]): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(hashtext(${`pricing ${ctx.tenant.id}`}), bucket.n) from (
      select distinct (abs(hashtext(o.id)::bigint) % 64)::int as n from unnest(${offerIds}::text[]) as o (id) order by n
    ) bucket`.execute(ctx.tx);
}

/** The prices of offers that end after an instant (or never). */
export async function selectPriceRows(
  ctx: Context,
  offerIds: readonly OfferId[],
  since: Date,
): Promise<PriceRow[]> {
  return rows(ctx)
    .selectFrom('pricing.price')
    .select([
      'id',
      'offerId',
      'currency',
      'market',
      'priceList',
      'minQuantity',
      'layer',
      'amountMinor',
      'compareAtMinor',
    ])
    .select([sql<Date>`lower(valid)`.as('from'), sql<Date | null>`upper(valid)`.as('to')])
    .where(sql<boolean>`offer_id = any(${offerIds})`)
    .where(sql<boolean>`(upper_inf(valid) or upper(valid) >= ${since})`)
    .orderBy('offerId')
    .orderBy('id')
    .execute();
}

export async function applyPlan(ctx: Context, plan: PricePlan): Promise<void> {
  if (plan.drops.length > 0)
    await rows(ctx)
      .deleteFrom('pricing.price')
      .where(sql<boolean>`id = any(${plan.drops})`)
      .execute();
  if (plan.ends.length > 0)
    await sql`
      update pricing.price p set valid = tstzrange(lower(p.valid), e.until)
      from unnest(${plan.ends.map(({ id }) => id)}::uuid[], ${plan.ends.map(({ to }) => to)}::timestamptz[]) as e (id, until)
      where p.tenant_id = ${ctx.tenant.id} and p.id = e.id`.execute(ctx.tx);
  if (plan.adds.length === 0) return;
  const column = <T>(pick: (row: PriceRow) => T): T[] => plan.adds.map(pick);
  await sql`
    insert into pricing.price (tenant_id, id, offer_id, currency, market, price_list, min_quantity, layer, amount_minor,
      compare_at_minor, valid, created_at)
    select ${ctx.tenant.id}::uuid, n.id, n.offer_id, n.currency, n.market, n.price_list, n.min_quantity, n.layer, n.amount_minor,
      n.compare_at_minor, tstzrange(n.since, n.until), ${ctx.now}::timestamptz
    from unnest(${column(({ id }) => id)}::uuid[], ${column(({ offerId }) => offerId)}::uuid[],
      ${column(({ currency }) => currency)}::text[], ${column(({ market }) => market)}::text[],
      ${column(({ priceList }) => priceList)}::text[], ${column(({ minQuantity }) => minQuantity)}::int[],
      ${column(({ layer }) => layer)}::text[], ${column(({ amountMinor }) => amountMinor.toString())}::bigint[],
      ${column(({ compareAtMinor }) => compareAtMinor?.toString() ?? null)}::bigint[],
      ${column(({ from }) => from)}::timestamptz[], ${column(({ to }) => to)}::timestamptz[])
      as n (id, offer_id, currency, market, price_list, min_quantity, layer, amount_minor, compare_at_minor, since, until)
  `.execute(ctx.tx);
}

export interface PriceMoment {
  readonly offerId: OfferId;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly compareAtMinor: bigint | null;
  readonly effectiveAt: Date;
}

export async function insertHistory(ctx: Context, moments: readonly PriceMoment[]): Promise<void> {
  if (moments.length === 0) return;
  const column = <T>(pick: (row: PriceMoment) => T): T[] => moments.map(pick);
  await sql`
    insert into pricing.price_history (tenant_id, id, offer_id, currency, amount_minor, compare_at_minor, effective_at)
    select ${ctx.tenant.id}::uuid, n.* from unnest(${column(() => newId())}::uuid[], ${column(({ offerId }) => offerId)}::uuid[],
      ${column(({ currency }) => currency)}::text[], ${column(({ amountMinor }) => amountMinor.toString())}::bigint[],
      ${column(({ compareAtMinor }) => compareAtMinor?.toString() ?? null)}::bigint[],
      ${column(({ effectiveAt }) => effectiveAt)}::timestamptz[]) as n`.execute(ctx.tx);
}

/** The last thing that history says about each offer and currency. */
export async function selectLastMoments(ctx: Context, offerIds: readonly OfferId[]): Promise<PriceMoment[]> {
  return rows(ctx)
    .selectFrom('pricing.price_history')
    .distinctOn(['offerId', 'currency'])
    .select(['offerId', 'currency', 'amountMinor', 'compareAtMinor', 'effectiveAt'])
    .where(sql<boolean>`offer_id = any(${offerIds})`)
    .orderBy('offerId')
    .orderBy('currency')
    .orderBy('effectiveAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

export interface Turn {
  readonly offerId: OfferId;
  readonly currency: string;
  readonly turnsAt: Date;
}

/** Notes when these offers change next, and forgets the offers of which nothing is planned any more. */
export async function replaceTurns(
  ctx: Context,
  offerIds: readonly OfferId[],
  turns: readonly Turn[],
): Promise<void> {
  await rows(ctx)
    .deleteFrom('pricing.price_turn')
    .where(sql<boolean>`offer_id = any(${offerIds})`)
    .execute();
  if (turns.length > 0)
    await rows(ctx)
      .insertInto('pricing.price_turn')
      .values([...turns])
      .execute();
}

/** Offers whose moment has come. */
export async function selectDueTurns(ctx: Context, limit: number): Promise<Turn[]> {
  return rows(ctx)
    .selectFrom('pricing.price_turn')
    .select(['offerId', 'currency', 'turnsAt'])
    .where('turnsAt', '<=', ctx.now)
    .orderBy('turnsAt')
    .limit(limit)
    .execute();
}

/** What an offer asked, newest first; `after` is the last moment already seen. */
export async function selectHistory(
  ctx: Context,
  asked: { offerId: OfferId; currency: string; limit: number; after?: { at: Date; id: string } | undefined },
): Promise<(PriceMoment & { id: string })[]> {
  const after = asked.after;
  return rows(ctx)
    .selectFrom('pricing.price_history')
    .select(['id', 'offerId', 'currency', 'amountMinor', 'compareAtMinor', 'effectiveAt'])
    .where('offerId', '=', asked.offerId)
    .where('currency', '=', asked.currency)
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(effective_at, id) < (${after?.at}, ${after?.id}::uuid)`),
    )
    .orderBy('effectiveAt', 'desc')
    .orderBy('id', 'desc')
    .limit(asked.limit)
    .execute();
}

export async function selectOfferOf(ctx: Context, id: PriceId): Promise<OfferId | undefined> {
  const row = await rows(ctx)
    .selectFrom('pricing.price')
    .select('offerId')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.offerId;
}

/** A price that has not begun goes; one that runs ends now. Shape: false when there was none. */
export async function endPrice(ctx: Context, id: PriceId): Promise<boolean> {
  const gone = await sql`
    with gone as (
      delete from pricing.price p where p.tenant_id = ${ctx.tenant.id} and p.id = ${id} and lower(p.valid) >= ${ctx.now}
        and p.layer = 'temporary'
      returning p.offer_id
    ), ended as (
      update pricing.price p set valid = tstzrange(lower(p.valid), ${ctx.now})
      where p.tenant_id = ${ctx.tenant.id} and p.id = ${id} and lower(p.valid) < ${ctx.now}
        and p.layer = 'temporary' and upper(p.valid) > ${ctx.now}
      returning p.offer_id
    )
    select offer_id from gone union all select offer_id from ended`.execute(ctx.tx);
  return gone.rows.length > 0;
}
