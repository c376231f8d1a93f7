/** Every combination of the options' values, in their order. */
export function combine(options: readonly { readonly values: readonly string[] }[]): string[][] {
  return options.reduce<string[][]>(
    (made, { values }) => made.flatMap((start) => values.map((value) => [...start, value])),
    [[]],
  );
}
