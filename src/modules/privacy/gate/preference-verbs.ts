import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { profileOf } from '#profiles/profiles.ts';
import type { Asked } from '../consent/answer.ts';
import { grantConsent } from '../consent/grant.ts';
import { consentsOf } from '../consent/read.ts';
import { withdrawConsent } from '../consent/withdraw.ts';
import { egressFacts } from './facts.ts';
import { wishFor } from './preference.ts';
import type {
  Cell,
  Door,
  Preference,
  PreferenceChannel,
  PreferenceSender,
  PreferenceTopic,
  Wish,
} from './preference.ts';
import { deletePreferencesUnder, lockWishes, selectPreferences, upsertPreference } from './queries-wishes.ts';
import { isSuppressed } from './suppression.ts';

/** One way of writing to somebody about something, and the address if it is known. */
export interface ReachCell {
  readonly topic: PreferenceTopic;
  readonly channel: PreferenceChannel;
  readonly sender: PreferenceSender;
  readonly address?: string;
}

export type ReachAnswer =
  | { readonly kind: 'yes'; readonly basis: 'consent' | 'soft opt-in' }
  | {
      readonly kind: 'no';
      readonly because: 'profile' | 'suppressed' | 'said-no' | 'withdrawn' | 'never-asked';
    };

/** Everything that somebody said they do or do not want to hear. Shape: in the order in which it was said. */
export const preferencesOf = (ctx: Context, subject: SubjectId): Promise<readonly Preference[]> =>
  selectPreferences(ctx, subject);

/**
 * Notes what somebody wants to hear, by which way, from whom. A no counts from the moment this commits, for what is
 * queued already too; a yes opens the purpose in the consent ledger, with the words that were shown.
 *
 * Announces: privacy.preferenceSet. Source: clauses OK-9, K7-20, K7-35, OC-5, OC-48; GDPR art. 21(2).
 */
export async function setPreference(
  ctx: Context,
  subject: SubjectId,
  said: Cell & { readonly wish: Wish; readonly door: Door; readonly notice?: Asked },
): Promise<void> {
  const { topic, channel, sender, wish, door, notice } = said;
  await lockWishes(ctx, subject);
  if (wish === 'yes' && notice) await grantConsent(ctx, { subject, purpose: 'marketing', notice });
  const before = await selectPreferences(ctx, subject);
  await deletePreferencesUnder(ctx, subject, { topic, channel, sender });
  await upsertPreference(ctx, subject, { topic, channel, sender }, wish, door);
  const after = await selectPreferences(ctx, subject);
  // Who ends the last thing they chose has ended all of it: their consent must not fall back to everything else.
  if (before.some(isYes) && !after.some(isYes))
    await withdrawConsent(ctx, { subject, purpose: 'marketing', ui: door });
  ctx.audit({
    action: 'privacy.preferenceSet',
    on: { table: 'privacy.preference', id: subject },
    details: { topic, channel, sender, wish, door },
  });
  ctx.emit(egressFacts.preferenceSet({ subjectId: subject, wish }));
}

/**
 * Ends all news and offers to somebody, from us and from partners, by every way, at once.
 *
 * Announces: privacy.preferenceSet, privacy.consentWithdrawn. Source: clauses OK-9, OC-50; GDPR art. 7(3), 21(3).
 */
export async function stopAll(ctx: Context, subject: SubjectId, door: Door = 'staff'): Promise<void> {
  await setPreference(ctx, subject, { topic: '*', channel: '*', sender: '*', wish: 'no', door });
  await withdrawConsent(ctx, { subject, purpose: 'marketing', ui: door });
}

/**
 * Whether news or offers may reach somebody, and on which basis.
 *
 * A yes to the cell itself carries it together with consent; consent alone, without any topic chosen, carries our own mails. Without consent, only
 * our own similar products by mail to somebody who bought, could say no then, and never did, where the profile has it.
 * Source: directive 2002/58/EC art. 13(1), (2); GDPR art. 6(1)(a), 21(3); clause OK-8.
 */
export async function mayReach(ctx: Context, subject: SubjectId, cell: ReachCell): Promise<ReachAnswer> {
  const { marketing, purposes } = profileOf(ctx.tenant);
  if (marketing.own === 'off' || !purposes.includes('marketing')) return { kind: 'no', because: 'profile' };
  const { channel, address } = cell;
  if (address !== undefined && (await isSuppressed(ctx, { channel, address })))
    return { kind: 'no', because: 'suppressed' };
  const said = await selectPreferences(ctx, subject);
  const wish = wishFor(said, cell);
  if (wish === 'no') return { kind: 'no', because: 'said-no' };
  const consent = (await consentsOf(ctx, subject)).find(({ purpose }) => purpose === 'marketing');
  if (consent && consent.state !== 'granted') return { kind: 'no', because: 'withdrawn' };
  // Who chose topics gets those; who said yes in general gets what the shop itself mails.
  const hasChosen = said.some(isYes);
  if (consent && (wish === 'yes' || (!hasChosen && isOurOwnMail(cell))))
    return { kind: 'yes', basis: 'consent' };
  const isSoft = wish === 'sale' && cell.topic === 'similar' && isOurOwnMail(cell);
  if (isSoft && marketing.own === 'soft opt-in') return { kind: 'yes', basis: 'soft opt-in' };
  return { kind: 'no', because: 'never-asked' };
}

const isYes = ({ wish }: Preference): boolean => wish === 'yes';

const isOurOwnMail = ({ channel, sender }: ReachCell): boolean =>
  sender === 'us' && (channel === 'email' || channel === 'in-app');
