import type { Context } from '#kernel/context.ts';
import type { ConsentEventId, ConsentState } from './consent.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { Purpose } from '#kernel/registry.ts';
import { profileOf } from '#profiles/profiles.ts';
import { consentsOf } from './read.ts';
import { askFor } from './words.ts';
import { needsConsent } from './consent.ts';

interface ConsentLine {
  readonly purpose: Purpose;
  /** The sentence to which they say yes or no, in their language. */
  readonly asks: string;
  readonly state: ConsentState | 'unanswered';
  readonly at: Date | null;
  readonly eventId: ConsentEventId | null;
}

/** Every purpose of this shop that rests on consent, with what somebody answered; a general objection is always listed. */
export async function listConsents(ctx: Context, subject: SubjectId): Promise<readonly ConsentLine[]> {
  const answers = new Map((await consentsOf(ctx, subject)).map((now) => [now.purpose, now]));
  const used = profileOf(ctx.tenant).purposes.filter(needsConsent);
  const told = [...answers.keys()].filter((purpose) => !used.includes(purpose));
  return [...used, ...told].map((purpose) => {
    const now = answers.get(purpose);
    return {
      purpose,
      asks: askFor(purpose, ctx.locale),
      state: now?.state ?? 'unanswered',
      at: now?.at ?? null,
      eventId: now?.eventId ?? null,
    };
  });
}
