import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf, done, ifMatch } from './client.ts';
import type { Answer, ItemOf } from './client.ts';

export type Incident = ItemOf<'/api/admin/privacy/incidents'>;
export type WholeIncident = Answer<'get', '/api/admin/privacy/incidents/{id}'>;
export type Records = Answer<'get', '/api/admin/privacy/records'>;
export type StaffRecords = Answer<'get', '/api/admin/privacy/records/staff'>;
export type LegalRequest = ItemOf<'/api/admin/privacy/legal-requests'>;
export type WholeLegalRequest = Answer<'get', '/api/admin/privacy/legal-requests/{id}'>;
export type Category = Incident['categories'][number];

const one = (id: string) => ({ params: { path: { id } } });

export const incidentsQuery = queryOptions({
  queryKey: ['incidents', 'list'],
  queryFn: () => bodyOf(api.GET('/api/admin/privacy/incidents')),
});
export const incidentQuery = (id: string) =>
  queryOptions({
    queryKey: ['incidents', 'one', id],
    queryFn: () => bodyOf(api.GET('/api/admin/privacy/incidents/{id}', one(id))),
  });

export interface NewIncident {
  readonly track: Incident['track'];
  readonly harms: Incident['harms'];
  readonly isDrill: boolean;
  readonly awareAt: string;
  readonly title: string;
  readonly happened: string;
}
export const openIncident = (body: NewIncident) => bodyOf(api.POST('/api/admin/privacy/incidents', { body }));

export interface Assessment {
  readonly phase?: 'open' | 'contained' | 'assessed';
  readonly risk?: NonNullable<Incident['risk']>;
  readonly authority?: Incident['authority'];
  readonly people?: Incident['people'];
  readonly correctedAt?: string;
  readonly story?: Partial<Incident['story']>;
}
/** As it was seen: what a colleague has written meanwhile is not overwritten. */
export const assess = ({ id, version, wish }: { id: string; version: number; wish: Assessment }) =>
  done(
    api.POST('/api/admin/privacy/incidents/{id}/assess', {
      ...one(id),
      ...ifMatch(`"${version}"`),
      body: wish,
    }),
  );

export interface ScopeWish {
  readonly actor?: string;
  readonly session?: string;
  readonly processor?: string;
  readonly from: string;
  readonly to: string;
}
export const takeScope = ({ id, wish }: { id: string; wish: ScopeWish }) =>
  bodyOf(api.POST('/api/admin/privacy/incidents/{id}/scope', { ...one(id), body: wish }));
export const approveNotices = (id: string) =>
  done(api.POST('/api/admin/privacy/incidents/{id}/notices', one(id)));
export const closeIncident = (id: string) =>
  done(api.POST('/api/admin/privacy/incidents/{id}/close', one(id)));

export type DraftKind = 'authority' | 'people' | 'controller';
export const getDraft = (id: string, kind: DraftKind, locale: 'en' | 'de') =>
  bodyOf(
    api.GET('/api/admin/privacy/incidents/{id}/draft', {
      params: { path: { id }, query: { kind, locale } },
    }),
  );

export type Step = Exclude<Incident['clocks'][number]['step'], 'people'>;
export const noteStep = ({
  id,
  step,
  text,
  reference,
}: {
  id: string;
  step: Step;
  text: string;
  reference: string;
}) =>
  done(
    api.POST('/api/admin/privacy/incidents/{id}/steps', {
      ...one(id),
      body: { step, text, ...(reference && { reference }) },
    }),
  );

export const recordsQuery = queryOptions({
  queryKey: ['records', 'list'],
  queryFn: () => bodyOf(api.GET('/api/admin/privacy/records')),
});
export const staffRecordsQuery = queryOptions({
  queryKey: ['records', 'staff'],
  queryFn: () => bodyOf(api.GET('/api/admin/privacy/records/staff')),
});
export const dutiesQuery = queryOptions({
  queryKey: ['records', 'own'],
  queryFn: () => bodyOf(api.GET('/api/admin/me/duties')),
});

export interface NewRecord {
  readonly kind: Records['items'][number]['kind'];
  readonly about: string;
  readonly outcome: Records['items'][number]['outcome'];
  readonly heldAt: string;
  readonly reference: string;
  readonly findings: string;
}
export const keepRecord = (body: NewRecord) => bodyOf(api.POST('/api/admin/privacy/records', { body }));

type Duty = StaffRecords['kept'][number]['duty'];
export const recordDuty = ({
  account,
  ...body
}: {
  account: string;
  duty: Duty;
  doneAt: string;
  reference: string;
}) => done(api.POST('/api/admin/privacy/records/staff/{account}', { params: { path: { account } }, body }));
export const signConfidentiality = () =>
  done(api.POST('/api/admin/me/confidentiality', { body: { version: '2026-01' } }));

export const legalRequestsQuery = queryOptions({
  queryKey: ['legal-requests', 'list'],
  queryFn: () => bodyOf(api.GET('/api/admin/privacy/legal-requests')),
});
export const legalRequestQuery = (id: string) =>
  queryOptions({
    queryKey: ['legal-requests', 'one', id],
    queryFn: () => bodyOf(api.GET('/api/admin/privacy/legal-requests/{id}', one(id))),
  });

export interface NewLegalRequest {
  readonly ground: LegalRequest['ground'];
  readonly authority: string;
  readonly reference: string;
  readonly reason: string;
  readonly emails: string[];
  readonly categories: Category[];
  readonly forbidden?: { readonly until: string; readonly because: string };
}
export const openLegalRequest = (body: NewLegalRequest) =>
  bodyOf(api.POST('/api/admin/privacy/legal-requests', { body }));
export const decideLegalRequest = ({ id, yes, reason }: { id: string; yes: boolean; reason: string }) =>
  done(api.POST('/api/admin/privacy/legal-requests/{id}/decide', { ...one(id), body: { yes, reason } }));
export const exportLegalRequest = (id: string) =>
  bodyOf(api.POST('/api/admin/privacy/legal-requests/{id}/export', one(id)));
