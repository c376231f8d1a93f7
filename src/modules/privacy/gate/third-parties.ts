import type { Profile } from '#kernel/profile.ts';
import type { Purpose } from '#kernel/registry.ts';

/** What a mail server is for: it carries our letters to the very person whom they are about, and to nobody else. */
const ownLetters: readonly Purpose[] = ['notify', 'security', 'rights', 'marketing'];

/** Whether another company may get data for a purpose at all, by what the profile says of others. Source: clause OC-44. */
export const mayGive = (
  { thirdPartyPurposes }: Pick<Profile, 'thirdPartyPurposes'>,
  role: string,
  purpose: Purpose,
): boolean =>
  thirdPartyPurposes === undefined ||
  thirdPartyPurposes.includes(purpose) ||
  (role === 'mail' && ownLetters.includes(purpose));
