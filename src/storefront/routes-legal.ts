import { cached } from '#kernel/cache.ts';
import type { FastifyRequest, Http } from '#kernel/http.ts';
import { getShop } from '#modules/tenancy/index.ts';
import type { LegalEntity } from './model.ts';
import { imprintPage } from './pages/legal.ts';
import { showPage } from './show.ts';
import { legalWords } from './words/legal.ts';

/** Who runs the shop, as it is now. */
export const legalOf = (request: FastifyRequest): Promise<LegalEntity> =>
  cached(request.tenant.id, 'legal entity', async () => {
    const shop = await request.work(getShop);
    return {
      name: shop.legalName,
      address: shop.legalAddress,
      country: shop.legalCountry,
      vatId: shop.vatId,
      email: shop.contactEmail,
      phone: shop.contactPhone,
      registration: shop.registration,
    };
  });

/** The imprint. */
export function legalRoutes(http: Http): void {
  http.get(
    '/imprint',
    { config: { audience: 'public', purpose: 'browse', page: true, says: 'Who runs the shop.' } },
    async (request, reply) => {
      const main = imprintPage(await legalOf(request), request.locale);
      return showPage(request, reply, { title: legalWords(request.locale).imprint, main });
    },
  );
}
