import type { FastifyRequest, Http } from '#kernel/http.ts';
import { httpRefuse } from '#kernel/http-refuse.ts';
import { namesCard } from '#kernel/card-numbers.ts';

/** Fields whose digits are somebody else's numbers, and may look like a card's by chance. */
const numbered = /(tracking|gtin|sku|barcode|iban|phone|password|token|code|id|key)$/i;

/**
 * Refuses the number of a payment card in any field, before anything is stored.
 *
 * Cards are entered with the payment provider, never with us. Refuses: kernel.cardNumber, naming the field.
 * Source: clauses OC-26, OC-38, K7-5; PCI DSS 4.0, requirement 3. Invariant: P29.
 */
export function refuseCardNumbers(http: Http): void {
  http.addHook('preValidation', async (request: FastifyRequest) => {
    const field = fieldWithCard(request.body, '') ?? fieldWithCard(request.query, '');
    if (field !== undefined) throw httpRefuse.cardNumber({ field });
  });
}

/** Shape: the path of the first field that names a card. */
function fieldWithCard(value: unknown, path: string): string | undefined {
  if (typeof value === 'string') return !numbered.test(path) && namesCard(value) ? path : undefined;
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    const found = fieldWithCard(inner, path === '' ? name : `${path}.${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
