/** The shop's mark: the spiral horns of a tandala, the greater kudu. Shape: a square SVG that is clear at 16 pixels. */
export function shopMark(): string {
  const horn =
    'M60 176C28 152 22 124 42 104C60 86 62 70 46 54C32 40 34 22 50 14';
  const other = 'M132 176C164 152 170 124 150 104C132 86 130 70 146 54C160 40 158 22 142 14';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 192 192"><rect width="192" height="192" rx="44" fill="#8e4329"/><g fill="none" stroke="#f7ead6" stroke-width="19" stroke-linecap="round" transform="translate(9.6 12) scale(.9)"><path d="${horn}"/><path d="${other}"/></g></svg>`;
}

/** The same mark for browser tabs. */
export const favicon = shopMark;
