import { ActionIcon, Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { saveMethod } from '../../api/delivery.ts';
import type { Method, Zone } from '../../api/delivery.ts';
import { shopQuery } from '../../api/shop.ts';
import type { TaxClass } from '../../api/tax.ts';
import { typedAmount } from '../../format/amount.ts';
import { IconX } from '../../look/icons.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { NumberInput, Select, TextInput } from '../../parts/fields.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useReader, useWords } from '../../words/words.ts';
import { readMethod } from './method-fields.ts';
import type { MethodFields } from './method-fields.ts';
import { deliveryWords } from './settings-words.ts';

/** A way of delivery: one price, or steps by weight or value. */
export function MethodDialog({
  zone,
  method,
  onClose,
}: {
  zone: Zone;
  method: Method | null;
  onClose: () => void;
}) {
  const t = useWords(deliveryWords);
  const { locale } = useReader();
  const shop = useQuery(shopQuery);
  const currency = method?.currency ?? shop.data?.currency ?? 'EUR';
  const typed = (minor: number) => typedAmount(minor, currency, locale);
  const tariff = method?.tariff;
  const [fields, setFields] = useState<MethodFields>(() => ({
    name: method?.name ?? '',
    basis: tariff?.basis ?? 'flat',
    price: tariff?.basis === 'flat' ? typed(tariff.priceMinor) : '',
    bands:
      tariff && tariff.basis !== 'flat'
        ? tariff.bands.map((band) => ({
            upTo: tariff.basis === 'weight' ? String(band.upTo) : typed(band.upTo),
            price: typed(band.priceMinor),
          }))
        : [{ upTo: '', price: '' }],
    freeFrom: method?.freeFromMinor == null ? '' : typed(method.freeFromMinor),
    minDays: method?.minDays ?? 2,
    maxDays: method?.maxDays ?? 4,
    active: method?.active ?? true,
  }));
  const set = (change: Partial<MethodFields>) => setFields({ ...fields, ...change });
  const setBand = (index: number, change: Partial<MethodFields['bands'][number]>) =>
    set({ bands: fields.bands.map((band, at) => (at === index ? { ...band, ...change } : band)) });
  const input = readMethod(fields, currency, locale, {
    taxClass: (method?.taxClass as TaxClass | undefined) ?? 'standard',
    position: method?.position ?? zone.methods.length,
  });
  const act = useAct(
    async () => {
      if (input) await saveMethod(zone.id, method, input);
    },
    { changes: [['delivery']], says: t.done, onDone: onClose, showsFailure: true },
  );
  return (
    <Dialog
      title={method ? t.method : t.addMethod}
      size="lg"
      isOpen
      onClose={onClose}
      does={t.save}
      onDo={() => act.mutate(undefined)}
      isBusy={act.isPending}
      isDisabled={input === undefined}
      failure={act.error}
    >
      <TextInput
        name="name"
        label={t.name}
        maxLength={80}
        value={fields.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
        data-autofocus
      />
      <Select
        name="basis"
        label={t.basis}
        allowDeselect={false}
        data={[
          { value: 'flat', label: t.flat },
          { value: 'weight', label: t.weight },
          { value: 'total', label: t.total },
        ]}
        value={fields.basis}
        onChange={(basis) => set({ basis: (basis ?? 'flat') as MethodFields['basis'] })}
      />
      {fields.basis === 'flat' ? (
        <TextInput
          label={`${t.price}, ${currency}`}
          inputMode="decimal"
          value={fields.price}
          onChange={(event) => set({ price: event.currentTarget.value })}
        />
      ) : (
        <div className="stack stack-tight">
          {fields.bands.map((band, index) => (
            <div key={index} className="bands">
              <TextInput
                size="xs"
                label={fields.basis === 'weight' ? t.upToWeight : `${t.upToTotal}, ${currency}`}
                inputMode="decimal"
                value={band.upTo}
                onChange={(event) => setBand(index, { upTo: event.currentTarget.value })}
              />
              <TextInput
                size="xs"
                label={`${t.price}, ${currency}`}
                inputMode="decimal"
                value={band.price}
                onChange={(event) => setBand(index, { price: event.currentTarget.value })}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t.removeBand}
                disabled={fields.bands.length === 1}
                onClick={() => set({ bands: fields.bands.filter((_, at) => at !== index) })}
              >
                <IconX size={16} stroke={1.5} />
              </ActionIcon>
            </div>
          ))}
          <div>
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => set({ bands: [...fields.bands, { upTo: '', price: '' }] })}
            >
              {t.addBand}
            </Button>
          </div>
        </div>
      )}
      <div className="fields">
        <TextInput
          name="freeFromMinor"
          label={`${t.freeFrom} (${t.optional})`}
          inputMode="decimal"
          value={fields.freeFrom}
          onChange={(event) => set({ freeFrom: event.currentTarget.value })}
        />
        <NumberInput
          name="minDays"
          label={t.minDays}
          min={0}
          max={365}
          value={fields.minDays}
          onChange={(days) => set({ minDays: Number(days) })}
        />
        <NumberInput
          name="maxDays"
          label={t.maxDays}
          min={0}
          max={365}
          value={fields.maxDays}
          onChange={(days) => set({ maxDays: Number(days) })}
        />
      </div>
      <Checkbox
        label={t.active}
        checked={fields.active}
        onChange={(event) => set({ active: event.currentTarget.checked })}
      />
    </Dialog>
  );
}
