import type { Category } from '#kernel/registry.ts';
import type { SealedSpec } from './paths.ts';
import type { Content } from './vault-by-name.ts';

/** One text in sealed content: where it stands and what kind of data it is. */
export interface Leaf {
  readonly path: readonly string[];
  readonly category: Category;
  readonly text: string;
}

/** An address is one field of some content, and more than an address: these parts of it are kinds of their own. */
const kindWithin: Readonly<Record<string, Category>> = {
  name: 'identity.name',
  company: 'identity.company',
  phone: 'contact.phone',
  email: 'contact.email',
};

/** Every text in sealed content, also inside of addresses. */
export const leavesOf = (spec: SealedSpec, content: Content): Leaf[] =>
  Object.entries(spec.fields).flatMap(([field, category]) => within([field], category, content[field]));

function within(path: readonly string[], category: Category, value: unknown): Leaf[] {
  if (typeof value === 'string') return value === '' ? [] : [{ path, category, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    within([...path, name], kindWithin[name] ?? category, part),
  );
}

/** The content with another text at a place. */
export function withLeaf(content: Content, path: readonly string[], text: string): Content {
  const [name, ...rest] = path;
  if (name === undefined) return content;
  return { ...content, [name]: rest.length === 0 ? text : withLeaf(content[name] as Content, rest, text) };
}
