import type { Context, Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { isId, newId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { egress, vault } from '#modules/privacy/index.ts';
import type { PreferenceTopic } from '#modules/privacy/index.ts';
import { getShop } from '#modules/tenancy/index.ts';
import { profileOf } from '#profiles/profiles.ts';
import { newsLetter } from './letter.ts';
import { stopAddress } from './marketing-code.ts';
import { queueMarketingMail } from './marketing-queue.ts';
import { newsWords } from './marketing-words.ts';
import {
  findCampaign,
  insertCampaign,
  lockOpenCampaign,
  moveCampaign,
  selectReaders,
  stopCampaignRow,
} from './queries-news.ts';
import type { CampaignRow, ReaderRow } from './queries-news.ts';
import { refuse } from './refuse.ts';
import { reader } from './tables.ts';
import type { CampaignId } from './tables.ts';

const portion = 50;

interface NewCampaign {
  readonly topic: PreferenceTopic;
  readonly title: string;
  readonly text: string;
  /** The shop's own address, for the links. */
  readonly origin: string;
}

/**
 * Sends news to everybody who wants to hear about their topic, and to nobody else; a job does it, portion by portion.
 *
 * Refuses: notifications.newsOff, notifications.newsWithoutSender. Source: clause OK-8.
 */
export async function startCampaign(ctx: Context, wanted: NewCampaign): Promise<CampaignRow> {
  const { purposes, marketing } = profileOf(ctx.tenant);
  if (marketing.own === 'off' || !purposes.includes('marketing')) throw refuse.newsOff();
  const { legalName } = await getShop(ctx);
  if (legalName === '') throw refuse.newsWithoutSender();
  const id = newId<CampaignId>();
  const madeBy = isId(ctx.actor.id) ? (ctx.actor.id as SubjectId) : null;
  await insertCampaign(ctx, { ...wanted, id, madeBy });
  ctx.audit({ action: 'notifications.newsStarted', on: { table: 'notifications.campaign', id } });
  return getCampaign(ctx, id);
}

/** Refuses: notifications.campaignGone. */
async function getCampaign(ctx: Context, id: CampaignId): Promise<CampaignRow> {
  const row = await findCampaign(ctx, id);
  if (!row) throw refuse.campaignGone();
  return row;
}

/** Queues no more of some news; what is queued already still goes to those who want it. Refuses: notifications.campaignGone. */
export async function stopCampaign(ctx: Context, id: CampaignId): Promise<void> {
  await getCampaign(ctx, id);
  if (await stopCampaignRow(ctx, id))
    ctx.audit({ action: 'notifications.newsStopped', on: { table: 'notifications.campaign', id } });
}

/** Queues the mails of open news, a portion in each transaction, until there is nobody left; a timed job. */
export async function runCampaigns(house: House, tenant: Tenant): Promise<void> {
  const who = { tenant, actor: { kind: 'system', id: 'notifications.news', purpose: 'marketing' } } as const;
  for (;;) {
    const isMore = await unitOfWork(house, who, queuePortion);
    if (!isMore) return;
  }
}

async function queuePortion(ctx: Context): Promise<boolean> {
  const campaign = await lockOpenCampaign(ctx);
  if (!campaign) return false;
  const readers = await selectReaders(ctx, campaign.position, portion);
  const addresses = await vault.openMany(ctx, reader, 'address', readers);
  let queued = 0;
  for (const [index, row] of readers.entries()) {
    const to = addresses[index];
    if (to && (await writeTo(ctx, campaign, row, to))) queued += 1;
  }
  await moveCampaign(ctx, campaign.id, {
    position: readers.at(-1)?.subjectId ?? campaign.position,
    queued,
    passedOver: readers.length - queued,
    isOver: readers.length < portion,
  });
  return true;
}

/** Shape: false for a reader who does not want these news, or may not be written to now. */
async function writeTo(
  ctx: Context,
  { id, topic, title, text, origin }: CampaignRow,
  { subjectId: subject, locale }: ReaderRow,
  to: { readonly email: string; readonly name: string },
): Promise<boolean> {
  const cell = { topic, channel: 'email', sender: 'us', address: to.email } as const;
  const from = [{ table: reader, column: 'address' }];
  const verdict = await egress.checkPeople(ctx, {
    purpose: 'marketing',
    about: [subject],
    from,
    reach: cell,
  });
  if (verdict.kind === 'closed') return false;
  const shop = await getShop(ctx);
  const words = newsWords(locale);
  const stop = await stopAddress(ctx, origin, subject, cell);
  const content = newsLetter({
    shopName: shop.name,
    title,
    intro: [],
    blocks: [{ text, promotion: true }],
    footer: [words.why(shop.name, topic), [shop.legalName, shop.legalAddress].filter(Boolean).join('\n')],
    stop: { label: words.stop, url: stop },
    locale,
    hue: shop.accentHue,
  });
  const about = { table: 'notifications.campaign', id };
  const dedupe = `news:${id}:${subject}`;
  await queueMarketingMail(ctx, {
    subject,
    to,
    locale,
    topic,
    sender: 'us',
    content: { subject: title, ...content },
    stop,
    about,
    dedupe,
  });
  return true;
}
