import type { Context } from '#kernel/context.ts';
import type { AccountId } from './account.ts';
import { sealProfile } from './adapter-user.ts';
import { facts } from './facts.ts';
import { accountOf, getAccount } from './find-account.ts';
import type { Account } from './find-account.ts';
import { updateAccount } from './queries-accounts.ts';
import { refuse } from './refuse.ts';

/**
 * Changes what the holder may change without proof: name and language.
 *
 * Refuses: identity.changedMeanwhile, identity.noAccount. Announces: identity.profileChanged.
 */
export async function changeProfile(
  ctx: Context,
  id: AccountId,
  change: { name: string; locale: string },
  ifVersion?: number,
): Promise<Account> {
  const before = await getAccount(ctx, id);
  const sealed = await sealProfile(ctx, id, before.subject, {
    email: before.email,
    name: change.name.trim(),
  });
  const row = await updateAccount(ctx, id, { ...sealed, locale: change.locale }, ifVersion);
  if (!row) throw refuse.changedMeanwhile();
  const after = await accountOf(ctx, row);
  if (after.name !== before.name)
    ctx.emit(facts.profileChanged({ accountId: id, subjectId: after.subject, field: 'name' }));
  return after;
}
