import type { Terminal } from './command.ts';

/** Results on stdout, talk and progress on stderr; progress only where somebody watches. */
export function terminalOn(streams: Pick<NodeJS.Process, 'stdout' | 'stderr'>, json: boolean): Terminal {
  const { stdout, stderr } = streams;
  let onProgressLine = false;
  const endProgress = (): void => {
    if (onProgressLine) stderr.write('\n');
    onProgressLine = false;
  };
  return {
    json,
    result(line, value) {
      endProgress();
      stdout.write(
        `${json ? JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? part.toString() : part)) : line}\n`,
      );
    },
    say(line) {
      endProgress();
      stderr.write(`${line}\n`);
    },
    progress(line) {
      if (!stderr.isTTY || json) return;
      stderr.write(`\r\u001B[2K${line}`);
      onProgressLine = true;
    },
  };
}
