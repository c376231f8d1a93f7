import type { Kysely, Selectable } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { Agreement } from './agreement.ts';
import type { PrivacyRows } from '../tables.ts';
import type { AgreementId } from './tables.ts';

const rows = (ctx: Context): Kysely<PrivacyRows> => ctx.tx;

type AgreementRow = Omit<Selectable<PrivacyRows['privacy.agreement']>, 'tenantId'>;

const columns = [
  'id',
  'processor',
  'host',
  'reference',
  'purposes',
  'country',
  'mechanism',
  'mechanismDetail',
  'assessmentAt',
  'validFrom',
  'validUntil',
  'reviewBy',
  'state',
  'reachesPrivate',
  'told',
  'madeAt',
  'changedAt',
] as const;

/** All of a tenant's agreements, by company and host. */
export const selectAgreements = (ctx: Context): Promise<AgreementRow[]> =>
  rows(ctx).selectFrom('privacy.agreement').select(columns).orderBy('processor').orderBy('host').execute();

export const findAgreementRow = (ctx: Context, id: AgreementId): Promise<AgreementRow | undefined> =>
  rows(ctx).selectFrom('privacy.agreement').select(columns).where('id', '=', id).executeTakeFirst();

/** The agreement with a company; with one host of it where a company has several. */
export async function findAgreementWith(
  ctx: Context,
  processor: string,
  host?: string,
): Promise<AgreementRow | undefined> {
  let query = rows(ctx).selectFrom('privacy.agreement').select(columns).where('processor', '=', processor);
  if (host !== undefined) query = query.where('host', '=', host);
  return query.orderBy('changedAt', 'desc').orderBy('id').limit(1).executeTakeFirst();
}

/** Writes an agreement down, or over the one with the same company and host. Shape: its id. */
export async function upsertAgreement(
  ctx: Context,
  id: AgreementId,
  values: Omit<Agreement, 'id'>,
): Promise<AgreementId> {
  const stored = storedForm(ctx, values);
  const row = await rows(ctx)
    .insertInto('privacy.agreement')
    .values({ id, ...stored, madeAt: ctx.now })
    .onConflict((clash) => clash.columns(['tenantId', 'processor', 'host']).doUpdateSet(stored))
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** As `upsertAgreement`, but what stands already stays as it is, ended ones too. */
export async function insertAgreementOnce(
  ctx: Context,
  id: AgreementId,
  values: Omit<Agreement, 'id'>,
): Promise<boolean> {
  const row = await rows(ctx)
    .insertInto('privacy.agreement')
    .values({ id, ...storedForm(ctx, values), madeAt: ctx.now })
    .onConflict((clash) => clash.columns(['tenantId', 'processor', 'host']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

const storedForm = (ctx: Context, values: Omit<Agreement, 'id'>) => ({
  ...values,
  purposes: [...values.purposes],
  told: null,
  changedAt: ctx.now,
});

export async function updateAgreement(
  ctx: Context,
  id: AgreementId,
  values: Partial<Pick<Agreement, 'state' | 'reviewBy'>> & { readonly told?: string | null },
): Promise<boolean> {
  const result = await rows(ctx)
    .updateTable('privacy.agreement')
    .set({ ...values, changedAt: ctx.now })
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
