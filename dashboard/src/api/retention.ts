import { api, bodyOf, done } from './client.ts';
import type { Answer } from './client.ts';

export type Clocks = Answer<'get', '/api/admin/privacy/clocks'>;
export type Clock = Clocks['clocks'][number];
export type Preview = Answer<'get', '/api/admin/privacy/clocks/preview'>;
export type DueLine = Preview['items'][number];
export type Holds = Answer<'get', '/api/admin/privacy/holds'>;
export type Hold = Holds['items'][number];

export interface NewHold {
  readonly table: string;
  readonly rowId: string;
  /** Names of columns; none means the whole row. */
  readonly fields: string[];
  readonly ground: Hold['ground'];
  readonly reference: string;
}

export const clocksQuery = {
  queryKey: ['clocks'],
  queryFn: (): Promise<Clocks> => bodyOf(api.GET('/api/admin/privacy/clocks')),
};

export const previewQuery = {
  queryKey: ['clocks', 'preview'],
  queryFn: (): Promise<Preview> => bodyOf(api.GET('/api/admin/privacy/clocks/preview')),
};

export const holdsQuery = {
  queryKey: ['holds'],
  queryFn: (): Promise<Holds> => bodyOf(api.GET('/api/admin/privacy/holds')),
};

export const runClocks = () => bodyOf(api.POST('/api/admin/privacy/clocks/run'));

export const approveRun = (clock: string) =>
  done(api.POST('/api/admin/privacy/clocks/approve', { body: { clock } }));

export const placeHold = (hold: NewHold) => bodyOf(api.POST('/api/admin/privacy/holds', { body: hold }));

const byId = (id: string) => ({ params: { path: { id } } });

export const approveHold = (id: string) => done(api.POST('/api/admin/privacy/holds/{id}/approve', byId(id)));
export const askForRelease = (id: string) =>
  done(api.POST('/api/admin/privacy/holds/{id}/ask-release', byId(id)));
export const releaseHold = (id: string) => done(api.POST('/api/admin/privacy/holds/{id}/release', byId(id)));
