import type { Context } from '#kernel/context.ts';
import type { Envelope } from './mail.ts';
import { openThem } from './open-mails.ts';
import { selectMails } from './queries.ts';

type KeptLetter = Envelope & { readonly kind: string };

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

/** The code behind the link of a letter. For tests. */
export function codeIn(text: string | undefined): string {
  const code = /code=([\w-]+)/.exec(text ?? '')?.[1];
  if (code === undefined) throw new RangeError('no letter with a link');
  return code;
}
