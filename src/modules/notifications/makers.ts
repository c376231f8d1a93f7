import type { Context } from '#kernel/context.ts';
import { vault } from '#modules/privacy/index.ts';
import type { Envelope } from './mail.ts';
import { selectMails } from './queries.ts';
import { mail } from './tables.ts';

export type KeptLetter = Envelope & { readonly kind: string };

/** What was written to an address, the newest first; for tests, which read their own mail. */
export async function lettersTo(ctx: Context, email: string): Promise<KeptLetter[]> {
  const rows = await selectMails(ctx, {
    state: undefined,
    kind: undefined,
    about: undefined,
    after: undefined,
    limit: 100,
  });
  const envelopes = await vault.openMany(ctx, mail, 'envelope', rows);
  return rows.flatMap(({ kind }, index) => {
    const envelope = envelopes[index];
    return envelope?.to === email ? [{ ...envelope, kind }] : [];
  });
}
