import { ActionIcon, Button, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { addPicture, arrangePictures, removePicture } from '../../api/catalog.ts';
import type { Picture, Product } from '../../api/catalog.ts';
import { asProblem } from '../../api/problem.ts';
import { useSession } from '../../api/session.ts';
import { IconArrowLeft, IconChevronRight, IconTrash } from '../../look/icons.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Mark } from '../../parts/note.tsx';
import { Card } from '../../parts/page.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useWords } from '../../words/words.ts';
import { PictureDrop } from './picture-drop.tsx';
import { mediaWords } from './product-words.ts';

const moved = <T,>(list: readonly T[], from: number, to: number): T[] => {
  const next = [...list];
  const [one] = next.splice(from, 1);
  if (one !== undefined) next.splice(to, 0, one);
  return next;
};

/** The pictures of a product: drop them in, drag them into order, say what they show. */
export function ProductPictures({ product }: { product: Product }) {
  const t = useWords(mediaWords);
  const session = useSession();
  const queries = useQueryClient();
  const [own, setOwn] = useState<readonly Picture[] | null>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const [leaving, setLeaving] = useState<Picture | null>(null);
  const [waiting, setWaiting] = useState(0);
  const pictures = own ?? product.pictures;
  const mayWrite = session.may('catalog.write');
  const changes = [
    ['products', 'one', product.id],
    ['products', 'list'],
  ];

  const save = useAct(
    () =>
      arrangePictures(
        product.id,
        pictures.map(({ id, alt }) => ({ id, alt })),
      ),
    {
      changes,
      says: t.saved,
      onDone: () => setOwn(null),
    },
  );
  const remove = useAct((id: string) => removePicture(product.id, id), {
    changes,
    showsFailure: true,
    onDone: () => {
      setOwn(null);
      setLeaving(null);
    },
  });

  const upload = async (files: readonly File[]) => {
    setWaiting(files.length);
    for (const file of files) {
      try {
        await addPicture(product.id, file, '');
      } catch (error) {
        notifications.show({
          color: 'red',
          title: t.failed(file.name),
          message: asProblem(error).message,
          autoClose: 8000,
        });
      }
      setWaiting((left) => left - 1);
    }
    await Promise.all(changes.map((queryKey) => queries.invalidateQueries({ queryKey })));
  };

  const move = (from: number, to: number) => {
    if (to >= 0 && to < pictures.length) setOwn(moved(pictures, from, to));
  };

  return (
    <Card title={t.pictures}>
      <div className="stack">
        {pictures.length > 0 ? (
          <ul className="pictures">
            {pictures.map((picture, index) => (
              <li
                key={picture.id}
                className="picture"
                data-dragged={dragged === index || undefined}
                draggable={mayWrite}
                onDragStart={() => setDragged(index)}
                onDragEnd={() => setDragged(null)}
                onDragOver={(event) => {
                  if (dragged === null) return;
                  event.preventDefault();
                  if (dragged !== index) {
                    move(dragged, index);
                    setDragged(index);
                  }
                }}
              >
                <div className="picture-frame">
                  {picture.urls ? (
                    <img src={picture.urls.small} alt="" draggable={false} />
                  ) : (
                    <Mark>{t.pending}</Mark>
                  )}
                  {index === 0 ? <Mark>{t.first}</Mark> : null}
                </div>
                <Textarea
                  size="xs"
                  aria-label={t.alt}
                  placeholder={t.alt}
                  autosize
                  minRows={2}
                  maxLength={500}
                  disabled={!mayWrite}
                  value={picture.alt}
                  onChange={(event) => {
                    const alt = event.currentTarget.value;
                    setOwn(pictures.map((one) => (one.id === picture.id ? { ...one, alt } : one)));
                  }}
                />
                {mayWrite ? (
                  <div className="row">
                    <ActionIcon
                      size="sm"
                      variant="subtle"
                      color="gray"
                      aria-label={t.up}
                      title={t.up}
                      disabled={index === 0}
                      onClick={() => move(index, index - 1)}
                    >
                      <IconArrowLeft size={16} stroke={1.5} />
                    </ActionIcon>
                    <ActionIcon
                      size="sm"
                      variant="subtle"
                      color="gray"
                      aria-label={t.down}
                      title={t.down}
                      disabled={index === pictures.length - 1}
                      onClick={() => move(index, index + 1)}
                    >
                      <IconChevronRight size={16} stroke={1.5} />
                    </ActionIcon>
                    <ActionIcon
                      size="sm"
                      variant="subtle"
                      color="red"
                      aria-label={t.remove}
                      title={t.remove}
                      onClick={() => setLeaving(picture)}
                    >
                      <IconTrash size={16} stroke={1.5} />
                    </ActionIcon>
                  </div>
                ) : null}
              </li>
            ))}
          </ul>
        ) : null}
        {own ? (
          <div className="row row-end">
            <Button size="xs" loading={save.isPending} onClick={() => save.mutate(undefined)}>
              {t.saveWords}
            </Button>
          </div>
        ) : null}
        {mayWrite ? <PictureDrop waiting={waiting} onFiles={(files) => void upload(files)} /> : null}
      </div>
      {leaving ? (
        <Dialog
          title={t.removeAsk}
          isOpen
          onClose={() => setLeaving(null)}
          does={t.remove}
          onDo={() => remove.mutate(leaving.id)}
          isBusy={remove.isPending}
          isDangerous
          failure={remove.error}
          consequences={[t.removeNoUndo]}
        />
      ) : null}
    </Card>
  );
}
