import { cached } from '#kernel/cache.ts';
import type { FastifyRequest, Http } from '#kernel/http.ts';
import type { Html } from '#kernel/html.ts';
import { getShop } from '#modules/tenancy/index.ts';
import type { LegalEntity } from './model.ts';
import { imprintPage, policyPage } from './pages/legal.ts';
import { showPage } from './show.ts';
import { legalWords } from './words/legal.ts';

type Make = (legal: LegalEntity, locale: FastifyRequest['locale']) => Html;

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

/** The imprint and the policy. */
export function legalRoutes(http: Http): void {
  const letter = (path: string, says: string, title: 'imprint' | 'policy', make: Make): void => {
    http.get(
      path,
      { config: { audience: 'public', purpose: 'browse', page: true, says } },
      async (request, reply) => {
        const main = make(await legalOf(request), request.locale);
        return showPage(request, reply, { title: legalWords(request.locale)[title], main });
      },
    );
  };
  letter('/imprint', 'Who runs the shop.', 'imprint', imprintPage);
  letter('/privacy/policy', 'The privacy policy.', 'policy', policyPage);
}
