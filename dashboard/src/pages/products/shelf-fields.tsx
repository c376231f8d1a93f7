import { Autocomplete, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { shelvesQuery } from '../../api/catalog.ts';
import type { Category } from '../../api/catalog.ts';
import { useWords } from '../../words/words.ts';
import type { HeadFields } from './product-head.ts';
import { productWords } from './product-words.ts';

/** The way to a category from the root down: "Home › Kitchen". */
export function pathOf(category: Category, all: ReadonlyMap<string, Category>): string {
  const parent = category.parentId === null ? undefined : all.get(category.parentId);
  return parent ? `${pathOf(parent, all)} › ${category.title}` : category.title;
}

/** The category and the collections that a product stands in. */
export function ShelfFields({
  fields,
  onChange,
}: {
  fields: HeadFields;
  onChange: (change: Partial<HeadFields>) => void;
}) {
  const t = useWords(productWords);
  const shelves = useQuery(shelvesQuery);
  const categories = new Map((shelves.data?.categories ?? []).map((category) => [category.id, category]));
  const paths = [...categories.values()].map((category) => pathOf(category, categories)).toSorted();
  const collections = shelves.data?.collections ?? [];
  return (
    <div className="stack">
      <Autocomplete
        label={t.category}
        description={t.categorySays}
        data={[...new Set(paths)]}
        value={fields.category}
        onChange={(category) => onChange({ category })}
      />
      {collections.length > 0 ? (
        <fieldset className="quantities">
          <legend className="strong small">{t.collections}</legend>
          {collections.map((collection) => (
            <Checkbox
              key={collection.id}
              label={collection.title}
              checked={fields.collections.includes(collection.slug)}
              onChange={(event) =>
                onChange({
                  collections: event.currentTarget.checked
                    ? [...fields.collections, collection.slug]
                    : fields.collections.filter((slug) => slug !== collection.slug),
                })
              }
            />
          ))}
        </fieldset>
      ) : null}
    </div>
  );
}
