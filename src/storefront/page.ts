import type { Locale } from '#kernel/context.ts';
import type { Html } from '#kernel/html.ts';
import type { ScriptReach } from '#kernel/browser-items.ts';
import type { AskedCategory } from '#modules/privacy/index.ts';
import type { PolicyNotice } from './parts/policy-notice.ts';

/** What stands around a page and differs from reader to reader: nothing of it may be cached with the page. */
export interface Surroundings {
  readonly shop: {
    readonly name: string;
    readonly currency: string;
    readonly locale: Locale;
    readonly pricesIncludeTax: boolean;
    readonly demo: boolean;
    readonly profile: string;
  };
  readonly locale: Locale;
  /** Scheme and host, without a slash at the end. */
  readonly origin: string;
  readonly path: string;
  /** The query without `lang`, with its question mark, or empty. */
  readonly query: string;
  readonly nonce: string;
  readonly cartCount: number;
  readonly signedIn: boolean;
  readonly shelves: readonly { readonly slug: string; readonly title: string }[];
  readonly assets: FrameAssets;
  /** What the reader is asked, what their browser asks of us, and which scripts of others they allowed. */
  readonly browser: {
    readonly asks: readonly AskedCategory[];
    readonly gpc: boolean;
    readonly scripts: readonly ScriptReach[];
  };
  /** A change of the policy that this reader is to hear of. */
  readonly policyNotice?: PolicyNotice | undefined;
}

export interface FrameAssets {
  readonly css: string;
  readonly js: string;
  readonly htmx: string;
  readonly fonts: readonly string[];
}

/** One page, before its frame. */
export interface Page {
  readonly title: string;
  readonly description?: string;
  readonly main: Html;
  /** The parts of the query that name this page; everything else is dropped from its canonical address. */
  readonly canonicalQuery?: string;
  readonly private?: boolean;
  readonly picture?: string;
  readonly kind?: 'product' | 'website';
  readonly bare?: boolean;
  readonly said?: Html;
  readonly search?: string;
  /** What stands below it for this reader alone. */
  readonly personal?: Html;
  /** The page asks for choices itself, so the bar does not. */
  readonly asksItself?: boolean;
}
