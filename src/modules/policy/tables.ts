import type { Id, TenantId } from '#kernel/ids.ts';
import type { DocumentRole, NoticeChannel } from '#kernel/profile.ts';
import { actor, plain, subject, table } from '#kernel/registry.ts';
import type { Rows } from '#kernel/registry.ts';
import type { Change } from './change.ts';
import type { PolicyDocument } from './document.ts';
import type { DataMap } from './map.ts';
import type { PolicyLanguage } from './words.ts';

export type NoticeId = Id<'policy notice'>;
export type VersionState = 'proposed' | 'published' | 'withdrawn';
export type Telling = 'nobody' | 'waiting' | 'told';
export type NoticeState = 'shown' | 'waiting' | 'mailed' | 'seen';

const tenantId = plain<TenantId>('tenant key');
const printed = 'what is published for everybody to read; it names nobody but who runs the shop';

export const version = table('policy.version', {
  tenantId,
  number: plain<number>('number of the version'),
  state: plain<VersionState>('proposed, published or withdrawn'),
  map: plain<DataMap, string>(printed),
  mapHash: plain<string>('hash of the map'),
  changes: plain<readonly Change[], string>(printed),
  isMaterial: plain<boolean>('whether the readers have to be told'),
  origin: plain<string>('where the shop answered when it was published, for links in mails'),
  proposedBy: actor('member of staff who proposed the policy'),
  approvedBy: actor('member of staff who approved the policy'),
  proposedAt: plain<Date>('when it was proposed'),
  publishedAt: plain<Date | null>('the date on top of the policy'),
  telling: plain<Telling>('whether readers are still being told'),
  toldUpTo: plain<string | null>('random key of the account up to which readers were told'),
});

export const document = table('policy.document', {
  tenantId,
  version: plain<number>('number of the version'),
  role: plain<DocumentRole>('for whom'),
  language: plain<PolicyLanguage>('in which language'),
  body: plain<PolicyDocument, string>(printed),
});

export const notice = table(
  'policy.notice',
  {
    tenantId,
    id: plain<NoticeId>('random key'),
    version: plain<number>('of which version somebody was told'),
    subjectId: subject('account holder'),
    channel: plain<NoticeChannel>('on which way'),
    state: plain<NoticeState>('how far it got'),
    plannedAt: plain<Date>('when it was planned'),
    doneAt: plain<Date | null>('when it was mailed, shown or seen'),
  },
  { onErase: 'delete-row', retention: 'consent-proof', agesFrom: 'plannedAt' },
);

export const evidence = table('policy.evidence', {
  tenantId,
  checkName: plain<string>('name of a check in our code'),
  ranAt: plain<Date>('when it last ran'),
  passedAt: plain<Date | null>('when it last passed'),
  findings: plain<number>('how many things did not add up'),
});

export const setting = table('policy.setting', {
  tenantId,
  secondApprover: plain<boolean>('whether a policy needs a second yes'),
  updatedAt: plain<Date>('when it was changed'),
  offAskedBy: actor('member of staff who asked to do without the second yes'),
});

export const tables = { version, document, notice, evidence, setting };
export type PolicyRows = Rows<typeof tables>;
