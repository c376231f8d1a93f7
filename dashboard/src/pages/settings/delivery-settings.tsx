import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { removeMethod, removeZone, zonesQuery } from '../../api/delivery.ts';
import type { Method, Zone } from '../../api/delivery.ts';
import { useSession } from '../../api/session.ts';
import { countryName } from '../../format/countries.ts';
import { formatMoney } from '../../format/money.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Empty, Mark } from '../../parts/note.tsx';
import { Card } from '../../parts/page.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useReader, useWords } from '../../words/words.ts';
import { MethodDialog } from './method-dialog.tsx';
import { deliveryWords } from './settings-words.ts';
import { ZoneDialog } from './zone-dialog.tsx';

type Asked =
  | { readonly kind: 'zone'; readonly zone: Zone | null }
  | { readonly kind: 'method'; readonly zone: Zone; readonly method: Method | null }
  | { readonly kind: 'leaveZone'; readonly zone: Zone }
  | { readonly kind: 'leaveMethod'; readonly method: Method };

/** Where the shop delivers, how, and what it costs. */
export function DeliverySettings() {
  const t = useWords(deliveryWords);
  const { locale } = useReader();
  const session = useSession();
  const zones = useQuery(zonesQuery);
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const mayWrite = session.may('settings.write');
  const add = mayWrite ? (
    <Button size="xs" onClick={() => setAsked({ kind: 'zone', zone: null })}>
      {t.addZone}
    </Button>
  ) : null;
  return (
    <>
      {zones.error ? <Failure of={zones.error} onRetry={() => void zones.refetch()} /> : null}
      {zones.data?.items.length === 0 ? (
        <Empty title={t.empty} action={add}>
          {t.emptyDo}
        </Empty>
      ) : (
        <div className="row row-apart">
          <p className="soft">{t.says}</p>
          {add}
        </div>
      )}
      {zones.data?.items.map((zone) => (
        <Card
          key={zone.id}
          title={zone.name}
          actions={
            mayWrite ? (
              <>
                <Button size="compact-sm" variant="subtle" onClick={() => setAsked({ kind: 'zone', zone })}>
                  {t.change}
                </Button>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  color="red"
                  onClick={() => setAsked({ kind: 'leaveZone', zone })}
                >
                  {t.remove}
                </Button>
              </>
            ) : null
          }
        >
          <p className="soft">
            {zone.countries.map((code) => countryName(code, locale)).join(', ')}
            {zone.postcodes.length > 0 ? ` (${zone.postcodes.join(', ')})` : ''}
          </p>
          <ul className="lines">
            {zone.methods.map((method) => (
              <li key={method.id}>
                <span className="row">
                  <span className="strong">{method.name}</span>
                  <MethodSays method={method} />
                </span>
                {mayWrite ? (
                  <span className="row">
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      onClick={() => setAsked({ kind: 'method', zone, method })}
                    >
                      {t.change}
                    </Button>
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      color="red"
                      onClick={() => setAsked({ kind: 'leaveMethod', method })}
                    >
                      {t.remove}
                    </Button>
                  </span>
                ) : null}
              </li>
            ))}
          </ul>
          {zone.methods.length === 0 ? <p className="soft">{t.noMethods}</p> : null}
          {mayWrite ? (
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => setAsked({ kind: 'method', zone, method: null })}
            >
              {t.addMethod}
            </Button>
          ) : null}
        </Card>
      ))}
      {asked?.kind === 'zone' ? (
        <ZoneDialog zone={asked.zone} position={zones.data?.items.length ?? 0} onClose={close} />
      ) : null}
      {asked?.kind === 'method' ? (
        <MethodDialog zone={asked.zone} method={asked.method} onClose={close} />
      ) : null}
      {asked?.kind === 'leaveZone' || asked?.kind === 'leaveMethod' ? (
        <LeaveDialog asked={asked} onClose={close} />
      ) : null}
    </>
  );
}

function MethodSays({ method }: { method: Method }) {
  const t = useWords(deliveryWords);
  const { locale } = useReader();
  const { tariff, currency } = method;
  const price =
    tariff.basis === 'flat'
      ? formatMoney({ amountMinor: tariff.priceMinor, currency }, locale)
      : tariff.basis === 'weight'
        ? t.byWeight
        : t.byTotal;
  const free =
    method.freeFromMinor === null
      ? ''
      : t.freeFromSays(formatMoney({ amountMinor: method.freeFromMinor, currency }, locale));
  return (
    <>
      <span className="soft">
        {[price, free, t.daysSpan(method.minDays, method.maxDays)].filter(Boolean).join(' · ')}
      </span>
      {method.active ? null : <Mark>{t.off}</Mark>}
    </>
  );
}

function LeaveDialog({
  asked,
  onClose,
}: {
  asked: Extract<Asked, { kind: 'leaveZone' | 'leaveMethod' }>;
  onClose: () => void;
}) {
  const t = useWords(deliveryWords);
  const name = asked.kind === 'leaveZone' ? asked.zone.name : asked.method.name;
  const act = useAct(
    () => (asked.kind === 'leaveZone' ? removeZone(asked.zone) : removeMethod(asked.method)),
    {
      changes: [['delivery']],
      onDone: onClose,
      showsFailure: true,
    },
  );
  return (
    <Dialog
      title={t.removeAsk(name)}
      isOpen
      onClose={onClose}
      does={t.remove}
      onDo={() => act.mutate(undefined)}
      isBusy={act.isPending}
      isDangerous
      failure={act.error}
      consequences={[t.removeWill]}
    />
  );
}
