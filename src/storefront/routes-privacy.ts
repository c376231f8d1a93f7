import { signedIn } from '#kernel/http.ts';
import type { Http } from '#kernel/http.ts';
import type { AccountId } from '#modules/identity/index.ts';
import {
  centreCookie,
  endedCentreCookie,
  leaveSitting,
  mailLink,
  sittingOf,
  unlock,
} from '#modules/rights/index.ts';
import { addCookie } from './cookies.ts';
import { FormBody, problemsOf } from './form-body.ts';
import { saidPage } from './pages/privacy-request.ts';
import { emailProblem } from './parts/form.ts';
import { showPrivate } from './routes-privacy-links.ts';
import { isHttps } from './show.ts';
import { again, showCentre } from './show-centre.ts';
import { privacyWords } from './words/privacy.ts';

const centre = { audience: 'public', purpose: 'rights', page: true, idempotency: 'off' } as const;
const body = { body: FormBody };

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
}
