const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

/** What somebody typed at the door. */
export function credentialsIn(form: HTMLFormElement): { email: string; password: string } {
  const fields = new FormData(form);
  return { email: textOf(fields, 'email').trim(), password: textOf(fields, 'password') };
}
