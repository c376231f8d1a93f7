import { isId, newId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { Context } from '#kernel/context.ts';
import type { ConsentEvent, ConsentEventId, EventKind, EventState, Evidence } from './consent.ts';
import { keepNotice } from './notice.ts';
import { shareSubject } from '../queries.ts';
import { insertAnswer, lockAnswersOf, selectLastAnswer } from './queries.ts';
import { refuse } from '../refuse.ts';

/** What was shown, and how the answer came in. */
export interface Asked {
  /** The very words. `code` names the collection point; the surface itself unless told. */
  readonly text: string;
  readonly code?: string;
  readonly locale: string;
  /** Where it was answered: `choices`, `bar`, `sign-up`, `checkout`, `account`, `gpc`, `staff`. */
  readonly ui: string;
  /** Whose rule was applied: `DE`, `ZA`. The shop's country unless told. */
  readonly jurisdiction?: string;
}

interface Answer {
  readonly subject: SubjectId;
  readonly kind: EventKind;
  readonly topic: string;
  readonly state: EventState;
  readonly version?: string | undefined;
  readonly notice?: Asked | undefined;
  readonly ui: string;
  readonly evidence?: Evidence | undefined;
  /** When it was given, if it is written down later. */
  readonly at?: Date | undefined;
}

/**
 * Writes one answer into the ledger. The same answer to the same words again is the one that is there already.
 * Refuses: privacy.subjectGone.
 */
export async function writeAnswer(
  ctx: Context,
  answer: Answer,
): Promise<{ event: ConsentEvent; isNew: boolean }> {
  const { subject, kind, topic, state, version = null, notice, ui, evidence = {} } = answer;
  // Nothing more is written about somebody who is being erased, not even what they answered.
  const standing = await shareSubject(ctx, subject);
  if (standing !== 'active' && standing !== 'restricted') throw refuse.subjectGone();
  await lockAnswersOf(ctx, subject);
  const last = await selectLastAnswer(ctx, subject, kind, topic);
  const noticeHash = notice
    ? await keepNotice(ctx, { code: notice.code ?? notice.ui, locale: notice.locale, text: notice.text })
    : null;
  if (last && last.state === state && last.version === version && isSame(last, noticeHash, evidence))
    return { event: last, isNew: false };

  const event: ConsentEvent = {
    id: newId<ConsentEventId>(),
    subjectId: subject,
    kind,
    topic,
    number: (last?.number ?? 0) + 1,
    state,
    version,
    noticeHash,
    locale: notice?.locale ?? ctx.locale,
    ui,
    jurisdiction: notice?.jurisdiction ?? ctx.tenant.country,
    actorKind: ctx.actor.kind,
    actorId: isId(ctx.actor.id) ? (ctx.actor.id as SubjectId) : null,
    evidence,
    parentId: last?.id ?? null,
    happenedAt: answer.at ?? ctx.now,
  };
  await insertAnswer(ctx, event);
  return { event, isNew: true };
}

const isSame = (last: ConsentEvent, noticeHash: string | null, evidence: Evidence): boolean =>
  (noticeHash === null || last.noticeHash === noticeHash) &&
  JSON.stringify(last.evidence) === JSON.stringify(evidence);
