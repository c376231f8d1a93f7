/** The one table that a run prints. */
import type { Figure } from './measure.ts';
import type { Report } from './bench.ts';

export function tableOf(report: Report, explain: boolean): string {
  const { machine, figures, verdicts, staleness, hammered, privacy } = report;
  return [
    `${report.platform}: ${report.products} products of 3 variants, ${report.seconds} s each`,
    `${machine.cores} cores (${machine.processor}), ${machine.memoryGb} GB, ${machine.system}, Node ${machine.node}, load before ${machine.loadBefore}`,
    '',
    aligned([
      [
        '',
        'connections',
        'per second',
        'of hello',
        'p50 ms',
        'p99 ms',
        'app hellos',
        'pg hellos',
        'SQL',
        'no',
      ],
      ...figures.map(rowOf),
    ]),
    ...(staleness
      ? [
          '',
          `Old content after ${staleness.changes} changes, longest: ${Object.entries(staleness.longestMs)
            .map(([face, ms]) => `${face} ${Math.round(ms)} ms`)
            .join(', ')}.`,
        ]
      : []),
    ...(hammered
      ? [
          '',
          `${hammered.buyers} buyers for the last ${hammered.units}: ${hammered.sold} sold in ${hammered.seconds.toFixed(2)} s, ${hammered.left} left. ${JSON.stringify(hammered.answers)}`,
        ]
      : []),
    ...(privacy
      ? [
          '',
          `One person's copy: ${privacy.orders} orders, ${Math.round(privacy.copyBytes / 1024)} kB of ZIP. Erasing that person: ${privacy.eraseRegularSeconds.toFixed(1)} s.`,
        ]
      : []),
    '',
    aligned([
      ['', 'target', 'measured', ''],
      ...verdicts.map(({ what, target, measured, kept }) => [what, target, measured, kept ? 'ok' : 'MISSED']),
    ]),
    ...(explain ? figures.flatMap(explanationOf) : []),
  ].join('\n');
}

const rowOf = (figure: Figure): string[] => [
  figure.name,
  String(figure.connections),
  figure.perSecond.toFixed(figure.perSecond < 100 ? 1 : 0),
  figure.ofHello.toFixed(figure.ofHello < 0.01 ? 4 : 2),
  figure.p50.toFixed(2),
  figure.p99.toFixed(2),
  figure.hellosApplication.toFixed(1),
  figure.hellosPostgres.toFixed(1),
  figure.statements.toFixed(1),
  String(Object.values(figure.refused).reduce((sum, count) => sum + count, 0) || ''),
];

function explanationOf(figure: Figure): string[] {
  const rows = figure.asked
    .filter(({ calls }) => calls >= 0.02)
    .map(({ calls, milliseconds, text }) => [
      calls.toFixed(2),
      milliseconds.toFixed(3),
      text.replaceAll(/\s+/g, ' ').slice(0, 160),
    ]);
  if (figure.asked.length === 0 && figure.firstRefusal === null) return [];
  const refusal = figure.firstRefusal === null ? [] : [`first no: ${figure.firstRefusal}`];
  return [
    '',
    `${figure.name}, ${figure.connections}: statements per operation, milliseconds of execution, text`,
    ...refusal,
    aligned(rows),
  ];
}

/** The first column to the left, figures to the right, texts to the left. */
function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 || (widths[column] ?? 0) > 40
            ? cell.padEnd(widths[column] ?? 0)
            : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
