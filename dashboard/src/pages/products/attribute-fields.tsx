import { ActionIcon, NumberInput, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { attributesQuery } from '../../api/catalog.ts';
import type { Attribute } from '../../api/catalog.ts';
import { IconX } from '../../look/icons.ts';
import { useWords } from '../../words/words.ts';
import { productWords } from './product-words.ts';

type Value = string | number | boolean;

interface AttributeFieldsProps {
  value: Readonly<Record<string, Value>>;
  onChange: (value: Readonly<Record<string, Value>>) => void;
}

const firstOf = (attribute: Attribute): Value =>
  attribute.kind === 'number' ? 0 : attribute.kind === 'boolean' ? true : (attribute.choices[0] ?? '');

/** The properties of a product, each in a field of its kind. */
export function AttributeFields({ value, onChange }: AttributeFieldsProps) {
  const t = useWords(productWords);
  const attributes = useQuery(attributesQuery);
  const known = attributes.data?.items ?? [];
  const used = known.filter((attribute) => attribute.code in value);
  const unused = known.filter((attribute) => !(attribute.code in value));
  const remove = (code: string) =>
    onChange(Object.fromEntries(Object.entries(value).filter(([name]) => name !== code)));
  return (
    <div className="stack">
      {used.map((attribute) => (
        <div key={attribute.code} className="attribute">
          <AttributeField
            attribute={attribute}
            value={value[attribute.code] ?? ''}
            onChange={(next) => onChange({ ...value, [attribute.code]: next })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`${attribute.label}: ${t.discard}`}
            onClick={() => remove(attribute.code)}
          >
            <IconX size={16} stroke={1.5} />
          </ActionIcon>
        </div>
      ))}
      {unused.length > 0 ? (
        <Select
          aria-label={t.addAttribute}
          placeholder={t.addAttribute}
          searchable
          data={unused.map(({ code, label }) => ({ value: code, label }))}
          value={null}
          onChange={(code) => {
            const attribute = unused.find((one) => one.code === code);
            if (attribute) onChange({ ...value, [attribute.code]: firstOf(attribute) });
          }}
        />
      ) : used.length === 0 ? (
        <p className="soft">{t.attributesSays}</p>
      ) : null}
    </div>
  );
}

function AttributeField({
  attribute,
  value,
  onChange,
}: {
  attribute: Attribute;
  value: Value;
  onChange: (value: Value) => void;
}) {
  const t = useWords(productWords);
  const { kind, label, unit, choices } = attribute;
  if (kind === 'number') {
    return (
      <NumberInput
        label={label}
        suffix={unit ? ` ${unit}` : ''}
        value={Number(value)}
        onChange={(next) => onChange(Number(next))}
      />
    );
  }
  if (kind === 'boolean') {
    return (
      <Select
        label={label}
        allowDeselect={false}
        data={[
          { value: 'yes', label: t.yes },
          { value: 'no', label: t.no },
        ]}
        value={value === true ? 'yes' : 'no'}
        onChange={(next) => onChange(next === 'yes')}
      />
    );
  }
  if (kind === 'choice') {
    return (
      <Select
        label={label}
        allowDeselect={false}
        data={[...choices]}
        value={String(value)}
        onChange={(next) => onChange(next ?? '')}
      />
    );
  }
  return (
    <TextInput
      label={label}
      value={String(value)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
