import type { Context } from '#kernel/context.ts';
import { cursorOf, placeAfter } from '#kernel/cursor.ts';
import { countMailsAbout, selectCampaigns } from './queries-news.ts';
import type { CampaignRow } from './queries-news.ts';
import type { CampaignId } from './tables.ts';

/** News as the desk sees them: what they say, and what became of their mails. */
interface CampaignLine {
  readonly id: string;
  readonly topic: CampaignRow['topic'];
  readonly title: string;
  readonly text: string;
  readonly state: CampaignRow['state'];
  readonly queued: number;
  readonly passedOver: number;
  readonly sent: number;
  readonly dropped: number;
  readonly failed: number;
  readonly madeAt: string;
  readonly finishedAt: string | null;
}

/** The news of the shop, newest first; what became of mails is known for as long as mails are kept. */
export async function listCampaigns(
  ctx: Context,
  asked: { readonly after?: string; readonly limit?: number },
): Promise<{ items: CampaignLine[]; next: string | null }> {
  const limit = asked.limit ?? 50;
  const rows = await selectCampaigns(ctx, placeOf(asked.after), limit + 1);
  const page = rows.slice(0, limit);
  const counts = await countMailsAbout(
    ctx,
    page.map(({ id }) => id),
  );
  const last = page.at(-1);
  return {
    items: page.map((row) => lineOf(row, counts)),
    next: rows.length > limit && last ? cursorOf([last.madeAt.toISOString(), last.id]) : null,
  };
}

export function lineOf(
  row: CampaignRow,
  counts: readonly { readonly aboutId: string; readonly state: string; readonly count: number }[] = [],
): CampaignLine {
  const { id, topic, title, text, state, queued, passedOver, madeAt, finishedAt } = row;
  const countOf = (wanted: string): number =>
    counts.find((one) => one.aboutId === id && one.state === wanted)?.count ?? 0;
  return {
    id,
    topic,
    title,
    text,
    state,
    queued,
    passedOver,
    sent: countOf('sent'),
    dropped: countOf('dropped'),
    failed: countOf('failed'),
    madeAt: madeAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

function placeOf(text: string | undefined): { madeAt: Date; id: CampaignId } | undefined {
  const place = placeAfter(text, 'instant', 'id');
  return place && { madeAt: place[0], id: place[1] as CampaignId };
}
