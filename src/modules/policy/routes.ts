import { Type } from 'typebox';
import { Shape } from '#kernel/http.ts';
import type { FastifyRequest, Http } from '#kernel/http.ts';
import { policyDesk, setSecondApprover } from './desk.ts';
import { asDpv } from './dpv.ts';
import { proveHouse, proveTenant, standingsHere } from './evidence.ts';
import { liveMap } from './live-map.ts';
import { presentMap, presentStanding } from './present.ts';
import { approvePolicy, publishPolicy, withdrawProposal } from './publish-policy.ts';
import { recordAsCsv, recordOfProcessing } from './record-of-processing.ts';
import {
  EvidenceShape,
  MapShape,
  NumberParams,
  PolicyShape,
  PublishedShape,
  SecondApproverShape,
} from './shapes.ts';
import { countStandings } from './standing.ts';

const purpose = 'administer';
const read = { audience: { staff: 'privacy.read' }, purpose } as const;
const write = { audience: { staff: 'privacy.write' }, purpose } as const;
const approve = { audience: { staff: 'privacy.approve' }, purpose } as const;
const base = '/api/admin/privacy';
const originOf = (request: FastifyRequest): string => `${request.protocol}://${request.host}`;

/** The map, the policy and what it rests on, for staff. */
export function routes(http: Http): void {
  http.get(
    `${base}/map`,
    {
      config: { ...read, says: 'Shows what is held about whom, what for, how long and who gets it.' },
      schema: { response: { 200: MapShape } },
    },
    async (request) => presentMap(await request.work(liveMap), request.locale),
  );
  policyRoutes(http);
  evidenceRoutes(http);
  recordRoutes(http);
}

function policyRoutes(http: Http): void {
  http.get(
    `${base}/policy`,
    {
      config: {
        ...read,
        says: 'Shows the versions of the policy, what has changed since, and what keeps it from being published.',
      },
      schema: { response: { 200: PolicyShape } },
    },
    async (request) => request.work(policyDesk),
  );

  http.post(
    `${base}/policy/publish`,
    {
      config: {
        ...write,
        says: 'Publishes what is so now as the next version, or proposes it to a second person.',
      },
      schema: { response: { 201: PublishedShape } },
    },
    async (request, reply) => {
      const { kind, version } = await request.work((ctx) =>
        publishPolicy(ctx, { origin: originOf(request) }),
      );
      return reply.code(201).send({ kind, version });
    },
  );

  http.post(
    `${base}/policy/:version/approve`,
    {
      config: { ...approve, says: 'Gives the second yes to a proposed version; from then on it holds.' },
      schema: { params: NumberParams, response: { 200: PublishedShape } },
    },
    async (request) => {
      const { kind, version } = await request.work((ctx) =>
        approvePolicy(ctx, Number(request.params.version)),
      );
      return { kind, version };
    },
  );

  http.post(
    `${base}/policy/:version/withdraw`,
    {
      config: { ...write, says: 'Takes a proposed version back.' },
      schema: { params: NumberParams, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      await request.work((ctx) => withdrawProposal(ctx, Number(request.params.version)));
      return reply.code(204).send(null);
    },
  );

  http.put(
    `${base}/policy/second-approver`,
    {
      config: {
        ...approve,
        says: 'Says whether a policy needs a second person’s yes; it is switched off when two colleagues ask for it.',
      },
      schema: { body: Shape({ wanted: Type.Boolean() }), response: { 200: SecondApproverShape } },
    },
    async (request) => request.work((ctx) => setSecondApprover(ctx, request.body.wanted)),
  );
}

function evidenceRoutes(http: Http): void {
  const shown = async (request: FastifyRequest) => {
    const standings = await request.work(standingsHere);
    return {
      ...countStandings(standings),
      items: standings.map((one) => presentStanding(one, request.locale)),
    };
  };

  http.get(
    `${base}/evidence`,
    {
      config: {
        ...read,
        says: 'Lists every promise of the policy with what checks it and when that last passed.',
      },
      schema: { response: { 200: EvidenceShape } },
    },
    async (request) => shown(request),
  );

  http.post(
    `${base}/evidence/run`,
    {
      config: { ...write, says: 'Runs every check over what is stored now; they also run every night.' },
      schema: { response: { 200: EvidenceShape } },
    },
    async (request) => {
      await proveTenant(request.house, request.tenant, await proveHouse(request.house));
      return shown(request);
    },
  );
}

/** The record of processing for whoever asks, and the map in the vocabulary that machines of others read. */
function recordRoutes(http: Http): void {
  const file = (
    name: string,
    type: string,
    says: string,
    make: (map: Awaited<ReturnType<typeof liveMap>>, origin: string) => string,
  ): void => {
    http.get(
      `${base}/${name}`,
      { config: { ...read, says }, schema: { response: { 200: Type.String() } } },
      async (request, reply) =>
        reply
          .type(type)
          .header('content-disposition', `attachment; filename="${name}"`)
          .serializer(String)
          .send(make(await request.work(liveMap), originOf(request))),
    );
  };
  const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

  file(
    'record-of-processing.csv',
    'text/csv; charset=utf-8',
    'Downloads the record of processing (GDPR art. 30) as CSV.',
    (map) => recordAsCsv(recordOfProcessing(map)),
  );
  file(
    'record-of-processing.json',
    'application/json; charset=utf-8',
    'Downloads the record of processing (GDPR art. 30) as JSON.',
    (map) => pretty(recordOfProcessing(map)),
  );
  file(
    'data-privacy-vocabulary.jsonld',
    'application/ld+json; charset=utf-8',
    'Downloads the map in the Data Privacy Vocabulary.',
    (map, origin) => pretty(asDpv(map, `${origin}/privacy/policy`)),
  );
}
