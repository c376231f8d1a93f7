import { IdText, Shape } from '#kernel/http.ts';
import type { Http } from '#kernel/http.ts';
import { asId } from '#kernel/ids.ts';
import {
  askAs,
  askUnproven,
  carryOut,
  kinds,
  ownRequest,
  revokeRequest,
  sittingAt,
  sittingOf,
} from '#modules/rights/index.ts';
import type { Ask, Kind, RequestId } from '#modules/rights/index.ts';
import { FormBody, problemsOf } from './form-body.ts';
import type { FormFields } from './form-body.ts';
import { requestPage, saidPage } from './pages/privacy-request.ts';
import { emailProblem } from './parts/form.ts';
import { showPrivate } from './routes-privacy-links.ts';
import { again, showCentre } from './show-centre.ts';
import { privacyWords } from './words/privacy.ts';

const centre = { audience: 'public', purpose: 'rights', page: true, idempotency: 'off' } as const;
const body = { body: FormBody };
const params = { params: Shape({ id: IdText }) };

/** Requests that are made in the privacy centre, and how they stand. */
export function privacyRequestRoutes(http: Http): void {
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
