import { Type } from 'typebox';
import type { TSchema } from 'typebox';
import { IdText, Instant, Nullable, Shape, oneOf } from '#kernel/http.ts';
import type { Category } from '#kernel/registry.ts';
import { decisions, harms, incidentRoles, phases, risks, steps, tracks } from './incident.ts';
import { categoryWords } from './words.ts';

export const done = { 204: Type.Null() };
export const Text = Type.String({ maxLength: 10_000 });
export const Line = Type.String({ minLength: 1, maxLength: 200 });

export const CategoryCode = oneOf(Object.keys(categoryWords) as Category[]);
export const Categories = Type.Array(CategoryCode);
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
  track: oneOf(tracks),
  harms: Type.Array(oneOf(harms), { maxItems: 3 }),
  role: Type.Optional(oneOf(incidentRoles)),
  isDrill: Type.Optional(Type.Boolean()),
  awareAt: Type.Optional(Instant),
  title: Line,
  happened: Text,
});

export const AssessmentBody = Shape({
  phase: Type.Optional(oneOf(['open', 'contained', 'assessed'])),
  harms: Type.Optional(Type.Array(oneOf(harms), { maxItems: 3 })),
  risk: Type.Optional(oneOf(risks)),
  authority: Type.Optional(oneOf(decisions)),
  people: Type.Optional(oneOf(decisions)),
  correctedAt: Type.Optional(Instant),
  story: Type.Optional(Type.Partial(Shape(storyFields), { additionalProperties: false })),
});

export const StepBody = Shape({
  step: oneOf(steps.filter((step) => step !== 'people')),
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

/** What was done about an incident or a disclosure, as their logs show it. */
export const LogShape = <Note extends TSchema>(note: Note) =>
  Type.Array(
    Shape({
      id: IdText,
      kind: Type.String(),
      at: Instant,
      by: Nullable(IdText),
      details: Type.Record(Type.String(), Type.Unknown()),
      note: Nullable(note),
    }),
  );

const incidentFields = {
  id: IdText,
  number: Type.String(),
  track: oneOf(tracks),
  harms: Type.Array(oneOf(harms)),
  role: oneOf(incidentRoles),
  isDrill: Type.Boolean(),
  phase: oneOf(phases),
  risk: Nullable(oneOf(risks)),
  authority: oneOf(decisions),
  people: oneOf(decisions),
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
      step: oneOf(steps),
      dueAt: Nullable(Instant),
      cites: Type.String(),
      state: oneOf(['waiting', 'done', 'not needed']),
    }),
  ),
};

export const IncidentShape = Shape(incidentFields);
export const WholeIncidentShape = Shape({
  ...incidentFields,
  scope: Nullable(Type.Record(Type.String(), Type.Unknown())),
  notices: Type.Array(Shape({ outcome: Type.String(), count: Type.Integer() })),
  events: LogShape(Type.Record(Type.String(), Type.String())),
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
