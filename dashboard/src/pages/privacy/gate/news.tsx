import { Button } from '@mantine/core';
import { useState } from 'react';
import { listCampaigns, startCampaign, stopCampaign } from '../../../api/gate.ts';
import type { Campaign } from '../../../api/gate.ts';
import { useSession } from '../../../api/session.ts';
import { Instant } from '../../../format/instant.tsx';
import { Figure } from '../../../format/number.tsx';
import { useList } from '../../../parts/data-table/use-list.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { Failure } from '../../../parts/failure.tsx';
import { Select, TextInput, Textarea } from '../../../parts/fields.tsx';
import { Empty, Facts, Mark } from '../../../parts/note.tsx';
import { Card } from '../../../parts/page.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { useReader, useWords } from '../../../words/words.ts';
import { campaignWords, gateWords, inWords, topicWords } from './gate-words.ts';
import './gate.css';

/** News for readers who asked, and what became of them. */
export function News() {
  const t = useWords(gateWords);
  const session = useSession();
  const [isWriting, setWriting] = useState(false);
  const list = useList<Campaign>(['campaigns'], listCampaigns);
  const write = session.may('privacy.write') ? (
    <Button size="xs" onClick={() => setWriting(true)}>
      {t.write}
    </Button>
  ) : null;
  return (
    <>
      <div className="row row-apart">
        <p className="soft">{t.newsSays}</p>
        {write}
      </div>
      {list.error ? <Failure of={list.error} onRetry={list.retry} /> : null}
      {!list.isLoading && !list.error && list.rows.length === 0 ? (
        <Empty title={t.newsEmpty}>{t.newsEmptyDo}</Empty>
      ) : null}
      {list.rows.map((campaign) => (
        <CampaignCard key={campaign.id} campaign={campaign} />
      ))}
      {list.hasMore ? (
        <Button size="xs" variant="default" loading={list.isLoadingMore} onClick={list.loadMore}>
          {t.more}
        </Button>
      ) : null}
      {isWriting ? <WriteDialog onClose={() => setWriting(false)} /> : null}
    </>
  );
}

function CampaignCard({ campaign }: { campaign: Campaign }) {
  const t = useWords(gateWords);
  const { language } = useReader();
  const session = useSession();
  const stop = useAct(() => stopCampaign(campaign.id), { changes: [['campaigns']], says: t.done });
  const state = campaignWords[campaign.state];
  const maySay = campaign.state === 'sending' && session.may('privacy.write');
  return (
    <Card
      title={
        <>
          {campaign.title} <Mark tone={state?.[2] ?? 'plain'}>{state?.[language === 'de' ? 1 : 0]}</Mark>
        </>
      }
      actions={
        maySay ? (
          <Button size="xs" variant="default" loading={stop.isPending} onClick={() => stop.mutate(undefined)}>
            {t.stop}
          </Button>
        ) : null
      }
    >
      <div className="stack">
        <p className="news-text">{campaign.text}</p>
        <Facts
          lines={[
            { says: t.topic, value: inWords(topicWords, campaign.topic, language) },
            { says: t.when, value: <Instant at={campaign.madeAt} /> },
            ...(['queued', 'sent', 'dropped', 'passedOver'] as const).map((name) => ({
              says: t[name],
              value: <Figure of={campaign[name]} />,
            })),
          ]}
        />
      </div>
    </Card>
  );
}

function WriteDialog({ onClose }: { onClose: () => void }) {
  const t = useWords(gateWords);
  const { language } = useReader();
  const [topic, setTopic] = useState<Campaign['topic']>('news');
  const [subject, setSubject] = useState('');
  const [text, setText] = useState('');
  const act = useAct(() => startCampaign({ topic, subject: subject.trim(), text: text.trim() }), {
    changes: [['campaigns']],
    says: t.done,
    onDone: onClose,
    showsFailure: true,
  });
  return (
    <Dialog
      title={t.write}
      size="lg"
      isOpen
      onClose={onClose}
      does={t.send}
      onDo={() => act.mutate(undefined)}
      isBusy={act.isPending}
      isDisabled={subject.trim() === '' || text.trim() === ''}
      failure={act.error}
      consequences={[t.sendWill]}
    >
      <Select
        name="topic"
        label={t.topic}
        allowDeselect={false}
        data={Object.keys(topicWords).map((value) => ({
          value,
          label: inWords(topicWords, value, language),
        }))}
        value={topic}
        onChange={(value) => setTopic((value ?? 'news') as Campaign['topic'])}
      />
      <TextInput
        name="subject"
        required
        label={t.subject}
        maxLength={200}
        value={subject}
        onChange={(event) => setSubject(event.currentTarget.value)}
        data-autofocus
      />
      <Textarea
        name="text"
        required
        label={t.text}
        autosize
        minRows={6}
        maxRows={16}
        maxLength={20_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </Dialog>
  );
}
