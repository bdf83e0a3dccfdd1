import { registerEnumType } from 'type-graphql';

/** Makes a GraphQL enum out of a table of names and their meanings, which become the values' descriptions. */
export function enumOf<T extends string>(name: string, description: string, meanings: Readonly<Record<T, string>>): { readonly [K in T]: K } {
  const names = Object.keys(meanings) as T[];
  const values = Object.fromEntries(names.map((key) => [key, key])) as { [K in T]: K };
  const valuesConfig = Object.fromEntries(names.map((key) => [key, { description: meanings[key] }])) as { [K in T]: { description: string } };
  registerEnumType(values, { name, description, valuesConfig });
  return values;
}
