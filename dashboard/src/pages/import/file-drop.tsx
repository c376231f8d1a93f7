import { useState } from 'react';
import { IconUpload } from '../../look/icons.ts';
import { useWords } from '../../words/words.ts';
import { importWords } from './import-words.ts';

/** A place to drop one file on, which is also a button that opens the file chooser. */
export function FileDrop({ isBusy, onFile }: { isBusy: boolean; onFile: (file: File) => void }) {
  const t = useWords(importWords);
  const [isOver, setOver] = useState(false);
  return (
    <label
      className="drop"
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file && !isBusy) onFile(file);
      }}
    >
      <IconUpload size={20} stroke={1.5} aria-hidden />
      <span className="strong" aria-live="polite">
        {isBusy ? t.uploading : t.drop}
      </span>
      <span className="small soft">{t.dropSays}</span>
      <input
        type="file"
        className="only-read"
        accept=".csv,text/csv"
        disabled={isBusy}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) onFile(file);
          event.currentTarget.value = '';
        }}
      />
    </label>
  );
}
