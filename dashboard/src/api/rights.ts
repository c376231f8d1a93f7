import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf, ifMatch } from './client.ts';
import type { Answer, ItemOf } from './client.ts';

const list = '/api/admin/privacy/requests';

export type WaitingRequest = ItemOf<'/api/admin/privacy/requests'>;
export type RightsRequest = Answer<'get', '/api/admin/privacy/requests/{id}'>;
export type RightsKind = WaitingRequest['kind'];

export interface RequestsFilter {
  readonly which?: 'open' | 'closed' | 'all';
  readonly kind?: RightsKind;
}

export const listRequests = (filter: RequestsFilter, after: string | undefined, limit = 50) =>
  bodyOf(api.GET(list, { params: { query: { ...filter, limit, ...(after ? { after } : {}) } } }));

export const waitingRequestsQuery = queryOptions({
  queryKey: ['rights', 'waiting'],
  queryFn: () => bodyOf(api.GET('/api/admin/privacy/waiting')),
  refetchInterval: 60_000,
});

export const requestQuery = (id: string) =>
  queryOptions({
    queryKey: ['rights', 'one', id],
    queryFn: () => bodyOf(api.GET('/api/admin/privacy/requests/{id}', { params: { path: { id } } })),
  });

/** The request as its reader saw it: what somebody else has decided meanwhile is not decided twice. */
type Seen = Pick<RightsRequest, 'id' | 'version'>;
const asSeen = ({ id, version }: Seen) => ({ params: { path: { id } }, ...ifMatch(`"${version}"`) });

export const workOutPlan = (id: string) =>
  bodyOf(api.POST('/api/admin/privacy/requests/{id}/plan', { params: { path: { id } } }));

export const approveRequest = (seen: Seen) =>
  bodyOf(api.POST('/api/admin/privacy/requests/{id}/approve', { ...asSeen(seen), body: {} }));

export const answerRequest = (seen: Seen, text: string) =>
  bodyOf(api.POST('/api/admin/privacy/requests/{id}/answer', { ...asSeen(seen), body: { text } }));

export type Delay = 'complex' | 'numerous';
export const extendRequest = (seen: Seen, reason: Delay, text: string) =>
  bodyOf(api.POST('/api/admin/privacy/requests/{id}/extend', { ...asSeen(seen), body: { reason, text } }));

export const denials = [
  'nothing-held',
  'excessive',
  'legal-duty',
  'claims',
  'others-rights',
  'no-ground',
  'suspected-fraud',
  'not-proven',
] as const;
export type Denial = (typeof denials)[number];
export const refuseRequest = (seen: Seen, reason: Denial, text: string) =>
  bodyOf(api.POST('/api/admin/privacy/requests/{id}/refuse', { ...asSeen(seen), body: { reason, text } }));

export interface CompanySaid {
  readonly processor: string;
  readonly end: 'told' | 'refused';
  readonly evidence: string;
}
export const noteCompany = (seen: Seen, said: CompanySaid) =>
  bodyOf(api.POST('/api/admin/privacy/requests/{id}/companies', { ...asSeen(seen), body: { ...said } }));

export const readAs = (seen: Seen, kind: RightsKind) =>
  bodyOf(api.POST('/api/admin/privacy/requests/{id}/read-as', { ...asSeen(seen), body: { kind } }));

export interface OnBehalf {
  readonly kind: RightsKind;
  readonly email: string;
  readonly text?: string;
  readonly value?: string;
  readonly receivedAt?: string;
}

export const openOnBehalf = (asked: OnBehalf) => bodyOf(api.POST(list, { body: { ...asked } }));

export const mentionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['rights', 'mentions', id],
    queryFn: () => bodyOf(api.GET('/api/admin/privacy/requests/{id}/mentions', { params: { path: { id } } })),
    gcTime: 0,
  });
