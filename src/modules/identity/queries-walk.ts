import type { Kysely } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { AccountId } from './account.ts';
import type { AccountRow } from './queries-accounts.ts';
import type { IdentityRows } from './tables.ts';

const rows = (ctx: Context): Kysely<IdentityRows> => ctx.tx;

/** Accounts that may be used, in the order of their ids. */
export const selectAccountsAfter = (
  ctx: Context,
  after: AccountId | null,
  limit: number,
): Promise<Pick<AccountRow, 'id' | 'kind' | 'subjectId' | 'profile' | 'locale'>[]> =>
  rows(ctx)
    .selectFrom('identity.account')
    .select(['id', 'kind', 'subjectId', 'profile', 'locale'])
    .where('state', '=', 'active')
    .$if(after !== null, (query) => query.where('id', '>', after))
    .orderBy('id')
    .limit(limit)
    .execute();
