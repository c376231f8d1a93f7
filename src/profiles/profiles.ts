import assert from 'node:assert/strict';
import type { Tenant } from '#kernel/context.ts';
import type { Face, Profile } from '#kernel/profile.ts';
import { k7tracks } from './k7tracks.ts';
import { kCommerce } from './k-commerce.ts';
import { koopseri } from './koopseri.ts';
import { opencrm } from './opencrm.ts';
import { openkommerce } from './openkommerce.ts';

/** Every profile that a tenant can be made with. */
export const profiles: readonly Profile[] = [openkommerce, k7tracks, kCommerce, opencrm, koopseri];

/** The faces that are built. Every other face of a profile is named as one to come, never as one that works. */
export const facesHere: readonly Face[] = ['shop'];

/** The faces that a profile names and Kontor does not have yet. Shape: empty when the profile is whole. */
export const facesToCome = (profile: Profile): readonly Face[] =>
  profile.faces.filter((face) => !facesHere.includes(face));

/** What a tenant promises. */
export function profileOf(tenant: Pick<Tenant, 'profile'>): Profile {
  const profile = profiles.find((one) => one.name === tenant.profile);
  assert(profile, `there is no profile "${tenant.profile}"`);
  return profile;
}
