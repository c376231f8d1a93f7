import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { assess, openIncident, takeScope } from '../../api/incidents.ts';
import type { Assessment, Incident, WholeIncident } from '../../api/incidents.ts';
import { colleaguesQuery } from '../../api/people.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Select, TextInput, Textarea } from '../../parts/fields.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useWords } from '../../words/words.ts';
import { incidentWords } from './incident-words.ts';
import './incidents.css';

const harms = ['confidentiality', 'integrity', 'availability'] as const;
/** A moment as the browser's own field writes it, in the reader's zone. */
const forField = (at: Date): string =>
  new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
const fromField = (text: string): string => new Date(text).toISOString();

/** Opens an incident, or rehearses one. */
export function OpenIncident({
  isDrill,
  onClose,
  onOpened,
}: {
  isDrill: boolean;
  onClose: () => void;
  onOpened: (id: string) => void;
}) {
  const t = useWords(incidentWords);
  const [title, setTitle] = useState('');
  const [happened, setHappened] = useState('');
  const [track, setTrack] = useState<Incident['track']>('breach');
  const [chosen, setChosen] = useState<Incident['harms']>(['confidentiality']);
  const [awareAt, setAwareAt] = useState(forField(new Date()));
  const act = useAct(openIncident, {
    changes: [['incidents']],
    says: t.opened,
    onDone: ({ id }) => {
      onClose();
      onOpened(id);
    },
    showsFailure: true,
  });
  return (
    <Dialog
      title={isDrill ? t.drillOpen : t.open}
      isOpen
      onClose={onClose}
      does={isDrill ? t.drillOpen : t.open}
      onDo={() => act.mutate({ title, happened, track, harms: chosen, isDrill, awareAt: fromField(awareAt) })}
      isBusy={act.isPending}
      isDisabled={title.trim() === '' || awareAt === ''}
      isDangerous={!isDrill}
      failure={act.error}
      size="lg"
    >
      <TextInput
        name="title"
        required
        label={t.title}
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        data-autofocus
      />
      <Textarea
        name="happened"
        label={t.happened}
        autosize
        minRows={3}
        value={happened}
        onChange={(event) => setHappened(event.currentTarget.value)}
      />
      <div className="fields">
        <Select
          name="track"
          label={t.track}
          allowDeselect={false}
          value={track}
          onChange={(value) => setTrack(value === 'vulnerability' ? 'vulnerability' : 'breach')}
          data={[
            { value: 'breach', label: t.breach },
            { value: 'vulnerability', label: t.vulnerability },
          ]}
        />
        <TextInput
          name="awareAt"
          required
          type="datetime-local"
          label={t.awareAt}
          value={awareAt}
          max={forField(new Date())}
          onChange={(event) => setAwareAt(event.currentTarget.value)}
        />
      </div>
      <fieldset className="quantities">
        <legend className="strong">{t.harms}</legend>
        <div className="choices">
          {harms.map((harm) => (
            <Checkbox
              key={harm}
              label={t[harm]}
              checked={chosen.includes(harm)}
              onChange={(event) =>
                setChosen(
                  event.currentTarget.checked ? [...chosen, harm] : chosen.filter((one) => one !== harm),
                )
              }
            />
          ))}
        </div>
      </fieldset>
    </Dialog>
  );
}

const texts = ['happened', 'consequences', 'measures', 'advice', 'authorityReason', 'peopleReason'] as const;

const facetsOf = (incident: WholeIncident): Assessment => ({
  phase: incident.phase === 'closed' ? 'assessed' : incident.phase,
  authority: incident.authority,
  people: incident.people,
  ...(incident.risk && { risk: incident.risk }),
  ...(incident.correctedAt && { correctedAt: incident.correctedAt }),
});

/** Only what was typed: the rest stays as a colleague may have written it meanwhile. */
function changesOf(base: WholeIncident, facets: Assessment, story: WholeIncident['story']): Assessment {
  const pick = <Of extends object>(now: Of, before: object): Partial<Of> =>
    Object.fromEntries(
      Object.entries(now).filter(([name, value]) => value !== before[name as keyof typeof before]),
    ) as Partial<Of>;
  return { ...pick(facets, facetsOf(base)), story: pick(story, base.story) };
}

/** Writes down what is known by now. */
export function AssessIncident({ incident, onClose }: { incident: WholeIncident; onClose: () => void }) {
  const t = useWords(incidentWords);
  const [base] = useState(incident);
  const [story, setStory] = useState(incident.story);
  const [facets, setFacets] = useState(facetsOf(incident));
  const act = useAct(assess, {
    changes: [['incidents']],
    says: t.assessed,
    onDone: onClose,
    showsFailure: true,
  });
  const choice = (
    name: 'phase' | 'risk' | 'authority' | 'people',
    label: string,
    data: readonly string[],
    prefix: string,
  ) => (
    <Select
      name={name}
      label={label}
      allowDeselect={false}
      value={facets[name] ?? null}
      onChange={(value) => setFacets({ ...facets, [name]: value ?? undefined })}
      data={data.map((value) => ({ value, label: t[`${prefix}${value}` as 'undecided'] }))}
    />
  );
  return (
    <Dialog
      title={t.assess}
      isOpen
      onClose={onClose}
      does={t.save}
      onDo={() =>
        act.mutate({ id: incident.id, version: incident.version, wish: changesOf(base, facets, story) })
      }
      isBusy={act.isPending}
      failure={act.error}
      size="xl"
    >
      <div className="fields">
        {choice('phase', t.phase, ['open', 'contained', 'assessed'], 'phase ')}
        {choice('risk', t.risk, ['unlikely', 'risk', 'high'], 'risk ')}
        {choice('authority', t.authority, ['undecided', 'notify', 'not needed'], '')}
        {choice('people', t.people, ['undecided', 'notify', 'not needed'], '')}
      </div>
      {incident.track === 'vulnerability' ? (
        <TextInput
          name="correctedAt"
          type="datetime-local"
          label={t.correctedAt}
          value={facets.correctedAt ? forField(new Date(facets.correctedAt)) : ''}
          onChange={(event) =>
            event.currentTarget.value &&
            setFacets({ ...facets, correctedAt: fromField(event.currentTarget.value) })
          }
        />
      ) : null}
      {texts.map((field) => (
        <Textarea
          name={`story.${field}`}
          key={field}
          label={t[field]}
          autosize
          minRows={2}
          value={story[field]}
          onChange={(event) => setStory({ ...story, [field]: event.currentTarget.value })}
        />
      ))}
    </Dialog>
  );
}

/** Finds out whose data lay open. */
export function TakeScope({ incident, onClose }: { incident: WholeIncident; onClose: () => void }) {
  const t = useWords(incidentWords);
  const colleagues = useQuery(colleaguesQuery);
  const [actor, setActor] = useState<string | null>(null);
  const [session, setSession] = useState('');
  const [processor, setProcessor] = useState('');
  const [from, setFrom] = useState(forField(new Date(Date.parse(incident.awareAt) - 7 * 86_400_000)));
  // The field knows whole minutes: the one that has begun counts to its end.
  const [to, setTo] = useState(() => forField(new Date(Date.now() + 60_000)));
  const act = useAct(takeScope, {
    changes: [['incidents']],
    says: ({ people }) => t.found(people),
    onDone: onClose,
    showsFailure: true,
  });
  return (
    <Dialog
      title={t.scope}
      isOpen
      onClose={onClose}
      does={t.find}
      onDo={() =>
        act.mutate({
          id: incident.id,
          wish: {
            ...(actor && { actor }),
            ...(session && { session: session.trim() }),
            ...(processor && { processor: processor.trim() }),
            from: fromField(from),
            to: fromField(to),
          },
        })
      }
      isBusy={act.isPending}
      isDisabled={(!actor && !session && !processor) || !from || !to}
      failure={act.error}
      size="lg"
      consequences={[t.scopeSays]}
    >
      <div className="fields">
        <Select
          name="actor"
          label={t.actor}
          placeholder={t.anyone}
          clearable
          value={actor}
          onChange={setActor}
          data={(colleagues.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextInput
          name="session"
          label={t.session}
          value={session}
          onChange={(event) => setSession(event.currentTarget.value)}
        />
        <TextInput
          name="processor"
          label={t.processor}
          value={processor}
          onChange={(event) => setProcessor(event.currentTarget.value)}
        />
        <TextInput
          name="from"
          required
          type="datetime-local"
          label={t.from}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          name="to"
          required
          type="datetime-local"
          label={t.to}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      </div>
    </Dialog>
  );
}
