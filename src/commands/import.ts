import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Tenant } from '#kernel/context.ts';
import { isId } from '#kernel/ids.ts';
import { importProducts, readReport } from '#modules/exchange/index.ts';
import type { ImportId, ImportProgress } from '#modules/exchange/index.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { getTenant } from '#modules/tenancy/index.ts';
import type { BuiltHouse } from '../build-house.ts';
import { CommandError, UsageError, text } from './command.ts';
import type { Command, Input } from './command.ts';
import { formats, isFormat } from './formats.ts';
import { withHouse } from './with-house.ts';

export const importFile: Command = {
  name: 'import',
  says: 'Takes a product file of Shopify (both layouts) or WooCommerce into a shop, with a report of every row that could not be taken.',
  usage:
    'kontor import products FILE --tenant NAME [--dry-run] [--format shopify|shopify-legacy|woocommerce] [--resume ID]',
  takesWords: true,
  options: {
    tenant: { type: 'string' },
    'dry-run': { type: 'boolean' },
    format: { type: 'string' },
    resume: { type: 'string' },
  },
  run: async (input) => {
    const [noun, file, ...rest] = input.positionals;
    if (noun !== 'products')
      throw new UsageError(
        `say what to import: kontor import products FILE; "${noun ?? ''}" cannot be imported yet`,
      );
    if (file === undefined || rest.length > 0) throw new UsageError('name one file');
    const format = text(input, 'format');
    if (format !== undefined && !isFormat(format))
      throw new UsageError(`--format: "${format}" is not one of ${formats.join(', ')}`);
    const resumeFrom = text(input, 'resume');
    if (resumeFrom !== undefined && !isId(resumeFrom))
      throw new UsageError(`--resume: "${resumeFrom}" is not the id that an import says at its start`);
    const found = await stat(file).catch(() => undefined);
    if (!found?.isFile()) throw new CommandError(`${file} is not a file that can be read.`);

    return withHouse(input.settings, async (house) => {
      const tenant = await getTenant(house.db, text(input, 'tenant'));
      let named = false;
      const progress = await importProducts(
        house,
        tenant,
        { stream: createReadStream(file), fileName: file },
        {
          dryRun: input.options['dry-run'] === true,
          ...(format !== undefined && { format }),
          ...(resumeFrom !== undefined && { resumeFrom }),
          onProgress: (now) => {
            if (!named)
              input.terminal.say(
                `Import ${now.id}. Should it be cut off: run this again with --resume ${now.id}`,
              );
            named = true;
            input.terminal.progress(lineOf(now));
          },
        },
      );
      await sayReport(house, tenant, input, progress);
      return progress.state === 'done' && progress.rejected === 0 ? 0 : 1;
    });
  },
};

const lineOf = (now: ImportProgress): string =>
  now.state === 'reading' || now.state === 'waiting'
    ? `Import ${now.id}: ${now.rowsRead} rows read`
    : `Import ${now.id}: ${now.productsDone} of ${now.products} products`;

async function sayReport(
  house: BuiltHouse,
  tenant: Tenant,
  input: Input,
  progress: ImportProgress,
): Promise<void> {
  const { created, changed, rejected, warnings, dryRun, rowsRead } = progress;
  const would = dryRun ? 'would be ' : '';
  for (let after: string | undefined; ;) {
    const page = await unitOfWork(
      house,
      { tenant, actor: { kind: 'operator', id: 'import', purpose: 'administer' } },
      (ctx) =>
        readReport(ctx, progress.id as ImportId, { limit: 100, ...(after !== undefined && { after }) }),
    );
    for (const note of page.items)
      input.terminal.result(`line ${note.line}${note.column ? `, ${note.column}` : ''}: ${note.says}`, note);
    if (page.next === null) break;
    after = page.next;
  }
  input.terminal.result(
    `${dryRun ? 'Dry run' : 'Import'} ${progress.state}: ${rowsRead} rows read, ${created} products ${would}made, ${changed} ${would}changed, ${rejected} left out, ${warnings} warnings.`,
    progress,
  );
}
