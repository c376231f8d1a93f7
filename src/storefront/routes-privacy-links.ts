import type { FastifyReply, FastifyRequest, Http } from '#kernel/http.ts';
import {
  callOff,
  carryOut,
  centreCookie,
  fetchPackage,
  follow,
  lookAtLink,
  lookAtPackage,
  lookAtUndo,
} from '#modules/rights/index.ts';
import { addCookie } from './cookies.ts';
import { FormBody } from './form-body.ts';
import { onePushPage, saidPage } from './pages/privacy-request.ts';
import { addressOf, isHttps, showPage } from './show.ts';
import { deedWords } from './words/privacy-deeds.ts';
import { kindWords, requestWords } from './words/privacy-request.ts';
import { privacyWords } from './words/privacy.ts';

const centre = { audience: 'public', purpose: 'rights', page: true, idempotency: 'off' } as const;
const body = { body: FormBody };

/** What links in mails lead to: a page with one button each, because programs follow links, too. */
export function privacyLinkRoutes(http: Http): void {
  http.get(
    '/privacy/open',
    { config: { ...centre, says: 'Where a mailed link leads; looking at it proves nothing.' } },
    async (request, reply) => {
      const say = privacyWords(request.locale);
      const code = codeIn(request);
      const { address, request: waiting } = await request.work((ctx) => lookAtLink(ctx, code));
      const push = waiting
        ? {
            text: say.followRequest(address, kindWords(request.locale)[waiting.kind]),
            button: say.followIsMe,
          }
        : { text: say.followText(address), button: say.follow };
      const page = { ...push, title: say.followTitle, action: '/privacy/open', code };
      return showPrivate(request, reply, say.followTitle, onePushPage(page));
    },
  );

  http.post(
    '/privacy/open',
    { config: { ...centre, says: 'Follows a mailed link, once.' }, schema: body },
    async (request, reply) => {
      const { token, request: proven } = await follow(request, request.body['code'] ?? '');
      if (token !== null) addCookie(reply, centreCookie(token, isHttps(request)));
      if (proven) await carryOut(request.house, request.tenant, proven.id);
      return reply.redirect(proven ? `/privacy/requests/${proven.id}` : '/privacy', 303);
    },
  );

  http.get(
    '/privacy/copy',
    { config: { ...centre, says: 'Where the link to a copy leads.' } },
    async (request, reply) => {
      const say = requestWords(request.locale);
      const code = codeIn(request);
      await request.work((ctx) => lookAtPackage(ctx, code));
      const push = {
        title: say.fetchTitle,
        text: deedWords(request.locale).exportText,
        button: say.fetch,
        action: '/privacy/copy',
      };
      return showPrivate(request, reply, say.fetchTitle, onePushPage({ ...push, code }));
    },
  );

  http.post(
    '/privacy/copy',
    { config: { ...centre, says: 'Gives the copy out and counts it.' }, schema: body },
    async (request, reply) => {
      const { zip, madeAt } = await request.work((ctx) => fetchPackage(ctx, request.body['code'] ?? ''));
      return reply
        .type('application/zip')
        .header('cache-control', 'private, no-store')
        .header(
          'content-disposition',
          `attachment; filename="my-data-${madeAt.toISOString().slice(0, 10)}.zip"`,
        )
        .send(zip);
    },
  );

  http.get(
    '/privacy/undo',
    { config: { ...centre, says: 'Where the link to call an erasure off leads.' } },
    async (request, reply) => {
      const say = requestWords(request.locale);
      const code = codeIn(request);
      await request.work((ctx) => lookAtUndo(ctx, code));
      const push = { title: say.undoTitle, text: say.undoText, button: say.undo, action: '/privacy/undo' };
      return showPrivate(request, reply, say.undoTitle, onePushPage({ ...push, code }));
    },
  );

  http.post(
    '/privacy/undo',
    { config: { ...centre, says: 'Calls an erasure off before it begins.' }, schema: body },
    async (request, reply) => {
      const say = requestWords(request.locale);
      await request.work((ctx) => callOff(ctx, request.body['code'] ?? ''));
      return showPrivate(
        request,
        reply,
        say.undoneTitle,
        saidPage(say.undoneTitle, say.undoneText, request.locale),
      );
    },
  );
}

const codeIn = (request: FastifyRequest): string => addressOf(request).searchParams.get('code') ?? '';

/** A page that is about one person: no cache keeps it, no search engine lists it. */
export const showPrivate = (
  request: FastifyRequest,
  reply: FastifyReply,
  title: string,
  main: Parameters<typeof showPage>[2]['main'],
): Promise<FastifyReply> => showPage(request, reply, { title, main, private: true });
