import { createSourceEventStream, type ExecutionArgs, type ExecutionResult } from 'graphql';
import { execute } from './execute.ts';

type Results = AsyncIterableIterator<ExecutionResult>;

/**
 * graphql-js keeps one context for the whole life of a subscription, so its loaders would answer from their first read.
 * Here each event gets a context of its own. `explain` turns what broke the stream into the last thing the client reads.
 */
export const subscribeWithFreshContext = (freshContext: () => unknown, explain: (error: unknown) => ExecutionResult) =>
  async (args: ExecutionArgs): Promise<Results | ExecutionResult> => {
    const events = await createSourceEventStream(args);
    if (!(Symbol.asyncIterator in events)) return events;
    const source = (events as AsyncIterable<unknown>)[Symbol.asyncIterator]();
    const { schema, document, operationName, variableValues } = args;
    const run = (root: unknown) => execute({ schema, document, operationName, variables: variableValues as Record<string, unknown>, context: freshContext(), root });
    let broken = false;
    const results: Results = {
      async next() {
        if (broken) return { done: true, value: undefined };
        try {
          const { done, value } = await source.next();
          return done ? { done: true, value: undefined } : { done: false, value: await run(value) };
        } catch (error) {
          broken = true;
          return { done: false, value: explain(error) };
        }
      },
      async return() {
        await source.return?.();
        return { done: true, value: undefined };
      },
      [Symbol.asyncIterator]() {
        return results;
      },
    };
    return results;
  };
