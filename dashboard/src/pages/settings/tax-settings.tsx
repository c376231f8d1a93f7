import { Button, MultiSelect, Radio, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { saveTaxSettings, taxPlacesQuery, taxSettingsQuery } from '../../api/tax.ts';
import type { TaxPlace, TaxSettings as Settings } from '../../api/tax.ts';
import { countryName, countryOptions } from '../../format/countries.ts';
import { formatRate } from '../../format/number.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Mark } from '../../parts/note.tsx';
import { Card } from '../../parts/page.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useReader, useWords } from '../../words/words.ts';
import { SaveRow } from './save-row.tsx';
import { taxWords } from './settings-words.ts';
import { TaxRateDialog } from './tax-rate-dialog.tsx';

/** Where tax is collected and at which rates. */
export function TaxSettings() {
  return (
    <>
      <Collecting />
      <Rates />
    </>
  );
}

function Collecting() {
  const t = useWords(taxWords);
  const { locale } = useReader();
  const session = useSession();
  const stored = useQuery({ ...taxSettingsQuery, refetchOnWindowFocus: false });
  const [change, setChange] = useState<Partial<Settings>>({});
  const now = stored.data && { ...stored.data, ...change };
  const save = useAct(
    () =>
      saveTaxSettings(stored.data?.etag ?? '*', {
        crossBorder: now?.crossBorder ?? 'destination',
        registeredIn: now?.registeredIn ?? [],
      }),
    {
      changes: [['tax']],
      says: t.done,
      showsFailure: true,
      onDone: () => setChange({}),
    },
  );
  if (stored.error) return <Failure of={stored.error} onRetry={() => void stored.refetch()} />;
  if (!now) return <span className="bone bone-block skeleton-card" />;
  return (
    <Card>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(undefined);
        }}
      >
        <fieldset className="quantities" disabled={!session.may('settings.write')}>
          <MultiSelect
            label={t.registered}
            description={t.registeredSays}
            searchable
            hidePickedOptions
            data={countryOptions(locale, now.registeredIn)}
            value={now.registeredIn}
            onChange={(registeredIn) => setChange({ ...change, registeredIn })}
          />
          <Radio.Group
            label={t.crossBorder}
            value={now.crossBorder}
            onChange={(crossBorder) =>
              setChange({ ...change, crossBorder: crossBorder === 'origin' ? 'origin' : 'destination' })
            }
          >
            <Stack gap={8} mt={8}>
              <Radio value="destination" label={t.destination} />
              <Radio value="origin" label={t.origin} />
            </Stack>
          </Radio.Group>
          <SaveRow isChanged={Object.keys(change).length > 0} isBusy={save.isPending} error={save.error} />
        </fieldset>
      </form>
    </Card>
  );
}

function Rates() {
  const t = useWords(taxWords);
  const { locale } = useReader();
  const session = useSession();
  const places = useQuery(taxPlacesQuery);
  const [query, setQuery] = useState('');
  const [edited, setEdited] = useState<TaxPlace | null>(null);
  const nameOf = (place: TaxPlace) =>
    place.zone.length === 2 ? countryName(place.zone, locale) : place.name;
  const found = (places.data?.items ?? [])
    .filter((place) => `${nameOf(place)} ${place.zone}`.toLowerCase().includes(query.trim().toLowerCase()))
    .toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), locale));
  return (
    <Card
      title={t.rates}
      actions={
        <TextInput
          size="xs"
          aria-label={t.find}
          placeholder={t.find}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
      }
    >
      <p className="soft">{t.says}</p>
      {places.error ? <Failure of={places.error} onRetry={() => void places.refetch()} /> : null}
      <ul className="tax-list">
        {found.map((place) => (
          <li key={place.zone}>
            <span>
              {nameOf(place)} {place.own.length > 0 ? <Mark tone="accent">{t.own}</Mark> : null}
              <br />
              <span className="small soft">
                {[...place.own.filter((rate) => rate.to === null), ...place.shipped]
                  .filter(
                    (rate, index, all) =>
                      all.findIndex((other) => other.taxClass === rate.taxClass) === index,
                  )
                  .map((rate) => formatRate(rate.rateBp, locale))
                  .filter((rate, index, all) => all.indexOf(rate) === index)
                  .join(' · ')}
              </span>
            </span>
            {session.may('settings.write') ? (
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={`${t.set}: ${nameOf(place)}`}
                onClick={() => setEdited(place)}
              >
                {t.set}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {edited ? <TaxRateDialog place={edited} name={nameOf(edited)} onClose={() => setEdited(null)} /> : null}
    </Card>
  );
}
