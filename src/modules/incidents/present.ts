import type { Incident, IncidentEvent } from './list-incidents.ts';
import type { LegalRequest } from './list-legal.ts';
import type { NoticeOutcome } from './incident.ts';

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

export const presentWholeIncident = (
  incident: Incident & {
    readonly events: readonly IncidentEvent[];
    readonly notices: readonly { outcome: NoticeOutcome; count: number }[];
  },
) => ({
  ...presentIncident(incident),
  scope: incident.scope && { ...incident.scope },
  notices: [...incident.notices],
  events: incident.events.map(({ id, kind, happenedAt, bySubjectId, details, note }) => ({
    id,
    kind,
    at: happenedAt.toISOString(),
    by: bySubjectId,
    details,
    note,
  })),
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
