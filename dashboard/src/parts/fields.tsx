import * as mantine from '@mantine/core';
import type {
  MultiSelectProps,
  NumberInputProps,
  SelectProps,
  TextInputProps,
  TextareaProps,
} from '@mantine/core';
import { useFieldFailure } from './form-failure.tsx';

// Mantine's fields that know their name in the API: what the server finds wrong with them stands at them.

export function TextInput({ error, onChange, ...props }: TextInputProps) {
  const failure = useFieldFailure(props.name);
  return (
    <mantine.TextInput
      {...props}
      error={error ?? failure.error}
      onChange={(event) => {
        failure.forget();
        onChange?.(event);
      }}
    />
  );
}

export function Textarea({ error, onChange, ...props }: TextareaProps) {
  const failure = useFieldFailure(props.name);
  return (
    <mantine.Textarea
      {...props}
      error={error ?? failure.error}
      onChange={(event) => {
        failure.forget();
        onChange?.(event);
      }}
    />
  );
}

export function NumberInput({ error, onChange, ...props }: NumberInputProps) {
  const failure = useFieldFailure(props.name);
  return (
    <mantine.NumberInput
      {...props}
      error={error ?? failure.error}
      onChange={(value) => {
        failure.forget();
        onChange?.(value);
      }}
    />
  );
}

export function Select({ error, onChange, ...props }: SelectProps) {
  const failure = useFieldFailure(props.name);
  return (
    <mantine.Select
      {...props}
      error={error ?? failure.error}
      onChange={(value, option) => {
        failure.forget();
        onChange?.(value, option);
      }}
    />
  );
}

export function MultiSelect({ error, onChange, ...props }: MultiSelectProps) {
  const failure = useFieldFailure(props.name);
  return (
    <mantine.MultiSelect
      {...props}
      error={error ?? failure.error}
      onChange={(value) => {
        failure.forget();
        onChange?.(value);
      }}
    />
  );
}
