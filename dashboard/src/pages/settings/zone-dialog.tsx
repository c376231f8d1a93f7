import { useState } from 'react';
import { saveZone } from '../../api/delivery.ts';
import type { Zone } from '../../api/delivery.ts';
import { countryOptions } from '../../format/countries.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { MultiSelect, TextInput } from '../../parts/fields.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useReader, useWords } from '../../words/words.ts';
import { deliveryWords } from './settings-words.ts';

/** A part of the world that costs the same. */
export function ZoneDialog({
  zone,
  position,
  onClose,
}: {
  zone: Zone | null;
  position: number;
  onClose: () => void;
}) {
  const t = useWords(deliveryWords);
  const { locale } = useReader();
  const [name, setName] = useState(zone?.name ?? '');
  const [countries, setCountries] = useState<string[]>(zone?.countries ?? []);
  const [postcodes, setPostcodes] = useState(zone?.postcodes.join(', ') ?? '');
  const act = useAct(
    () =>
      saveZone(zone, {
        name: name.trim(),
        countries,
        postcodes: postcodes
          .split(',')
          .map((code) => code.trim())
          .filter(Boolean),
        position: zone?.position ?? position,
      }),
    { changes: [['delivery']], says: t.done, onDone: onClose, showsFailure: true },
  );
  return (
    <Dialog
      title={zone ? t.zone : t.addZone}
      isOpen
      onClose={onClose}
      does={t.save}
      onDo={() => act.mutate(undefined)}
      isBusy={act.isPending}
      isDisabled={name.trim() === '' || countries.length === 0}
      failure={act.error}
    >
      <TextInput
        name="name"
        required
        label={t.name}
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
      />
      <MultiSelect
        name="countries"
        label={t.countries}
        searchable
        hidePickedOptions
        data={countryOptions(locale, countries)}
        value={countries}
        onChange={setCountries}
      />
      <TextInput
        name="postcodes"
        label={t.postcodes}
        description={t.postcodesSays}
        value={postcodes}
        onChange={(event) => setPostcodes(event.currentTarget.value)}
      />
    </Dialog>
  );
}
