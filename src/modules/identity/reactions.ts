import type { Context } from '#kernel/context.ts';
import { on } from '#kernel/facts.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { keepReader } from '#modules/notifications/index.ts';
import { consentFacts, egressFacts } from '#modules/privacy/index.ts';
import { facts } from './facts.ts';
import { accountOf } from './find-account.ts';
import { localeOf } from './letters.ts';
import { findBuyerBySubject } from './queries-accounts.ts';

/** Who wants news gets them at the address of their account, once it is proved; a changed address counts when it is proved anew. */
async function keepAsReader(ctx: Context, subject: SubjectId): Promise<void> {
  const row = await findBuyerBySubject(ctx, subject);
  if (!row?.emailVerified || row.state !== 'active') return;
  const { email, name, locale } = await accountOf(ctx, row);
  await keepReader(ctx, subject, { email, name }, localeOf(locale, ctx.tenant.locale));
}

export const reactions = [
  on(
    'identity',
    'keep-reader-of-wish',
    egressFacts.preferenceSet,
    (ctx, { subjectId }) => keepAsReader(ctx, subjectId as SubjectId),
    'account',
  ),
  on(
    'identity',
    'keep-reader-of-consent',
    consentFacts.consentGiven,
    (ctx, { subjectId }) => keepAsReader(ctx, subjectId as SubjectId),
    'account',
  ),
  on(
    'identity',
    'keep-reader-of-address',
    facts.emailVerified,
    (ctx, { subjectId }) => keepAsReader(ctx, subjectId as SubjectId),
    'account',
  ),
];
