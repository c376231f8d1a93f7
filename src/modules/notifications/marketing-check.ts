import type { Context } from '#kernel/context.ts';
import { egress } from '#modules/privacy/index.ts';
import type { DisclosureId, Parcel } from '#modules/privacy/index.ts';
import type { Delivery, Envelope, NewsEnvelope } from './mail.ts';
import { mailProcessor } from './processor.ts';
import type { ClaimedMail } from './queries.ts';
import { mail } from './tables.ts';

/** What a mail's line in the ledger of disclosures needs to be settled. */
export interface LedgerLine {
  readonly id: DisclosureId;
  readonly parcel: Pick<Parcel, 'processor' | 'purpose'>;
}

type Judged =
  | Extract<Delivery, { kind: 'dropped' | 'held' }>
  | {
      readonly kind: 'open';
      /** News carry the address at which one click ends them. */
      readonly news: { readonly stop: string } | undefined;
      readonly line: LedgerLine | undefined;
    };

/**
 * The second check: whether a mail that was queued may still go, and for one that leaves the house, its line in the
 * ledger. Whoever opted out, was erased or restricted in between gets nothing. Source: privacy.md C7; invariant P14.
 */
export async function judgeMail(
  ctx: Context,
  row: ClaimedMail,
  envelope: Envelope | NewsEnvelope | null,
  leavesHouse: boolean,
): Promise<Judged> {
  const parcel = parcelOfMail(row, envelope);
  const atGate = leavesHouse ? await egress.check(ctx, parcel) : undefined;
  const verdict = atGate ?? (await egress.checkPeople(ctx, parcel));
  if (verdict.kind === 'closed') {
    const code = verdict.because === 'erasing' ? 'recipient-erased' : verdict.because;
    return { kind: verdict.lasts === 'for good' ? 'dropped' : 'held', code };
  }
  const news = envelope && 'stop' in envelope ? { stop: envelope.stop } : undefined;
  const line =
    atGate?.kind === 'open' && envelope ? { id: await egress.begin(ctx, parcel, atGate), parcel } : undefined;
  return { kind: 'open', news, line };
}

function parcelOfMail(row: ClaimedMail, envelope: Envelope | NewsEnvelope | null): Parcel {
  const { id, recipientId, purpose, topic, sender } = row;
  return {
    processor: mailProcessor.name,
    host: '',
    purpose,
    about: [recipientId],
    from: [{ table: mail, column: row.envelope === null ? 'promotion' : 'envelope' }],
    fields: { ...envelope },
    on: { table: mail.name, id },
    ...(topic &&
      sender && {
        reach: { topic, channel: 'email', sender, ...(envelope && { address: envelope.to }) },
      }),
  };
}
