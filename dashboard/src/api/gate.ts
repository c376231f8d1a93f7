import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf, done } from './client.ts';
import type { Answer, ItemOf } from './client.ts';

export type Company = Answer<'get', '/api/admin/privacy/processors'>['items'][number];
export type Agreement = Company['agreements'][number];
export type Disclosure = ItemOf<'/api/admin/privacy/disclosures'>;
export type Campaign = ItemOf<'/api/admin/campaigns'>;
export type NewAgreement = Parameters<typeof agree>[0];

export const companiesQuery = queryOptions({
  queryKey: ['companies'],
  queryFn: () => bodyOf(api.GET('/api/admin/privacy/processors')),
});

export const agree = (body: {
  processor: string;
  host?: string;
  reference: string;
  purposes: Agreement['purposes'];
  country: string;
  mechanism: Agreement['mechanism'];
  paper?: NonNullable<Agreement['paper']>;
  assessmentAt?: string;
  validUntil?: string;
  reviewBy: string;
}) => bodyOf(api.POST('/api/admin/privacy/processors', { body }));

export const changeAgreement = (id: string, step: 'pause' | 'resume' | 'end') =>
  done(api.POST(`/api/admin/privacy/processors/{id}/${step}`, { params: { path: { id } } }));

export const reviewAgreement = (id: string, nextBy: string) =>
  done(api.POST('/api/admin/privacy/processors/{id}/review', { params: { path: { id } }, body: { nextBy } }));

export const listDisclosures = (filter: { processor?: string }, after: string | undefined) =>
  bodyOf(
    api.GET('/api/admin/privacy/disclosures', {
      params: { query: { ...filter, limit: 50, ...(after ? { after } : {}) } },
    }),
  );

export const listCampaigns = (after: string | undefined) =>
  bodyOf(api.GET('/api/admin/campaigns', { params: { query: { limit: 20, ...(after ? { after } : {}) } } }));

export const startCampaign = (body: { topic: Campaign['topic']; subject: string; text: string }) =>
  bodyOf(api.POST('/api/admin/campaigns', { body }));

export const stopCampaign = (id: string) =>
  done(api.POST('/api/admin/campaigns/{id}/stop', { params: { path: { id } } }));
