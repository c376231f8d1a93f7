import { Select, Textarea, TextInput } from '@mantine/core';
import { useSession } from '../../api/session.ts';
import { countryOptions } from '../../format/countries.ts';
import { Failure } from '../../parts/failure.tsx';
import { Card } from '../../parts/page.tsx';
import { useReader, useWords } from '../../words/words.ts';
import { SaveRow } from './save-row.tsx';
import { settingsWords } from './settings-words.ts';
import { useShopForm } from './use-shop-form.ts';

type OptionalField = 'vatId' | 'registration' | 'contactPhone' | 'bankHolder' | 'bankIban' | 'bankBic';

/** Who sells: for the imprint, the mails and the bank transfer. */
export function LegalSettings() {
  const t = useWords(settingsWords);
  const { locale } = useReader();
  const session = useSession();
  const { stored, shop, isChanged, set, save, takeNewest, errorOf } = useShopForm();
  if (stored.error && !shop) return <Failure of={stored.error} onRetry={() => void stored.refetch()} />;
  if (!shop) return <span className="bone bone-block skeleton-card" />;
  const optional = (field: OptionalField, tidy = (text: string) => text) => ({
    value: shop[field] ?? '',
    error: errorOf(field),
    onChange: (event: { currentTarget: HTMLInputElement }) =>
      set({ [field]: tidy(event.currentTarget.value) || null }),
  });
  const upper = (text: string) => text.replaceAll(/\s/g, '').toUpperCase();
  return (
    <Card>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(undefined);
        }}
      >
        <fieldset className="quantities" disabled={!session.may('settings.write')}>
          <p className="soft">{t.legalSays}</p>
          <div className="fields">
            <TextInput
              label={t.legalName}
              maxLength={160}
              value={shop.legalName}
              error={errorOf('legalName')}
              onChange={(event) => set({ legalName: event.currentTarget.value })}
            />
            <Select
              label={t.legalCountry}
              searchable
              allowDeselect={false}
              data={countryOptions(locale, [shop.legalCountry])}
              value={shop.legalCountry}
              onChange={(country) => set({ legalCountry: country ?? shop.legalCountry })}
            />
            <Textarea
              className="wide-field"
              label={t.legalAddress}
              autosize
              minRows={2}
              maxLength={400}
              value={shop.legalAddress}
              onChange={(event) => set({ legalAddress: event.currentTarget.value })}
            />
            <TextInput label={t.vatId} maxLength={30} {...optional('vatId')} />
            <TextInput label={t.registration} maxLength={80} {...optional('registration')} />
            <TextInput
              type="email"
              label={t.contactEmail}
              maxLength={254}
              value={shop.contactEmail}
              error={errorOf('contactEmail')}
              onChange={(event) => set({ contactEmail: event.currentTarget.value })}
            />
            <TextInput type="tel" label={t.contactPhone} maxLength={40} {...optional('contactPhone')} />
            <TextInput
              type="email"
              label={t.mailFrom}
              required
              withAsterisk={false}
              value={shop.mailFrom}
              error={errorOf('mailFrom')}
              onChange={(event) => set({ mailFrom: event.currentTarget.value })}
            />
          </div>
          <h2>{t.bank}</h2>
          <div className="fields">
            <TextInput label={t.bankHolder} maxLength={70} {...optional('bankHolder')} />
            <TextInput label="IBAN" {...optional('bankIban', upper)} />
            <TextInput label="BIC" {...optional('bankBic', upper)} />
          </div>
          <SaveRow isChanged={isChanged} isBusy={save.isPending} error={save.error} takeNewest={takeNewest} />
        </fieldset>
      </form>
    </Card>
  );
}
