import { IdText, Shape, signedIn } from '#kernel/http.ts';
import type { FastifyReply, FastifyRequest, Http } from '#kernel/http.ts';
import type { Html } from '#kernel/html.ts';
import { asId } from '#kernel/ids.ts';
import {
  changeEmail,
  changePassword,
  changeProfile,
  countTries,
  deviceOf,
  getAccount,
  listDevices,
  revokeDevice,
  revokeOtherDevices,
  sessionCookie,
  tokenOf,
} from '#modules/identity/index.ts';
import type { AccountId, SessionId } from '#modules/identity/index.ts';
import { listAccountOrders } from '#modules/orders/index.ts';
import { untouched } from './account-view.ts';
import type { FormState } from './account-view.ts';
import { addCookie } from './cookies.ts';
import { FormBody, problemsOf } from './form-body.ts';
import { locales } from './locale.ts';
import { devicesPart, ordersPart, profilePart } from './pages/account.ts';
import { statusWords } from './pages/order.ts';
import { saidBar } from './parts/said.ts';
import { addressOf, isHttps, originOf, showPage } from './show.ts';
import { accountWords } from './words/account.ts';

const own = { audience: 'buyer', purpose: 'account', page: true, idempotency: 'off' } as const;
const body = { body: FormBody };

export const accountIdOf = (request: FastifyRequest): AccountId => signedIn(request).accountId as AccountId;

/** What somebody sees and changes of their own: orders, name and sign-in, devices. */
export function accountRoutes(http: Http): void {
  http.get(
    '/account',
    { config: { ...own, says: 'The orders of the signed-in buyer.' } },
    async (request, reply) => {
      const after = addressOf(request).searchParams.get('after') ?? undefined;
      const { subject } = signedIn(request);
      const { items, next } = await request.work((ctx) =>
        listAccountOrders(ctx, subject, { after, limit: 20 }),
      );
      const rows = items.map((order) => ({ ...order, status: statusWords(order, request.locale) }));
      return showAccount(request, reply, ordersPart(rows, next, request.locale));
    },
  );

  http.get(
    '/account/profile',
    { config: { ...own, says: 'Name, language, password and address.' } },
    async (request, reply) => showProfile(request, reply, {}),
  );

  http.post(
    '/account/profile',
    { config: { ...own, says: 'Changes name and language.' }, schema: body },
    async (request, reply) => {
      const { name = '', locale = '' } = request.body;
      const language = locales.find((known) => known === locale) ?? request.locale;
      if (!name.trim()) {
        const problems = [{ field: 'name', says: accountWords(request.locale).nameMissing }];
        return showProfile(request, reply, { profile: { values: request.body, problems } });
      }
      await request.work((ctx) =>
        changeProfile(ctx, accountIdOf(request), { name: name.trim().slice(0, 100), locale: language }),
      );
      return reply.redirect('/account/profile?saved', 303);
    },
  );

  http.post(
    '/account/password',
    { config: { ...own, says: 'Sets a new password.' }, schema: body },
    async (request, reply) => {
      const { current = '', password = '' } = request.body;
      try {
        await countTries(request, [['passwordOf', accountIdOf(request)]]);
        const token = await request.work((ctx) =>
          changePassword(ctx, holderOf(request), { current, password, device: deviceOf(request) }),
        );
        addCookie(reply, sessionCookie('buyer', token, isHttps(request)));
        return await reply.redirect('/account/profile?password', 303);
      } catch (error) {
        return showProfile(request, reply, {
          password: { values: {}, problems: problemsOf(error, request) },
        });
      }
    },
  );

  http.post(
    '/account/email',
    { config: { ...own, says: 'Begins to move the account to another address.' }, schema: body },
    async (request, reply) => {
      const { email = '', password = '' } = request.body;
      try {
        await countTries(request, [
          ['passwordOf', accountIdOf(request)],
          ['mailTo', email],
        ]);
        await request.work((ctx) =>
          changeEmail(ctx, holderOf(request), { email: email.trim(), password, origin: originOf(request) }),
        );
        return await reply.redirect('/account/profile?email', 303);
      } catch (error) {
        return showProfile(request, reply, {
          email: { values: { email }, problems: problemsOf(error, request) },
        });
      }
    },
  );

  deviceRoutes(http);
}

function deviceRoutes(http: Http): void {
  http.get(
    '/account/devices',
    { config: { ...own, says: 'Where the account is signed in.' } },
    async (request, reply) => {
      const devices = await request.work((ctx) =>
        listDevices(ctx, accountIdOf(request), tokenOf(request, 'buyer') ?? ''),
      );
      return showAccount(request, reply, devicesPart(devices, request.locale));
    },
  );

  http.post(
    '/account/devices/:id/sign-out',
    { config: { ...own, says: 'Signs one device out.' }, schema: { params: Shape({ id: IdText }) } },
    async (request, reply) => {
      await request.work((ctx) =>
        revokeDevice(ctx, accountIdOf(request), asId<SessionId>(request.params.id)),
      );
      return reply.redirect('/account/devices', 303);
    },
  );

  http.post(
    '/account/devices/sign-out-others',
    { config: { ...own, says: 'Signs every other device out.' } },
    async (request, reply) => {
      await request.work((ctx) =>
        revokeOtherDevices(ctx, accountIdOf(request), tokenOf(request, 'buyer') ?? ''),
      );
      return reply.redirect('/account/devices', 303);
    },
  );
}

const holderOf = (request: FastifyRequest) =>
  ({ kind: 'buyer', accountId: accountIdOf(request), token: tokenOf(request, 'buyer') ?? '' }) as const;

export const showAccount = (
  request: FastifyRequest,
  reply: FastifyReply,
  main: Html,
  status = 200,
  said?: string,
): Promise<FastifyReply> =>
  showPage(
    request,
    reply,
    {
      title: accountWords(request.locale).account,
      private: true,
      main,
      ...(said ? { said: saidBar(said) } : {}),
    },
    status,
  );

interface ProfileForms {
  readonly profile?: FormState;
  readonly password?: FormState;
  readonly email?: FormState;
}

async function showProfile(
  request: FastifyRequest,
  reply: FastifyReply,
  forms: ProfileForms,
): Promise<FastifyReply> {
  const say = accountWords(request.locale);
  const query = addressOf(request).searchParams;
  const holder = await request.work((ctx) => getAccount(ctx, accountIdOf(request)));
  const said = query.has('saved')
    ? say.saved
    : query.has('password')
      ? say.passwordChanged
      : query.has('email')
        ? say.emailSent
        : undefined;
  const isWrong = Object.keys(forms).length > 0;
  const part = profilePart(
    holder,
    { profile: untouched, password: untouched, email: untouched, ...forms },
    request.locale,
  );
  return showAccount(request, reply, part, isWrong ? 422 : 200, said);
}
