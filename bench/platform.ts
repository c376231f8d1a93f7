/**
 * What the bench asks of a shop platform. Kontor is one; another is driven the same way by writing two files:
 * one that starts it (a `Platform`) and one that shops at it (a module that exports `buyer`, a `Buyer`).
 */

/** What buyers do; each counts as one operation, however many HTTP calls it takes. */
export const operations = ['listing', 'detail', 'page', 'purchase'] as const;
export type Operation = (typeof operations)[number];

/** A platform that can be started, measured and thrown away. */
export interface Platform {
  readonly name: string;
  /** Starts everything on this machine, with `products` products of 3 variants, all in stock. */
  start(options: StartOptions): Promise<RunningPlatform>;
}

export interface StartOptions {
  readonly products: number;
  /** A folder of the bench's own; it is removed at the end. */
  readonly folder: string;
  readonly progress: (line: string) => void;
  /** Handed to the web process's Node, such as `--cpu-prof`. */
  readonly nodeFlags: readonly string[];
}

export interface RunningPlatform {
  /** The file that exports `buyer`; the driver's process loads it. */
  readonly buyerUrl: string;
  /** Every web process, each with the same shop. */
  readonly sites: readonly Site[];
  /** What buyers need to know, such as addresses of products. Passed to the driver as JSON. */
  readonly shelf: Shelf;
  /** PostgreSQL of the platform, for the one-row SELECT and for counting statements; other engines leave it out. */
  readonly postgres?: MeasuredPostgres;
  /** What works after a request; switched off while a single purchase is measured. */
  startWorker(): Promise<Worker>;
  /** Changes the price of a product from another process than the web's. Answers when it is committed. */
  changePrice(product: Product, amountMinor: number): Promise<void>;
  /** A variant of its own with that many in stock, and how many of it are still free later. */
  offerLast(units: number): Promise<{ readonly product: Product; readonly left: () => Promise<number> }>;
  /** What it costs that people are sealed, and how fast one of them is copied and forgotten; others leave it out. */
  readonly privacy?: PrivacyPlatform;
  stop(): Promise<void>;
}

/** Everything here runs in the bench's own process, beside the web processes. */
export interface PrivacyPlatform {
  /** Seals and opens what one purchase does, so many times. */
  sealPurchases(times: number): Promise<void>;
  /** Reads a page of 50 rows about people so many times, opened or as they lie. */
  readPages(times: number, opened: boolean): Promise<void>;
  /** Asks whether somebody consented, as a warm page does, so many times. */
  checkConsent(times: number): Promise<void>;
  /** Puts so many other people beside the one who comes again and again. */
  addCrowd(people: number): Promise<void>;
  /** Makes the copy of the regular's data. Shape: orders found and bytes of the copy. */
  copyRegular(): Promise<{ readonly orders: number; readonly bytes: number }>;
  /** Forgets one of the two, with the scan of what the registry reaches. Shape: what was found afterwards. */
  erase(who: 'occasional' | 'regular'): Promise<{ readonly residue: number }>;
}

export interface Worker {
  readonly pid: number;
  stop(): Promise<void>;
}

export interface Site {
  readonly host: string;
  readonly port: number;
  /** Sent as the Host header. */
  readonly name: string;
  readonly pid: number;
}

export interface Product {
  readonly slug: string;
  /** What goes into a cart, one for each variant. */
  readonly offers: readonly string[];
}

export interface Shelf {
  readonly products: readonly Product[];
  /** Addresses of different listings of 20 products. */
  readonly listings: readonly string[];
  /** Anything else that the platform's buyer was told by the platform's start. */
  readonly facts: Readonly<Record<string, string>>;
}

export interface MeasuredPostgres {
  /** The head of the cluster; its children are counted with it. */
  readonly pid: number;
  /** A superuser's address of the database with the shop. */
  readonly url: string;
  /** Databases whose statements count as the platform's. */
  readonly databases: readonly string[];
  /** A text that answers one row by its primary key, with the key's value. */
  readonly oneRow: { readonly text: string; readonly values: readonly string[] };
}

/** One HTTP exchange; the connection stays open between them. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: string;
  readonly body: string;
}

/** One turn of one buyer. */
export interface Turn {
  readonly shelf: Shelf;
  /** Counts up over all connections, so that no two turns are alike. */
  readonly number: number;
  call(call: Call): Promise<Answer>;
}

/** How somebody shops at the platform. An operation throws `Refused` when the platform says no. */
export interface Buyer extends Readonly<Record<Operation, (turn: Turn) => Promise<void>>> {
  /** Listing and detail of one address, again and again: what a warm cache answers. */
  readonly sameAddress: Readonly<Record<'listing' | 'detail' | 'page', (turn: Turn) => Promise<void>>>;
  /** Buys as somebody who comes again and again. */
  readonly regular: (turn: Turn) => Promise<void>;
  /** Buys as somebody who came a few times. */
  readonly occasional: (turn: Turn) => Promise<void>;
  /** Buys one of the only variant on the shelf's first product. */
  readonly last: (turn: Turn) => Promise<void>;
  /** The price of a product as the listing, the detail and the page show it, in minor units. */
  readonly shownPrice: Readonly<
    Record<'listing' | 'detail' | 'page', (turn: Turn, product: Product) => Promise<number>>
  >;
}

/** The platform answered, and the answer was no. */
export class Refused extends Error {
  readonly step: string;
  readonly code: string;

  constructor(step: string, status: number, body: string) {
    const code = /"code":"([^"]+)"/.exec(body)?.[1] ?? String(status);
    super(`${step} was answered with ${status}: ${body.slice(0, 500)}`);
    this.step = step;
    this.code = code;
  }
}
