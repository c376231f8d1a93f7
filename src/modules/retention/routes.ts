import { Type } from 'typebox';
import { IdText, Instant, Nullable, Shape, signedIn } from '#kernel/http.ts';
import type { FastifyRequest, Http } from '#kernel/http.ts';
import type { Actor } from '#kernel/context.ts';
import { approveRun } from './approve-run.ts';
import { listDrills } from './drills.ts';
import { lawPack } from './law-packs/law-packs.ts';
import { listClocks, listRuns, previewRun } from './list-clocks.ts';
import { routesHolds } from './routes-holds.ts';
import { runClocks } from './run-clocks.ts';

const Line = Shape({
  clock: Type.String(),
  retention: Type.String(),
  does: Type.Union([Type.Literal('deleted'), Type.Literal('cleared'), Type.Literal('blocked')]),
  because: Nullable(Type.Union([Type.Literal('share'), Type.Literal('colleagues')])),
  rows: Type.Integer(),
  held: Type.Integer(),
  total: Type.Integer(),
  limit: Type.Integer(),
  ground: Type.String(),
  cites: Type.String(),
});

const ClockShape = Shape({
  name: Type.String(),
  retention: Type.String(),
  ends: Type.Union([Type.Literal('delete row'), Type.Literal('clear columns')]),
  agesFrom: Type.String(),
  endedBy: Type.String(),
  ground: Type.String(),
  cites: Type.String(),
  rows: Type.Integer(),
  next: Type.Array(Shape({ month: Type.String(), count: Type.Integer() })),
});

const RunShape = Shape({
  id: IdText,
  startedAt: Instant,
  finishedAt: Nullable(Instant),
  byPerson: Type.Boolean(),
  state: Type.String(),
  receipts: Type.Array(
    Shape({
      clock: Type.String(),
      outcome: Type.String(),
      rows: Type.Integer(),
      held: Type.Integer(),
      cites: Type.String(),
      because: Nullable(Type.String()),
    }),
  ),
});

/** A drill is of the whole installation: a shop hears that it was held, when and how it went, and no more. */
const DrillShape = Shape({ startedAt: Instant, outcome: Type.String() });

const Overview = Shape({
  pack: Shape({
    country: Type.String(),
    says: Type.String(),
    version: Type.String(),
    zone: Type.String(),
    rules: Type.Array(
      Shape({
        id: Type.String(),
        about: Type.String(),
        says: Type.String(),
        cites: Type.String(),
        source: Type.String(),
        unverified: Nullable(Type.String()),
      }),
    ),
  }),
  clocks: Type.Array(ClockShape),
  runs: Type.Array(RunShape),
  drills: Type.Array(DrillShape),
});

const actorOf = (request: FastifyRequest): Actor => ({
  kind: 'staff',
  id: signedIn(request).subject,
  purpose: 'administer',
});

export function routes(http: Http): void {
  http.get(
    '/api/admin/privacy/clocks',
    {
      config: {
        audience: { staff: 'privacy.read' },
        purpose: 'administer',
        says: 'Every clock with what falls next, the law it rests on, the last runs and restore drills.',
      },
      schema: { response: { 200: Overview } },
    },
    async (request) => {
      const { clocks, runs } = await request.work(async (ctx) => ({
        clocks: await listClocks(ctx),
        runs: await listRuns(ctx),
      }));
      const drills = await listDrills(request.house.db);
      return {
        pack: presentPack(request.tenant.country),
        clocks: clocks.map((clock) => ({ ...clock, next: [...clock.next] })),
        runs: runs.map(presentRun),
        drills: drills.map(({ startedAt, outcome }) => ({ startedAt: startedAt.toISOString(), outcome })),
      };
    },
  );

  http.get(
    '/api/admin/privacy/clocks/preview',
    {
      config: {
        audience: { staff: 'privacy.read' },
        purpose: 'administer',
        says: 'What a run would end now, changing nothing.',
      },
      schema: { response: { 200: Shape({ items: Type.Array(Line) }) } },
    },
    async (request) => ({ items: await request.work((ctx) => previewRun(ctx)) }),
  );

  http.post(
    '/api/admin/privacy/clocks/run',
    {
      config: {
        audience: { staff: 'privacy.write' },
        purpose: 'administer',
        says: 'Ends what is due now, as the preview says.',
      },
      schema: { response: { 200: Shape({ items: Type.Array(Line) }) } },
    },
    async (request) => {
      const done = await runClocks(request.house, request.tenant, actorOf(request));
      return {
        items: done.map(({ clock, retention, does, because, rows, held, total, limit, ground, cites }) => ({
          clock,
          retention,
          does,
          because,
          rows,
          held,
          total,
          limit,
          ground,
          cites,
        })),
      };
    },
  );

  http.post(
    '/api/admin/privacy/clocks/approve',
    {
      config: {
        audience: { staff: 'privacy.approve' },
        purpose: 'administer',
        says: 'Says yes to what the breaker stopped: one clock, as many rows as are due now, for a day.',
      },
      schema: { body: Shape({ clock: Type.String({ maxLength: 120 }) }), response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      await request.work((ctx) => approveRun(ctx, request.body.clock));
      return reply.code(204).send(null);
    },
  );

  routesHolds(http);
}

function presentPack(country: string) {
  const pack = lawPack(country);
  return {
    country: pack.country,
    says: pack.says,
    version: pack.version,
    zone: pack.zone,
    rules: pack.rules.map(({ id, about, says, cites, source, unverified }) => ({
      id,
      about,
      says,
      cites,
      source,
      unverified: unverified ?? null,
    })),
  };
}

const presentRun = (run: Awaited<ReturnType<typeof listRuns>>[number]) => ({
  id: run.id,
  startedAt: run.startedAt.toISOString(),
  finishedAt: run.finishedAt?.toISOString() ?? null,
  byPerson: run.startedBy !== null,
  state: run.state,
  receipts: run.receipts.map(({ clock, outcome, rows, held, cites, because }) => ({
    clock,
    outcome,
    rows,
    held,
    cites,
    because,
  })),
});
