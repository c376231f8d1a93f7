import assert from 'node:assert/strict';
import type { Tenant } from '#kernel/context.ts';
import type { Profile } from '#kernel/profile.ts';
import { openkommerce } from './openkommerce.ts';

/** Every profile that a tenant can be made with. */
export const profiles: readonly Profile[] = [openkommerce];

/** What a tenant promises. */
export function profileOf(tenant: Pick<Tenant, 'profile'>): Profile {
  const profile = profiles.find((one) => one.name === tenant.profile);
  assert(profile, `there is no profile "${tenant.profile}"`);
  return profile;
}
