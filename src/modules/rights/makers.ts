import type { Context } from '#kernel/context.ts';
import { vault } from '#modules/privacy/index.ts';
import { openRequest } from './open-request.ts';
import type { Asking } from './open-request.ts';
import type { RequestRow } from './queries.ts';
import { later, visitMinutes } from './request.ts';
import { askerClasses, beginVisit, keepProof } from './sitting.ts';
import type { Sitting } from './sitting.ts';

/** Somebody in the privacy centre who has shown that these addresses are theirs. For tests. */
export async function aSitting(ctx: Context, addresses: readonly string[]): Promise<Sitting> {
  const subject = await vault.newSubject(ctx, 'asker', askerClasses);
  const expiresAt = later(ctx.now, visitMinutes * 60_000);
  const visitId = await beginVisit(ctx, { subject, tokenHash: null, accountId: null, expiresAt });
  for (const email of addresses)
    await keepProof(ctx, { subject, visitId, requestId: null, email, expiresAt, proven: true });
  return { id: visitId, subject, addresses, accountId: null, expiresAt };
}

/** A request of a kind; proven unless told otherwise. For tests. */
export async function aRequest(
  ctx: Context,
  asking: Partial<Omit<Asking, 'sitting'>> & Pick<Asking, 'kind'> & { readonly proven?: boolean },
): Promise<RequestRow> {
  const { proven = true, email = 'asker@example.org', ...rest } = asking;
  const row = await openRequest(ctx, {
    door: 'privacy centre',
    origin: 'http://shop.localhost',
    email,
    text: 'Please look into this.',
    ...(rest.kind === 'rectify' && { value: 'Mira Stern' }),
    ...rest,
    ...(proven && { sitting: await aSitting(ctx, [email]) }),
  });
  if (!row) throw new RangeError('a request without a mail is always new');
  return row;
}
