import type { Product, ProductHead, ProductStatus, Condition } from '../../api/catalog.ts';

/** What stands in the fields of a product's form: text as it is typed. */
export interface HeadFields {
  readonly title: string;
  readonly descriptionHtml: string;
  readonly status: ProductStatus;
  readonly condition: Condition;
  readonly vendor: string;
  readonly productType: string;
  readonly tags: string;
  readonly category: string;
  readonly collections: readonly string[];
  readonly slug: string;
  readonly seoTitle: string;
  readonly seoDescription: string;
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
}

const arrow = ' › ';

export const fieldsOf = (product: Product): HeadFields => ({
  title: product.title,
  descriptionHtml: product.descriptionHtml,
  status: product.status,
  condition: product.condition,
  vendor: product.vendor ?? '',
  productType: product.productType ?? '',
  tags: product.tags.join(', '),
  category: product.category.map((shelf) => shelf.title).join(arrow),
  collections: product.collections.map((collection) => collection.slug),
  slug: product.slug,
  seoTitle: product.seoTitle ?? '',
  seoDescription: product.seoDescription ?? '',
  attributes: Object.fromEntries(product.attributes.map(({ name, value }) => [name, value])),
});

const split = (text: string, by: RegExp): string[] =>
  text
    .split(by)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const inputOf: { readonly [Field in keyof HeadFields]: (fields: HeadFields) => ProductHead } = {
  title: ({ title }) => ({ title: title.trim() }),
  descriptionHtml: ({ descriptionHtml }) => ({ descriptionHtml: asHtml(descriptionHtml) }),
  status: ({ status }) => ({ status }),
  condition: ({ condition }) => ({ condition }),
  vendor: ({ vendor }) => ({ vendor: vendor.trim() || null }),
  productType: ({ productType }) => ({ productType: productType.trim() || null }),
  tags: ({ tags }) => ({ tags: split(tags, /,/) }),
  category: ({ category }) => ({ category: split(category, /[›>]/) }),
  collections: ({ collections }) => ({ collections: [...collections] }),
  slug: ({ slug }) => ({ slug: slug.trim() }),
  seoTitle: ({ seoTitle }) => ({ seoTitle: seoTitle.trim() || null }),
  seoDescription: ({ seoDescription }) => ({ seoDescription: seoDescription.trim() || null }),
  attributes: ({ attributes }) => ({ attributes: { ...attributes } }),
};

/** Only what was really changed is sent, so that two people can work on different fields. */
export function changesOf(before: HeadFields, after: HeadFields): ProductHead {
  const changed = (Object.keys(inputOf) as (keyof HeadFields)[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  return Object.assign({}, ...changed.map((field) => inputOf[field](after))) as ProductHead;
}

/** Plain text becomes paragraphs; what holds a tag is taken as HTML, which the server cleans. */
export function asHtml(text: string): string {
  if (/<[a-z][\s\S]*>/i.test(text) || text.trim() === '') return text.trim();
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return split(escaped, /\n\s*\n/)
    .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>')}</p>`)
    .join('\n');
}
