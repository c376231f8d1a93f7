import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { Category } from '#kernel/registry.ts';
import { Refusal } from '#kernel/refusal.ts';
import { letter, queueMail } from '#modules/notifications/index.ts';
import { contactsOf } from '#modules/privacy/index.ts';
import { getShop } from '#modules/tenancy/index.ts';
import type { Ground, LegalRequestId } from './legal-request.ts';
import {
  findLegalRequest,
  insertLegalEvent,
  markInformed,
  selectToInform,
  selectTold,
} from './queries-legal.ts';
import type { LegalRow } from './queries-legal.ts';
import { categoryWords } from './words.ts';

const groundWords: Readonly<Record<Ground, Readonly<Record<'en' | 'de', string>>>> = {
  'court order': { en: 'an order of a court', de: 'eine gerichtliche Anordnung' },
  law: { en: 'a duty by law', de: 'eine gesetzliche Pflicht' },
  investigation: { en: 'an investigation by an authority', de: 'die Ermittlung einer Behörde' },
  'protect rights': { en: 'the protection of rights', de: 'den Schutz von Rechten' },
  'protect property': { en: 'the protection of property', de: 'den Schutz von Eigentum' },
  'protect safety': { en: 'the safety of people', de: 'die Sicherheit von Menschen' },
};

/**
 * Tells people that data about them was disclosed by law, as soon as that is allowed; a timed job.
 *
 * Source: clauses OK-12, OK-13; GDPR art. 14, 15(1)(c).
 */
export async function informDisclosed(ctx: Context): Promise<void> {
  const waiting = await selectToInform(ctx);
  const contacts = await contactsOf(
    ctx,
    waiting.map(({ subjectId }) => subjectId),
  );
  for (const { requestId, subjectId } of waiting) {
    const row = await findLegalRequest(ctx, requestId);
    if (!row) continue;
    const contact = contacts.get(subjectId);
    const how = contact?.email
      ? await inform(ctx, row, subjectId, { ...contact, email: contact.email })
      : contact
        ? 'no address'
        : 'gone';
    await markInformed(ctx, requestId, subjectId, how);
    await insertLegalEvent(ctx, {
      requestId,
      kind: 'informed',
      bySubjectId: null,
      details: { outcome: how },
      note: null,
    });
  }
}

async function inform(
  ctx: Context,
  row: LegalRow,
  subject: SubjectId,
  contact: {
    readonly email: string;
    readonly name: string | undefined;
    readonly locale: 'en' | 'de' | undefined;
  },
): Promise<'mailed' | 'gone'> {
  const locale = contact.locale ?? ctx.tenant.locale;
  const shop = await getShop(ctx);
  const on = row.disclosedAt?.toISOString().slice(0, 10) ?? '';
  const kinds = row.categories.map((category) => categoryWords[category][locale]).join(', ');
  const ground = groundWords[row.ground][locale];
  const title =
    locale === 'de' ? 'Wir haben Daten über Sie weitergegeben' : 'We have disclosed data about you';
  const content = letter({
    shopName: shop.name,
    title,
    intro:
      locale === 'de'
        ? `Am ${on} haben wir Daten über Sie weitergegeben. Der Grund war ${ground}. Es ging um: ${kinds}. Nichts anderes wurde weitergegeben.`
        : `On ${on} we disclosed data about you. The reason was ${ground}. It was about: ${kinds}. Nothing else was disclosed.`,
    footer: [shop.legalName || shop.name, shop.legalAddress, shop.contactEmail],
    locale,
    hue: shop.accentHue,
  });
  try {
    await queueMail(ctx, {
      subject,
      to: { email: contact.email, ...(contact.name && { name: contact.name }) },
      kind: 'incidents.disclosed',
      locale,
      content: { subject: title, ...content },
      about: { table: 'incidents.legal_request', id: row.id },
      dedupe: `incidents.disclosed:${row.id}:${subject}`,
    });
    return 'mailed';
  } catch (error) {
    if (error instanceof Refusal && error.code === 'privacy.subjectGone') return 'gone';
    throw error;
  }
}

/** A disclosure by law, for the person it was about. */
export interface DisclosedByLaw {
  readonly id: LegalRequestId;
  readonly at: Date;
  readonly ground: Ground;
  readonly categories: readonly Category[];
}

/** Disclosures by law about some persons of which they may know now, the newest first. Source: GDPR art. 15(1)(c). */
export async function disclosedByLaw(
  ctx: Context,
  subjects: readonly SubjectId[],
): Promise<DisclosedByLaw[]> {
  const rows = await selectTold(ctx, subjects);
  return rows.flatMap(({ id, ground, categories, disclosedAt: at }) =>
    at ? [{ id, at, ground, categories }] : [],
  );
}
