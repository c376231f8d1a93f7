import { Type } from 'typebox';
import { IdText, Instant, Nullable, Shape, oneOf } from '#kernel/http.ts';
import { purposes } from '#kernel/registry.ts';
import type { Plan } from '#modules/persons/index.ts';
import type { OpenedRequest, OwnRequest } from './list-requests.ts';
import type { RequestRow } from './queries.ts';
import { alarms, delays, denials, doors, kinds, states } from './request.ts';
import type { Delay, Denial, Kind } from './request.ts';

export const Email = Type.String({ maxLength: 254, pattern: '^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$' });
export const Code = Type.String({ minLength: 20, maxLength: 200 });
export const Words = Type.String({ maxLength: 5000 });
export const KindShape: ReturnType<typeof Type.Unsafe<Kind>> = oneOf(kinds);
export const DenialShape: ReturnType<typeof Type.Unsafe<Denial>> = oneOf(denials);
export const DelayShape: ReturnType<typeof Type.Unsafe<Delay>> = oneOf(delays);

export const WishShape = Shape({
  field: Type.Optional(oneOf(['name', 'phone', 'email', 'address', 'other'] as const)),
  purpose: Type.Optional(Type.Unsafe<string>(Type.Enum(Object.keys(purposes)))),
  on: Type.Optional(Type.Boolean()),
  about: Type.Optional(oneOf(['policy', 'feedback', 'other'] as const)),
});

/** What is asked, as every door of the API takes it. */
export const askingFields = {
  kind: KindShape,
  text: Type.Optional(Words),
  value: Type.Optional(Type.String({ maxLength: 500 })),
  was: Type.Optional(Type.String({ maxLength: 500 })),
  wish: Type.Optional(WishShape),
};

const Node = Shape({
  what: Type.String(),
  rows: Type.Integer(),
  end: Type.String(),
  ground: Type.Optional(Type.String()),
  until: Type.Optional(Nullable(Instant)),
  reason: Type.Optional(Type.String()),
});
const Told = Shape({
  processor: Type.String(),
  company: Type.String(),
  end: Type.String(),
  reason: Type.Optional(Type.String()),
  until: Type.Optional(Instant),
});

const common = {
  id: IdText,
  number: Type.Integer(),
  kind: KindShape,
  door: oneOf(doors),
  state: oneOf(states),
  receivedAt: Instant,
  dueAt: Instant,
  coolsUntil: Nullable(Instant),
  closedAt: Nullable(Instant),
  reason: Nullable(Type.String()),
};

/** A request as its asker sees it. */
export const OwnRequestShape = Shape({
  ...common,
  answer: Nullable(Type.String()),
  nodes: Type.Array(Node),
  told: Type.Array(Told),
  package: Nullable(
    Shape({ code: Type.String(), bytes: Type.Integer(), until: Instant, downloadsLeft: Type.Integer() }),
  ),
});

/** A request in the list of staff: nothing about anybody. */
export const WaitingShape = Shape({
  ...common,
  targetAt: Instant,
  provenAt: Nullable(Instant),
  approvedAt: Nullable(Instant),
  extendable: Type.Boolean(),
  alarm: oneOf(alarms),
  version: Type.Integer(),
});

/** A place where somebody is spoken of. */
export const MentionShape = Shape({
  table: Type.String(),
  rowId: Type.String(),
  field: Type.String(),
  isTheirs: Type.Boolean(),
  excerpt: Type.String(),
});

const EventShape = Shape({
  at: Instant,
  name: Type.String(),
  state: oneOf(states),
  actorKind: Type.String(),
  details: Type.Record(Type.String(), Type.Unknown()),
});

/** A request with everything about it, for the colleague who answers it. */
export const DetailShape = Shape({
  ...common,
  targetAt: Instant,
  provenAt: Nullable(Instant),
  approvedAt: Nullable(Instant),
  extendable: Type.Boolean(),
  alarm: oneOf(alarms),
  version: Type.Integer(),
  isMasked: Type.Boolean(),
  email: Nullable(Type.String()),
  name: Nullable(Type.String()),
  text: Nullable(Type.String()),
  value: Nullable(Type.String()),
  was: Nullable(Type.String()),
  wish: WishShape,
  answer: Nullable(Type.String()),
  nodes: Type.Array(Node),
  told: Type.Array(Told),
  planState: Nullable(Type.String()),
  events: Type.Array(EventShape),
});

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

const presentCommon = (row: RequestRow) => ({
  id: row.id,
  number: Number(row.number),
  kind: row.kind,
  door: row.door,
  state: row.state,
  receivedAt: row.receivedAt.toISOString(),
  dueAt: row.dueAt.toISOString(),
  coolsUntil: iso(row.coolsUntil),
  closedAt: iso(row.closedAt),
  reason: row.reason,
});

const presentOutcome = ({ outcome }: RequestRow) => ({
  nodes: (outcome.nodes ?? []).map((node) => ({ ...node })),
  told: (outcome.told ?? []).map((one) => ({ ...one })),
});

export const presentOwn = ({ row, answer, package: made }: OwnRequest) => ({
  ...presentCommon(row),
  answer,
  ...presentOutcome(row),
  package: made
    ? {
        code: made.code,
        bytes: made.sizeBytes,
        until: made.expiresAt.toISOString(),
        downloadsLeft: made.downloadsLeft,
      }
    : null,
});

export const presentWaiting = (row: RequestRow, now: Date) => ({
  ...presentCommon(row),
  targetAt: row.targetAt.toISOString(),
  provenAt: iso(row.provenAt),
  approvedAt: iso(row.approvedAt),
  extendable: row.closedAt === null && now <= row.monthEndsAt && row.dueAt <= row.monthEndsAt,
  alarm: row.alarm,
  version: row.version,
});

export const presentDetail = (opened: OpenedRequest, now: Date) => {
  const { row, isMasked, contact, said, answer, events, plan } = opened;
  return {
    ...presentWaiting(row, now),
    isMasked,
    email: contact?.email ?? null,
    name: contact?.name || null,
    text: said?.text || null,
    value: said?.value || null,
    was: said?.was || null,
    wish: { ...row.wish },
    answer: answer?.text ?? null,
    ...presentOutcome(row),
    planState: planStateOf(plan),
    events: events.map(({ happenedAt, name, state, actorKind, details }) => ({
      at: happenedAt.toISOString(),
      name,
      state,
      actorKind,
      details: { ...details },
    })),
  };
};

const planStateOf = (plan: Plan | null): string | null => plan?.state ?? null;
