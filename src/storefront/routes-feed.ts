import { Readable } from 'node:stream';
import type { FastifyRequest, Http } from '#kernel/http.ts';
import { httpRefuse } from '#kernel/http-refuse.ts';
import type { TenantId } from '#kernel/ids.ts';
import { readShopWindow } from '#modules/catalog/index.ts';
import type { ProductId } from '#modules/catalog/index.ts';
import { feedHead, feedItems, feedTail } from './google-feed.ts';
import { originOf } from './show.ts';

/** A feed reads the whole catalogue, and anybody may ask for it: one reader at a time for each shop. */
const readers = new Set<TenantId>();

/** What is on sale for Google Merchant and whoever else reads its feeds. */
export function feedRoutes(http: Http): void {
  http.get(
    '/feeds/google.xml',
    {
      config: {
        audience: 'public',
        purpose: 'browse',
        page: true,
        says: 'What is on sale, as a feed for Google Merchant.',
      },
    },
    (request, reply) => {
      const { id } = request.tenant;
      if (readers.has(id)) throw httpRefuse.tooMany();
      readers.add(id);
      const feed = Readable.from(feedOf(request), { objectMode: false });
      feed.once('close', () => readers.delete(id));
      return reply
        .type('application/xml; charset=utf-8')
        .header('cache-control', 'public, max-age=600')
        .send(feed);
    },
  );
}

async function* feedOf(request: FastifyRequest): AsyncGenerator<string> {
  const place = { origin: originOf(request), shopName: request.tenant.name };
  yield feedHead(place);
  let after: ProductId | null = null;
  do {
    const { products, next } = await request.work((ctx) => readShopWindow(ctx, { after }));
    yield products.map((product) => feedItems(product, place)).join('');
    after = next;
  } while (after !== null);
  yield feedTail;
}
