import { api, bodyOf, done } from './client.ts';
import type { Answer, ItemOf } from './client.ts';

export type Mail = ItemOf<'/api/admin/outbox'>;
export type Letter = Answer<'get', '/api/admin/outbox/{id}'>;

export interface MailFilter {
  readonly state?: Mail['state'];
  readonly kind?: string;
  readonly about?: string;
}

export const listMails = (filter: MailFilter, after: string | undefined, limit = 50) =>
  bodyOf(
    api.GET('/api/admin/outbox', { params: { query: { ...filter, limit, ...(after ? { after } : {}) } } }),
  );

export const readMail = (id: string) =>
  bodyOf(api.GET('/api/admin/outbox/{id}', { params: { path: { id } } }));

export const retryMail = (id: string) =>
  done(api.POST('/api/admin/outbox/{id}/retry', { params: { path: { id } } }));
