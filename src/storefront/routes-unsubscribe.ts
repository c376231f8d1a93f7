import { Shape } from '#kernel/http.ts';
import type { Http } from '#kernel/http.ts';
import { httpRefuse } from '#kernel/http-refuse.ts';
import { readStopCode, stopAllNews } from '#modules/notifications/index.ts';
import { setPreference } from '#modules/privacy/index.ts';
import { Type } from 'typebox';
import { FormBody } from './form-body.ts';
import { brokenStopPage, unsubscribePage, unsubscribedPage } from './pages/unsubscribe.ts';
import { showPage } from './show.ts';
import { unsubscribeWords } from './words/unsubscribe.ts';

const open = { audience: 'public', purpose: 'suppress', page: true, idempotency: 'off' } as const;
const params = Shape({ code: Type.String({ maxLength: 120 }) });

/** The end of news, from the link in each of them: a look changes nothing, one click ends them. Source: RFC 8058. */
export function unsubscribeRoutes(http: Http): void {
  http.get(
    '/unsubscribe/:code',
    {
      config: { ...open, says: 'Asks whether to end some news; changes nothing.' },
      schema: { params },
    },
    async (request, reply) => {
      const found = await request.work((ctx) => readStopCode(ctx, request.params.code));
      if (!found) {
        const { brokenTitle } = unsubscribeWords(request.locale);
        const broken = { title: brokenTitle, main: brokenStopPage(request.locale), private: true };
        return showPage(request, reply, broken, 404);
      }
      const main = unsubscribePage({ shop: request.tenant.name, topic: found.topic }, request.locale);
      const { title } = unsubscribeWords(request.locale);
      return showPage(request, reply, { title, main, private: true });
    },
  );

  http.post(
    '/unsubscribe/:code',
    {
      config: {
        ...open,
        crossSite: true,
        says: 'Ends some news, or all; mail programs post here with one click.',
      },
      schema: { params, body: FormBody },
    },
    async (request, reply) => {
      const what = request.body['what'] === 'all' ? 'all' : 'this';
      await request.work(async (ctx) => {
        const found = await readStopCode(ctx, request.params.code);
        if (!found) throw httpRefuse.notFound();
        const { subject, topic, sender } = found;
        if (what === 'all') await stopAllNews(ctx, subject, 'mail');
        else await setPreference(ctx, subject, { topic, channel: 'email', sender, wish: 'no', door: 'mail' });
      });
      const { doneTitle: title } = unsubscribeWords(request.locale);
      const main = unsubscribedPage(what, request.locale);
      return showPage(request, reply, { title, main, private: true });
    },
  );
}
