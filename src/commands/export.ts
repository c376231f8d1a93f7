import { once } from 'node:events';
import { open } from 'node:fs/promises';
import type { WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { Tenant } from '#kernel/context.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { exportProducts } from '#modules/exchange/index.ts';
import { exportOrders } from '#modules/orders/index.ts';
import { getTenant } from '#modules/tenancy/index.ts';
import type { BuiltHouse } from '../build-house.ts';
import { CommandError, UsageError, text } from './command.ts';
import type { Command, Input } from './command.ts';
import { formats, isFormat } from './formats.ts';
import { withHouse } from './with-house.ts';

export const exportFile: Command = {
  name: 'export',
  says: 'Writes the whole catalogue as a Shopify or WooCommerce product file, or what was sold as a file for bookkeepers.',
  usage:
    'kontor export products --tenant NAME [--format shopify|shopify-legacy|woocommerce] [--file FILE]\n       kontor export orders --tenant NAME [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--file FILE]',
  takesWords: true,
  options: {
    tenant: { type: 'string' },
    format: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    file: { type: 'string' },
  },
  run: async (input) => {
    const [noun, ...rest] = input.positionals;
    if ((noun !== 'products' && noun !== 'orders') || rest.length > 0)
      throw new UsageError(
        `say what to export: kontor export products, or kontor export orders; "${noun ?? ''}" cannot be exported yet`,
      );
    const pieces = noun === 'products' ? productsAsked(input) : ordersAsked(input);
    const file = text(input, 'file');

    return withHouse(input.settings, async (house) => {
      const tenant = await getTenant(house.db, text(input, 'tenant'));
      const out = file === undefined ? process.stdout : await openNew(file);
      for await (const piece of pieces(house, tenant)) if (!out.write(piece)) await once(out, 'drain');
      if (file !== undefined) {
        out.end();
        await finished(out);
        input.terminal.say(`The ${noun} are in ${file}.`);
      }
      return 0;
    });
  },
};

/** Nothing that is there already is written over. */
async function openNew(file: string): Promise<WriteStream> {
  const handle = await open(file, 'wx').catch((error: unknown) => {
    throw new CommandError(
      `${file} cannot be written: ${error instanceof Error ? error.message : String(error)}.`,
    );
  });
  return handle.createWriteStream();
}

type Pieces = (house: BuiltHouse, tenant: Tenant) => AsyncIterable<string>;

function productsAsked(input: Input): Pieces {
  const format = text(input, 'format') ?? 'shopify';
  if (!isFormat(format)) throw new UsageError(`--format: "${format}" is not one of ${formats.join(', ')}`);
  return (house, tenant) => exportProducts(house, tenant, { format });
}

function ordersAsked(input: Input): Pieces {
  const [from, to] = [dayOf(input, 'from'), dayOf(input, 'to')];
  const actor = { kind: 'operator', id: 'export', purpose: 'administer' } as const;
  return (house, tenant) =>
    exportOrders((run) => unitOfWork(house, { tenant, actor }, run), {
      ...(from && { from }),
      ...(to && { to }),
    });
}

/** The first moment of a day, in UTC as everything in the file. */
function dayOf(input: Input, name: 'from' | 'to'): Date | undefined {
  const day = text(input, name);
  if (day === undefined) return undefined;
  const moment = new Date(`${day}T00:00:00Z`);
  if (
    !/^\d{4}-\d\d-\d\d$/.test(day) ||
    Number.isNaN(moment.getTime()) ||
    !moment.toISOString().startsWith(day)
  )
    throw new UsageError(`--${name}: "${day}" is not a day such as 2026-01-31`);
  return moment;
}
