import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useBlocker } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { changeProduct, productQuery } from '../../api/catalog.ts';
import type { Condition, Product, ProductStatus } from '../../api/catalog.ts';
import type { Versioned } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { Failure } from '../../parts/failure.tsx';
import { useFaults } from '../../parts/form-failure.tsx';
import { Card } from '../../parts/page.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useWords } from '../../words/words.ts';
import { asProblem } from '../../api/problem.ts';
import { AttributeFields } from './attribute-fields.tsx';
import { DescriptionField } from './description-field.tsx';
import { changesOf, fieldsOf } from './product-head.ts';
import type { HeadFields } from './product-head.ts';
import { productWords } from './product-words.ts';
import { ShelfFields } from './shelf-fields.tsx';
import './product.css';

const conditions = [
  'new',
  'open_box',
  'refurbished',
  'used_like_new',
  'used_good',
  'used_fair',
  'for_parts',
] as const;
const statuses = ['active', 'draft', 'archived'] as const;

/** What is said about a product. The bar with "Save" appears as soon as something was changed. */
export function ProductHeadForm({ product, children }: { product: Versioned<Product>; children: ReactNode }) {
  const t = useWords(productWords);
  const session = useSession();
  const queries = useQueryClient();
  const [base, setBase] = useState(product);
  const [fields, setFields] = useState<HeadFields>(() => fieldsOf(product));
  const changes = changesOf(fieldsOf(base), fields);
  const isChanged = Object.keys(changes).length > 0;
  if (base.etag !== product.etag && !isChanged) {
    // Somebody else's change arrived, and nothing is typed here that it could run over.
    setBase(product);
    setFields(fieldsOf(product));
  }

  const save = useAct(() => changeProduct(product.id, base.etag, changes), {
    says: t.saved,
    showsFailure: true,
    onDone: (saved) => {
      const next = { ...saved, etag: `"${saved.version}"` };
      setBase(next);
      setFields(fieldsOf(next));
      queries.setQueryData(productQuery(product.id).queryKey, next);
      void queries.invalidateQueries({ queryKey: ['products', 'list'] });
    },
  });
  useBlocker({ shouldBlockFn: () => isChanged && !confirm(t.leave), enableBeforeUnload: isChanged });

  const errorOf = useFaults(save.error);
  const set = (change: Partial<HeadFields>) => setFields({ ...fields, ...change });
  const text = (name: 'title' | 'vendor' | 'productType' | 'tags' | 'slug' | 'seoTitle') => ({
    value: fields[name],
    onChange: (event: { currentTarget: HTMLInputElement }) => set({ [name]: event.currentTarget.value }),
    disabled: !session.may('catalog.write'),
    error: errorOf(name),
  });
  const isConflict = save.error !== null && asProblem(save.error).isConflict;
  const takeNewest = async () => {
    const newest = await queries.fetchQuery({ ...productQuery(product.id), staleTime: 0 });
    // What was typed stays; what the other person changed elsewhere comes in under it.
    setFields({ ...fieldsOf(newest), ...pick(fields, changesOf(fieldsOf(base), fields)) });
    setBase(newest);
    save.reset();
  };

  return (
    <>
      <div className="columns">
        <div className="stack">
          <Card>
            <div className="stack">
              <TextInput label={t.title} maxLength={300} {...text('title')} />
              <DescriptionField
                value={fields.descriptionHtml}
                onChange={(descriptionHtml) => set({ descriptionHtml })}
                isDisabled={!session.may('catalog.write')}
              />
            </div>
          </Card>
          {children}
        </div>
        <div className="stack">
          <Card>
            <div className="stack">
              <Select
                label={t.status}
                data={statuses.map((value) => ({ value, label: t[value] }))}
                value={fields.status}
                allowDeselect={false}
                disabled={!session.may('catalog.write')}
                onChange={(status) => set({ status: (status ?? fields.status) as ProductStatus })}
              />
              <Select
                label={t.condition}
                data={conditions.map((value) => ({ value, label: t[value] }))}
                value={fields.condition}
                allowDeselect={false}
                disabled={!session.may('catalog.write')}
                onChange={(condition) => set({ condition: (condition ?? fields.condition) as Condition })}
              />
              <TextInput label={t.vendor} maxLength={300} {...text('vendor')} />
              <TextInput label={t.type} maxLength={300} {...text('productType')} />
              <TextInput label={t.tags} description={t.tagsSays} {...text('tags')} />
            </div>
          </Card>
          <Card title={t.shelves}>
            <ShelfFields fields={fields} onChange={set} />
          </Card>
          <Card title={t.attributes}>
            <AttributeFields value={fields.attributes} onChange={(attributes) => set({ attributes })} />
          </Card>
          <Card title={t.search}>
            <div className="stack">
              <TextInput label={t.slug} description={t.slugSays} maxLength={200} {...text('slug')} />
              <TextInput
                label={t.seoTitle}
                placeholder={fields.title}
                maxLength={300}
                {...text('seoTitle')}
              />
              <Textarea
                label={t.seoDescription}
                autosize
                minRows={2}
                maxLength={2000}
                value={fields.seoDescription}
                onChange={(event) => set({ seoDescription: event.currentTarget.value })}
              />
            </div>
          </Card>
        </div>
      </div>
      {isChanged ? (
        <div className="save-bar" role="region" aria-label={t.unsaved}>
          {save.error ? (
            <Failure of={save.error} inForm onRetry={isConflict ? () => void takeNewest() : undefined} />
          ) : (
            <span className="soft">{t.unsaved}</span>
          )}
          <div className="row">
            <Button variant="default" onClick={() => setFields(fieldsOf(base))}>
              {t.discard}
            </Button>
            <Button loading={save.isPending} onClick={() => save.mutate(undefined)}>
              {t.save}
            </Button>
          </div>
        </div>
      ) : null}
    </>
  );
}

const pick = (fields: HeadFields, changed: object): Partial<HeadFields> =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => name in changed));
