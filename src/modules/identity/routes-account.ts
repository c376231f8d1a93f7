import { Type } from 'typebox';
import { Shape, byId, expectedVersion, signedIn } from '#kernel/http.ts';
import type { FastifyRequest, Http } from '#kernel/http.ts';
import { asId } from '#kernel/ids.ts';
import type { AccountId, SessionId } from './account.ts';
import { changeEmail, changePassword } from './change-sign-in.ts';
import type { Holder } from './change-sign-in.ts';
import { sessionCookie } from './cookies.ts';
import { count, deviceOf, isHttps, originOf, tokenOf } from './door.ts';
import { getAccount } from './find-account.ts';
import { presentProfile } from './present-profile.ts';
import { changeProfile } from './profile.ts';
import { DeviceShape, Email, Language, Look, Name, Password, ProfileShape } from './shapes.ts';
import { listDevices, revokeDevice, revokeOtherDevices } from './sessions.ts';

const accountOf = (request: FastifyRequest): AccountId => signedIn(request).accountId as AccountId;
const tokenIn = (request: FastifyRequest): string => tokenOf(request, signedIn(request).kind) ?? '';
const holderOf = (request: FastifyRequest): Holder => ({
  kind: signedIn(request).kind,
  accountId: accountOf(request),
  token: tokenIn(request),
});
type Side = (typeof sides)[number];
/** Buyers and colleagues have the same kind of account, each on their own side of the counter. */
export const sides = [
  { prefix: '/api/account', audience: 'buyer' },
  { prefix: '/api/admin/account', audience: 'staff' },
] as const;

/** What somebody may do with their own account. */
export function accountRoutes(http: Http, { prefix, audience }: Side): void {
  const own = { audience, purpose: 'account' } as const;

  http.get(
    `${prefix}/profile`,
    { config: { ...own, says: 'Shows the signed-in account.' }, schema: { response: { 200: ProfileShape } } },
    async (request) => presentProfile(await request.work((ctx) => getAccount(ctx, accountOf(request)))),
  );

  http.put(
    `${prefix}/profile`,
    {
      config: { ...own, says: 'Changes name and language; takes If-Match.' },
      schema: { body: Shape({ name: Name, locale: Language }), response: { 200: ProfileShape } },
    },
    async (request) => {
      const version = expectedVersion(request);
      return presentProfile(
        await request.work((ctx) => changeProfile(ctx, accountOf(request), request.body, version)),
      );
    },
  );

  http.post(
    `${prefix}/password`,
    {
      config: { ...own, says: 'Sets a new password and signs every other device out.', idempotency: 'off' },
      schema: { body: Shape({ current: Password, password: Password }), response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      await count(request, [['passwordOf', accountOf(request)]]);
      const token = await request.work((ctx) =>
        changePassword(ctx, holderOf(request), { ...request.body, device: deviceOf(request) }),
      );
      return reply
        .code(204)
        .header('set-cookie', sessionCookie(signedIn(request).kind, token, isHttps(request)))
        .send(null);
    },
  );

  http.post(
    `${prefix}/email`,
    {
      config: {
        ...own,
        says: 'Begins to move the account to another address, which the link that goes there completes.',
        idempotency: 'off',
      },
      schema: { body: Shape({ email: Email, password: Password }), response: { 202: Look } },
    },
    async (request, reply) => {
      await count(request, [
        ['passwordOf', accountOf(request)],
        ['mailTo', request.body.email],
      ]);
      await request.work((ctx) =>
        changeEmail(ctx, holderOf(request), { ...request.body, origin: originOf(request) }),
      );
      return reply.code(202).send({
        message:
          request.locale === 'de'
            ? 'Bitte sehen Sie in das neue Postfach.'
            : 'Please look into the new inbox.',
      });
    },
  );
}

/** Where somebody is signed in, and ending what is not theirs. */
export function deviceRoutes(http: Http, { prefix, audience }: Side): void {
  const own = { audience, purpose: 'account' } as const;

  http.get(
    `${prefix}/sessions`,
    {
      config: { ...own, says: 'Lists the devices that are signed in.' },
      schema: { response: { 200: Shape({ items: Type.Array(DeviceShape) }) } },
    },
    async (request) => ({
      items: await request.work((ctx) => listDevices(ctx, accountOf(request), tokenIn(request))),
    }),
  );

  http.delete(
    `${prefix}/sessions/:id`,
    {
      config: { ...own, says: 'Signs one device out, at once.' },
      schema: { params: byId, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      await request.work((ctx) => revokeDevice(ctx, accountOf(request), asId<SessionId>(request.params.id)));
      return reply.code(204).send(null);
    },
  );

  http.post(
    `${prefix}/sessions/revoke-others`,
    {
      config: { ...own, says: 'Signs every device out but this one.' },
      schema: { response: { 200: Shape({ revoked: Type.Integer() }) } },
    },
    async (request) => ({
      revoked: await request.work((ctx) => revokeOtherDevices(ctx, accountOf(request), tokenIn(request))),
    }),
  );
}
