import { Type } from 'typebox';
import {
  Amount,
  CurrencyCode,
  Instant,
  MoneyShape,
  PageOf,
  pageQuery,
  presentMoney,
  Shape,
} from '#kernel/http.ts';
import type { Http } from '#kernel/http.ts';
import { currency } from '#kernel/money.ts';
import { balances } from './balances.ts';
import { listJournals } from './list-journals.ts';
import { statement } from './statement.ts';

const BalanceShape = Shape({ account: Type.String(), balance: MoneyShape });
const StatementLineShape = Shape({
  id: Type.String(),
  journalId: Type.String(),
  bookedAt: Instant,
  source: Shape({ type: Type.String(), id: Type.String() }),
  kind: Type.String(),
  amount: MoneyShape,
});
const JournalShape = Shape({
  id: Type.String(),
  kind: Type.String(),
  bookedAt: Instant,
  currency: CurrencyCode,
  postings: Type.Array(Shape({ account: Type.String(), amountMinor: Amount })),
});

const books = { audience: { staff: 'finance.read' }, purpose: 'bookkeeping' } as const;

export function routes(http: Http): void {
  http.get(
    '/api/admin/ledger/balances',
    {
      config: { ...books, says: 'Shows the balance of every account, now or before an earlier instant.' },
      schema: {
        querystring: Shape({ until: Type.Optional(Instant) }),
        response: { 200: Shape({ items: Type.Array(BalanceShape) }) },
      },
    },
    async (request) => {
      const { until } = request.query;
      const found = await request.work((ctx) =>
        balances(ctx, until === undefined ? {} : { until: new Date(until) }),
      );
      return {
        items: found.map(({ account, minor, ...row }) => ({
          account,
          balance: presentMoney({ minor, currency: currency(row.currency) }),
        })),
      };
    },
  );

  http.get(
    '/api/admin/ledger/accounts/:account/postings',
    {
      config: { ...books, says: 'Shows what went through one account, newest first.' },
      schema: {
        params: Shape({ account: Type.String({ maxLength: 60 }) }),
        querystring: Shape({ ...pageQuery, currency: Type.Optional(CurrencyCode) }),
        response: { 200: PageOf(StatementLineShape) },
      },
    },
    async (request) => {
      const code = currency(request.query.currency ?? request.tenant.currency);
      const { limit, after } = request.query;
      const asked = { account: request.params.account, currency: code, limit, after };
      const page = await request.work((ctx) => statement(ctx, asked));
      return {
        items: page.items.map((line) => ({
          id: line.id,
          journalId: line.journalId,
          bookedAt: line.bookedAt.toISOString(),
          source: { type: line.sourceType, id: line.sourceId },
          kind: line.kind,
          amount: presentMoney({ minor: line.minor, currency: code }),
        })),
        next: page.next,
      };
    },
  );

  http.get(
    '/api/admin/ledger/journals',
    {
      config: { ...books, says: 'Shows everything that was booked for one order, payment or refund.' },
      schema: {
        querystring: Shape({
          sourceType: Type.String({ minLength: 1, maxLength: 60 }),
          sourceId: Type.String({ minLength: 1, maxLength: 100 }),
        }),
        response: { 200: Shape({ items: Type.Array(JournalShape) }) },
      },
    },
    async (request) => {
      const source = { type: request.query.sourceType, id: request.query.sourceId };
      const found = await request.work((ctx) => listJournals(ctx, source));
      return {
        items: found.map(({ postings, bookedAt, ...journal }) => ({
          ...journal,
          bookedAt: bookedAt.toISOString(),
          postings: postings.map(({ account, minor }) => ({ account, amountMinor: Number(minor) })),
        })),
      };
    },
  );
}
