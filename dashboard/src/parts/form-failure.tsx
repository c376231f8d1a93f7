import { createContext, use, useCallback, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { asProblem } from '../api/problem.ts';
import type { Fault } from '../api/problem.ts';
import { formatNumber } from '../format/number.tsx';
import { useReader, useWords, words } from '../words/words.ts';
import { Failure } from './failure.tsx';

const faultWords = words({
  needed: ['Please fill this in.', 'Bitte ausfüllen.'],
  maxLength: [
    (most: string) => `At most ${most} characters, please.`,
    (most: string) => `Bitte höchstens ${most} Zeichen.`,
  ],
  minLength: [
    (least: string) => `At least ${least} characters, please.`,
    (least: string) => `Bitte mindestens ${least} Zeichen.`,
  ],
  minimum: [(least: string) => `At least ${least}, please.`, (least: string) => `Bitte mindestens ${least}.`],
  maximum: [(most: string) => `At most ${most}, please.`, (most: string) => `Bitte höchstens ${most}.`],
  maxItems: [(most: string) => `At most ${most} of them.`, (most: string) => `Höchstens ${most} davon.`],
  form: ['This is not in a form we can read.', 'In dieser Form können wir das nicht lesen.'],
  early: ['This day is too early.', 'Dieser Tag ist zu früh.'],
  late: ['This day is too late.', 'Dieser Tag ist zu spät.'],
  wrong: ['This is not valid here.', 'Das gilt hier nicht.'],
});

/** Rules as JSON Schema names them, and as a browser does. */
const missing: ReadonlySet<string> = new Set(['required', 'minItems', 'valueMissing']);
const unreadable: ReadonlySet<string> = new Set(['format', 'pattern', 'type', 'typeMismatch', 'badInput']);

/** Says a fault in the reader's language. */
function useFaultSentence(): (fault: Fault, says: string) => string {
  const t = useWords(faultWords);
  const { locale } = useReader();
  return ({ rule, limit = 0 }, says) => {
    const many = formatNumber(limit, locale);
    if (rule === undefined) return says;
    if (missing.has(rule) || (rule === 'minLength' && limit <= 1)) return t.needed;
    if (unreadable.has(rule)) return t.form;
    if (rule === 'rangeUnderflow') return t.early;
    if (rule === 'rangeOverflow') return t.late;
    if (rule === 'maxLength' || rule === 'minLength' || rule === 'minimum' || rule === 'maximum')
      return t[rule](many);
    return rule === 'maxItems' ? t.maxItems(many) : t.wrong;
  };
}

/** What a failure says about the field of a name; undefined when it says nothing about it. */
export function useFaults(failure: unknown): (name: string) => string | undefined {
  const sentence = useFaultSentence();
  if (!failure) return () => undefined;
  const problem = asProblem(failure);
  return (name) => {
    const fault = problem.faults.find((one) => isAbout(one, name));
    return fault && sentence(fault, problem.message);
  };
}

interface FieldFailures {
  readonly sayFor: (name: string) => string | undefined;
  /** A field that will show what is wrong with it. Returns how it takes that back. */
  readonly claim: (name: string) => () => void;
  /** Whoever types into a field has seen what was wrong with it. */
  readonly forget: (name: string) => void;
}

const FieldFailuresContext = createContext<FieldFailures | null>(null);

const none: ReadonlySet<string> = new Set();

const isAbout = (fault: Fault, name: string): boolean =>
  fault.field === name || fault.field.startsWith(`${name}.`) || name.endsWith(`.${fault.field}`);

/**
 * A form that may fail: each fault stands at its field, everything else in a box below the fields.
 *
 * `below` comes after the box: the buttons.
 */
export function FormFailure({
  of,
  children,
  below,
  onRetry,
}: {
  of: unknown;
  children: ReactNode;
  below?: ReactNode;
  onRetry?: (() => void) | undefined;
}) {
  const saidOf = useFaults(of);
  const [claimed, setClaimed] = useState<ReadonlySet<string>>(new Set());
  const [seen, setSeen] = useState<{ of: unknown; names: ReadonlySet<string> }>({ of, names: new Set() });
  const problem = of ? asProblem(of) : undefined;
  const forgotten = seen.of === of ? seen.names : none;
  const faults = problem?.faults ?? [];

  const claim = useCallback((name: string) => {
    setClaimed((before) => new Set([...before, name]));
    return () => setClaimed((before) => new Set([...before].filter((one) => one !== name)));
  }, []);
  const forget = (name: string): void => setSeen({ of, names: new Set([...forgotten, name]) });
  const sayFor = (name: string): string | undefined => (forgotten.has(name) ? undefined : saidOf(name));
  const isAllAtFields =
    faults.length > 0 && faults.every((fault) => [...claimed].some((name) => isAbout(fault, name)));
  return (
    <FieldFailuresContext value={{ sayFor, claim, forget }}>
      {children}
      {problem && !isAllAtFields ? <Failure of={problem} inForm onRetry={onRetry} /> : null}
      {below}
    </FieldFailuresContext>
  );
}

/** What is wrong with the field of this name, after the server said no; undefined outside of a form. */
export function useFieldFailure(name: string | undefined): {
  readonly error: string | undefined;
  readonly forget: () => void;
} {
  const failures = use(FieldFailuresContext);
  const claim = failures?.claim;
  useEffect(() => (name === undefined ? undefined : claim?.(name)), [name, claim]);
  return {
    error: name === undefined ? undefined : failures?.sayFor(name),
    forget: () => {
      if (name !== undefined && failures?.sayFor(name) !== undefined) failures.forget(name);
    },
  };
}
