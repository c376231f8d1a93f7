import { html as ghtml } from 'ghtml';

/** A piece of page that is safe to send: everything that came from outside has been escaped. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

/** What a template accepts: plain values are escaped, pieces stay as they are, nothing is left out silently. */
export type Piece = Html | string | number | bigint | null | undefined | false | readonly Piece[];

const marked = new WeakMap<TemplateStringsArray, TemplateStringsArray>();

/** ghtml leaves a value as it is when the text before it ends in "!"; every value that reaches it is safe by then. */
function leaveAsIs(literals: TemplateStringsArray): TemplateStringsArray {
  const known = marked.get(literals);
  if (known) return known;
  const last = literals.length - 1;
  // Indentation is for the reader of the code; once per template it is taken out of what is sent.
  const slim = literals.map((literal) => literal.replace(/\n\s+/g, '\n'));
  const texts = slim.map((literal, index) => (index === last ? literal : `${literal}!`));
  const made = Object.assign([...texts], { raw: texts }) as TemplateStringsArray;
  marked.set(literals, made);
  return made;
}

function textOf(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return '';
  if (piece instanceof Html) return piece.text;
  if (typeof piece === 'string') return ghtml`${piece}`;
  if (typeof piece === 'object') return piece.map(textOf).join('');
  return String(piece);
}

/** Builds a piece of page; strings are escaped, so only another piece can carry markup. */
export const html = (literals: TemplateStringsArray, ...pieces: readonly Piece[]): Html =>
  new Html(ghtml(leaveAsIs(literals), ...pieces.map(textOf)));

/** Markup that we wrote or cleaned ourselves: drawings, sanitised descriptions. Never what somebody typed. */
export const trusted = (text: string): Html => new Html(text);

export const nothing = trusted('');

/** Attributes by name, each with a leading space; true stands alone, false and undefined are left out. */
export function attributes(values: Readonly<Record<string, string | number | boolean | undefined>>): Html {
  const parts = Object.entries(values).map(([name, value]) => {
    if (value === undefined || value === false) return '';
    return value === true ? ` ${name}` : ` ${name}="${textOf(value)}"`;
  });
  return trusted(parts.join(''));
}

const dangerous: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/** A value as JSON that can stand inside a script element: no text in it can close the element. */
export const jsonInScript = (value: unknown): Html =>
  trusted(
    JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => dangerous[character] ?? character),
  );
