import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after } from 'node:test';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import type { TestServer } from '#testing/server.ts';
import { findBrowser } from '../../scripts/browser.ts';

export type { Page } from 'playwright-core';

/** Somebody at a screen, watched for everything that must not happen there. */
export interface Reader {
  readonly page: Page;
  /** Goes to a path of the shop. */
  readonly open: (path: string) => Promise<void>;
  /**
   * Holds the page that is shown against what every page promises: axe finds nothing in light and in dark, and nothing
   * has to be pushed sideways on a small screen.
   */
  readonly check: () => Promise<void>;
  /** The next answers with this status are meant: the browser's grumbling about them is not a fault. */
  readonly expectStatus: (status: number) => void;
}

export interface Screen {
  readonly javaScript?: boolean;
  readonly locale?: 'en' | 'de';
  readonly width?: number;
}

/** For each thing that is waited for: minutes, since a busy machine is no fault of the page. */
const patience = 240_000;
const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let launched: Promise<Browser> | undefined;
after(async () => (await launched)?.close());

/** One browser for each test file, started when it is first needed. */
const theBrowser = (): Promise<Browser> =>
  (launched ??= findBrowser().then((found) => chromium.launch({ ...found, timeout: patience })));

/** Sits somebody down in front of the shop. Their console must stay silent and nothing may come from elsewhere. */
export async function aReader(
  shop: Pick<TestServer, 'beforeEnd'> & { readonly url: string },
  screen: Screen = {},
): Promise<Reader> {
  const { javaScript = true, locale = 'en', width = 1280 } = screen;
  const browser = await theBrowser();
  const context = await browser.newContext({
    javaScriptEnabled: javaScript,
    locale,
    viewport: { width, height: 900 },
    baseURL: shop.url,
  });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const faults: string[] = [];
  const meant = new Set<number>();
  watch(page, shop.url, meant, faults);
  shop.beforeEnd(async () => {
    await context.close();
    assert.deepEqual(faults, [], 'what the browser had to say');
  });
  return {
    page,
    open: async (path) => void (await page.goto(path, { waitUntil: 'load' })),
    check: () => (javaScript ? checkPage(page) : checkCopy(page)),
    expectStatus: (status) => void meant.add(status),
  };
}

function watch(page: Page, shopUrl: string, meant: ReadonlySet<number>, faults: string[]): void {
  page.on('console', (message) => {
    const status = Number(/status of (\d{3})/.exec(message.text())?.[1]);
    if (['error', 'warning'].includes(message.type()) && !meant.has(status))
      faults.push(`${page.url()} console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`${page.url()} threw ${error.message}`));
  page.on('crash', () => faults.push(`${page.url()} crashed`));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (!['data:', 'blob:'].includes(protocol) && origin !== new URL(shopUrl).origin)
      faults.push(`${page.url()} asked ${origin}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !meant.has(response.status()))
      faults.push(`${response.url()} answered ${response.status()}`);
  });
}

/** The checker is a script itself: where none may run, it gets a copy of the page that has lost its scripts. */
async function checkCopy(page: Page): Promise<void> {
  const body = (await page.content()).replaceAll(/<script[\s\S]*?<\/script>/g, '');
  const context = await (await theBrowser()).newContext();
  try {
    const copy = await context.newPage();
    await copy.route(page.url().replace(/#.*/, ''), (route) =>
      route.fulfill({ body, contentType: 'text/html; charset=utf-8' }),
    );
    await copy.goto(page.url(), { waitUntil: 'load' });
    await checkPage(copy);
  } finally {
    await context.close();
  }
}

async function checkPage(page: Page): Promise<void> {
  const size = page.viewportSize();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.evaluate(untilColoursRest);
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 });
      const wide = await page.evaluate(widerThanTheScreen);
      assert.deepEqual(wide, [], `${page.url()} has to be pushed sideways at ${width} px`);
      await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' })); // what a sticky bar half covers is no small target
      const broken = await page.evaluate(
        `(async () => { ${axe}; return (${String(violations)})(axe, ${JSON.stringify(axeTags)}); })()`,
      );
      assert.deepEqual(broken, [], `axe at ${page.url()} in ${colorScheme} at ${width} px`);
    }
  }
  if (size) await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: null });
}

/** Runs in the page: a page that follows the system's colours by script needs a moment, and links fade over. */
async function untilColoursRest(): Promise<void> {
  for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  const ending = document
    .getAnimations()
    .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(ending.map((animation) => animation.finished));
}

/** Runs in the page. Shape: what sticks out, when the page is wider than the screen. */
function widerThanTheScreen(): string[] {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const culprits = [...document.body.querySelectorAll('*')].filter(
    (element) => element.getBoundingClientRect().right > root.clientWidth + 1,
  );
  return [
    `${root.scrollWidth} > ${root.clientWidth}`,
    ...culprits.slice(0, 5).map((element) => element.outerHTML.slice(0, 120)),
  ];
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

/** Runs in the page. Shape: one line for each element that somebody could not use. */
async function violations(
  axeCore: { run(scope: unknown, options: object): Promise<AxeResults> },
  tags: string[],
): Promise<string[]> {
  const results = await axeCore.run(document, {
    runOnly: { type: 'tag', values: tags },
    resultTypes: ['violations'],
  });
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      (node) => `${id}: ${help}: ${node.html.slice(0, 160)} ${(node.failureSummary ?? '').slice(0, 300)}`,
    ),
  );
}
