import { Type } from 'typebox';
import { IdText, Shape, byId, signedIn } from '#kernel/http.ts';
import type { FastifyRequest, Http } from '#kernel/http.ts';
import { asId } from '#kernel/ids.ts';
import type { Permission } from '#kernel/permissions.ts';
import type { AccountId, RoleId } from './account.ts';
import { listColleagueNames } from './colleague-names.ts';
import { getAccount } from './find-account.ts';
import { ColleagueShape, PermissionShape } from './shapes.ts';
import { listStaff, restoreStaff, setStaffRoles, suspendStaff } from './staff.ts';

export const rightsOf = (request: FastifyRequest): ReadonlySet<Permission> => {
  const visitor = signedIn(request);
  return visitor.kind === 'staff' ? visitor.permissions : new Set<Permission>();
};

export const roleIdsIn = (texts: readonly string[]): RoleId[] => texts.map((text) => asId<RoleId>(text));
export const RoleIds = Type.Array(IdText, { minItems: 1, maxItems: 20 });
export const nothing = { 204: Type.Null() };
export const manage = { audience: { staff: 'staff.manage' }, purpose: 'administer' } as const;

/** Who works here, with which rights. */
export function staffRoutes(http: Http): void {
  http.get(
    '/api/admin/me',
    {
      config: {
        audience: 'staff',
        purpose: 'account',
        says: 'Shows who is signed in to the dashboard and what they may do.',
      },
      schema: {
        response: {
          200: Shape({
            accountId: IdText,
            name: Type.String(),
            email: Type.String(),
            permissions: Type.Array(PermissionShape),
          }),
        },
      },
    },
    async (request) => {
      const { id, name, email } = await request.work((ctx) =>
        getAccount(ctx, signedIn(request).accountId as AccountId),
      );
      return { accountId: id, name, email, permissions: [...rightsOf(request)].toSorted() };
    },
  );

  http.get(
    '/api/admin/staff',
    {
      config: { ...manage, says: 'Lists everybody who works in the shop.' },
      schema: { response: { 200: Shape({ items: Type.Array(ColleagueShape) }) } },
    },
    async (request) => ({
      items: (await request.work(listStaff)).map((colleague) => ({
        ...colleague,
        roleIds: [...colleague.roleIds],
      })),
    }),
  );

  http.get(
    '/api/admin/colleagues',
    {
      config: {
        audience: 'staff',
        purpose: 'administer',
        says: 'Names the colleagues behind the ids of timelines and audit, for those who work with either; empty for others.',
      },
      schema: { response: { 200: Shape({ items: Type.Array(Shape({ id: IdText, name: Type.String() })) }) } },
    },
    async (request) => ({ items: await request.work((ctx) => listColleagueNames(ctx, rightsOf(request))) }),
  );
}

/** Other roles for a colleague, shutting one out, and letting one in again. */
export function colleagueRoutes(http: Http): void {
  http.put(
    '/api/admin/staff/:id/roles',
    {
      config: { ...manage, says: 'Gives a colleague other roles, from the next request on.' },
      schema: { params: byId, body: Shape({ roleIds: RoleIds }), response: nothing },
    },
    async (request, reply) => {
      await request.work((ctx) =>
        setStaffRoles(
          ctx,
          rightsOf(request),
          asId<AccountId>(request.params.id),
          roleIdsIn(request.body.roleIds),
        ),
      );
      return reply.code(204).send(null);
    },
  );

  http.post(
    '/api/admin/staff/:id/suspend',
    {
      config: { ...manage, says: 'Shuts a colleague out at once.' },
      schema: { params: byId, response: nothing },
    },
    async (request, reply) => {
      await request.work((ctx) => suspendStaff(ctx, rightsOf(request), asId<AccountId>(request.params.id)));
      return reply.code(204).send(null);
    },
  );

  http.post(
    '/api/admin/staff/:id/restore',
    {
      config: { ...manage, says: 'Lets a suspended colleague in again.' },
      schema: { params: byId, response: nothing },
    },
    async (request, reply) => {
      await request.work((ctx) => restoreStaff(ctx, rightsOf(request), asId<AccountId>(request.params.id)));
      return reply.code(204).send(null);
    },
  );
}
