import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { QueryKey } from '@tanstack/react-query';
import { asProblem } from '../api/problem.ts';
import { useWords } from '../words/words.ts';
import { explain, failureWords } from './failure.tsx';

interface ActOptions<Result> {
  /** What must be read again, because this changed it. */
  readonly changes?: readonly QueryKey[];
  /** Said in passing when it is done. */
  readonly says?: string | ((result: Result) => string);
  readonly onDone?: (result: Result) => void;
  /** A form shows the failure itself, beside what was typed. */
  readonly showsFailure?: boolean;
}

/** One change to the shop. Nothing is shown as done before the server has said so. */
export function useAct<Input, Result>(
  act: (input: Input) => Promise<Result>,
  { changes = [], says, onDone, showsFailure = false }: ActOptions<Result> = {},
) {
  const queries = useQueryClient();
  const t = useWords(failureWords);
  return useMutation<Result, Error, Input>({
    mutationFn: act,
    onSuccess: async (result) => {
      await Promise.all(changes.map((queryKey) => queries.invalidateQueries({ queryKey })));
      const message = typeof says === 'function' ? says(result) : says;
      if (message) notifications.show({ message, autoClose: 3500, withCloseButton: false });
      onDone?.(result);
    },
    onError: (error) => {
      if (showsFailure) return;
      const { what, kept, todo } = explain(asProblem(error), t);
      notifications.show({
        color: 'red',
        title: what,
        message: [kept, todo].filter(Boolean).join(' '),
        autoClose: 8000,
      });
    },
  });
}
