import { on } from '#kernel/facts.ts';
import { asId } from '#kernel/ids.ts';
import { getAccount, identityFacts } from '#modules/identity/index.ts';
import type { AccountId } from '#modules/identity/index.ts';
import { getPlan, personsFacts, tellOfChange } from '#modules/persons/index.ts';
import type { ErasureId } from '#modules/persons/index.ts';
import { deletePackagesAbout } from './queries-visits.ts';

/** Whoever was erased, for whatever reason, is in no copy that still lies ready. Source: privacy.md P4; clause OK-18. */
const forgetCopies = on(
  'rights',
  'forget-copies',
  personsFacts.erased,
  async (ctx, { erasureId }) =>
    deletePackagesAbout(ctx, (await getPlan(ctx, asId<ErasureId>(erasureId))).subjects),
  'rights',
);

/** What somebody changed in their account is changed at the companies that got it, too. Source: clause OK-17; GDPR art. 19. */
const tellOfProfile = on(
  'rights',
  'tell-of-profile',
  identityFacts.profileChanged,
  async (ctx, { accountId, field }) => {
    const { kind, subject, name, email } = await getAccount(ctx, asId<AccountId>(accountId));
    const value = field === 'email' ? email : name;
    if (kind !== 'buyer' || value === '') return;
    await tellOfChange(ctx, subject, {
      category: field === 'email' ? 'contact.email' : 'identity.name',
      value,
      from: [{ table: 'identity.account', column: 'profile' }],
    });
  },
  'rights',
);

export const reactions = [forgetCopies, tellOfProfile];
