import { Type } from 'typebox';
import { IdText, Shape, byId, expectedVersion } from '#kernel/http.ts';
import type { Http } from '#kernel/http.ts';
import { asId } from '#kernel/ids.ts';
import type { InvitationId, RoleId } from './account.ts';
import { originOf } from './door.ts';
import { inviteStaff, listInvitations, withdrawInvitation } from './invitations.ts';
import { changeRole, createRole, listRoles, removeRole } from './roles-of-shop.ts';
import { RoleIds, manage, nothing, rightsOf, roleIdsIn } from './routes-staff.ts';
import { Email, InvitationShape, Language, Name, RoleIn, RoleShape } from './shapes.ts';

/** Colleagues who were asked to come and have not answered. */
export function invitationRoutes(http: Http): void {
  http.get(
    '/api/admin/invitations',
    {
      config: { ...manage, says: 'Lists invitations that wait for an answer.' },
      schema: { response: { 200: Shape({ items: Type.Array(InvitationShape) }) } },
    },
    async (request) => ({
      items: (await request.work(listInvitations)).map((open) => ({ ...open, roleIds: [...open.roleIds] })),
    }),
  );

  http.post(
    '/api/admin/invitations',
    {
      config: { ...manage, says: 'Invites a colleague by mail; the link is good for seven days.' },
      schema: {
        body: Shape({ email: Email, name: Name, roleIds: RoleIds, locale: Type.Optional(Language) }),
        response: { 201: Shape({ id: IdText }) },
      },
    },
    async (request, reply) => {
      const id = await request.work((ctx) =>
        inviteStaff(ctx, rightsOf(request), {
          ...request.body,
          roleIds: roleIdsIn(request.body.roleIds),
          origin: originOf(request),
        }),
      );
      return reply.code(201).send({ id });
    },
  );

  http.delete(
    '/api/admin/invitations/:id',
    {
      config: { ...manage, says: 'Takes an open invitation back.' },
      schema: { params: byId, response: nothing },
    },
    async (request, reply) => {
      await request.work((ctx) => withdrawInvitation(ctx, asId<InvitationId>(request.params.id)));
      return reply.code(204).send(null);
    },
  );
}

/** Roles as data: the house's seven and the shop's own. */
export function roleRoutes(http: Http): void {
  http.get(
    '/api/admin/roles',
    {
      config: { ...manage, says: 'Lists the roles a shop can give.' },
      schema: { response: { 200: Shape({ items: Type.Array(RoleShape) }) } },
    },
    async (request) => ({
      items: (await request.work(listRoles)).map((role) => ({ ...role, permissions: [...role.permissions] })),
    }),
  );

  http.post(
    '/api/admin/roles',
    {
      config: { ...manage, says: "Makes a role of the shop's own." },
      schema: { body: RoleIn, response: { 201: RoleShape } },
    },
    async (request, reply) => {
      const role = await request.work((ctx) => createRole(ctx, rightsOf(request), request.body));
      return reply.code(201).send({ ...role, permissions: [...role.permissions] });
    },
  );

  http.put(
    '/api/admin/roles/:id',
    {
      config: { ...manage, says: "Changes a role of the shop's own; takes If-Match." },
      schema: { params: byId, body: RoleIn, response: { 200: RoleShape } },
    },
    async (request) => {
      const version = expectedVersion(request);
      const role = await request.work((ctx) =>
        changeRole(ctx, rightsOf(request), asId<RoleId>(request.params.id), request.body, version),
      );
      return { ...role, permissions: [...role.permissions] };
    },
  );

  http.delete(
    '/api/admin/roles/:id',
    {
      config: { ...manage, says: 'Removes a role that nobody has.' },
      schema: { params: byId, response: nothing },
    },
    async (request, reply) => {
      await request.work((ctx) => removeRole(ctx, asId<RoleId>(request.params.id)));
      return reply.code(204).send(null);
    },
  );
}
