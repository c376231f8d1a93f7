import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { changeVariants } from '../../api/catalog.ts';
import type { Product, VariantChange } from '../../api/catalog.ts';
import type { Versioned } from '../../api/client.ts';
import { IconPlus, IconX } from '../../look/icons.ts';
import { Failure } from '../../parts/failure.tsx';
import { Note } from '../../parts/note.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useWords } from '../../words/words.ts';
import { combine } from './combine.ts';
import { variantWords } from './product-words.ts';

interface OptionFields {
  readonly name: string;
  readonly values: string;
}

const valuesOf = (fields: OptionFields): string[] => [
  ...new Set(
    fields.values
      .split(',')
      .map((value) => value.trim())
      .filter((value) => value !== ''),
  ),
];

/** The options of a product; saving makes one variant per combination and keeps those that are there. */
export function OptionEditor({
  product,
  onSaved,
}: {
  product: Versioned<Product>;
  onSaved: (product: Product) => void;
}) {
  const t = useWords(variantWords);
  const before = product.options.map(({ name, values }) => ({ name, values: values.join(', ') }));
  const [fields, setFields] = useState<readonly OptionFields[]>(before);
  const isChanged = JSON.stringify(fields) !== JSON.stringify(before);
  const options = fields.map((option) => ({ name: option.name.trim(), values: valuesOf(option) }));
  const isComplete = options.every((option) => option.name !== '' && option.values.length > 0);
  const combinations = combine(options);

  const act = useAct(
    () => {
      const known = new Map(product.variants.map((variant) => [variant.options.join('\n'), variant]));
      const [single] = product.variants;
      const variants = combinations.map((chosen, index): VariantChange => {
        // A product that had nothing to choose from keeps its one variant as the first combination.
        const old =
          known.get(chosen.join('\n')) ?? (product.options.length === 0 && index === 0 ? single : undefined);
        if (!old) return { options: chosen };
        const { id, sku, gtin, weightGrams, requiresShipping, taxClass } = old;
        return { id, options: chosen, sku, gtin, weightGrams, requiresShipping, taxClass };
      });
      return changeVariants(product.id, product.etag, { options, variants });
    },
    { says: t.saved, showsFailure: true, onDone: onSaved },
  );

  const set = (index: number, change: Partial<OptionFields>) =>
    setFields(fields.map((option, at) => (at === index ? { ...option, ...change } : option)));
  return (
    <div className="stack stack-tight">
      <h3>{t.options}</h3>
      {fields.map((option, index) => (
        <div key={index} className="option-row">
          <TextInput
            size="xs"
            label={t.optionName}
            maxLength={255}
            value={option.name}
            onChange={(event) => set(index, { name: event.currentTarget.value })}
          />
          <TextInput
            size="xs"
            label={t.optionValues}
            value={option.values}
            onChange={(event) => set(index, { values: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`${t.removeOption}: ${option.name}`}
            onClick={() => setFields(fields.filter((_, at) => at !== index))}
          >
            <IconX size={16} stroke={1.5} />
          </ActionIcon>
        </div>
      ))}
      {fields.length < 5 ? (
        <div>
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size={14} stroke={1.5} />}
            onClick={() => setFields([...fields, { name: '', values: '' }])}
          >
            {t.addOption}
          </Button>
        </div>
      ) : null}
      {isChanged ? (
        <>
          <Note tone="amber">{t.combineSays}</Note>
          {act.error ? <Failure of={act.error} inForm /> : null}
          <div className="row row-end">
            <Button
              size="xs"
              disabled={!isComplete || combinations.length > 2048}
              loading={act.isPending}
              onClick={() => act.mutate(undefined)}
            >
              {t.combine(combinations.length)}
            </Button>
          </div>
        </>
      ) : null}
    </div>
  );
}
