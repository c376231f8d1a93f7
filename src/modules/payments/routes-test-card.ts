import { Type } from 'typebox';
import { IdText, Shape } from '#kernel/http.ts';
import type { FastifyRequest, Http } from '#kernel/http.ts';
import { html } from '#kernel/html.ts';
import { asId } from '#kernel/ids.ts';
import { currency, formatMoney } from '#kernel/money.ts';
import type { AttemptId } from './payment.ts';
import { decideTestCard, findTestCardCharge } from './queries-test-card.ts';
import type { TestCardCharge } from './queries-test-card.ts';
import { refuse } from './refuse.ts';

/** The page of the pretended bank, where a buyer allows or refuses a payment. Demo shops and tests only. */
export function testCardRoutes(http: Http): void {
  const config = { audience: 'public', purpose: 'pay', page: true } as const;

  http.get(
    '/test-card/:attempt',
    {
      config: { ...config, says: 'Asks whether the test card may be charged.' },
      schema: { params: Shape({ attempt: IdText }) },
    },
    async (request, reply) => {
      const charge = await getCharge(request, request.params.attempt);
      return reply.type('text/html; charset=utf-8').send(pageOf(request, charge).text);
    },
  );

  http.post(
    '/test-card/:attempt',
    {
      config: { ...config, says: 'Decides a payment with the test card.' },
      schema: {
        params: Shape({ attempt: IdText }),
        body: Shape({ decision: Type.Union([Type.Literal('approve'), Type.Literal('decline')]) }),
      },
    },
    async (request, reply) => {
      const { attempt } = request.params;
      await getCharge(request, attempt);
      const state = request.body.decision === 'approve' ? 'approved' : 'declined';
      await request.work((ctx) => decideTestCard(ctx, asId<AttemptId>(attempt), state));
      return reply.redirect(`/checkout/return/${attempt}`, 303);
    },
  );
}

async function getCharge(request: FastifyRequest, attempt: string): Promise<TestCardCharge> {
  if (!request.house.settings.demo) throw refuse.noSuchTestCard();
  const charge = await request.work((ctx) => findTestCardCharge(ctx, asId<AttemptId>(attempt)));
  if (!charge) throw refuse.noSuchTestCard();
  return charge;
}

const words = {
  en: {
    title: 'Test bank',
    ask: 'May this shop charge the test card?',
    note: 'No real money moves.',
    approve: 'Approve',
    decline: 'Decline',
  },
  de: {
    title: 'Testbank',
    ask: 'Darf dieser Shop die Testkarte belasten?',
    note: 'Es fließt kein echtes Geld.',
    approve: 'Genehmigen',
    decline: 'Ablehnen',
  },
} as const;

function pageOf(request: FastifyRequest, charge: TestCardCharge): ReturnType<typeof html> {
  const says = words[request.locale];
  const amount = formatMoney(
    { minor: charge.amountMinor, currency: currency(charge.currency) },
    request.locale,
  );
  return html`<!doctype html>
    <html lang="${request.locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${says.title}</title>
        <link rel="stylesheet" href="/assets/bank.css" />
      </head>
      <body>
        <main>
          <h1>${says.title}</h1>
          <p>${says.ask} ${says.note}</p>
          <p><strong>${amount}</strong>, ${request.tenant.name}</p>
          <form method="post" action="/test-card/${charge.id}">
            <button name="decision" value="approve">${says.approve}</button>
            <button name="decision" value="decline">${says.decline}</button>
          </form>
        </main>
      </body>
    </html>`;
}
