import type { FastifyReply, FastifyRequest } from 'fastify';
import { findCookie, isPermitted, onlyEssential, storageToClear } from '#kernel/browser-items.ts';
import type { BrowserState } from '#kernel/browser-items.ts';
import type { Http } from '#kernel/http.ts';
import { browserStateOf, judgedState } from './browser-state.ts';

type Lines = readonly string[];
type Given = readonly unknown[];
type Raw = FastifyReply['raw'];

/**
 * The last look at every answer before it leaves the house: a Set-Cookie that nobody declared, or that the reader did not
 * allow, is dropped, whichever layer wrote it; what was allowed once and no longer is, is taken out of the browser.
 *
 * It sits where headers become bytes, so answers that bypass the framework pass it, too. Unknown means no.
 * Source: directive 2002/58/EC art. 5(3); privacy.md C9; invariant P16.
 */
export function filterAnswers(http: Http): void {
  http.addHook('onRequest', (request, reply, done) => {
    guard(request, reply.raw);
    done();
  });
  http.addHook('onSend', (request, reply, _payload, done) => {
    if (!request.tenant || !isAnythingToJudge(request, reply)) return done();
    browserStateOf(request).then(
      () => done(),
      (error: unknown) => {
        request.house.log.warn({ err: error }, 'a browser could not be judged: only the essential passes');
        done();
      },
    );
  });
}

/** Whether anything in this exchange is beyond the essential, so that the reader's answer has to be known. */
const isAnythingToJudge = (request: FastifyRequest, reply: FastifyReply): boolean =>
  leftovers(request).length > 0 ||
  linesOf(reply.getHeader('set-cookie')).some((line) => isAsked(nameIn(line)));

function guard(request: FastifyRequest, raw: Raw): void {
  const write = raw.writeHead.bind(raw) as (status: number, ...given: Given) => Raw;
  const filtered = (status: number, ...given: Given): Raw => {
    const lines = linesGiven(given) ?? linesOf(raw.getHeader('set-cookie'));
    const left = leftovers(request);
    if (raw.headersSent || (lines.length === 0 && left.length === 0)) return write(status, ...given);

    // An answer that bypassed the framework may not have been judged: then it sets nothing and takes nothing away.
    const judged = judgedState(request);
    const state = judged ?? onlyEssential;
    const passing = lines.filter((line) => mayPass(line, state, request));
    const set = new Set(passing.map(nameIn));
    const ended = judged ? left.filter((name) => !set.has(name) && !mayStay(name, judged)) : [];
    raw.removeHeader('set-cookie');
    const all = [...passing, ...ended.map((name) => `${name}=; Path=/; Max-Age=0`)];
    if (all.length > 0) raw.setHeader('set-cookie', all);
    const storage = storageToClear(ended.map((name) => findCookie(name)?.category));
    if (storage) raw.setHeader('clear-site-data', storage);
    return write(status, ...given.map(withoutCookies));
  };
  raw.writeHead = filtered as unknown as typeof raw.writeHead;
}

const linesOf = (value: unknown): Lines =>
  [value ?? []].flat().map((line) => String(line as string | number));

const nameIn = (line: string): string => line.slice(0, Math.max(line.indexOf('='), 0)).trim();

/** Headers as `writeHead` takes them, an object or names and values in turn, as pairs. */
const pairsOf = (headers: object): [string, unknown][] => {
  if (!Array.isArray(headers)) return Object.entries(headers);
  const flat = headers.flat() as unknown[];
  return flat.flatMap((name, at) =>
    at % 2 === 0 ? [[String(name), flat[at + 1]] as [string, unknown]] : [],
  );
};

const isSetCookie = (name: string): boolean => name.toLowerCase() === 'set-cookie';
const isHeaders = (part: unknown): part is object => typeof part === 'object' && part !== null;

/** The Set-Cookie lines among what `writeHead` was given; it would let them replace those that were set before. */
function linesGiven(given: Given): Lines | undefined {
  const headers = given.find(isHeaders);
  if (!headers) return undefined;
  const found = pairsOf(headers).filter(([name]) => isSetCookie(name));
  return found.length > 0 ? found.flatMap(([, value]) => linesOf(value)) : undefined;
}

function withoutCookies(part: unknown): unknown {
  if (!isHeaders(part)) return part;
  const others = pairsOf(part).filter(([name]) => !isSetCookie(name));
  return Array.isArray(part) ? others.flat() : Object.fromEntries(others);
}

const isAsked = (name: string): boolean => {
  const item = findCookie(name);
  return item !== undefined && item.category !== 'essential';
};

/** A line that takes a cookie away may always pass. Of several lifetimes a browser heeds the last. Source: RFC 6265 section 5.3. */
const isEnd = (line: string): boolean => {
  const ages = [...line.matchAll(/;\s*max-age\s*=\s*(-?\d+)\s*(?=;|$)/gi)];
  return Number(ages.at(-1)?.[1] ?? 1) <= 0;
};

const noted = new Set<string>();

/** Whoever wrote it reads of it once, not with every answer. */
function noteOnce(cookie: string, { house }: FastifyRequest): void {
  if (noted.has(cookie) || noted.size > 1_000) return;
  noted.add(cookie);
  house.log.warn({ cookie }, 'a cookie that nobody declared was dropped');
}

function mayPass(line: string, state: BrowserState, request: FastifyRequest): boolean {
  if (isEnd(line)) return true;
  const item = findCookie(nameIn(line));
  if (!item) noteOnce(nameIn(line).slice(0, 40), request);
  return item !== undefined && isPermitted(state, item);
}

function mayStay(name: string, state: BrowserState): boolean {
  const item = findCookie(name);
  return item === undefined || isPermitted(state, item);
}

/** Cookies of ours in this browser that need somebody's yes. */
const leftovers = (request: FastifyRequest): Lines =>
  request.headers.cookie === undefined ? [] : Object.keys(request.cookies ?? {}).filter(isAsked);
