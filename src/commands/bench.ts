import { CommandError, UsageError, text } from './command.ts';
import type { Command, Input } from './command.ts';

export const bench: Command = {
  name: 'bench',
  drivesOwnServer: true,
  says: 'Measures this Kontor beside a bare web server, on a throw-away database of its own.',
  usage:
    'kontor bench [--connections 1,8] [--seconds 5] [--products 1000] [--only listing,detail,page,purchase,staleness,hammer,privacy] [--orders 1000] [--people 1000000] [--explain] [--node-flags=…]',
  options: {
    connections: { type: 'string' },
    seconds: { type: 'string' },
    products: { type: 'string' },
    only: { type: 'string' },
    orders: { type: 'string' },
    people: { type: 'string' },
    explain: { type: 'boolean' },
    'node-flags': { type: 'string' },
  },
  async run(input) {
    if (process.platform !== 'linux')
      throw new CommandError('The bench reads what processes cost from /proc and so runs on Linux only.');
    // Loaded here, because no other command needs it.
    const { parts, runBench } = await import('../../bench/bench.ts');
    const { kontor } = await import('../../bench/platforms/kontor.ts');
    const { tableOf } = await import('../../bench/report.ts');
    const only = listOf(input, 'only', parts.join(',')).map((name) => {
      const part = parts.find((one) => one === name);
      if (!part) throw new UsageError(`--only: "${name}" is not one of ${parts.join(', ')}`);
      return part;
    });

    const stop = new AbortController();
    const onSignal = (): void => stop.abort();
    process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
    try {
      const report = await runBench(kontor, {
        connections: listOf(input, 'connections', '1,8').map((count) => wholeNumber('connections', count)),
        seconds: wholeNumber('seconds', text(input, 'seconds') ?? '5'),
        products: wholeNumber('products', text(input, 'products') ?? '1000'),
        nodeFlags: (text(input, 'node-flags') ?? '').split(' ').filter((flag) => flag !== ''),
        only,
        privacy: {
          orders: wholeNumber('orders', text(input, 'orders') ?? '1000'),
          people: wholeNumber('people', text(input, 'people') ?? '1000000'),
        },
        progress: input.terminal.progress,
        signal: stop.signal,
      });
      input.terminal.result(tableOf(report, input.options['explain'] === true), report);
      return 0;
    } catch (error) {
      throw stop.signal.aborted
        ? new CommandError('The bench was interrupted; everything it started is gone again.')
        : error;
    } finally {
      process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
    }
  },
};

const listOf = (input: Input, name: string, otherwise: string): string[] =>
  (text(input, name) ?? otherwise).split(',').map((part) => part.trim());

function wholeNumber(name: string, given: string): number {
  const value = Number(given);
  if (!Number.isInteger(value) || value < 1 || value > 10_000_000)
    throw new UsageError(`--${name}: a whole number from 1, not "${given}"`);
  return value;
}
