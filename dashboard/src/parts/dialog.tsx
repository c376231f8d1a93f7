import { Button, Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Problem, asProblem } from '../api/problem.ts';
import { useWords, words } from '../words/words.ts';
import { FormFailure } from './form-failure.tsx';
import './dialog.css';

const dialogWords = words({
  cancel: ['Cancel', 'Abbrechen'],
  incomplete: ['Something is still missing here.', 'Hier fehlt noch etwas.'],
});

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

/** Whoever closes a dialog goes on where they asked for it; where that is gone, on the sheet or page it stood on. */
function useFocusBack(isOpen: boolean): void {
  useLayoutEffect(() => {
    if (!isOpen) return undefined;
    const opener = document.activeElement;
    return () => {
      setTimeout(() => {
        const isHere = opener instanceof HTMLElement && opener.isConnected && opener !== document.body;
        const target = isHere ? opener : document.querySelector<HTMLElement>('.sheet, #page');
        target?.focus({ preventScroll: true });
      });
    };
  }, [isOpen]);
}

/** What the browser finds wrong with a form, field by field; else a sentence, where something else is not as it must be. */
function whatIsWrong(form: HTMLFormElement, incomplete: string | undefined): Problem | undefined {
  const errors = [...form.elements].flatMap((input) => {
    if (!(input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement)) return [];
    const { name, validity, maxLength: limit } = input;
    const rule = faultNames.find((one) => validity[one]);
    return name !== '' && rule ? [{ field: name, rule: rule === 'tooLong' ? 'maxLength' : rule, limit }] : [];
  });
  if (errors.length === 0 && incomplete === undefined) return undefined;
  return new Problem(422, 'dashboard.incomplete', incomplete ?? '', { errors });
}

const faultNames = [
  'valueMissing',
  'typeMismatch',
  'badInput',
  'rangeUnderflow',
  'rangeOverflow',
  'tooLong',
] as const;

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
  useFocusBack(isOpen);
  const form = useRef<HTMLFormElement>(null);
  const queries = useQueryClient();
  const [settled, setSettled] = useState<unknown>(null);
  const [own, setOwn] = useState<Problem | null>(null);
  const failed = own ?? (failure === settled ? null : failure);
  useEffect(() => {
    if (failed) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [failed]);
  // What was typed stays here while the page under it reads what a colleague changed.
  const takeNewest = async () => {
    await queries.invalidateQueries();
    setSettled(failure);
  };
  const said = consequences?.filter((line) => typeof line === 'string') ?? [];
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      size={size}
      centered
      returnFocus={false}
      closeButtonProps={{ 'aria-label': t.cancel }}
      attributes={{ header: { role: 'presentation' } }} // the page's own header is its only banner
    >
      <form
        className="stack"
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (isBusy) return; // Enter in a field asks again while the first is under way
          const unready = whatIsWrong(event.currentTarget, isDisabled ? t.incomplete : undefined);
          setOwn(unready ?? null);
          if (unready) return;
          setSettled(null);
          onDo();
        }}
      >
        <FormFailure
          of={failed}
          onRetry={failed && asProblem(failed).isConflict ? () => void takeNewest() : undefined}
          below={
            <div className="row row-end">
              <Button variant="default" onClick={onClose}>
                {t.cancel}
              </Button>
              <Button
                type="submit"
                color={isDangerous ? 'red' : undefined}
                loading={isBusy}
                aria-disabled={isDisabled || undefined}
                data-disabled={isDisabled || undefined}
              >
                {does}
              </Button>
            </div>
          }
        >
          {children}
          {said.length > 0 ? (
            <ul className="consequences">
              {said.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          ) : null}
        </FormFailure>
      </form>
    </Modal>
  );
}
