import type { SubjectId } from '#kernel/ids.ts';
import type { LegalExport } from './disclose-by-law.ts';
import type { Incident, WholeIncident } from './list-incidents.ts';
import type { LegalRequest, WholeLegalRequest } from './list-legal.ts';
import type { AffectedPerson } from './incident.ts';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export const presentIncident = (incident: Incident) => ({
  id: incident.id,
  number: String(incident.number),
  track: incident.track,
  harms: incident.harms,
  role: incident.role,
  isDrill: incident.isDrill,
  phase: incident.phase,
  risk: incident.risk,
  authority: incident.authority,
  people: incident.people,
  awareAt: incident.awareAt.toISOString(),
  correctedAt: iso(incident.correctedAt),
  story: incident.story,
  scopeTakenAt: iso(incident.scopeTakenAt),
  affectedCount: incident.affectedCount,
  categories: incident.categories,
  countries: incident.countries,
  approvedAt: iso(incident.approvedAt),
  noticesDoneAt: iso(incident.noticesDoneAt),
  closedAt: iso(incident.closedAt),
  version: incident.version,
  createdAt: incident.createdAt.toISOString(),
  clocks: incident.clocks.map((clock) => ({ ...clock, dueAt: iso(clock.dueAt) })),
});

export const presentWholeIncident = (incident: WholeIncident) => ({
  ...presentIncident(incident),
  scope: incident.scope && { ...incident.scope },
  notices: [...incident.notices],
  events: incident.events.map(presentEvent),
});

interface Happened<Note> {
  readonly id: string;
  readonly kind: string;
  readonly happenedAt: Date;
  readonly bySubjectId: SubjectId | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly note: Note;
}

const presentEvent = <Note>({ id, kind, happenedAt, bySubjectId, details, note }: Happened<Note>) => ({
  id,
  kind,
  at: happenedAt.toISOString(),
  by: bySubjectId,
  details,
  note,
});

export const presentAffected = ({
  at,
  categories,
  countries,
  ...person
}: AffectedPerson & { readonly outcome: string | null; readonly at: Date | null }) => ({
  ...person,
  categories: [...categories],
  countries: [...countries],
  at: iso(at),
});

export const presentLegal = (request: LegalRequest) => ({
  id: request.id,
  number: String(request.number),
  ground: request.ground,
  state: request.state,
  authority: request.authority,
  reference: request.reference,
  reason: request.reason,
  forbiddenBecause: request.forbiddenBecause,
  categories: request.categories,
  from: iso(request.fromAt),
  to: iso(request.toAt),
  informing: request.informing,
  forbiddenUntil: iso(request.forbiddenUntil),
  openedBy: request.openedBy,
  decidedBy: request.decidedBy,
  decidedAt: iso(request.decidedAt),
  disclosedAt: iso(request.disclosedAt),
  valuesDisclosed: request.valuesDisclosed,
  createdAt: request.createdAt.toISOString(),
});

export const presentWholeLegal = (request: WholeLegalRequest) => ({
  ...presentLegal(request),
  hash: request.hash,
  people: request.people.map(({ informedAt, ...person }) => ({ ...person, informedAt: iso(informedAt) })),
  events: request.events.map(presentEvent),
});

export const presentExport = ({ categories, values, ...given }: LegalExport) => ({
  ...given,
  categories: [...categories],
  values: values.map(({ at, ...value }) => ({ ...value, at: iso(at) })),
});
