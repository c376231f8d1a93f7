import type { Context, Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import type { NoticeChannel } from '#kernel/profile.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { walkAccounts } from '#modules/identity/index.ts';
import type { Holder } from '#modules/identity/index.ts';
import { queueMail } from '#modules/notifications/index.ts';
import { getShop } from '#modules/tenancy/index.ts';
import type { Shop } from '#modules/tenancy/index.ts';
import { letterOfChange } from './letter-of-change.ts';
import { findWaitingVersion, updateVersion } from './queries.ts';
import type { Version } from './queries.ts';
import { insertNotices } from './queries-notices.ts';
import type { PlannedNotice } from './queries-notices.ts';
import { languageOr } from './words.ts';

const batch = 100;

/**
 * Tells everybody with an account of the versions that ask for it, a batch at a time, each person once on each way that
 * the version's own profile named; a timed job.
 *
 * Safe to stop at any moment and to call again: the ledger line and the mail commit together.
 * Source: clauses OK-21, K7-49, KC-48; invariant P26.
 */
export async function tellReaders(house: House, tenant: Tenant): Promise<void> {
  const who = { tenant, actor: { kind: 'system', id: 'policy.tell-readers', purpose: 'notify' } } as const;
  for (;;) {
    const isMore = await unitOfWork(house, who, tellSome);
    if (!isMore) return;
  }
}

async function tellSome(ctx: Context): Promise<boolean> {
  const version = await findWaitingVersion(ctx);
  if (!version) return false;
  const { channels } = version.map.promises.notice;
  const holders = await walkAccounts(ctx, {
    after: version.toldUpTo as Holder['id'] | null,
    limit: batch,
    opened: channels.includes('e-mail'),
  });
  const last = holders.at(-1);
  if (!last) {
    await updateVersion(ctx, version.number, { telling: 'told' });
    return true;
  }
  const shop = await getShop(ctx);
  await insertNotices(
    ctx,
    version.number,
    holders.flatMap((holder) => plannedFor(holder, channels)),
  );
  for (const holder of holders) await writeTo(ctx, { version, shop, holder, channels });
  await updateVersion(ctx, version.number, { toldUpTo: last.id });
  return true;
}

const plannedFor = ({ subject, contact }: Holder, channels: readonly NoticeChannel[]): PlannedNotice[] =>
  channels
    .filter((channel) => channel !== 'e-mail' || contact !== undefined)
    .map((channel) => ({
      subjectId: subject,
      channel,
      state: channel === 'post' ? 'shown' : channel === 'e-mail' ? 'mailed' : 'waiting',
    }));

interface Telling {
  readonly version: Version;
  readonly shop: Shop;
  readonly holder: Holder;
  readonly channels: readonly NoticeChannel[];
}

async function writeTo(ctx: Context, { version, shop, holder, channels }: Telling): Promise<void> {
  const { subject, contact } = holder;
  if (!channels.includes('e-mail') || !contact) return;
  const content = letterOfChange({
    shop: { name: shop.name, hue: shop.accentHue, imprint: `${shop.legalName}\n${shop.legalAddress}` },
    name: contact.name,
    language: languageOr(holder.locale, languageOr(ctx.tenant.locale, 'en')),
    changes: version.changes,
    url: `${version.origin}/privacy/policy/${version.number}/changes`,
  });
  await queueMail(ctx, {
    subject,
    to: contact,
    kind: 'policy.changed',
    locale: holder.locale === 'de' ? 'de' : 'en',
    content,
    about: { table: 'policy.version', id: String(version.number) },
    dedupe: `policy.changed ${version.number} ${subject}`,
  });
}
