import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf, done } from './client.ts';
import type { Answer } from './client.ts';

export type DataMap = Answer<'get', '/api/admin/privacy/map'>;
export type PolicyDesk = Answer<'get', '/api/admin/privacy/policy'>;
export type Evidence = Answer<'get', '/api/admin/privacy/evidence'>;

export const mapQuery = (language: string) =>
  queryOptions({
    queryKey: ['policy map', language],
    queryFn: () => bodyOf(api.GET('/api/admin/privacy/map')),
  });

export const policyQuery = (language: string) =>
  queryOptions({
    queryKey: ['policy', language],
    queryFn: () => bodyOf(api.GET('/api/admin/privacy/policy')),
  });

export const evidenceQuery = (language: string) =>
  queryOptions({
    queryKey: ['evidence', language],
    queryFn: () => bodyOf(api.GET('/api/admin/privacy/evidence')),
  });

export const publishPolicy = () => bodyOf(api.POST('/api/admin/privacy/policy/publish'));

export const approvePolicy = (version: number) =>
  bodyOf(
    api.POST('/api/admin/privacy/policy/{version}/approve', {
      params: { path: { version: String(version) } },
    }),
  );

export const withdrawPolicy = (version: number) =>
  done(
    api.POST('/api/admin/privacy/policy/{version}/withdraw', {
      params: { path: { version: String(version) } },
    }),
  );

export const wantSecondApprover = (wanted: boolean) =>
  bodyOf(api.PUT('/api/admin/privacy/policy/second-approver', { body: { wanted } }));

export const runChecks = () => bodyOf(api.POST('/api/admin/privacy/evidence/run'));

/** Files that a browser downloads by itself. */
export const recordFiles = [
  { href: '/api/admin/privacy/record-of-processing.csv', says: 'CSV' },
  { href: '/api/admin/privacy/record-of-processing.json', says: 'JSON' },
  { href: '/api/admin/privacy/data-privacy-vocabulary.jsonld', says: 'DPV (JSON-LD)' },
] as const;
