import type { Context, Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import type { ImportRun } from './queries.ts';
import type { Format } from './tables.ts';

/** How far an import is; what a progress bar and the end of a command show. */
export interface ImportProgress {
  readonly id: string;
  readonly fileName: string;
  readonly dryRun: boolean;
  readonly state: ImportRun['state'];
  readonly format: Format | null;
  readonly encoding: string | null;
  readonly rowsRead: number;
  readonly products: number;
  readonly productsDone: number;
  readonly created: number;
  readonly changed: number;
  readonly rejected: number;
  readonly warnings: number;
}

export const progressOf = ({
  position: _position,
  requestedAt: _requested,
  touchedAt: _touched,
  finishedAt: _finished,
  ...run
}: ImportRun): ImportProgress => run;

export type Work = <T>(run: (ctx: Context) => Promise<T>) => Promise<T>;

/** Units of work of an import: nobody's in person, the command's. */
export const workOf =
  (house: House, tenant: Tenant): Work =>
  (run) =>
    unitOfWork(
      house,
      { tenant, actor: { kind: 'system', id: 'exchange.import', purpose: 'administer' } },
      run,
    );
