import type { Id, SubjectId } from '#kernel/ids.ts';
import type { Category } from '#kernel/registry.ts';

export type IncidentId = Id<'incident'>;
export type EventId = Id<'incidentEvent'>;

/** A breach of personal data, or a vulnerability in software that we make or run. */
export const tracks = ['breach', 'vulnerability'] as const;
export type Track = (typeof tracks)[number];
export const harms = ['confidentiality', 'integrity', 'availability'] as const;
export type Harm = (typeof harms)[number];
export const incidentRoles = ['controller', 'processor'] as const;
export type IncidentRole = (typeof incidentRoles)[number];
export const phases = ['open', 'contained', 'assessed', 'closed'] as const;
export type Phase = (typeof phases)[number];
/** Source: GDPR art. 33(1) ("unlikely"), 34(1) ("high"). */
export const risks = ['unlikely', 'risk', 'high'] as const;
export type Risk = (typeof risks)[number];
export const decisions = ['undecided', 'notify', 'not needed'] as const;
export type Decision = (typeof decisions)[number];
const noticeOutcomes = ['mailed', 'drill', 'no address', 'gone'] as const;
export type NoticeOutcome = (typeof noticeOutcomes)[number];

/** What staff write about an incident, phase by phase; what is missing is still unknown. */
export interface Story {
  readonly title: string;
  readonly happened: string;
  readonly consequences: string;
  readonly measures: string;
  /** What people can do to protect themselves, beside what the kind of data suggests. */
  readonly advice: string;
  readonly authorityReason: string;
  readonly peopleReason: string;
}

/** Where to look for the affected. All conditions hold at once; without any of the first four it finds nobody. */
export interface ScopeQuery {
  /** Whose account or which job did the reading. */
  readonly actor?: string;
  /** In which session. */
  readonly session?: string;
  /** Which company received the data. */
  readonly processor?: string;
  /** Which tables lay open, whoever read them. */
  readonly table?: string;
  /** Persons known to be affected, beside what the ledgers say. */
  readonly subjects?: readonly SubjectId[];
  /** Whether somebody else was in the account of the actor: then what the actor could see of themselves counts too. */
  readonly isTakenOver?: boolean;
  /** Units: instants as ISO text; both included. */
  readonly from: string;
  readonly to: string;
}

export interface AffectedPerson {
  readonly subject: SubjectId;
  readonly categories: readonly Category[];
  readonly countries: readonly string[];
}

/** Which step of an incident a clock or an event stands for. */
export const steps = [
  'authority' /* GDPR art. 33(1) */,
  'people' /* GDPR art. 34(1) */,
  'controller' /* GDPR art. 33(2) */,
  'early warning' /* CRA art. 14(2)(a) */,
  'vulnerability notification' /* CRA art. 14(2)(b) */,
  'final report' /* CRA art. 14(2)(c) */,
] as const;
export type Step = (typeof steps)[number];

export interface Clock {
  readonly step: Step;
  /** Units: null when the law says "without undue delay" and nothing has started a count. */
  readonly dueAt: Date | null;
  readonly cites: string;
  readonly state: 'waiting' | 'done' | 'not needed';
}

const hourMs = 3_600_000;
const after = (from: Date, hours: number): Date => new Date(from.getTime() + hours * hourMs);

interface Timed {
  readonly track: Track;
  readonly role: IncidentRole;
  readonly authority: Decision;
  readonly people: Decision;
  readonly risk: Risk | null;
  readonly awareAt: Date;
  readonly authorityHours: number | null;
  readonly correctedAt: Date | null;
}

/**
 * The clocks of an incident, from what is known of it and which steps are done.
 *
 * Shape: in the order in which they run out. Hours of the law are hours of the clock: nights and holidays count.
 * Source: GDPR art. 33(1), 33(2), 34(1); Reg. 1182/71 art. 3; Reg. (EU) 2024/2847 art. 14(2).
 */
export function clocksOf(incident: Timed, done: ReadonlySet<string>, cites: string): Clock[] {
  const clock = (step: Step, dueAt: Date | null, law: string, isNeeded = true): Clock => ({
    step,
    dueAt,
    cites: law,
    state: done.has(step) ? 'done' : isNeeded ? 'waiting' : 'not needed',
  });
  const { awareAt, authorityHours: hours, correctedAt } = incident;
  if (incident.track === 'vulnerability')
    return [
      clock('early warning', after(awareAt, 24), 'Reg. (EU) 2024/2847 art. 14(2)(a)'),
      clock('vulnerability notification', after(awareAt, 72), 'Reg. (EU) 2024/2847 art. 14(2)(b)'),
      clock('final report', correctedAt && after(correctedAt, 14 * 24), 'Reg. (EU) 2024/2847 art. 14(2)(c)'),
    ];
  if (incident.role === 'processor') return [clock('controller', null, 'GDPR art. 33(2)')];
  return [
    clock(
      'authority',
      hours === null ? null : after(awareAt, hours),
      cites,
      incident.authority !== 'not needed',
    ),
    clock('people', null, 'GDPR art. 34(1)', incident.people === 'notify' || incident.risk === 'high'),
  ];
}

/** Reminders before a clock runs out, and at its end. Units: hours before. */
const remindHoursBefore = [48, 24, 6, 1, 0] as const;

/** The reminder that is due for a clock now. Shape: undefined while none is, and for clocks without an end. */
export function reminderDue(clock: Clock, now: Date): number | undefined {
  if (clock.state !== 'waiting' || clock.dueAt === null) return undefined;
  const leftHours = (clock.dueAt.getTime() - now.getTime()) / hourMs;
  return remindHoursBefore.findLast((hours) => leftHours <= hours);
}
