import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { profileOf } from '#profiles/profiles.ts';
import { categoriesOf, itemsInUse, settleWishes } from './browser.ts';
import { readChoices, writeChoices } from './cookie.ts';
import { grantConsent } from './grant.ts';
import { hasObjected } from './read.ts';
import { choicesText } from './words.ts';
import { refuseConsent } from './withdraw.ts';
import { purposeOfCategory } from './consent.ts';
import type { AskedCategory, Settled, CookieWish } from './consent.ts';
import { hashOfNotice, keepNotice } from './notice.ts';
import { countGuestAnswer, selectFeaturesInUse } from './queries.ts';

export interface Choosing {
  /** Who answers, when we know; their answers go into the ledger as well. */
  readonly subject?: SubjectId | undefined;
  readonly wishes: ReadonlyMap<AskedCategory, CookieWish>;
  /** The browser asks not to sell or share. */
  readonly gpc: boolean;
  readonly ui: 'bar' | 'choices' | 'api';
  /** What the browser kept so far; what is not answered now stays as it was. */
  readonly before?: string | undefined;
}

export interface Chosen {
  readonly settled: ReadonlyMap<AskedCategory, Settled>;
  /** What the browser keeps. */
  readonly cookie: string;
}

/**
 * Takes a reader's choices about what their browser may keep and load.
 *
 * A guest leaves no row of their own: the answer lives in a signed cookie, with the hash of the words that were shown,
 * and is one more in a tally. "Yes to all"
 * under Global Privacy Control, or by somebody who objected before, leaves targeting shut unless it is confirmed.
 * Announces: privacy.consentGiven, privacy.consentWithdrawn for people we know.
 * Source: clauses OK-3, K7-37, K7-41; GDPR art. 7(1), 7(3).
 */
export async function chooseForBrowser(
  ctx: Context,
  { subject, wishes, gpc, ui, before }: Choosing,
): Promise<Chosen> {
  const profile = profileOf(ctx.tenant);
  const known = categoriesOf(profile);
  const asked = new Map([...wishes].filter(([category]) => known.includes(category)));
  const isOptedOut = gpc || (subject !== undefined && (await hasObjected(ctx, subject, 'advertise')));
  const settled = settleWishes(asked, isOptedOut);
  const items = itemsInUse(profile, await selectFeaturesInUse(ctx));
  const text = choicesText(known, items, ctx.locale);
  const notice = { code: 'choices', locale: ctx.locale, text };
  await keepNotice(ctx, notice);

  for (const [category, answer] of settled) {
    const purpose = purposeOfCategory[category];
    const shown = { ...notice, ui };
    if (subject === undefined)
      await countGuestAnswer(ctx, {
        topic: purpose,
        state: answer === 'refused' ? 'refused' : 'granted',
        noticeHash: hashOfNotice(notice),
      });
    else if (answer === 'refused') await refuseConsent(ctx, { subject, purpose, notice: shown });
    else
      await grantConsent(ctx, {
        subject,
        purpose,
        notice: shown,
        ...(answer === 'confirmed' && { evidence: { gpc: 'confirmed' } }),
      });
  }
  const kept = await readChoices(ctx, before);
  const answers = new Map([...(kept?.answers ?? []), ...settled]);
  return { settled, cookie: await writeChoices(ctx, { answers, at: ctx.now, notice: hashOfNotice(notice) }) };
}
