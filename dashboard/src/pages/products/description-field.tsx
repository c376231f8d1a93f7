import { SegmentedControl, Textarea } from '@mantine/core';
import { useId, useRef, useState } from 'react';

import { useWords } from '../../words/words.ts';
import { SafeHtml } from './safe-html.tsx';
import { asHtml } from './product-head.ts';
import { productWords } from './product-words.ts';

interface DescriptionFieldProps {
  value: string;
  onChange: (html: string) => void;
  isDisabled: boolean;
}

/** A text in simple HTML, with a few buttons that write the tags, and a preview of what remains. */
export function DescriptionField({ value, onChange, isDisabled }: DescriptionFieldProps) {
  const t = useWords(productWords);
  const label = useId();
  const [face, setFace] = useState<string>(value.trim() ? 'preview' : 'write');
  const area = useRef<HTMLTextAreaElement>(null);

  const wrap = (before: string, after: string) => {
    const field = area.current;
    if (!field) return;
    const { selectionStart: start, selectionEnd: end } = field;
    onChange(`${value.slice(0, start)}${before}${value.slice(start, end)}${after}${value.slice(end)}`);
    requestAnimationFrame(() => {
      field.focus();
      field.setSelectionRange(start + before.length, end + before.length);
    });
  };
  const tools = [
    { says: t.bold, before: '<strong>', after: '</strong>' },
    { says: t.italic, before: '<em>', after: '</em>' },
    { says: t.heading, before: '<h3>', after: '</h3>' },
    { says: t.list, before: '<ul>\n<li>', after: '</li>\n</ul>' },
  ];
  return (
    <div className="stack stack-tight">
      <div className="row row-apart">
        <label htmlFor={label} className="strong">
          {t.description}
        </label>
        <div className="row">
          {face === 'write'
            ? tools.map((tool) => (
                <button
                  key={tool.says}
                  type="button"
                  className="tool"
                  disabled={isDisabled}
                  onClick={() => wrap(tool.before, tool.after)}
                >
                  {tool.says}
                </button>
              ))
            : null}
          <SegmentedControl
            size="xs"
            value={face}
            onChange={setFace}
            data={[
              { value: 'write', label: t.write },
              { value: 'preview', label: t.preview },
            ]}
          />
        </div>
      </div>
      {face === 'write' ? (
        <Textarea
          ref={area}
          id={label}
          autosize
          minRows={7}
          maxRows={24}
          description={t.htmlSays}
          inputWrapperOrder={['input', 'description']}
          disabled={isDisabled}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      ) : (
        <div className="description-preview">
          {value.trim() ? <SafeHtml html={asHtml(value)} /> : <p className="soft">{t.nothingWritten}</p>}
        </div>
      )}
    </div>
  );
}
