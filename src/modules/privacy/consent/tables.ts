import type { TenantId } from '#kernel/ids.ts';
import { actor, plain, subject, table } from '#kernel/registry.ts';
import type { ConsentEventId, EventKind, EventState, Evidence } from './consent.ts';

const notice = table('privacy.notice', {
  tenantId: plain<TenantId>('tenant key'),
  hash: plain<string>('hash of the words that were shown'),
  code: plain<string>('where it was shown: the name of a collection point'),
  locale: plain<string>('language'),
  text: plain<string>('our own words, the same for everybody who was shown them'),
  firstShownAt: plain<Date>('when these words were first shown to anybody'),
});

const consentEvent = table(
  'privacy.consent_event',
  {
    tenantId: plain<TenantId>('tenant key'),
    id: plain<ConsentEventId>('random key'),
    subjectId: subject('who answered'),
    kind: plain<EventKind>('consent, acknowledgement or contract: never mixed'),
    topic: plain<string>('the purpose, or the document'),
    number: plain<number>('place among the answers of this person to this topic'),
    state: plain<EventState>('what was answered'),
    version: plain<string | null>('version of the document'),
    noticeHash: plain<string | null>('hash of the words that were shown'),
    locale: plain<string>('language in which it was shown'),
    ui: plain<string>('where it was answered: code of a page, a form or a signal'),
    jurisdiction: plain<string>('country whose rule was applied, and the rule'),
    actorKind: plain<string>('who entered it: the person, staff or a job'),
    actorId: actor('who entered it'),
    evidence: plain<Evidence, string>('codes and flags that prove it; never text from a person'),
    parentId: plain<ConsentEventId | null>('the answer that this one replaces'),
    happenedAt: plain<Date>('when'),
  },
  {
    retention: 'consent-proof',
    agesFrom: 'happenedAt',
    holdsUntilNext: { about: ['subjectId', 'kind', 'topic'], number: 'number' },
  },
);

const browserFeature = table('privacy.browser_feature', {
  tenantId: plain<TenantId>('tenant key'),
  feature: plain<string>('name of a part of the shop'),
  inUse: plain<boolean>('whether this shop uses it'),
  changedAt: plain<Date>('when it was turned on or off'),
  changedBy: plain<string>('random subject id of who turned it, or the name of a job'),
});

const guestAnswer = table('privacy.guest_answer', {
  tenantId: plain<TenantId>('tenant key'),
  topic: plain<string>('the purpose'),
  state: plain<'granted' | 'refused'>('what was answered'),
  noticeHash: plain<string>('hash of the words that were shown'),
  answers: plain<number>('a tally of answers by visitors whom we do not know; leads back to nobody'),
});

export const consentTables = { notice, consentEvent, browserFeature, guestAnswer };
