import type { Context } from '#kernel/context.ts';
import { signedIn } from '#kernel/http.ts';
import type { Http } from '#kernel/http.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { stopAllNews } from '#modules/notifications/index.ts';
import {
  mayReach,
  preferenceChannels,
  preferenceNotice,
  preferenceSenders,
  preferenceTopics,
  setPreference,
} from '#modules/privacy/index.ts';
import type { ReachCell } from '#modules/privacy/index.ts';
import { profileOf } from '#profiles/profiles.ts';
import { FormBody } from './form-body.ts';
import type { FormFields } from './form-body.ts';
import { newsPage } from './pages/news.ts';
import { addressOf, showPage } from './show.ts';
import { accountWords } from './words/account.ts';

const own = { audience: 'buyer', purpose: 'account', page: true, idempotency: 'off' } as const;

/** What the signed-in buyer wants to hear, cell by cell, without scripts. */
export function newsRoutes(http: Http): void {
  http.get(
    '/account/news',
    { config: { ...own, says: 'What the signed-in buyer wants to hear.' } },
    async (request, reply) => {
      const { subject } = signedIn(request);
      const { marketing, purposes } = profileOf(request.tenant);
      const view = {
        open: await request.work((ctx) => openCells(ctx, subject)),
        isSaved: addressOf(request).searchParams.has('saved'),
        isUsed: marketing.own !== 'off' && purposes.includes('marketing'),
      };
      const title = accountWords(request.locale).news;
      return showPage(request, reply, { title, main: newsPage(view, request.locale), private: true });
    },
  );

  http.post(
    '/account/news',
    { config: { ...own, says: 'Takes what the signed-in buyer wants to hear.' }, schema: { body: FormBody } },
    async (request, reply) => {
      const { subject } = signedIn(request);
      await request.work((ctx) =>
        request.body['what'] === 'stop'
          ? stopAllNews(ctx, subject, 'account')
          : saveCells(ctx, subject, request.body),
      );
      return reply.redirect('/account/news?saved', 303);
    },
  );
}

const cells: readonly (ReachCell & { readonly name: string })[] = preferenceSenders.flatMap((sender) =>
  preferenceTopics.flatMap((topic) =>
    preferenceChannels.map((channel) => ({ topic, channel, sender, name: `${topic}.${channel}.${sender}` })),
  ),
);

async function openCells(ctx: Context, subject: SubjectId): Promise<Set<string>> {
  const open = new Set<string>();
  for (const { name, ...cell } of cells)
    if ((await mayReach(ctx, subject, cell)).kind === 'yes') open.add(name);
  return open;
}

/** Takes what changed, the yes before the no, so that what stays chosen keeps what it rests on. */
async function saveCells(ctx: Context, subject: SubjectId, fields: FormFields): Promise<void> {
  const open = await openCells(ctx, subject);
  const text = preferenceNotice(ctx.locale);
  const notice = { text, code: 'account.preferences', locale: ctx.locale, ui: 'account' };
  const wanted = (name: string): boolean => fields[name] === 'yes';
  // With a first choice the general yes no longer stands for the rest: what was open and stays ticked is said too.
  const isFirstChoice = cells.some(({ name }) => wanted(name) && !open.has(name));
  for (const { name, topic, channel, sender } of cells)
    if (wanted(name) && (!open.has(name) || isFirstChoice))
      await setPreference(ctx, subject, { topic, channel, sender, wish: 'yes', door: 'account', notice });
  for (const { name, topic, channel, sender } of cells)
    if (!wanted(name) && open.has(name))
      await setPreference(ctx, subject, { topic, channel, sender, wish: 'no', door: 'account' });
}
