import { useState } from 'react';
import { IconUpload } from '../../look/icons.ts';
import { useWords } from '../../words/words.ts';
import { mediaWords } from './product-words.ts';

/** A place to drop files on, which is also a button that opens the file chooser. */
export function PictureDrop({
  waiting,
  onFiles,
}: {
  waiting: number;
  onFiles: (files: readonly File[]) => void;
}) {
  const t = useWords(mediaWords);
  const [isOver, setOver] = useState(false);
  return (
    <label
      className="drop"
      data-over={isOver || undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      <IconUpload size={20} stroke={1.5} aria-hidden />
      <span className="strong" aria-live="polite">
        {waiting > 0 ? t.uploading(waiting) : t.drop}
      </span>
      <span className="small soft">{t.dropSays}</span>
      <input
        type="file"
        className="only-read"
        accept="image/jpeg,image/png,image/webp,image/avif"
        multiple
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </label>
  );
}
