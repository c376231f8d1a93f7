import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { changeVariants, productQuery } from '../../api/catalog.ts';
import type { Product, Variant } from '../../api/catalog.ts';
import type { Versioned } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { Money } from '../../format/money.tsx';
import { Failure } from '../../parts/failure.tsx';
import { NumberInput, TextInput } from '../../parts/fields.tsx';
import { Card } from '../../parts/page.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useWords } from '../../words/words.ts';
import { OptionEditor } from './option-editor.tsx';
import { PriceDialog } from './price-dialog.tsx';
import { variantWords } from './product-words.ts';

type Field = 'sku' | 'gtin' | 'weightGrams';
type Edits = Readonly<Record<string, Partial<Pick<Variant, Field>>>>;

/** What can be chosen of a product, each with its SKU, weight, price and stock. */
export function ProductVariants({ product }: { product: Versioned<Product> }) {
  const t = useWords(variantWords);
  const session = useSession();
  const queries = useQueryClient();
  const [base, setBase] = useState(product);
  const [edits, setEdits] = useState<Edits>({});
  const [pricing, setPricing] = useState<Variant | null>(null);
  const isChanged = Object.keys(edits).length > 0;
  const mayWrite = session.may('catalog.write');
  const isUntouched = JSON.stringify(base.variants) === JSON.stringify(product.variants);
  if (base.etag !== product.etag && (!isChanged || isUntouched)) setBase(product);

  const took = (saved: Product) => {
    queries.setQueryData(productQuery(product.id).queryKey, { ...saved, etag: `"${saved.version}"` });
    void queries.invalidateQueries({ queryKey: ['products', 'list'] });
    setEdits({});
  };
  const save = useAct(
    () =>
      changeVariants(product.id, base.etag, {
        variants: base.variants.map(
          ({ id, options, sku, gtin, weightGrams, requiresShipping, taxClass }) => ({
            id,
            options: [...options],
            sku,
            gtin,
            weightGrams,
            requiresShipping,
            taxClass,
            ...edits[id],
          }),
        ),
      }),
    { says: t.saved, showsFailure: true, onDone: took },
  );
  const edit = (id: string, change: Partial<Pick<Variant, Field>>) =>
    setEdits({ ...edits, [id]: { ...edits[id], ...change } });

  return (
    <Card title={t.variants} flush>
      <div className="scroll-x">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t.variant}</th>
              <th scope="col">{t.sku}</th>
              <th scope="col">{t.gtin}</th>
              <th scope="col">{t.weight}</th>
              <th scope="col" className="end">
                {t.price}
              </th>
              <th scope="col" className="end">
                {t.stock}
              </th>
            </tr>
          </thead>
          <tbody>
            {base.variants.map((variant) => {
              const now = { ...variant, ...edits[variant.id] };
              const name = variant.title || t.only;
              return (
                <tr key={variant.id}>
                  <td className="strong">{name}</td>
                  <td>
                    <TextInput
                      size="xs"
                      aria-label={`${t.sku}, ${name}`}
                      miw={110}
                      maxLength={120}
                      disabled={!mayWrite}
                      value={now.sku ?? ''}
                      onChange={(event) => edit(variant.id, { sku: event.currentTarget.value || null })}
                    />
                  </td>
                  <td>
                    <TextInput
                      size="xs"
                      aria-label={`${t.gtin}, ${name}`}
                      miw={130}
                      maxLength={64}
                      inputMode="numeric"
                      disabled={!mayWrite}
                      value={now.gtin ?? ''}
                      onChange={(event) => edit(variant.id, { gtin: event.currentTarget.value || null })}
                    />
                  </td>
                  <td>
                    <NumberInput
                      size="xs"
                      aria-label={`${t.weight}, ${name}`}
                      w={84}
                      min={0}
                      allowDecimal={false}
                      hideControls
                      disabled={!mayWrite}
                      value={now.weightGrams}
                      onChange={(weight) => edit(variant.id, { weightGrams: Number(weight) || 0 })}
                    />
                  </td>
                  <td className="end">
                    <button type="button" className="link-button" onClick={() => setPricing(variant)}>
                      {variant.price ? <Money of={variant.price} /> : mayWrite ? t.setPrice : t.noPrice}
                    </button>
                  </td>
                  <td className="end">
                    <Link to="/stock/$id" params={{ id: variant.offerId }} title={t.open}>
                      {variant.left === null
                        ? variant.available
                          ? t.available
                          : t.soldOut
                        : t.left(variant.left)}
                    </Link>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div className="stack variant-foot">
        {save.error ? <Failure of={save.error} inForm /> : null}
        {isChanged ? (
          <div className="row row-end">
            <Button size="xs" loading={save.isPending} onClick={() => save.mutate(undefined)}>
              {t.save}
            </Button>
          </div>
        ) : null}
        {mayWrite ? <OptionEditor key={product.version} product={product} onSaved={took} /> : null}
      </div>
      {pricing ? <PriceDialog product={product} variant={pricing} onClose={() => setPricing(null)} /> : null}
    </Card>
  );
}
