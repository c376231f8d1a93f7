import type { productProblems } from '#modules/catalog/index.ts';
import { quoted } from './note-taker.ts';
import type { NoteTaker } from './note-taker.ts';

const keyByField: Readonly<Record<string, string>> = {
  title: 'title',
  slug: 'handle',
  descriptionHtml: 'body',
  vendor: 'vendor',
  productType: 'type',
  tags: 'tags',
  seoTitle: 'seoTitle',
  seoDescription: 'seoDescription',
};

/** Says what the catalogue would refuse, at the line of the variant that it is about. */
export function noteProblems(
  problems: ReturnType<typeof productProblems>,
  lines: readonly number[],
  say: NoteTaker,
): void {
  for (const { field, says } of problems) {
    const [head = '', index, part] = field.split('.');
    const line = lines[index === undefined ? 0 : Number(index)] ?? lines[0] ?? 0;
    if (head === 'title' && say.notes.some((note) => note.code === 'title.missing')) continue;
    const key =
      head === 'variants'
        ? part === 'sku'
          ? 'sku'
          : part === 'options'
            ? 'option1Value'
            : null
        : (keyByField[head] ?? null);
    say.reject(
      line,
      key,
      `product.${part ?? head}`,
      says.replace(/\bVariant (\d+)\b/g, (_all, n: string) => `Line ${lines[Number(n) - 1] ?? '?'}`),
    );
  }
}

/** Whether a picture's address is one that can be fetched later; says so when not. */
export function notePicture(url: string, line: number, key: string, say: NoteTaker): boolean {
  const isFetchable = url.length <= 2000 && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
  if (!isFetchable)
    say.warn(line, key, 'picture.address', `${quoted(url)} is not a web address; the picture was left out.`);
  return isFetchable;
}
