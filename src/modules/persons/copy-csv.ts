import type { CopySection, Json } from './copy.ts';

/** A section as a table for spreadsheets: sealed content has a column for each field. Source: RFC 4180. */
export function copyCsv(section: CopySection): string {
  const heads = section.columns.flatMap((column) =>
    column.kind === 'plain'
      ? [column.name]
      : Object.keys(column.fields ?? {}).map((field) => `${column.name}.${field}`),
  );
  const lines = section.rows.map(({ values }) =>
    section.columns.flatMap((column) => {
      const value = values[column.name] ?? null;
      if (column.kind === 'plain') return [cell(value)];
      const content = (value ?? {}) as Readonly<Record<string, Json>>;
      return Object.keys(column.fields ?? {}).map((field) => cell(content[field] ?? null));
    }),
  );
  return [heads.map(cell), ...lines].map((cells) => cells.join(',')).join('\r\n') + '\r\n';
}

function cell(value: Json): string {
  if (value === null) return '';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  // What a spreadsheet would take for a formula stands as text; numbers and telephone numbers stay as they are.
  const safe = /^([=@\t\r\n＝＋－＠]|[+-](?![\d\s().,/-]*$))/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
