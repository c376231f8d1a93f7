/**
 * What buyers see: pages made on the server that work without scripts, in English and German.
 * Pages are pure functions; routes ask the modules' faces and put the answer into a page. No rule lives here.
 */
import type { FastifyReply, FastifyRequest, Http } from '#kernel/http.ts';
import { sentenceOf } from '#kernel/refusal.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { problemPage, problemTitle } from './pages/problem.ts';
import { saidWrong } from './parts/said.ts';
import { accountRoutes } from './routes-account.ts';
import { addressBookRoutes } from './routes-address-book.ts';
import { browseRoutes } from './routes-browse.ts';
import { cartRoutes } from './routes-cart.ts';
import { checkoutRoutes } from './routes-checkout.ts';
import { choicesRoutes } from './routes-choices.ts';
import { fileRoutes } from './routes-files.ts';
import { legalRoutes } from './routes-legal.ts';
import { policyRoutes } from './routes-policy.ts';
import { newsRoutes } from './routes-news.ts';
import { orderRoutes } from './routes-order.ts';
import { privacyLinkRoutes } from './routes-privacy-links.ts';
import { privacyRequestRoutes } from './routes-privacy-requests.ts';
import { privacyRoutes } from './routes-privacy.ts';
import { productRoutes } from './routes-product.ts';
import { signInRoutes } from './routes-sign-in.ts';
import { feedRoutes } from './routes-feed.ts';
import { sitemapRoutes } from './routes-sitemap.ts';
import { unsubscribeRoutes } from './routes-unsubscribe.ts';
import { sendPage, sendPart, wantsPart } from './show.ts';

export { storefrontStores } from './cookies.ts';

/** Registers every page of the storefront and the files that they need. */
export function storefrontRoutes(http: Http): void {
  browseRoutes(http);
  productRoutes(http);
  cartRoutes(http);
  checkoutRoutes(http);
  orderRoutes(http);
  signInRoutes(http);
  accountRoutes(http);
  addressBookRoutes(http);
  legalRoutes(http);
  policyRoutes(http);
  privacyRoutes(http);
  privacyRequestRoutes(http);
  privacyLinkRoutes(http);
  choicesRoutes(http);
  fileRoutes(http);
  sitemapRoutes(http);
  feedRoutes(http);
  unsubscribeRoutes(http);
  newsRoutes(http);
}

/**
 * Answers a refusal as a page in the reader's language: what happened, what was kept, what to do.
 *
 * It asks the database for nothing, so it works when the database is what failed. Who has to sign in first is taken
 * there; who changed a part of a page sees the sentence above the page that stays.
 */
export function renderProblem(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply {
  const { status, code } = refusal;
  const says = sentenceOf(refusal, request.locale);
  if (status === 503) reply.header('retry-after', '2');
  if (status === 401 && request.method === 'GET' && !wantsPart(request)) {
    return reply.redirect(`/account/sign-in?next=${encodeURIComponent(request.url)}`, 303);
  }
  if (wantsPart(request)) {
    reply.headers({ 'hx-retarget': '#said', 'hx-reswap': 'innerHTML', 'hx-reselect': '#said-wrong' });
    return sendPart(request, reply, saidWrong(says).text, status);
  }
  const page = {
    title: problemTitle({ status, code }, request.locale),
    private: true,
    main: problemPage({ status, code, says }, request.locale),
  };
  return sendPage(request, reply, page, { status, shelves: [] });
}
