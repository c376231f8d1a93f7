import { on } from '#kernel/facts.ts';
import { asId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { declaredTables } from '#kernel/registry.ts';
import type { Category } from '#kernel/registry.ts';
import { getAccount, identityFacts, listAddresses } from '#modules/identity/index.ts';
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

/**
 * What somebody changed in a saved address is changed at the companies that got that address.
 *
 * Who got the address of an order keeps it: it is what was agreed, and is put right when the person asks for that.
 * Source: clause OK-17; GDPR art. 19.
 */
const tellOfAddress = on(
  'rights',
  'tell-of-address',
  identityFacts.addressChanged,
  async (ctx, { accountId, subjectId, addressId, part }) => {
    const book = await listAddresses(ctx, { accountId: asId<AccountId>(accountId) });
    const saved = book.find(({ id }) => id === addressId);
    const category = categoryOf(part);
    if (!saved || !category) return;
    await tellOfChange(ctx, asId<SubjectId>(subjectId), {
      category,
      value: Object.entries(saved.address).find(([name]) => name === part)?.[1] ?? '',
      part,
      from: [{ table: 'identity.address', column: 'address' }],
      on: { table: 'identity.address', id: addressId },
    });
  },
  'rights',
);

function categoryOf(part: string): Category | undefined {
  const spec = declaredTables().get('identity.address')?.columns['address']?.spec;
  return spec?.kind === 'sealed' ? spec.fields[part] : undefined;
}

export const reactions = [forgetCopies, tellOfProfile, tellOfAddress];
