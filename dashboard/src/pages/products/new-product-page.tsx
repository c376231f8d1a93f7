import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { createProduct } from '../../api/catalog.ts';
import { Failure } from '../../parts/failure.tsx';
import { TextInput } from '../../parts/fields.tsx';
import { Card, Page } from '../../parts/page.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useWords } from '../../words/words.ts';
import { productWords } from './product-words.ts';

/** A title is enough to begin. */
export function NewProductPage() {
  const t = useWords(productWords);
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [vendor, setVendor] = useState('');
  const create = useAct(
    () => createProduct({ title: title.trim(), ...(vendor.trim() && { vendor: vendor.trim() }) }),
    {
      changes: [['products']],
      onDone: (product) => void navigate({ to: '/products/$id', params: { id: product.id } }),
      showsFailure: true,
    },
  );
  return (
    <Page title={t.newTitle} back={{ to: '/products', says: t.products }}>
      <Card>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            create.mutate(undefined);
          }}
        >
          <TextInput
            name="title"
            label={t.title}
            required
            withAsterisk={false}
            maxLength={300}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
            autoFocus
          />
          <TextInput
            name="vendor"
            label={t.vendor}
            maxLength={300}
            value={vendor}
            onChange={(event) => setVendor(event.currentTarget.value)}
          />
          <p className="soft">{t.createSays}</p>
          {create.error ? <Failure of={create.error} inForm /> : null}
          <div className="row">
            <Button type="submit" loading={create.isPending} disabled={title.trim() === ''}>
              {t.create}
            </Button>
          </div>
        </form>
      </Card>
    </Page>
  );
}
