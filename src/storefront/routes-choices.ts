import { declaredBrowserItems } from '#kernel/browser-items.ts';
import type { BrowserState } from '#kernel/browser-items.ts';
import type { FastifyReply, FastifyRequest, Http } from '#kernel/http.ts';
import {
  askedCategories,
  chooseForBrowser,
  choicesIn,
  consentsOf,
  listConsents,
} from '#modules/privacy/index.ts';
import type { AskedCategory, CookieWish } from '#modules/privacy/index.ts';
import { FormBody } from './form-body.ts';
import type { FormFields } from './form-body.ts';
import { choicesPage } from './pages/choices.ts';
import type { AnswerRow } from './pages/choices.ts';
import { cookiesPage } from './pages/cookies.ts';
import { addressOf, ownPath, showPage } from './show.ts';
import { choicesWords } from './words/choices.ts';
import { legalWords } from './words/legal.ts';

const open = { audience: 'public', purpose: 'browse', page: true, idempotency: 'off' } as const;

/** What a browser keeps, and what its reader allows. */
export function choicesRoutes(http: Http): void {
  http.get(
    '/privacy/cookies',
    { config: { ...open, says: 'Which cookies there are, printed from what is declared.' } },
    async (request, reply) => {
      const { items } = await request.browser();
      const forStaff = declaredBrowserItems().filter(({ on }) => on === 'dashboard');
      const main = cookiesPage({ items, forStaff }, request.locale);
      return showPage(request, reply, { title: legalWords(request.locale).cookies, main });
    },
  );

  http.get(
    '/privacy/choices',
    { config: { ...open, says: 'What the reader allows, and the status of Global Privacy Control.' } },
    async (request, reply) => showChoices(request, reply),
  );

  http.post(
    '/privacy/choices',
    { config: { ...open, says: 'Takes what the reader allows.' }, schema: { body: FormBody } },
    async (request, reply) => {
      const { gpc, asked } = await request.browser();
      const { visitor, body } = request;
      const ui = body['ui'] === 'bar' ? 'bar' : 'choices';
      const { cookie } = await request.work((ctx) =>
        chooseForBrowser(ctx, {
          subject: visitor.kind === 'buyer' ? visitor.subject : undefined,
          wishes: wishesIn(body, asked),
          gpc,
          ui,
          before: choicesIn(request.cookies),
        }),
      );
      await request.keepChoices(reply, cookie);
      return reply.redirect(ownPath(body['next'], '/privacy/choices?saved'), 303);
    },
  );
}

/** What a form says: everything, nothing, or each by itself; what was left open stays unanswered. */
function wishesIn(fields: FormFields, asked: BrowserState['asked']): Map<AskedCategory, CookieWish> {
  const wishes = new Map<AskedCategory, CookieWish>();
  for (const category of askedCategories.filter((one) => asked.includes(one))) {
    const each = fields[category];
    if (fields['answer'] === 'all') wishes.set(category, 'yes');
    else if (fields['answer'] === 'none') wishes.set(category, 'no');
    else if (each === 'yes' || each === 'no' || each === 'confirmed') wishes.set(category, each);
  }
  return wishes;
}

async function showChoices(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const browser = await request.browser();
  const { visitor, locale } = request;
  const isSignedIn = visitor.kind === 'buyer';
  const [lines, known] = isSignedIn
    ? await request.work(async (ctx) => [
        await listConsents(ctx, visitor.subject),
        await consentsOf(ctx, visitor.subject),
      ])
    : [[], []];
  const answers = lines.flatMap(({ asks, state, at, eventId }): AnswerRow[] =>
    state === 'unanswered' || at === null || eventId === null
      ? []
      : [{ asks, state, at, receipt: `/api/account/consents/receipts/${eventId}` }],
  );
  const view = {
    browser,
    isSignedIn,
    isSaved: addressOf(request).searchParams.has('saved'),
    isObjected: known.some(({ purpose, state }) => purpose === 'advertise' && state === 'objected'),
    answers,
  };
  const main = choicesPage(view, locale);
  return showPage(request, reply, {
    title: choicesWords(locale).title,
    private: true,
    asksItself: true,
    main,
  });
}
