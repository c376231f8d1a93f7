/** ISO 3166-1 codes; their names come from the browser, in the reader's language. */
const codes =
  'AD AE AL AM AR AT AU AZ BA BE BG BR CA CH CL CN CO CY CZ DE DK DZ EE EG ES FI FO FR GB GE GH GI GL GR HK HR HU ID IE IL IN IS IT JE JP KE KR KZ LI LT LU LV MA MC MD ME MK MT MX MY NG NL NO NZ PE PH PL PT QA RO RS SA SE SG SI SK SM TH TN TR TW UA US UY VA VN XK ZA'.split(
    ' ',
  );

export function countryName(code: string, locale: string): string {
  // What an old import brought along may be no code at all; then it stands as it is.
  return /^[A-Z]{2}$/.test(code)
    ? (new Intl.DisplayNames([locale], { type: 'region' }).of(code) ?? code)
    : code;
}

/** Countries to choose from, by name. */
export function countryOptions(
  locale: string,
  alsoCodes: readonly string[] = [],
): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([locale], { type: 'region' });
  return [...new Set([...codes, ...alsoCodes])]
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));
}
