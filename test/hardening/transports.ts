import type { Answer, Person } from '../support/app.ts';

/** The first thing an operation answers over WebSocket, in the shape that HTTP has. */
async function overSocket(person: Person, document: string, variables: Record<string, unknown>): Promise<Answer> {
  const answers = person.subscribe(document, variables);
  try {
    const { value, done } = await answers.next();
    if (done) throw new Error('The operation ended without an answer.');
    return value as Answer;
  } catch (error) {
    if (Array.isArray(error)) return { data: null, errors: error as Answer['errors'] & object };
    throw error;
  } finally {
    await answers.return?.();
  }
}

/** The ways in. A subscription has no other than the socket. */
export const transports = {
  HTTP: (person: Person, document: string, variables: Record<string, unknown>) => person.request(document, variables),
  WebSocket: overSocket,
} as const;

export type Transport = keyof typeof transports;
