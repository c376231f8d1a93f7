import { CommandError } from '../commands/command.ts';
import type { BuiltHouse } from '../build-house.ts';
import { replayErasures, whoCameBack } from './replay-erasures.ts';

/**
 * Nobody is served while somebody is there again who was erased: whoever was brought back by an old backup, by our own
 * restore or by anybody's copy of a disk, is erased again first.
 *
 * Fails with a sentence when that does not succeed. Source: failure "backup restored"; P11.
 */
export async function stayClean(house: BuiltHouse): Promise<void> {
  const again = await replayErasures(house);
  if (again === 0) return;
  house.log.warn({ people: again }, 'an old backup had brought erased people back; they were erased again');
  const left = (await whoCameBack(house)).reduce((sum, { subjects }) => sum + subjects.length, 0);
  if (left > 0)
    throw new CommandError(
      `Kontor does not serve, because an old backup brought ${left} erased people back and they could not be erased again; the log says why.`,
    );
}
