import type { Account } from './find-account.ts';

/** An account as its holder sees it. */
export const presentProfile = ({ id, email, name, emailVerified, locale, version, createdAt }: Account) => ({
  id,
  email,
  name,
  emailVerified,
  locale,
  version,
  createdAt: createdAt.toISOString(),
});
