import { Type } from 'typebox';
import { IdText, Shape } from '#kernel/http.ts';
import type { FastifyRequest, Http } from '#kernel/http.ts';
import { callerOf } from './device.ts';
import {
  askForLink,
  askForReset,
  count,
  enter,
  leave,
  openAccount,
  proveAddress,
  setNewPassword,
} from './door.ts';
import { acceptInvitation } from './invitations.ts';
import { Code, Email, Language, Look, Name, Password, ProfileShape } from './shapes.ts';
import { presentProfile } from './present-profile.ts';

const look = (request: FastifyRequest): { message: string } => ({
  message: request.locale === 'de' ? 'Bitte sehen Sie in Ihr Postfach.' : 'Please look into your inbox.',
});

const door = { audience: 'public', purpose: 'account', idempotency: 'off' } as const;
const credentials = Shape({ email: Email, password: Password });
const onlyEmail = Shape({ email: Email });
const codeAndPassword = Shape({ code: Code, password: Password });

/** Signing up and in, for buyers. */
export function buyerDoor(http: Http): void {
  http.post(
    '/api/store/account/sign-up',
    {
      config: {
        ...door,
        asksAge: true,
        says: 'Opens an account; the answer is the same when there is one already, and a mail says which.',
      },
      schema: {
        body: Shape({
          email: Email,
          name: Name,
          password: Password,
          locale: Type.Optional(Language),
          oldEnough: Type.Optional(
            Type.Boolean({
              description: 'whether they have the age that the shop asks for; no date of birth',
            }),
          ),
        }),
        response: { 202: Look },
      },
    },
    async (request, reply) => {
      await openAccount(request, request.body);
      return reply.code(202).send(look(request));
    },
  );

  http.post(
    '/api/store/account/sign-in',
    {
      config: { ...door, says: 'Signs a buyer in and sets the session cookie.' },
      schema: { body: credentials, response: { 200: ProfileShape } },
    },
    async (request, reply) => {
      const { account, setCookie } = await enter(request, 'buyer', request.body);
      return reply.header('set-cookie', setCookie).send(presentProfile(account));
    },
  );

  http.post(
    '/api/store/account/sign-out',
    { config: { ...door, says: 'Signs this browser out.' }, schema: { response: { 204: Type.Null() } } },
    async (request, reply) => {
      const { setCookie } = await leave(request, 'buyer');
      return reply.code(204).header('set-cookie', setCookie).send(null);
    },
  );
}

/** What a buyer does with the links from our mails: proof of an address, a new password. */
export function linkDoor(http: Http): void {
  http.post(
    '/api/store/account/verify',
    {
      config: {
        ...door,
        says: 'Takes the code from a mail and the password of the account as proof of an address.',
      },
      schema: { body: codeAndPassword, response: { 200: Shape({ accountId: IdText }) } },
    },
    (request) => proveAddress(request, request.body),
  );

  http.post(
    '/api/store/account/verify/resend',
    {
      config: { ...door, says: 'Sends the link that proves an address again.' },
      schema: { body: onlyEmail, response: { 202: Look } },
    },
    async (request, reply) => {
      await askForLink(request, request.body);
      return reply.code(202).send(look(request));
    },
  );

  http.post(
    '/api/store/account/reset/request',
    {
      config: { ...door, says: 'Sends a link for a new password.' },
      schema: { body: onlyEmail, response: { 202: Look } },
    },
    async (request, reply) => {
      await askForReset(request, 'buyer', request.body);
      return reply.code(202).send(look(request));
    },
  );

  http.post(
    '/api/store/account/reset',
    {
      config: { ...door, says: 'Sets a new password with the code from a mail and signs every device out.' },
      schema: { body: codeAndPassword, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      await setNewPassword(request, 'buyer', request.body);
      return reply.code(204).send(null);
    },
  );
}

/** Signing in, for those who work here. */
export function staffDoor(http: Http): void {
  http.post(
    '/api/admin/sign-in',
    {
      config: { ...door, says: 'Signs a colleague in and sets the staff cookie.' },
      schema: { body: credentials, response: { 200: ProfileShape } },
    },
    async (request, reply) => {
      const { account, setCookie } = await enter(request, 'staff', request.body);
      return reply.header('set-cookie', setCookie).send(presentProfile(account));
    },
  );

  http.post(
    '/api/admin/sign-out',
    {
      config: { ...door, says: 'Signs this browser out of the dashboard.' },
      schema: { response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      const { setCookie } = await leave(request, 'staff');
      return reply.code(204).header('set-cookie', setCookie).send(null);
    },
  );

  http.post(
    '/api/admin/reset/request',
    {
      config: { ...door, says: 'Sends a colleague a link for a new password.' },
      schema: { body: onlyEmail, response: { 202: Look } },
    },
    async (request, reply) => {
      await askForReset(request, 'staff', request.body);
      return reply.code(202).send(look(request));
    },
  );

  http.post(
    '/api/admin/reset',
    {
      config: { ...door, says: "Sets a colleague's new password with the code from a mail." },
      schema: { body: codeAndPassword, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      await setNewPassword(request, 'staff', request.body);
      return reply.code(204).send(null);
    },
  );

  http.post(
    '/api/admin/invitations/accept',
    {
      config: { ...door, says: 'Takes an invitation up by choosing a password.' },
      schema: { body: codeAndPassword, response: { 201: Shape({ accountId: IdText }) } },
    },
    async (request, reply) => {
      await count(request, [['codeCaller', callerOf(request.ip)]]);
      const accountId = await request.work((ctx) => acceptInvitation(ctx, request.body));
      return reply.code(201).send({ accountId });
    },
  );
}
