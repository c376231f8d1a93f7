import { api, bodyOf, done } from './client.ts';
import type { Answer } from './client.ts';

export type Clocks = Answer<'get', '/api/admin/privacy/clocks'>;
export type Clock = Clocks['clocks'][number];
export type Preview = Answer<'get', '/api/admin/privacy/clocks/preview'>;
export type DueLine = Preview['items'][number];
export type Holds = Answer<'get', '/api/admin/privacy/holds'>;
export type Hold = Holds['items'][number];

export type Holdable = Answer<'get', '/api/admin/privacy/holdable/orders/{id}'>['items'][number];

export interface NewHold {
  /** Fields are names of columns; none means the whole row. */
  readonly rows: { table: string; rowId: string; fields: string[] }[];
  readonly ground: Hold['ground'];
  readonly reference: string;
}

const byId = (id: string) => ({ params: { path: { id } } });

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

/** What a hold could keep of an order, or of a person and whoever is proven to be the same. */
export const holdableQuery = (of: 'order' | 'person', id: string) => ({
  queryKey: ['holds', 'of', of, id],
  queryFn: () =>
    of === 'order'
      ? bodyOf(api.GET('/api/admin/privacy/holdable/orders/{id}', byId(id)))
      : bodyOf(api.GET('/api/admin/privacy/holdable/people/{id}', byId(id))),
});

export const placeHold = (hold: NewHold) => bodyOf(api.POST('/api/admin/privacy/holds', { body: hold }));

export const approveHold = (id: string) => done(api.POST('/api/admin/privacy/holds/{id}/approve', byId(id)));
export const askForRelease = (id: string) =>
  done(api.POST('/api/admin/privacy/holds/{id}/ask-release', byId(id)));
export const releaseHold = (id: string) => done(api.POST('/api/admin/privacy/holds/{id}/release', byId(id)));
