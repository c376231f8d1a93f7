/** The shop's mark: the spiral horns of a tandala, the greater kudu. Shape: a square SVG that is clear at 16 pixels. */
export function shopMark(): string {
  const left = 'M84 150C84 124 46 124 46 98C46 74 80 78 78 56C76 38 52 40 50 18';
  const right = 'M108 150C108 124 146 124 146 98C146 74 112 78 114 56C116 38 140 40 142 18';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 192 192"><rect width="192" height="192" rx="44" fill="#8e4329"/><g fill="none" stroke="#f7ead6" stroke-width="17" stroke-linecap="round" transform="translate(9.6 8) scale(.9)"><path d="${left}"/><path d="${right}"/></g><path d="M75 143H117Q120 143 119 148L103 176Q96 184 89 176L73 148Q72 143 75 143Z" fill="#f7ead6"/></svg>`;
}

/** The same mark for browser tabs. */
export const favicon = shopMark;
