import { cached } from '#kernel/cache.ts';
import { onlyEssential, readsGpc, storageToClear } from '#kernel/browser-items.ts';
import type { BrowserState } from '#kernel/browser-items.ts';
import type { FastifyReply, FastifyRequest, Http } from '#kernel/http.ts';
import {
  choicesCookie,
  choicesIn,
  consentItems,
  consentsOf,
  featuresInUse,
  judgeBrowser,
  readChoices,
} from '#modules/privacy/index.ts';
import { Refusal } from '#kernel/refusal.ts';
import { profileOf } from '#profiles/profiles.ts';

const states = new WeakMap<FastifyRequest, Promise<BrowserState>>();
const judged = new WeakMap<FastifyRequest, BrowserState>();

/**
 * What may be in the browser that asks, judged once per request: without a question to the database for guests, and with
 * the ledger asked every time for whoever is signed in where something is in use that needs an answer.
 */
export function browserStateOf(request: FastifyRequest): Promise<BrowserState> {
  const known = states.get(request);
  if (known) return known;
  const made = judge(request);
  states.set(request, made);
  made.catch(() => states.delete(request)); // whoever asked is told by what they were handed
  return made;
}

/** As `browserStateOf`, without waiting. Shape: undefined as long as nobody has judged. */
export const judgedState = (request: FastifyRequest): BrowserState | undefined => judged.get(request);

/** Judges anew: an answer was given in this very request. */
function forgetBrowserState(request: FastifyRequest): void {
  states.delete(request);
  judged.delete(request);
}

/** Keeps a reader's choices in their browser; what scripts stored for what is not allowed is cleared with the answer. */
async function keepChoices(request: FastifyRequest, reply: FastifyReply, value: string): Promise<void> {
  const there = reply.getHeader('set-cookie');
  const lines = there === undefined ? [] : [there].flat().map(String);
  reply.header('set-cookie', [...lines, choicesCookie(value, request.protocol === 'https')]);
  request.cookies[consentItems.choices.name] = value;
  forgetBrowserState(request);
  const { asked, permitted } = await browserStateOf(request);
  const storage = storageToClear(asked.filter((category) => !permitted.has(category)));
  if (storage) reply.header('clear-site-data', storage);
}

/** What was answered may lie under a key that cannot be had now: then only the essential holds, and nobody is asked. */
const isKeystoreDown = (error: unknown): boolean =>
  error instanceof Refusal && error.code === 'privacy.keystoreDown';

async function judge(request: FastifyRequest): Promise<BrowserState> {
  const gpc = readsGpc(request.headers['sec-gpc']);
  try {
    const state = await judgeAnswers(request, gpc);
    judged.set(request, state);
    return state;
  } catch (error) {
    if (!isKeystoreDown(error)) throw error;
    return { ...onlyEssential, gpc };
  }
}

async function judgeAnswers(request: FastifyRequest, gpc: boolean): Promise<BrowserState> {
  const { tenant, visitor, house } = request;
  const features = await cached(tenant.id, 'browser features', () => request.work(featuresInUse));
  const isAsked = features.length > 0;
  const isKnown = isAsked && visitor.kind === 'buyer';
  return judgeBrowser({
    profile: profileOf(tenant),
    features,
    ledger: isKnown ? await request.work((ctx) => consentsOf(ctx, visitor.subject)) : [],
    cookie: isAsked ? await readChoices({ keys: house.keys, tenant }, choicesIn(request.cookies)) : undefined,
    gpc,
    now: house.clock(),
  });
}

/** Lets every route ask what may be in the browser it answers. */
export function decorateBrowser(http: Http): void {
  http.decorateRequest('browser', function browser(this: FastifyRequest) {
    return browserStateOf(this);
  });
  http.decorateRequest('forgetBrowser', function forgetBrowser(this: FastifyRequest) {
    forgetBrowserState(this);
  });
  http.decorateRequest(
    'keepChoices',
    function keep(this: FastifyRequest, reply: FastifyReply, value: string) {
      return keepChoices(this, reply, value);
    },
  );
}
