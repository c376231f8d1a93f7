import type { Context, Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { Refusal } from '#kernel/refusal.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { letter, queueMail } from '#modules/notifications/index.ts';
import { contactsOf, vault } from '#modules/privacy/index.ts';
import type { Contact } from '#modules/privacy/index.ts';
import { getShop } from '#modules/tenancy/index.ts';
import { openForChange } from './assess-incident.ts';
import { draftNotice34 } from './draft-notices.ts';
import { facts } from './facts.ts';
import type { AffectedPerson, IncidentId, NoticeOutcome, Story } from './incident.ts';
import {
  countNotices,
  insertEvent,
  insertNotice,
  lockIncident,
  selectToTell,
  selectUntold,
  updateIncident,
} from './queries-incidents.ts';
import type { IncidentRow } from './queries-incidents.ts';
import { refuse } from './refuse.ts';
import { colleague, openWritten } from './story.ts';

/**
 * Agrees that everybody affected is told; a job does the rest.
 *
 * Refuses: incidents.noIncident, incidents.closed, incidents.scopeFirst, incidents.notDecided, incidents.scopeApproved.
 * Announces: incidents.noticesApproved. Source: GDPR art. 34; clause KC-39.
 */
export async function approveNotices(ctx: Context, id: IncidentId): Promise<void> {
  const row = await openForChange(ctx, id);
  if (row.approvedAt !== null) throw refuse.scopeApproved();
  if (row.scopeTakenAt === null) throw refuse.scopeFirst();
  if (row.people !== 'notify') throw refuse.notDecided();
  await updateIncident(ctx, id, { approvedBy: colleague(ctx), approvedAt: ctx.now });
  const people = row.affectedCount ?? 0;
  await insertEvent(ctx, {
    incidentId: id,
    kind: 'notices approved',
    bySubjectId: colleague(ctx),
    details: { people },
    note: null,
  });
  ctx.emit(facts.noticesApproved({ incidentId: id, people }));
  ctx.audit({
    action: 'incidents.noticesApproved',
    on: { table: 'incidents.incident', id },
    details: { people },
  });
}

/** Tells everybody whose notices were agreed to, of every incident that waits for it; a timed job. */
export async function sendWaitingNotices(house: House, tenant: Tenant): Promise<void> {
  const ids = await unitOfWork(house, asHouse(tenant), selectToTell);
  for (const id of ids) await sendNotices(house, tenant, id);
}

const asHouse = (tenant: Tenant) =>
  ({ tenant, actor: { kind: 'system', id: 'incidents.send-notices', purpose: 'rights' } }) as const;
const batch = 50;

/**
 * Tells exactly the affected of an incident, each once: a mail and a line in the ledger of notices in the same commit. Who
 * has no address, or is no longer known, is written down as such. In a drill nothing is mailed.
 *
 * Safe to stop at any moment and to call again. Announces: incidents.peopleTold. Source: GDPR art. 34; clause KC-39.
 */
export async function sendNotices(house: House, tenant: Tenant, id: IncidentId): Promise<void> {
  for (;;) {
    const isMore = await unitOfWork(house, asHouse(tenant), (ctx) => tellSome(ctx, id));
    if (!isMore) return;
  }
}

async function tellSome(ctx: Context, id: IncidentId): Promise<boolean> {
  const row = await lockIncident(ctx, id);
  if (!row || row.approvedAt === null || row.noticesDoneAt !== null) return false;
  const people = await selectUntold(ctx, id, batch);
  if (people.length === 0) {
    await finish(ctx, id);
    return false;
  }
  const story = await openWritten<Story>(ctx, 'story', row.story);
  const contacts = await contactsOf(
    ctx,
    people.map(({ subject }) => subject),
  );
  for (const person of people) {
    const told = row.isDrill
      ? ({ outcome: 'drill', mailId: null } as const)
      : await tell(ctx, row, story, person, contacts.get(person.subject));
    await insertNotice(ctx, { incidentId: id, subjectId: person.subject, ...told });
  }
  return true;
}

async function finish(ctx: Context, id: IncidentId): Promise<void> {
  const counts = await countNotices(ctx, id);
  const people = counts.reduce((sum, { count }) => sum + count, 0);
  await updateIncident(ctx, id, { noticesDoneAt: ctx.now });
  await insertEvent(ctx, {
    incidentId: id,
    kind: 'step done',
    bySubjectId: null,
    details: { step: 'people', ...Object.fromEntries(counts.map(({ outcome, count }) => [outcome, count])) },
    note: null,
  });
  ctx.emit(facts.peopleTold({ incidentId: id, people }));
}

async function tell(
  ctx: Context,
  row: IncidentRow,
  story: Story,
  person: AffectedPerson,
  contact: Contact | undefined,
): Promise<{ outcome: NoticeOutcome; mailId: string | null }> {
  if (!contact?.email) return { outcome: contact ? 'no address' : 'gone', mailId: null };
  const locale = contact.locale ?? ctx.tenant.locale;
  const shop = await getShop(ctx);
  const { title, sections } = draftNotice34(story, shop, locale, person.categories);
  const content = letter({
    shopName: shop.name,
    title,
    intro: contact.name ? `${locale === 'de' ? 'Guten Tag' : 'Hello'} ${contact.name},` : [],
    blocks: sections,
    footer: [shop.legalName || shop.name, shop.legalAddress],
    locale,
    hue: shop.accentHue,
  });
  try {
    await vault.ensureKeys(ctx, person.subject, ['service']);
    const mailId = await queueMail(ctx, {
      subject: person.subject,
      to: { email: contact.email, ...(contact.name && { name: contact.name }) },
      kind: 'incidents.notice',
      locale,
      content: { subject: title, ...content },
      about: { table: 'incidents.incident', id: row.id },
      dedupe: `incidents.notice:${row.id}:${person.subject}`,
    });
    return { outcome: 'mailed', mailId };
  } catch (error) {
    // Erased between finding and telling: there is nobody left to write to.
    if (error instanceof Refusal && error.code === 'privacy.subjectGone')
      return { outcome: 'gone', mailId: null };
    throw error;
  }
}
