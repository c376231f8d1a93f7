import assert from 'node:assert/strict';
import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { ProcessorSpec } from '#kernel/processor.ts';
import { purposes } from '#kernel/registry.ts';
import type { Purpose, Source, Table } from '#kernel/registry.ts';
import { profileOf } from '#profiles/profiles.ts';
import { agreementFault } from './agreement-fault.ts';
import type { Agreement, AgreementFault } from './agreement.ts';
import { hasConsent, hasObjected } from '../consent/read.ts';
import { mayReach } from './preference-verbs.ts';
import type { ReachCell } from './preference-verbs.ts';
import { knownProcessors } from './processor.ts';
import { selectBroughtBy, shareSubjects } from './queries.ts';
import { findAgreementWith } from './queries-agreements.ts';
import { mayGive } from './third-parties.ts';

/** A sealed column that something in the parcel was taken from: it says what the data may be used for, and its source. */
export interface TakenFrom {
  readonly table: Table;
  readonly column: string;
}

/** What is to be told to a company, before it is written as a request or a mail. */
export interface Parcel {
  readonly processor: string;
  /** Which of the company's hosts, where the register knows several. */
  readonly host?: string;
  readonly purpose: Purpose;
  /** Everybody whose data is in it; empty when it is about nobody. */
  readonly about: readonly SubjectId[];
  /** Where it was taken from; every parcel about somebody says so. */
  readonly from: readonly TakenFrom[];
  /** Exactly what leaves, by the names of the company's allow-list. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** The row it is sent because of. */
  readonly on: { readonly table: string; readonly id: string };
  /** For news and offers: which wish of the reader carries it. */
  readonly reach?: ReachCell;
}

type PersonFault =
  | 'field'
  | 'source'
  | 'column-purpose'
  | 'person-unknown'
  | 'erasing'
  | 'restricted'
  | 'no-consent'
  | 'objected'
  | 'unwanted';

export type GateFault = AgreementFault | PersonFault | 'processor-unknown' | 'no-agreement' | 'purpose';

export type Verdict =
  | { readonly kind: 'open'; readonly agreement: Agreement; readonly basis: string }
  | {
      readonly kind: 'closed';
      readonly because: GateFault;
      /** `for now`: somebody may open the gate again, so it is worth waiting. */
      readonly lasts: 'for now' | 'for good';
    };

type Closed = Extract<Verdict, { kind: 'closed' }>;
const closed = (because: GateFault, lasts: Closed['lasts']): Closed => ({ kind: 'closed', because, lasts });

/**
 * Judges whether a parcel may leave: agreement, purpose, region and paper, fields, source, and everybody in it.
 *
 * Asked when something is queued and again when it is sent; only the second answer opens anything. Sends nothing.
 * Source: privacy.md C7; clauses OK-10, OK-11, K7-24, K7-42, K7-43, KC-14, KC-17, KC-42, OC-44; GDPR art. 5, 6, 18, 21, 28, 44.
 */
export async function check(ctx: Context, parcel: Parcel): Promise<Verdict> {
  const spec = knownProcessors().get(parcel.processor);
  if (!spec) return closed('processor-unknown', 'for good');
  const agreement = await findAgreementWith(ctx, parcel.processor, parcel.host);
  if (!agreement) return closed('no-agreement', 'for now');
  const situation = { profile: profileOf(ctx.tenant), home: ctx.tenant.country, now: ctx.now };
  const fault = agreementFault(spec, agreement, situation);
  if (fault) return closed(fault, 'for now');
  if (!spec.purposes.includes(parcel.purpose) || !agreement.purposes.includes(parcel.purpose))
    return closed('purpose', 'for now');
  if (!situation.profile.purposes.includes(parcel.purpose)) return closed('profile-purpose', 'for now');
  if (!mayGive(situation.profile, spec.role, parcel.purpose)) return closed('profile-purpose', 'for now');
  if (fieldsBeyond(spec, parcel).length > 0) return closed('field', 'for good');
  const people = await checkPeople(ctx, parcel, spec.role);
  return people.kind === 'open' ? { kind: 'open', agreement, basis: people.basis } : people;
}

/** Names of fields that the company's allow-list does not have. */
const fieldsBeyond = (spec: ProcessorSpec, parcel: Pick<Parcel, 'fields'>): string[] =>
  Object.keys(parcel.fields).filter((field) => !Object.hasOwn(spec.fields, field));

/**
 * The part of the check that is about people, for what never leaves the house too: a mail in a folder must not be
 * written against somebody's wish either.
 */
export async function checkPeople(
  ctx: Context,
  parcel: Pick<Parcel, 'purpose' | 'about' | 'from' | 'reach'>,
  role?: ProcessorSpec['role'],
): Promise<Closed | { readonly kind: 'open'; readonly basis: string }> {
  assert(
    parcel.about.length === 0 || parcel.from.length > 0,
    'a parcel about somebody says where it is from',
  );
  const { purpose } = parcel;
  for (const { table, column } of parcel.from) {
    const spec = table.columns[column]?.spec;
    assert(spec?.kind === 'sealed', `${table.name}.${column} is not a sealed column`);
    if (!allowedFrom(spec.source, purpose)) return closed('source', 'for good');
    if (!spec.purposes.includes(purpose)) return closed('column-purpose', 'for good');
  }
  const state = await stateFault(ctx, parcel);
  if (state) return state;
  if (
    isForSelling(purpose) &&
    (await selectBroughtBy(ctx, parcel.about, ['channel', 'accounting'])).length > 0
  )
    return closed('source', 'for good');
  return wishFault(ctx, parcel, role);
}

/** What a channel or an accounting system sent never reaches marketing, whatever anybody consented to. Source: clause KC-14. */
const allowedFrom = (source: Source, purpose: Purpose): boolean =>
  !(isForSelling(purpose) && (source === 'channel' || source === 'accounting'));

const isForSelling = (purpose: Purpose): boolean => purposes[purpose].basis === 'consent';

/** What may still be done for somebody who asked that their data only be kept. Source: GDPR art. 18(2). */
const usesOfRestricted: readonly Purpose[] = ['rights', 'bookkeeping', 'security', 'disclose', 'suppress'];

/** Companies are told of an erasure while and after it runs; nothing else leaves about somebody who is going. */
async function stateFault(
  ctx: Context,
  { about, purpose }: Pick<Parcel, 'about' | 'purpose'>,
): Promise<Closed | undefined> {
  if (about.length === 0) return undefined;
  const people = await shareSubjects(ctx, about);
  if (people.length < new Set(about).size) return closed('person-unknown', 'for good');
  for (const { state } of people) {
    if ((state === 'erasing' || state === 'erased') && purpose !== 'rights')
      return closed('erasing', 'for good');
    if (state === 'restricted' && !usesOfRestricted.includes(purpose)) return closed('restricted', 'for now');
  }
  return undefined;
}

/** Roles that use data for ends of their own, which an objection in general (a browser's signal too) closes at once. */
const forOwnEnds: readonly (ProcessorSpec['role'] | undefined)[] = [
  'advertising',
  'sale',
  'partner',
  'analytics',
];

async function wishFault(
  ctx: Context,
  { purpose, about, reach }: Pick<Parcel, 'purpose' | 'about' | 'reach'>,
  role: ProcessorSpec['role'] | undefined,
): Promise<Closed | { readonly kind: 'open'; readonly basis: string }> {
  let basis: string = purposes[purpose].basis;
  if (isForSelling(purpose) && about.length === 0) return closed('no-consent', 'for good');
  for (const subject of about) {
    if (forOwnEnds.includes(role) && (await hasObjected(ctx, subject, 'advertise')))
      return closed('objected', 'for good');
    if (!isForSelling(purpose)) continue;
    if (await hasObjected(ctx, subject, purpose)) return closed('objected', 'for good');
    if (reach) {
      const answer = await mayReach(ctx, subject, reach);
      if (answer.kind === 'no') return closed('unwanted', 'for good');
      basis = answer.basis;
    } else if (!(await hasConsent(ctx, subject, purpose))) return closed('no-consent', 'for good');
  }
  return { kind: 'open', basis };
}
