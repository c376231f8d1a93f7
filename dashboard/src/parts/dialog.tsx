import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords, words } from '../words/words.ts';
import { Failure } from './failure.tsx';
import './dialog.css';

const dialogWords = words({ cancel: ['Cancel', 'Abbrechen'] });

interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  /** What the button does, in its own words. */
  does: string;
  onDo: () => void;
  isBusy?: boolean;
  isDisabled?: boolean;
  isDangerous?: boolean;
  failure?: unknown;
  /** What will happen, and what cannot be undone. */
  consequences?: readonly (string | false | undefined)[];
  size?: string;
  children?: ReactNode;
}

/** A question before something happens: what will happen, what cannot be undone, and a button that says what it does. */
export function Dialog({
  title,
  isOpen,
  onClose,
  does,
  onDo,
  isBusy,
  isDisabled,
  isDangerous,
  failure,
  consequences,
  size = 'md',
  children,
}: DialogProps) {
  const t = useWords(dialogWords);
  const said = consequences?.filter((line) => typeof line === 'string') ?? [];
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      size={size}
      centered
      closeButtonProps={{ 'aria-label': t.cancel }}
      attributes={{ header: { role: 'presentation' } }} // the page's own header is its only banner
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          onDo();
        }}
      >
        {children}
        {said.length > 0 ? (
          <ul className="consequences">
            {said.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        ) : null}
        {failure ? <Failure of={failure} inForm /> : null}
        <div className="row row-end">
          <Button variant="default" onClick={onClose}>
            {t.cancel}
          </Button>
          <Button
            type="submit"
            color={isDangerous ? 'red' : undefined}
            loading={isBusy}
            disabled={isDisabled}
          >
            {does}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
