import { Type } from 'typebox';
import type { TLiteral } from 'typebox';
import { IdText, Instant, Nullable, Shape } from '#kernel/http.ts';
import type { Category } from '#kernel/registry.ts';
import { decisions, harms, incidentRoles, phases, risks, steps, tracks } from './incident.ts';
import { grounds, legalStates } from './legal-request.ts';
import { recordKinds, recordOutcomes } from './record.ts';
import { categoryWords } from './words.ts';

/** One of some codes. */
const Code = <const Value extends string>(values: readonly Value[]) =>
  Type.Unsafe<Value>(Type.Union(values.map((value): TLiteral => Type.Literal(value))));

export const byId = Shape({ id: IdText });
export const done = { 204: Type.Null() };
const Text = Type.String({ maxLength: 10_000 });
const Line = Type.String({ minLength: 1, maxLength: 200 });

const CategoryCode = Code(Object.keys(categoryWords) as Category[]);
const Categories = Type.Array(CategoryCode);
const Countries = Type.Array(Type.String());

const storyFields = {
  title: Type.String({ maxLength: 200 }),
  happened: Text,
  consequences: Text,
  measures: Text,
  advice: Text,
  authorityReason: Text,
  peopleReason: Text,
};

export const NewIncidentBody = Shape({
  track: Code(tracks),
  harms: Type.Array(Code(harms), { maxItems: 3 }),
  role: Type.Optional(Code(incidentRoles)),
  isDrill: Type.Optional(Type.Boolean()),
  awareAt: Type.Optional(Instant),
  title: Line,
  happened: Text,
});

export const AssessmentBody = Shape({
  phase: Type.Optional(Code(['open', 'contained', 'assessed'])),
  harms: Type.Optional(Type.Array(Code(harms), { maxItems: 3 })),
  risk: Type.Optional(Code(risks)),
  authority: Type.Optional(Code(decisions)),
  people: Type.Optional(Code(decisions)),
  correctedAt: Type.Optional(Instant),
  story: Type.Optional(Type.Partial(Shape(storyFields), { additionalProperties: false })),
});

export const StepBody = Shape({
  step: Code(steps.filter((step) => step !== 'people')),
  text: Type.String({ minLength: 1, maxLength: 20_000 }),
  reference: Type.Optional(Type.String({ maxLength: 200 })),
});

export const ScopeBody = Shape({
  actor: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
  session: Type.Optional(IdText),
  processor: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
  table: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
  subjects: Type.Optional(Type.Array(IdText, { maxItems: 1_000 })),
  isTakenOver: Type.Optional(Type.Boolean()),
  from: Instant,
  to: Instant,
});

const Outcomes = Type.Array(Shape({ outcome: Type.String(), count: Type.Integer() }));

const incidentFields = {
  id: IdText,
  number: Type.String(),
  track: Code(tracks),
  harms: Type.Array(Code(harms)),
  role: Code(incidentRoles),
  isDrill: Type.Boolean(),
  phase: Code(phases),
  risk: Nullable(Code(risks)),
  authority: Code(decisions),
  people: Code(decisions),
  awareAt: Instant,
  correctedAt: Nullable(Instant),
  story: Shape(storyFields),
  scopeTakenAt: Nullable(Instant),
  affectedCount: Nullable(Type.Integer()),
  categories: Categories,
  countries: Countries,
  approvedAt: Nullable(Instant),
  noticesDoneAt: Nullable(Instant),
  closedAt: Nullable(Instant),
  version: Type.Integer(),
  createdAt: Instant,
  clocks: Type.Array(
    Shape({
      step: Code(steps),
      dueAt: Nullable(Instant),
      cites: Type.String(),
      state: Code(['waiting', 'done', 'not needed']),
    }),
  ),
};

export const IncidentShape = Shape(incidentFields);
export const WholeIncidentShape = Shape({
  ...incidentFields,
  scope: Nullable(Type.Record(Type.String(), Type.Unknown())),
  notices: Outcomes,
  events: Type.Array(
    Shape({
      id: IdText,
      kind: Type.String(),
      at: Instant,
      by: Nullable(IdText),
      details: Type.Record(Type.String(), Type.Unknown()),
      note: Nullable(Type.Record(Type.String(), Type.String())),
    }),
  ),
});

export const AffectedShape = Shape({
  subject: IdText,
  categories: Categories,
  countries: Countries,
  outcome: Nullable(Type.String()),
  at: Nullable(Instant),
});

export const DraftShape = Shape({
  title: Type.String(),
  sections: Type.Array(Shape({ heading: Type.String(), text: Type.String() })),
  text: Type.String(),
});

export const OverdueShape = Shape({
  what: Type.String(),
  about: Type.String(),
  since: Nullable(Instant),
  state: Code(['ending', 'overdue']),
  closes: Nullable(Code(['unmasking', 'gate'])),
});

export const NewRecordBody = Shape({
  kind: Code(recordKinds),
  about: Type.Optional(Type.String({ maxLength: 80 })),
  outcome: Code(recordOutcomes),
  heldAt: Instant,
  validUntil: Type.Optional(Instant),
  reference: Line,
  findings: Type.Optional(Text),
});

export const RecordShape = Shape({
  id: IdText,
  kind: Code(recordKinds),
  about: Type.String(),
  outcome: Code(recordOutcomes),
  heldAt: Instant,
  validUntil: Instant,
  reference: Type.String(),
  findings: Type.String(),
  recordedBy: Nullable(IdText),
});

export const SettingShape = Shape({
  authorityHours: Nullable(Type.Integer({ minimum: 1, maximum: 24 * 60 })),
  auditEveryDays: Type.Integer({ minimum: 1, maximum: 3_650 }),
  drillEveryDays: Type.Integer({ minimum: 1, maximum: 3_650 }),
});

export const NewLegalBody = Shape({
  ground: Code(grounds),
  authority: Type.String({ maxLength: 300 }),
  reference: Type.Optional(Type.String({ maxLength: 200 })),
  reason: Text,
  subjects: Type.Optional(Type.Array(IdText, { maxItems: 1_000 })),
  emails: Type.Optional(Type.Array(Type.String({ maxLength: 320 }), { maxItems: 100 })),
  categories: Type.Array(CategoryCode),
  from: Type.Optional(Instant),
  to: Type.Optional(Instant),
  forbidden: Type.Optional(Shape({ until: Instant, because: Text })),
});

export const DecisionBody = Shape({ yes: Type.Boolean(), reason: Text });

const legalFields = {
  id: IdText,
  number: Type.String(),
  ground: Code(grounds),
  state: Code(legalStates),
  authority: Type.String(),
  reference: Type.String(),
  reason: Type.String(),
  forbiddenBecause: Type.String(),
  categories: Categories,
  from: Nullable(Instant),
  to: Nullable(Instant),
  informing: Code(['inform', 'forbidden']),
  forbiddenUntil: Nullable(Instant),
  openedBy: Nullable(IdText),
  decidedBy: Nullable(IdText),
  decidedAt: Nullable(Instant),
  disclosedAt: Nullable(Instant),
  valuesDisclosed: Nullable(Type.Integer()),
  createdAt: Instant,
};
export const LegalShape = Shape(legalFields);
export const WholeLegalShape = Shape({
  ...legalFields,
  hash: Nullable(Type.String()),
  people: Type.Array(
    Shape({ subject: IdText, informedAt: Nullable(Instant), informedHow: Nullable(Type.String()) }),
  ),
  events: Type.Array(
    Shape({
      id: IdText,
      kind: Type.String(),
      at: Instant,
      by: Nullable(IdText),
      details: Type.Record(Type.String(), Type.Unknown()),
      note: Nullable(Type.String()),
    }),
  ),
});

export const ExportShape = Shape({
  number: Type.String(),
  takenAt: Instant,
  ground: Code(grounds),
  categories: Categories,
  from: Nullable(Instant),
  to: Nullable(Instant),
  values: Type.Array(
    Shape({
      subject: IdText,
      table: Type.String(),
      row: Type.String(),
      field: Type.String(),
      category: CategoryCode,
      value: Type.Unknown(),
      at: Nullable(Instant),
    }),
  ),
});

export const LookShape = Shape({
  at: Instant,
  role: Shape({ code: Type.String(), name: Type.String() }),
  purpose: Type.String(),
  table: Type.String(),
  categories: Categories,
});
