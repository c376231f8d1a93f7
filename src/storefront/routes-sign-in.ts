import type { FastifyReply, FastifyRequest, Http } from '#kernel/http.ts';
import {
  askForReset,
  enter,
  leave,
  openAccount,
  proveAddress,
  requiredAge,
  setNewPassword,
} from '#modules/identity/index.ts';
import { untouched } from './account-view.ts';
import type { FormState } from './account-view.ts';
import { addCookie } from './cookies.ts';
import { FormBody, problemsOf } from './form-body.ts';
import type { FormFields } from './form-body.ts';
import type { FieldProblem } from './model.ts';
import { forgotPage, resetPage, sentPage, signInPage, signUpPage, verifyPage } from './pages/sign-in.ts';
import { emailProblem } from './parts/form.ts';
import { addressOf, ownPath, showPage } from './show.ts';
import { accountWords } from './words/account.ts';

const door = { audience: 'public', purpose: 'account', page: true, idempotency: 'off' } as const;
const body = { body: FormBody };

/** Coming in, going out, and getting in again after forgetting the password. */
export function signInRoutes(http: Http): void {
  http.get(
    '/account/sign-in',
    { config: { ...door, says: 'The form to sign in.' } },
    async (request, reply) => {
      const query = addressOf(request).searchParams;
      const next = query.get('next') ?? undefined;
      if (request.visitor.kind === 'buyer') return reply.redirect(ownPath(next, '/account'), 303);
      const say = accountWords(request.locale);
      const told = query.has('verified') ? say.verified : query.has('reset') ? say.resetDone : undefined;
      return show(request, reply, 'signIn', signInPage(untouched, request.locale, { next, told }));
    },
  );

  http.post(
    '/account/sign-in',
    { config: { ...door, says: 'Signs in.' }, schema: body },
    async (request, reply) => {
      const { email = '', password = '', next } = request.body;
      const problems = missing(request, { email, password });
      if (problems.length === 0) {
        try {
          const { setCookie } = await enter(request, 'buyer', { email: email.trim(), password });
          addCookie(reply, setCookie);
          return reply.redirect(ownPath(next, '/account'), 303);
        } catch (error) {
          problems.push(...problemsOf(error, request));
        }
      }
      return show(
        request,
        reply,
        'signIn',
        signInPage(again(request.body, problems), request.locale, { next }),
        422,
      );
    },
  );

  http.post(
    '/account/sign-out',
    { config: { ...door, says: 'Signs this browser out.' } },
    async (request, reply) => {
      const { setCookie } = await leave(request, 'buyer');
      addCookie(reply, setCookie);
      return reply.redirect('/', 303);
    },
  );

  http.get(
    '/account/sign-up',
    { config: { ...door, says: 'The form to open an account.' } },
    async (request, reply) =>
      show(request, reply, 'signUp', signUpPage(untouched, request.locale, requiredAge(request.tenant))),
  );

  http.post(
    '/account/sign-up',
    {
      config: {
        ...door,
        asksAge: true,
        says: 'Opens an account that waits for its address to be confirmed.',
      },
      schema: body,
    },
    async (request, reply) => {
      const { email = '', password = '', name = '' } = request.body;
      const age = requiredAge(request.tenant);
      const say = accountWords(request.locale);
      const problems = [
        ...(name.trim() ? [] : [{ field: 'name', says: say.nameMissing }]),
        ...missing(request, { email, password }),
        ...(request.body['oldEnough'] === 'yes' ? [] : [{ field: 'oldEnough', says: say.tooYoung(age) }]),
      ];
      if (problems.length === 0) {
        try {
          await openAccount(request, {
            email: email.trim(),
            password,
            name: name.trim(),
            locale: request.locale,
            oldEnough: true,
          });
          return await show(request, reply, 'sentTitle', sentPage(say.sentVerify, request.locale));
        } catch (error) {
          problems.push(...problemsOf(error, request));
        }
      }
      return show(
        request,
        reply,
        'signUp',
        signUpPage(again(request.body, problems), request.locale, age),
        422,
      );
    },
  );

  resetRoutes(http);
}

function resetRoutes(http: Http): void {
  http.get(
    '/account/forgot',
    { config: { ...door, says: 'The form to ask for a new password.' } },
    async (request, reply) => show(request, reply, 'forgotTitle', forgotPage(untouched, request.locale)),
  );

  http.post(
    '/account/forgot',
    { config: { ...door, says: 'Sends a link for a new password, if there is an account.' }, schema: body },
    async (request, reply) => {
      const { email = '' } = request.body;
      const problems = missing(request, { email, password: 'not asked' });
      if (problems.length === 0) {
        try {
          await askForReset(request, 'buyer', { email: email.trim() });
          return await show(
            request,
            reply,
            'sentTitle',
            sentPage(accountWords(request.locale).sentReset, request.locale),
          );
        } catch (error) {
          problems.push(...problemsOf(error, request));
        }
      }
      return show(
        request,
        reply,
        'forgotTitle',
        forgotPage(again(request.body, problems), request.locale),
        422,
      );
    },
  );

  http.get(
    '/account/reset',
    { config: { ...door, says: 'The form for a new password.' } },
    async (request, reply) =>
      show(request, reply, 'resetTitle', resetPage(codeOf(request), untouched, request.locale)),
  );

  http.post(
    '/account/reset',
    { config: { ...door, says: 'Sets a new password with the code of a link.' }, schema: body },
    async (request, reply) => {
      const { code = '', password = '' } = request.body;
      try {
        await setNewPassword(request, 'buyer', { code, password });
        return await reply.redirect('/account/sign-in?reset', 303);
      } catch (error) {
        const state = again({}, problemsOf(error, request));
        return show(request, reply, 'resetTitle', resetPage(code, state, request.locale), 422);
      }
    },
  );

  http.get(
    '/account/verify',
    { config: { ...door, says: 'The form that confirms an address.' } },
    async (request, reply) =>
      show(request, reply, 'verifyTitle', verifyPage(codeOf(request), untouched, request.locale)),
  );

  http.post(
    '/account/verify',
    {
      config: {
        ...door,
        says: 'Confirms an address with the code of a link and the password of the account.',
      },
      schema: body,
    },
    async (request, reply) => {
      const { code = '', password = '' } = request.body;
      try {
        await proveAddress(request, { code, password });
        return await reply.redirect('/account/sign-in?verified', 303);
      } catch (error) {
        const state = again({}, problemsOf(error, request));
        return show(request, reply, 'verifyTitle', verifyPage(code, state, request.locale), 422);
      }
    },
  );
}

const codeOf = (request: FastifyRequest): string =>
  (addressOf(request).searchParams.get('code') ?? '').slice(0, 200);

/** What was typed comes back, passwords never. */
function again(fields: FormFields, problems: readonly FieldProblem[]): FormState {
  const { password: _password, ...values } = fields;
  return { values, problems };
}

function missing(
  request: FastifyRequest,
  { email, password }: { email: string; password: string },
): FieldProblem[] {
  const wrong = emailProblem(email, request.locale);
  return [
    ...(wrong ? [wrong] : []),
    ...(password ? [] : [{ field: 'password', says: accountWords(request.locale).passwordMissing }]),
  ];
}

type Title = 'signIn' | 'signUp' | 'sentTitle' | 'forgotTitle' | 'resetTitle' | 'verifyTitle';

const show = (
  request: FastifyRequest,
  reply: FastifyReply,
  title: Title,
  main: ReturnType<typeof signUpPage>,
  status = 200,
): Promise<FastifyReply> =>
  showPage(request, reply, { title: accountWords(request.locale)[title], private: true, main }, status);
