import { mkdir, writeFile } from 'node:fs/promises';
import { generatedDocs } from './generated-docs.ts';
import { root } from './run.ts';

await mkdir(`${root}docs/generated`, { recursive: true });
for (const [name, text] of generatedDocs()) await writeFile(`${root}docs/generated/${name}`, text);
console.log('docs/generated is up to date.');
