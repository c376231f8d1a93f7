import type { Context } from '#kernel/context.ts';
import type { Envelope } from './mail.ts';
import { openThem } from './open-mails.ts';
import { selectMails } from './queries.ts';

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
  const envelopes = await openThem(ctx, rows);
  return rows.flatMap(({ kind }, index) => {
    const envelope = envelopes[index];
    return envelope?.to === email ? [{ ...envelope, kind }] : [];
  });
}
