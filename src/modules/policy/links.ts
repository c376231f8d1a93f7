/**
 * Ways out on other sites that no longer do what they say.
 *
 * Source: the NAI's opt-out tools were discontinued on 2025-09-15 (mondaq 1707358); clause OC-25.
 */
const dead: readonly RegExp[] = [
  /(^|\.)networkadvertising\.org$/,
  /(^|\.)thenai\.org$/,
  /^optout\.aboutads\.info$/,
];

/** Whether a link is known to lead nowhere, or is no link that a reader could follow safely. */
export function isDead(link: string): boolean {
  if (!URL.canParse(link)) return true;
  const { protocol, hostname } = new URL(link);
  return protocol !== 'https:' || dead.some((pattern) => pattern.test(hostname));
}
