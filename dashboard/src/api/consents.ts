import { api, bodyOf, done } from './client.ts';
import type { Answer } from './client.ts';

export type Consents = Answer<'get', '/api/admin/consents'>;
export type ConsentCount = Consents['counts'][number];
export type GuestCount = Consents['guests'][number];
export type Feature = Consents['features'][number];

export const getConsents = (): Promise<Consents> => bodyOf(api.GET('/api/admin/consents'));

export const turnFeature = ({ name, inUse }: { name: string; inUse: boolean }) =>
  done(api.PUT('/api/admin/consents/features/{name}', { params: { path: { name } }, body: { inUse } }));

export const reportMinor = (email: string) => bodyOf(api.POST('/api/admin/minors', { body: { email } }));
