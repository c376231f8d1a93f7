import { cached } from '#kernel/cache.ts';
import type { FastifyRequest } from '#kernel/http.ts';
import { announcedVersion, unseenVersion } from '#modules/policy/index.ts';
import type { PolicyNotice } from './parts/policy-notice.ts';

/**
 * What this reader is to hear of a changed policy: everybody on the site for a month, or whoever has an account until
 * they have seen it. Shape: undefined almost always, at the price of one look a second for all readers together.
 */
export async function policyNoticeFor(request: FastifyRequest): Promise<PolicyNotice | undefined> {
  const announced = await cached(request.tenant.id, 'announced policy', () => request.work(announcedVersion));
  if (!announced) return undefined;
  if (request.visitor.kind === 'buyer') {
    const version = await request.work(unseenVersion);
    return version === undefined ? undefined : { version, isPersonal: true };
  }
  return announced.isForEverybody ? { version: announced.version, isPersonal: false } : undefined;
}
