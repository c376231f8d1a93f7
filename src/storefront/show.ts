import { onlyEssential } from '#kernel/browser-items.ts';
import type { BrowserState } from '#kernel/browser-items.ts';
import { cached } from '#kernel/cache.ts';
import type { Html } from '#kernel/html.ts';
import type { FastifyReply, FastifyRequest } from '#kernel/http.ts';
import { listCollections } from '#modules/catalog/index.ts';
import type { CollectionCard } from '#modules/catalog/index.ts';
import { askedCategories, rememberGpc } from '#modules/privacy/index.ts';
import { assetsFor } from './assets.ts';
import { readCartCookie } from './cart-cookie.ts';
import { cookies, setCookie } from './cookies.ts';
import { frame } from './frame.ts';
import type { Page, Surroundings } from './page.ts';
import { locales } from './locale.ts';
import { policyNoticeFor } from './policy-notice-for.ts';
import { newNonce, noReach, reachOf, securityHeaders } from './security.ts';

export const originOf = (request: FastifyRequest): string => `${request.protocol}://${request.host}`;

export const isHttps = (request: FastifyRequest): boolean => request.protocol === 'https';

export const addressOf = (request: FastifyRequest): URL => new URL(request.url, originOf(request));

/** True when htmx asks for a page in order to take a part of it. */
export const wantsPart = (request: FastifyRequest): boolean => request.headers['hx-request'] === 'true';

/** The shop's collections, made once for everyone who asks within the second. */
export const shelvesOf = (request: FastifyRequest): Promise<readonly CollectionCard[]> =>
  cached(request.tenant.id, `shelves ${request.locale}`, () => request.work(listCollections));

/** Sends a page in its frame: the frame is made for this reader, the page inside may have been made for many. */
export async function showPage(
  request: FastifyRequest,
  reply: FastifyReply,
  page: Page,
  status = 200,
): Promise<FastifyReply> {
  const [shelves, browser, policyNotice] = await Promise.all([
    page.bare ? [] : shelvesOf(request),
    request.browser(),
    page.bare ? undefined : policyNoticeFor(request),
  ]);
  await heedGpc(request, browser);
  return sendPage(request, reply, page, { status, shelves, browser, policyNotice });
}

interface Sending {
  readonly status: number;
  readonly shelves: Surroundings['shelves'];
  /** Only the essential unless told. */
  readonly browser?: BrowserState;
  readonly policyNotice?: Surroundings['policyNotice'];
}

/** What the frame shows of the reader and the shop. */
type Seen = Pick<Surroundings, 'shelves' | 'browser' | 'policyNotice'>;

/** As `showPage`, without asking the database for anything: also when it is what failed. */
export function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  page: Page,
  { status, shelves, browser = onlyEssential, policyNotice }: Sending,
): FastifyReply {
  const nonce = newNonce();
  const state = browserFor(page, browser);
  rememberLanguage(request, reply);
  return reply
    .code(status)
    .headers(securityHeaders(nonce, state.scripts.length > 0 ? reachOf(state.scripts) : noReach))
    .header('cache-control', page.private ? 'private, no-store' : 'private, no-cache')
    .header('vary', 'Cookie, Accept-Language, HX-Request, Sec-GPC')
    .header('content-language', request.locale)
    .type('text/html; charset=utf-8')
    .send(filledWith(nonce, framed(request, page, { shelves, browser: state, policyNotice })));
}

/** What the frame shows of it. Scripts of others never run at the checkout, nor where a page is about somebody. */
function browserFor(
  page: Page,
  { asked, mayAsk, gpc, items, permitted }: BrowserState,
): Surroundings['browser'] {
  const scripts = page.bare || page.private ? [] : items.filter((item) => permitted.has(item.category));
  return {
    asks: mayAsk ? askedCategories.filter((category) => asked.includes(category)) : [],
    gpc,
    scripts: scripts.flatMap(({ script }) => (script ? [script] : [])),
  };
}

const heeded = new Set<string>();
const mostHeeded = 10_000;

/** Somebody we know whose browser asks not to sell or share: remembered for them, not only for this browser. */
async function heedGpc(request: FastifyRequest, { gpc }: BrowserState): Promise<void> {
  const { tenant, visitor } = request;
  if (!gpc || visitor.kind !== 'buyer') return;
  const who = `${tenant.id} ${visitor.subject}`;
  if (heeded.has(who)) return;
  await request.work((ctx) => rememberGpc(ctx, visitor.subject));
  if (heeded.size >= mostHeeded) heeded.clear();
  heeded.add(who);
}

interface Framed {
  readonly tenant: FastifyRequest['tenant'];
  readonly shelves: Surroundings['shelves'];
  /** What stands around the places where a nonce belongs, as the bytes that are sent. */
  readonly pieces: readonly Buffer[];
}

const frames = new WeakMap<Page, Map<string, Framed>>();
/** Stands for the nonce in what is kept; nobody outside can know it, so nobody can put a nonce into a text. */
const placeholder = newNonce();
const mostReaders = 50;

/**
 * The whole document. A page that is shown to many is framed once for all who see the same frame around it; what is
 * kept lives no longer than the page, the shelves and the shop that it was made of.
 */
function framed(request: FastifyRequest, page: Page, seen: Seen): readonly Buffer[] {
  const { tenant } = request;
  const { shelves, browser, policyNotice } = seen;
  const around = surroundingsOf(request, placeholder, seen);
  if (page.private) return piecesOf(frame(around, page));
  const { locale, origin, path, query, cartCount, signedIn } = around;
  const { asks, gpc, scripts } = browser;
  const asked = `${asks.join('+')} ${gpc} ${scripts.map(({ src }) => src).join('+')}`;
  const told = policyNotice ? `${policyNotice.version} ${policyNotice.isPersonal}` : '';
  const reader = `${locale} ${origin}${path}${query} ${cartCount} ${signedIn} ${asked} ${told}`;
  const known = frames.get(page)?.get(reader);
  if (known && known.tenant === tenant && known.shelves === shelves) return known.pieces;

  const pieces = piecesOf(frame(around, page));
  const readers = frames.get(page) ?? new Map<string, Framed>();
  if (readers.size < mostReaders) readers.set(reader, { tenant, shelves, pieces });
  frames.set(page, readers);
  return pieces;
}

const piecesOf = (document: Html): Buffer[] =>
  document.text.split(placeholder).map((piece) => Buffer.from(piece));

const slabBytes = 1024 * 1024;
let slab = Buffer.alloc(0);
let used = 0;

/** The document with its nonce, written into a slab that many documents share: a buffer for each costs more than the rest. */
function filledWith(nonce: string, pieces: readonly Buffer[]): Buffer {
  const parts = pieces.flatMap((piece, index) => (index === 0 ? [piece] : [Buffer.from(nonce), piece]));
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  if (used + length > slab.length) [slab, used] = [Buffer.allocUnsafeSlow(Math.max(slabBytes, length)), 0];
  const from = used;
  for (const part of parts) used += part.copy(slab, used);
  return slab.subarray(from, used);
}

function surroundingsOf(
  request: FastifyRequest,
  nonce: string,
  { shelves, browser, policyNotice }: Seen,
): Surroundings {
  const { tenant, locale, visitor } = request;
  const address = addressOf(request);
  address.searchParams.delete('lang');
  return {
    shop: tenant,
    locale,
    origin: address.origin,
    path: address.pathname,
    query: request.method === 'GET' ? address.search : '',
    nonce,
    cartCount: readCartCookie(request)?.count ?? 0,
    signedIn: visitor.kind === 'buyer',
    shelves,
    assets: assetsFor(tenant.accentHue),
    browser,
    policyNotice,
  };
}

/** Whoever chose a language at the foot of a page keeps it on the next one. */
function rememberLanguage(request: FastifyRequest, reply: FastifyReply): void {
  if (!request.url.includes('lang=')) return;
  const asked = addressOf(request).searchParams.get('lang');
  const isKnown = locales.some((locale) => locale === asked);
  if (asked && isKnown && request.cookies[cookies.locale.name] !== asked)
    setCookie(reply, 'locale', asked, isHttps(request));
}

/** Sends a fragment that htmx puts into the page that is there. */
export const sendPart = (
  request: FastifyRequest,
  reply: FastifyReply,
  text: string,
  status = 200,
): FastifyReply =>
  reply
    .code(status)
    .headers(securityHeaders(newNonce()))
    .header('cache-control', 'private, no-store')
    .header('content-language', request.locale)
    .type('text/html; charset=utf-8')
    .serializer(String)
    .send(text);

/** A path of this shop to go on to; anything else becomes `fallback`, so that nobody is sent elsewhere through us. */
export function ownPath(text: string | undefined, fallback: string): string {
  if (text === undefined || !/^\/(?![/\\])/.test(text) || !URL.canParse(text, 'http://shop.invalid'))
    return fallback;
  const url = new URL(text, 'http://shop.invalid');
  return url.host === 'shop.invalid' ? url.pathname + url.search + url.hash : fallback;
}
