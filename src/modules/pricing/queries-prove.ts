import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';

interface Doubt {
  readonly id: string;
}

/** Offers whose base price of this moment differs from the history; those whose moment is due are left to the job. */
export async function selectUntoldPrices(ctx: Context): Promise<string[]> {
  const found = await sql<Doubt>`
    select distinct on (p.offer_id, p.currency) p.offer_id::text || ' ' || p.currency as id, p.amount_minor,
      (select h.amount_minor from pricing.price_history h where h.tenant_id = ${ctx.tenant.id} and h.offer_id = p.offer_id
        and h.currency = p.currency order by h.effective_at desc, h.id desc limit 1) as told
    from pricing.price p
    where p.tenant_id = ${ctx.tenant.id} and p.market = '' and p.price_list = '' and p.min_quantity = 1
      and p.valid @> ${ctx.now}::timestamptz
      and not exists (select 1 from pricing.price_turn t where t.tenant_id = ${ctx.tenant.id} and t.offer_id = p.offer_id
        and t.currency = p.currency and t.turns_at <= ${ctx.now})
    order by p.offer_id, p.currency, p.layer desc`.execute(ctx.tx);
  const untold = found.rows as (Doubt & { amountMinor: bigint; told: bigint | null })[];
  return untold.filter(({ amountMinor, told }) => amountMinor !== told).map(({ id }) => id);
}

/** Offers whose planned moment passed more than ten minutes ago. */
export async function selectStaleTurns(ctx: Context): Promise<string[]> {
  const found = await sql<Doubt>`
    select t.offer_id::text || ' ' || t.currency as id from pricing.price_turn t
    where t.tenant_id = ${ctx.tenant.id} and t.turns_at < ${ctx.now}::timestamptz - interval '10 minutes' limit 100
  `.execute(ctx.tx);
  return found.rows.map(({ id }) => id);
}
