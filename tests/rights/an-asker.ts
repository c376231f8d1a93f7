import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { TextWriter, Uint8ArrayReader, ZipReader, configure } from '@zip.js/zip.js';
import { aBuyer, anAddress, goodsForSale, openForBusiness } from '#modules/checkout/index.ts';
import { codeIn, lettersTo } from '#modules/notifications/index.ts';
import type { OwnRequest } from '#modules/rights/index.ts';
import { aServer } from '#testing/server.ts';
import type { TestServer } from '#testing/server.ts';

configure({ useWebWorkers: false });

const byTransfer = { provider: 'bank-transfer' };

/** Somebody who buys as a guest. Shape: buys one mug, sent to this address. */
export async function aMugShop(t: TestContext, now?: Date) {
  const shop = await aServer(t);
  if (now) shop.at(now);
  await shop.work(openForBusiness);
  const mug = await shop.work((ctx) => goodsForSale(ctx, { title: 'Mug', stock: 20 }));
  const buys = async (
    email: string,
    address: Partial<typeof anAddress> & { phone?: string },
  ): Promise<void> => {
    const buyer = aBuyer(shop.inject, email);
    const cart = await buyer.fill([{ offerId: mug, quantity: 1 }], byTransfer, { ...anAddress, ...address });
    const { status, body } = await buyer.press(cart);
    assert.equal(status, 200, JSON.stringify(body));
  };
  return { shop, buys };
}

/** The letters of a kind to somebody, the newest first. */
export const lettersOf = async (shop: TestServer, email: string, kind: string) =>
  (await shop.work((ctx) => lettersTo(ctx, email))).filter((one) => one.kind === `rights.${kind}`);

type Own = {
  id: string;
  state: string;
  kind: string;
  number: number;
  package: { code: string } | null;
} & Pick<OwnRequest, 'answer'> & {
    nodes: { what: string; end: string; until?: string | null; ground?: string }[];
  };

/** Somebody in front of the privacy centre, with a browser that keeps its cookie. */
export function anAsker(shop: TestServer) {
  let cookie = '';
  const ask = async (method: 'GET' | 'POST', url: string, payload?: object) => {
    const answer = await shop.inject({
      method,
      url,
      headers: { ...(cookie && { cookie }) },
      ...(payload && { payload }),
    });
    const set = answer.headers['set-cookie'];
    const line = (Array.isArray(set) ? set : [set]).find((one) => one?.startsWith('kontor_privacy='));
    if (line) cookie = line.split(';')[0] ?? '';
    return answer;
  };
  return {
    ask,
    page: async (url: string): Promise<string> => (await ask('GET', url)).body,
    /** Asks for a link, reads the mail, and follows it. */
    open: async (email: string): Promise<void> => {
      await ask('POST', '/api/store/privacy/links', { email });
      const [letter] = await lettersOf(shop, email, 'link');
      const answer = await ask('POST', '/api/store/privacy/proofs', { code: codeIn(letter?.text) });
      assert.equal(answer.statusCode, 200, answer.body);
    },
    request: async (payload: object): Promise<Own> => {
      const answer = await ask('POST', '/api/store/privacy/requests', payload);
      assert.equal(answer.statusCode, 201, answer.body);
      return answer.json<Own>();
    },
    requests: async (): Promise<Own[]> =>
      (await ask('GET', '/api/store/privacy/requests')).json<{ items: Own[] }>().items,
    fetch: (code: string) => ask('POST', '/api/store/privacy/copies', { code }),
  };
}

/** Everything that is in a ZIP, as one text. */
export async function textOfZip(zip: Buffer): Promise<string> {
  const reader = new ZipReader(new Uint8ArrayReader(zip));
  const texts: string[] = [];
  for (const entry of await reader.getEntries())
    if (!entry.directory) texts.push(entry.filename, await entry.getData(new TextWriter()));
  await reader.close();
  return texts.join('\n');
}
