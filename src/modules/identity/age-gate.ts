import type { Context, Tenant } from '#kernel/context.ts';
import type { ProfileRole } from '#kernel/profile.ts';
import { minAgeOf } from '#modules/retention/index.ts';
import { profileOf } from '#profiles/profiles.ts';
import { refuse } from './refuse.ts';

/** From this age on the law of a country protects nobody as a child any more, so that it asks about every use of data. */
const ofAge = 18;

/** How old somebody must be here: the strictest of profile and law. Units: years. Source: clause A6-1; GDPR art. 8. */
export const requiredAge = (
  tenant: Pick<Tenant, 'country' | 'profile'>,
  role: ProfileRole['role'] = 'buyer',
): number => minAgeOf(role, tenant.country, profileOf(tenant));

/**
 * The age that an order without an account has to ask for: where the profile names one, or where the law protects children
 * in every use of their data. Shape: undefined where ordering asks nobody's age.
 */
export function ageAtCheckout(tenant: Pick<Tenant, 'country' | 'profile'>): number | undefined {
  const named = profileOf(tenant).roles.find(({ role }) => role === 'buyer')?.minAge;
  const age = requiredAge(tenant);
  return typeof named === 'number' || age >= ofAge ? age : undefined;
}

/** What is kept of an answer: a band, never a date of birth. */
export const ageBand = (tenant: Pick<Tenant, 'country' | 'profile'>): string => `${requiredAge(tenant)}+`;

/**
 * Lets through who says that they are old enough. Asked before anything is counted, looked up or stored: who is too young
 * leaves nothing here. Refuses: identity.ageNeeded, identity.tooYoung. Source: clauses K7-45, KS-9; invariant P28.
 */
export function checkAge(ctx: Pick<Context, 'tenant'>, isOldEnough: boolean | undefined): void {
  const age = requiredAge(ctx.tenant);
  if (isOldEnough === undefined) throw refuse.ageNeeded({ field: 'oldEnough', age });
  if (!isOldEnough) throw refuse.tooYoung({ field: 'oldEnough', age });
}
