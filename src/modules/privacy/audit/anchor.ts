import type { Context } from '#kernel/context.ts';
import type { Finding } from '#kernel/module.ts';
import { selectHead, selectSealsNumbered } from './queries.ts';

/** The head of the audit chain at some moment, as it is kept outside of the database. */
export interface Anchor {
  readonly number: string;
  /** Shape: hexadecimal. */
  readonly hash: string;
  readonly sealedAt: string;
}

/** The last seal of the audit log, to be kept elsewhere. Shape: undefined while nothing was sealed. */
export async function auditHead(ctx: Context): Promise<Anchor | undefined> {
  const head = await selectHead(ctx);
  return (
    head && {
      number: String(head.number),
      hash: head.hash.toString('hex'),
      sealedAt: head.sealedAt.toISOString(),
    }
  );
}

/**
 * Holds the chain in the database against the heads that were kept elsewhere: whoever rewrote it, or cut its end off, is
 * found even if the chain is whole in itself. Source: privacy.md C13, P24.
 */
export async function proveAnchors(ctx: Context, anchors: readonly Anchor[]): Promise<readonly Finding[]> {
  const seals = await selectSealsNumbered(
    ctx,
    anchors.map(({ number }) => BigInt(number)),
  );
  const byNumber = new Map(seals.map((seal) => [String(seal.number), seal.hash.toString('hex')]));
  return anchors.flatMap(({ number, hash }) => {
    const now = byNumber.get(number);
    if (now === hash) return [];
    const says =
      now === undefined
        ? `seal ${number} was kept outside of the database and is gone from it`
        : `seal ${number} is not what was kept outside of the database`;
    return [{ says, rows: [`privacy.audit_seal ${number}`] }];
  });
}
