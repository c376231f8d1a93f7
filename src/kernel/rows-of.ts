import { RawNode } from 'kysely';
import type { Context } from './context.ts';

const texts = new WeakMap<TemplateStringsArray, string>();
const query = RawNode.createWithSql('');
const queryId = { queryId: 'text' };

/**
 * The rows that one statement answers, written as text: rowsOf<Row>(ctx)`select … where tenant_id = ${ctx.tenant.id}`.
 *
 * For what every purchase does: putting a large statement together by Kysely costs more than PostgreSQL takes to run it.
 * Every value is sent as a parameter and never becomes text; names of the answer's columns come back in camelCase.
 */
export const rowsOf =
  <Row>(ctx: Context) =>
  async (strings: TemplateStringsArray, ...parameters: readonly unknown[]): Promise<Row[]> => {
    const sql = texts.get(strings) ?? strings.reduce((text, part, index) => `${text}$${index}${part}`);
    texts.set(strings, sql);
    return (await ctx.tx.executeQuery<Row>({ sql, parameters, query, queryId })).rows;
  };
