import { Type } from 'typebox';
import { IdText, Instant, Nullable, Shape, oneOf } from '#kernel/http.ts';
import { DutyShape } from '#modules/identity/index.ts';
import { recordKinds, recordOutcomes } from './record.ts';
import { Categories, Line, Text } from './shapes.ts';

export const OverdueShape = Shape({
  what: Type.String(),
  about: Type.String(),
  since: Nullable(Instant),
  state: oneOf(['ending', 'overdue']),
  closes: Nullable(oneOf(['unmasking', 'gate'])),
});

export const NewRecordBody = Shape({
  kind: oneOf(recordKinds),
  about: Type.Optional(Type.String({ maxLength: 80 })),
  outcome: oneOf(recordOutcomes),
  heldAt: Instant,
  validUntil: Type.Optional(Instant),
  reference: Line,
  findings: Type.Optional(Text),
});

export const RecordShape = Shape({
  id: IdText,
  kind: oneOf(recordKinds),
  about: Type.String(),
  outcome: oneOf(recordOutcomes),
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

export const LookShape = Shape({
  at: Instant,
  role: Shape({ code: Type.String(), name: Type.String() }),
  purpose: Type.String(),
  table: Type.String(),
  categories: Categories,
});

/** Until when a colleague's promise and training count. */
export const StaffShape = Shape({
  accountId: IdText,
  subject: IdText,
  duties: Type.Array(Shape({ duty: DutyShape, how: Nullable(Type.String()), until: Nullable(Instant) })),
});

/** One promise or training, as it was written down. */
export const StaffRecordShape = Shape({
  id: IdText,
  accountId: IdText,
  duty: DutyShape,
  how: Type.String(),
  doneAt: Instant,
  validUntil: Instant,
  reference: Nullable(Type.String()),
});
