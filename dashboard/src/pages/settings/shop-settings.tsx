import { Checkbox, Select, TextInput } from '@mantine/core';
import { useId } from 'react';
import { useSession } from '../../api/session.ts';
import { countryOptions } from '../../format/countries.ts';
import { Failure } from '../../parts/failure.tsx';
import { Card } from '../../parts/page.tsx';
import { useReader, useWords } from '../../words/words.ts';
import { SaveRow } from './save-row.tsx';
import { settingsWords } from './settings-words.ts';
import { useShopForm } from './use-shop-form.ts';

/** What the shop is called, speaks, sells in and looks like. */
export function ShopSettings() {
  const t = useWords(settingsWords);
  const { locale } = useReader();
  const session = useSession();
  const hueId = useId();
  const { stored, shop, isChanged, set, save, takeNewest, errorOf } = useShopForm();
  if (stored.error && !shop) return <Failure of={stored.error} onRetry={() => void stored.refetch()} />;
  if (!shop) return <span className="bone bone-block skeleton-card" />;
  return (
    <Card>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(undefined);
        }}
      >
        <fieldset className="quantities" disabled={!session.may('settings.write')}>
          <div className="fields">
            <TextInput
              label={t.name}
              required
              withAsterisk={false}
              maxLength={80}
              value={shop.name}
              error={errorOf('name')}
              onChange={(event) => set({ name: event.currentTarget.value })}
            />
            <TextInput
              label={t.tagline}
              maxLength={160}
              value={shop.tagline}
              onChange={(event) => set({ tagline: event.currentTarget.value })}
            />
            <Select
              label={t.language}
              allowDeselect={false}
              data={[
                { value: 'en', label: t.english },
                { value: 'de', label: t.german },
              ]}
              value={shop.locale}
              onChange={(language) => set({ locale: language === 'de' ? 'de' : 'en' })}
            />
            <Select
              label={t.country}
              searchable
              allowDeselect={false}
              data={countryOptions(locale, [shop.country])}
              value={shop.country}
              onChange={(country) => set({ country: country ?? shop.country })}
            />
            <TextInput
              label={t.currency}
              description={t.currencyFixed}
              value={shop.currency}
              readOnly
              disabled
            />
            <Checkbox
              label={t.inclusive}
              description={t.inclusiveSays}
              checked={shop.pricesIncludeTax}
              onChange={(event) => set({ pricesIncludeTax: event.currentTarget.checked })}
            />
            <div className="wide-field stack stack-tight">
              <label htmlFor={hueId} className="strong">
                {t.colour}
              </label>
              <div className="hue">
                <input
                  id={hueId}
                  type="range"
                  min={0}
                  max={359}
                  value={shop.accentHue}
                  onChange={(event) => set({ accentHue: Number(event.currentTarget.value) })}
                />
                <span className="hue-sample" style={{ ['--tried' as string]: shop.accentHue }}>
                  {shop.name}
                </span>
              </div>
              <p className="small soft">{t.colourSays}</p>
            </div>
          </div>
          <SaveRow isChanged={isChanged} isBusy={save.isPending} error={save.error} takeNewest={takeNewest} />
        </fieldset>
      </form>
    </Card>
  );
}
