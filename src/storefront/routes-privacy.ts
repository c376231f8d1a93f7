import { IdText, Shape, signedIn } from '#kernel/http.ts';
import type { FastifyReply, FastifyRequest, Http } from '#kernel/http.ts';
import { asId } from '#kernel/ids.ts';
import type { AccountId } from '#modules/identity/index.ts';
import { maskAddress } from '#modules/notifications/index.ts';
import { copyOf } from '#modules/persons/index.ts';
import {
  askAs,
  askUnproven,
  carryOut,
  centreCookie,
  endedCentreCookie,
  kinds,
  leaveSitting,
  mailLink,
  ownRequest,
  peopleUnder,
  requestsFrom,
  revokeRequest,
  sittingAt,
  sittingOf,
  unlock,
} from '#modules/rights/index.ts';
import type { Ask, Kind, OwnRequest, RequestId, Sitting } from '#modules/rights/index.ts';
import { untouched } from './account-view.ts';
import type { FormState } from './account-view.ts';
import { addCookie } from './cookies.ts';
import { FormBody, problemsOf } from './form-body.ts';
import type { FormFields } from './form-body.ts';
import { showMoment } from './format.ts';
import { heldOf, readersOf, receiversOf } from './held.ts';
import { closedCentrePage, openCentrePage } from './pages/privacy.ts';
import { requestPage, saidPage } from './pages/privacy-request.ts';
import { emailProblem } from './parts/form.ts';
import { saidBar } from './parts/said.ts';
import { legalOf } from './routes-legal.ts';
import { showPrivate } from './routes-privacy-links.ts';
import { addressOf, isHttps, showPage } from './show.ts';
import { privacyWords } from './words/privacy.ts';

const centre = { audience: 'public', purpose: 'rights', page: true, idempotency: 'off' } as const;
const body = { body: FormBody };
const params = { params: Shape({ id: IdText }) };

/** The privacy centre: what we know about you, and what you can do about it. */
export function privacyRoutes(http: Http): void {
  http.get('/privacy', { config: { ...centre, says: 'The privacy centre.' } }, async (request, reply) =>
    showCentre(request, reply, {}),
  );

  http.post(
    '/privacy/link',
    { config: { ...centre, says: 'Mails a link that opens the privacy centre.' }, schema: body },
    async (request, reply) => {
      const { email = '' } = request.body;
      const problem = emailProblem(email, request.locale);
      if (problem) return showCentre(request, reply, { link: again(request.body, [problem]) });
      try {
        await mailLink(request, email.trim());
      } catch (error) {
        return showCentre(request, reply, { link: again(request.body, problemsOf(error, request)) });
      }
      const say = privacyWords(request.locale);
      return showPrivate(
        request,
        reply,
        say.sentTitle,
        saidPage(say.sentTitle, say.sentText, request.locale),
      );
    },
  );

  http.post(
    '/privacy/unlock',
    {
      config: { ...centre, audience: 'buyer', says: 'Opens the centre with the password of the account.' },
      schema: body,
    },
    async (request, reply) => {
      try {
        const { token } = await unlock(
          request,
          signedIn(request).accountId as AccountId,
          request.body['password'] ?? '',
        );
        addCookie(reply, centreCookie(token, isHttps(request)));
        return await reply.redirect('/privacy', 303);
      } catch (error) {
        return showCentre(request, reply, { unlock: again({}, problemsOf(error, request)) });
      }
    },
  );

  http.post(
    '/privacy/leave',
    { config: { ...centre, says: 'Closes the centre in this browser.' } },
    async (request, reply) => {
      const sitting = await sittingOf(request);
      if (sitting) await request.work((ctx) => leaveSitting(ctx, sitting));
      addCookie(reply, endedCentreCookie(isHttps(request)));
      return reply.redirect('/privacy?closed', 303);
    },
  );

  requestRoutes(http);
}

function requestRoutes(http: Http): void {
  http.post(
    '/privacy/requests',
    { config: { ...centre, says: 'Makes a request.' }, schema: body },
    async (request, reply) => {
      const sitting = await sittingAt(request);
      const asked = askIn(request.body);
      try {
        const row = await askAs(request, sitting, asked);
        if (row) await carryOut(request.house, request.tenant, row.id);
        return await reply.redirect(row ? `/privacy/requests/${row.id}` : '/privacy', 303);
      } catch (error) {
        const form = again(request.body, problemsOf(error, request));
        const which = asked.kind === 'rectify' ? 'correct' : asked.kind === 'question' ? 'ask' : 'object';
        return showCentre(request, reply, { [which]: form });
      }
    },
  );

  http.post(
    '/privacy/ask',
    { config: { ...centre, says: 'Asks a question without an open centre.' }, schema: body },
    async (request, reply) => {
      const { email = '', text = '' } = request.body;
      const say = privacyWords(request.locale);
      const problem = emailProblem(email, request.locale);
      const problems = [
        ...(problem ? [problem] : []),
        ...(text.trim() ? [] : [{ field: 'text', says: say.textMissing }]),
      ];
      if (problems.length > 0) return showCentre(request, reply, { ask: again(request.body, problems) });
      try {
        await askUnproven(request, { ...askIn(request.body), kind: 'question', email: email.trim() });
      } catch (error) {
        return showCentre(request, reply, { ask: again(request.body, problemsOf(error, request)) });
      }
      return showPrivate(
        request,
        reply,
        say.sentTitle,
        saidPage(say.sentTitle, say.sentRequest, request.locale),
      );
    },
  );

  http.get(
    '/privacy/requests/:id',
    { config: { ...centre, says: 'One of the asker’s own requests.' }, schema: params },
    async (request, reply) => {
      const sitting = await sittingOf(request);
      if (!sitting) return reply.redirect('/privacy', 303);
      const id = asId<RequestId>(request.params.id);
      const own = await request.work((ctx) => ownRequest(ctx, sitting.addresses, id));
      return showPrivate(
        request,
        reply,
        privacyWords(request.locale).title,
        requestPage(own, request.locale),
      );
    },
  );

  http.post(
    '/privacy/requests/:id/revoke',
    { config: { ...centre, says: 'Takes one of the asker’s own requests back.' }, schema: params },
    async (request, reply) => {
      const { addresses } = await sittingAt(request);
      const id = asId<RequestId>(request.params.id);
      await request.work(async (ctx) => {
        await ownRequest(ctx, addresses, id);
        await revokeRequest(ctx, id);
      });
      return reply.redirect(`/privacy/requests/${id}`, 303);
    },
  );
}

const again = (values: FormFields, problems: FormState['problems']): FormState => ({ values, problems });

const correctable = ['name', 'phone', 'email', 'address', 'other'] as const;
const subjects = ['policy', 'feedback', 'other'] as const;

/** What a form asks for; what it does not know, it does not read. */
function askIn(form: FormFields): Ask {
  const kind: Kind = kinds.find((one) => one === form['kind']) ?? 'question';
  const field = correctable.find((one) => one === form['field']);
  const about = subjects.find((one) => one === form['about']);
  const { text, value, was, purpose, on } = form;
  return {
    kind,
    ...(text && { text }),
    ...(value && { value: value.trim() }),
    ...(was && { was: was.trim() }),
    wish: {
      ...(field && kind === 'rectify' && { field }),
      ...(about && kind === 'question' && { about }),
      ...(purpose === 'marketing' && { purpose }),
      ...(on === 'no' && { on: false }),
    },
  };
}

interface Forms {
  readonly link?: FormState;
  readonly unlock?: FormState;
  readonly ask?: FormState;
  readonly correct?: FormState;
  readonly object?: FormState;
}

async function showCentre(request: FastifyRequest, reply: FastifyReply, forms: Forms): Promise<FastifyReply> {
  const sitting = await sittingOf(request);
  const { email: contactEmail } = await legalOf(request);
  const say = privacyWords(request.locale);
  const status = Object.keys(forms).length > 0 ? 422 : 200;
  const main = sitting
    ? await openCentre(request, sitting, forms, contactEmail)
    : closedCentrePage(
        {
          isSignedIn: request.visitor.kind === 'buyer',
          link: untouched,
          unlock: untouched,
          ask: untouched,
          ...forms,
          contactEmail,
        },
        request.locale,
      );
  const isClosed = addressOf(request).searchParams.has('closed');
  const said = isClosed ? { said: saidBar(say.closedSaid) } : {};
  return showPage(
    request,
    reply,
    { title: say.title, main, private: sitting !== undefined, ...said },
    status,
  );
}

async function openCentre(request: FastifyRequest, sitting: Sitting, forms: Forms, contactEmail: string) {
  const { locale } = request;
  return request.work(async (ctx) => {
    const people = await peopleUnder(ctx, sitting.addresses);
    const copy = await copyOf(ctx, people.released);
    const requests = await requestsFrom(ctx, sitting.addresses);
    return openCentrePage(
      {
        addresses: sitting.addresses,
        until: showMoment(sitting.expiresAt, locale),
        themes: heldOf(copy, locale),
        otherAddresses: people.otherAddresses.map(({ email }) => maskAddress(email)),
        unconfirmedAccount: people.unconfirmedAccount,
        receivers: receiversOf(copy, locale),
        readers: readersOf(copy, locale),
        isRestricted: isRestricted(requests),
        requests,
        correct: untouched,
        object: untouched,
        ask: untouched,
        ...forms,
        contactEmail,
      },
      locale,
    );
  });
}

/** The last restriction that was asked for counts, until it was lifted. */
function isRestricted(requests: readonly OwnRequest[]): boolean {
  const last = requests.find(({ row }) => row.kind === 'restrict' && row.state === 'fulfilled');
  return last !== undefined && last.row.wish.on !== false;
}
