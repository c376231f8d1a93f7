import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { addLocation, archiveLocation, changeLocation, locationsQuery } from '../../api/stock.ts';
import type { Location } from '../../api/stock.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Failure } from '../../parts/failure.tsx';
import { NumberInput, Select, TextInput } from '../../parts/fields.tsx';
import { Mark } from '../../parts/note.tsx';
import { Card } from '../../parts/page.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useWords } from '../../words/words.ts';
import { locationWords } from './settings-words.ts';

const kinds = ['internal', 'quarantine', 'transit', 'channel'] as const;

/** The places where goods lie. */
export function LocationSettings() {
  const t = useWords(locationWords);
  const session = useSession();
  const locations = useQuery(locationsQuery);
  const [edited, setEdited] = useState<Location | 'new' | null>(null);
  const [leaving, setLeaving] = useState<Location | null>(null);
  const archive = useAct(archiveLocation, {
    changes: [['stock']],
    says: t.done,
    onDone: () => setLeaving(null),
    showsFailure: true,
  });
  const mayWrite = session.may('settings.write');
  const physical = (locations.data?.items ?? []).filter((place) => place.physical);
  return (
    <Card
      actions={
        mayWrite ? (
          <Button size="xs" onClick={() => setEdited('new')}>
            {t.add}
          </Button>
        ) : null
      }
    >
      <p className="soft">{t.says}</p>
      {locations.error ? <Failure of={locations.error} onRetry={() => void locations.refetch()} /> : null}
      <ul className="lines">
        {physical.map((place) => (
          <li key={place.id}>
            <span className="row">
              <span className="strong">{place.name}</span>
              <span className="soft">
                {t[place.kind]} · {place.priority}
              </span>
              <Mark tone={place.sells ? 'green' : 'plain'}>{place.sells ? t.sells : t.doesNotSell}</Mark>
            </span>
            {mayWrite ? (
              <span className="row">
                <Button size="compact-sm" variant="subtle" onClick={() => setEdited(place)}>
                  {t.change}
                </Button>
                <Button size="compact-sm" variant="subtle" color="red" onClick={() => setLeaving(place)}>
                  {t.archive}
                </Button>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {edited ? (
        <LocationDialog location={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      ) : null}
      {leaving ? (
        <Dialog
          title={t.archiveAsk(leaving.name)}
          isOpen
          onClose={() => setLeaving(null)}
          does={t.archive}
          onDo={() => archive.mutate(leaving)}
          isBusy={archive.isPending}
          isDangerous
          failure={archive.error}
          consequences={[t.archiveWill]}
        />
      ) : null}
    </Card>
  );
}

function LocationDialog({ location, onClose }: { location: Location | null; onClose: () => void }) {
  const t = useWords(locationWords);
  const [name, setName] = useState(location?.name ?? '');
  const [code, setCode] = useState('');
  const [kind, setKind] = useState<Location['kind']>('internal');
  const [sells, setSells] = useState(location?.sells ?? true);
  const [priority, setPriority] = useState<number | string>(location?.priority ?? 500);
  const act = useAct(
    async () => {
      if (location) await changeLocation(location, { name: name.trim(), sells, priority: Number(priority) });
      else await addLocation({ code: code.trim(), name: name.trim(), kind, sells });
    },
    { changes: [['stock']], says: t.done, onDone: onClose, showsFailure: true },
  );
  return (
    <Dialog
      title={location ? t.change : t.add}
      isOpen
      onClose={onClose}
      does={location ? t.change : t.add}
      onDo={() => act.mutate(undefined)}
      isBusy={act.isPending}
      isDisabled={name.trim() === '' || (!location && !/^[a-z0-9][a-z0-9-]*$/.test(code.trim()))}
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
      {location ? (
        <NumberInput
          name="priority"
          label={t.priority}
          min={0}
          max={1000}
          value={priority}
          onChange={setPriority}
        />
      ) : (
        <>
          <TextInput
            name="code"
            required
            label={t.code}
            description={t.codeSays}
            maxLength={40}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value.toLowerCase())}
          />
          <Select
            name="kind"
            label={t.kind}
            allowDeselect={false}
            data={kinds.map((value) => ({ value, label: t[value] }))}
            value={kind}
            onChange={(value) => setKind((value ?? 'internal') as Location['kind'])}
          />
        </>
      )}
      <Checkbox
        label={t.sellsSays}
        checked={sells}
        onChange={(event) => setSells(event.currentTarget.checked)}
      />
    </Dialog>
  );
}
