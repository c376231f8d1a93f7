import { Button } from '@mantine/core';
import { asProblem } from '../api/problem.ts';
import type { Problem } from '../api/problem.ts';
import { IconAlertTriangle } from '../look/icons.ts';
import { useWords, words } from '../words/words.ts';

export const failureWords = words({
  offline: ['No answer came from the server.', 'Der Server hat nicht geantwortet.'],
  offlineDo: [
    'Check the connection and try again. Nothing is done twice.',
    'Prüfe die Verbindung und versuche es noch einmal. Nichts geschieht doppelt.',
  ],
  conflict: ['Somebody changed this meanwhile.', 'Jemand hat das inzwischen geändert.'],
  conflictKept: [
    'Nothing of yours was saved; what you typed is still here.',
    'Von dir wurde nichts gespeichert; deine Eingaben stehen noch da.',
  ],
  conflictDo: [
    'Load the newest version, look at what changed, then save again.',
    'Lade die neueste Fassung, sieh nach, was sich geändert hat, und speichere dann noch einmal.',
  ],
  signedOut: ['You are no longer signed in.', 'Du bist nicht mehr angemeldet.'],
  signedOutDo: [
    'Sign in again, then press the button once more.',
    'Melde dich wieder an und drücke dann den Knopf noch einmal.',
  ],
  forbidden: ['Your role does not allow this.', 'Deine Rolle erlaubt das nicht.'],
  forbiddenDo: ['Ask somebody who manages the staff.', 'Frage jemanden, der das Team verwaltet.'],
  bug: ['Something went wrong on our side.', 'Bei uns ist etwas schiefgegangen.'],
  bugDo: [
    'Try again; if it stays, tell whoever runs this server.',
    'Versuche es noch einmal; bleibt es dabei, sag denen Bescheid, die den Server betreiben.',
  ],
  kept: ['Nothing was changed.', 'Nichts wurde geändert.'],
  keptTyped: [
    'Nothing was saved; what you typed is still here.',
    'Nichts wurde gespeichert; deine Eingaben stehen noch da.',
  ],
  again: ['Try again', 'Noch einmal versuchen'],
  newest: ['Load the newest version', 'Neueste Fassung laden'],
});

type FailureWords = ReturnType<typeof useWords<typeof failureWords>>;

/** What happened, what was kept, what to do. */
export function explain(
  problem: Problem,
  t: FailureWords,
): { what: string; kept: string; todo: string | undefined } {
  if (problem.isOffline) return { what: t.offline, kept: '', todo: t.offlineDo };
  if (problem.isConflict) return { what: t.conflict, kept: t.conflictKept, todo: t.conflictDo };
  if (problem.isSignedOut) return { what: t.signedOut, kept: t.kept, todo: t.signedOutDo };
  if (problem.code === 'kernel.notAllowed') return { what: t.forbidden, kept: t.kept, todo: t.forbiddenDo };
  if (problem.status >= 500 || problem.status < 0) return { what: t.bug, kept: t.kept, todo: t.bugDo };
  return { what: problem.message, kept: t.kept, todo: undefined };
}

interface FailureProps {
  of: unknown;
  /** What the button does: reads again, or sends again. */
  onRetry?: (() => void) | undefined;
  /** Inside a form, what was typed is still there. */
  inForm?: boolean;
  /** Where nothing could have been kept or lost, the sentence is enough. */
  isPlain?: boolean;
}

/** A no or a failure, in words that help. */
export function Failure({ of, onRetry, inForm = false, isPlain = false }: FailureProps) {
  const t = useWords(failureWords);
  const problem = asProblem(of);
  const { what, kept, todo } = explain(problem, t);
  return (
    <div className="note note-red" role="alert">
      <IconAlertTriangle size={18} stroke={1.5} aria-hidden />
      <div>
        <p className="strong">{what}</p>
        {isPlain && todo === undefined ? null : (
          <p>
            {isPlain ? '' : inForm && kept === t.kept ? t.keptTyped : kept} {todo}
          </p>
        )}
        {onRetry ? (
          <Button size="xs" variant="default" mt={8} onClick={onRetry}>
            {problem.isConflict ? t.newest : t.again}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
