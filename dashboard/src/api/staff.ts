import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf, done, ifMatch } from './client.ts';
import type { ItemOf } from './client.ts';

export type Colleague = ItemOf<'/api/admin/staff'>;
export type Role = ItemOf<'/api/admin/roles'>;
export type Invitation = ItemOf<'/api/admin/invitations'>;

const one = (id: string) => ({ params: { path: { id } } });

export const staffQuery = queryOptions({
  queryKey: ['staff', 'list'],
  queryFn: () => bodyOf(api.GET('/api/admin/staff')),
});
export const rolesQuery = queryOptions({
  queryKey: ['staff', 'roles'],
  queryFn: () => bodyOf(api.GET('/api/admin/roles')),
});
export const invitationsQuery = queryOptions({
  queryKey: ['staff', 'invitations'],
  queryFn: () => bodyOf(api.GET('/api/admin/invitations')),
});

export const invite = (body: { email: string; name: string; roleIds: string[]; locale: 'en' | 'de' }) =>
  bodyOf(api.POST('/api/admin/invitations', { body }));
export const withdrawInvitation = (id: string) => done(api.DELETE('/api/admin/invitations/{id}', one(id)));
export interface RoleWish {
  readonly name: string;
  readonly permissions: Role['permissions'];
}

export const createRole = (wish: RoleWish) => bodyOf(api.POST('/api/admin/roles', { body: wish }));
export const changeRole = ({ id, version }: Role, wish: RoleWish) =>
  bodyOf(api.PUT('/api/admin/roles/{id}', { ...one(id), body: wish, ...ifMatch(`"${version}"`) }));
export const removeRole = (id: string) => done(api.DELETE('/api/admin/roles/{id}', one(id)));
export const setRoles = (id: string, roleIds: string[]) =>
  done(api.PUT('/api/admin/staff/{id}/roles', { ...one(id), body: { roleIds } }));
export const suspend = (id: string) => done(api.POST('/api/admin/staff/{id}/suspend', one(id)));
export const restore = (id: string) => done(api.POST('/api/admin/staff/{id}/restore', one(id)));
