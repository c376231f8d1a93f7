import { Type } from 'typebox';
import { IdText, PageOf, Shape, expectedVersion, pageQuery, signedIn } from '#kernel/http.ts';
import type { FastifyRequest, Http } from '#kernel/http.ts';
import { asId } from '#kernel/ids.ts';
import type { Permission } from '#kernel/permissions.ts';
import type { AccountId, InvitationId, RoleId } from './account.ts';
import { listColleagueNames } from './colleague-names.ts';
import { getCustomer, listCustomers, revealCustomer } from './customers.ts';
import { originOf } from './door.ts';
import { getAccount } from './find-account.ts';
import { inviteStaff, listInvitations, withdrawInvitation } from './invitations.ts';
import { RevealReasonShape } from './reveal.ts';
import { changeRole, createRole, listRoles, removeRole } from './roles-of-shop.ts';
import {
  ColleagueShape,
  CustomerDetail,
  CustomerShape,
  Email,
  InvitationShape,
  Language,
  Name,
  PermissionShape,
  RoleIn,
  RoleShape,
  byId,
} from './shapes.ts';
import { listStaff, restoreStaff, setStaffRoles, suspendStaff } from './staff.ts';

const rightsOf = (request: FastifyRequest): ReadonlySet<Permission> => {
  const visitor = signedIn(request);
  return visitor.kind === 'staff' ? visitor.permissions : new Set<Permission>();
};
const roleIdsIn = (texts: readonly string[]): RoleId[] => texts.map((text) => asId<RoleId>(text));
const RoleIds = Type.Array(IdText, { minItems: 1, maxItems: 20 });
const nothing = { 204: Type.Null() };
const manage = { audience: { staff: 'staff.manage' }, purpose: 'administer' } as const;

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

/** Customers with an account, as staff see them. */
export function customerRoutes(http: Http): void {
  const read = { audience: { staff: 'customers.read' }, purpose: 'administer' } as const;

  http.get(
    '/api/admin/customers',
    {
      config: {
        ...read,
        says: 'Lists or finds customers by address or name; masked unless people may be read.',
      },
      schema: {
        querystring: Shape({ ...pageQuery, q: Type.Optional(Type.String({ maxLength: 254 })) }),
        response: { 200: PageOf(CustomerShape) },
      },
    },
    (request) =>
      request.work((ctx) =>
        listCustomers(ctx, { ...request.query, mayReveal: rightsOf(request).has('people.reveal') }),
      ),
  );

  http.get(
    '/api/admin/customers/:id',
    {
      config: { ...read, says: 'Shows one customer; masked unless people may be read.' },
      schema: { params: byId, response: { 200: CustomerDetail } },
    },
    (request) =>
      request.work((ctx) =>
        getCustomer(ctx, asId<AccountId>(request.params.id), rightsOf(request).has('people.reveal')),
      ),
  );

  http.post(
    '/api/admin/customers/:id/reveal',
    {
      config: {
        ...read,
        says: 'Shows one customer unmasked, because of a reason that is recorded; twenty people an hour.',
        idempotency: 'off',
      },
      schema: {
        params: byId,
        body: Shape({ because: RevealReasonShape }),
        response: { 200: CustomerDetail },
      },
    },
    (request) =>
      request.work((ctx) => revealCustomer(ctx, asId<AccountId>(request.params.id), request.body.because)),
  );
}
