import { readFileSync, writeFileSync } from 'node:fs';
import { withLifecycle } from './lifecycle-markdown.ts';

const file = 'docs/lifecycle.md';

writeFileSync(file, withLifecycle(readFileSync(file, 'utf8')));
