import { writeFileSync } from 'node:fs';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from '../src/app/schema.ts';

writeFileSync('schema.graphql', `${printSchema(lexicographicSortSchema(schema))}\n`);
