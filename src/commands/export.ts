import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { exportProducts } from '#modules/exchange/index.ts';
import { getTenant } from '#modules/tenancy/index.ts';
import { UsageError, text } from './command.ts';
import type { Command } from './command.ts';
import { formats, isFormat } from './formats.ts';
import { withHouse } from './with-house.ts';

export const exportFile: Command = {
  name: 'export',
  says: 'Writes the whole catalogue as a Shopify or WooCommerce product file.',
  usage: 'kontor export products --tenant NAME [--format shopify|shopify-legacy|woocommerce] [--file FILE]',
  takesWords: true,
  options: { tenant: { type: 'string' }, format: { type: 'string' }, file: { type: 'string' } },
  run: async (input) => {
    const [noun, ...rest] = input.positionals;
    if (noun !== 'products' || rest.length > 0)
      throw new UsageError(
        `say what to export: kontor export products; "${noun ?? ''}" cannot be exported yet`,
      );
    const format = text(input, 'format') ?? 'shopify';
    if (!isFormat(format)) throw new UsageError(`--format: "${format}" is not one of ${formats.join(', ')}`);
    const file = text(input, 'file');

    return withHouse(input.settings, async (house) => {
      const tenant = await getTenant(house.db, text(input, 'tenant'));
      const out = file === undefined ? process.stdout : createWriteStream(file, { flags: 'wx' });
      for await (const piece of exportProducts(house, tenant, { format }))
        if (!out.write(piece)) await once(out, 'drain');
      if (file !== undefined) {
        out.end();
        await finished(out);
        input.terminal.say(`The catalogue is in ${file}.`);
      }
      return 0;
    });
  },
};
