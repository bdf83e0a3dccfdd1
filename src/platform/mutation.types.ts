import { Field, InputType, InterfaceType, ObjectType } from 'type-graphql';
import type { Answer, CommandInput } from './commands.ts';
import { enumOf } from './enum-of.ts';
import { refusalCodes, type Refusal, type RefusalCode } from './refusals.ts';

const UserErrorCodeEnum = enumOf('UserErrorCode', 'Why a well-formed command was refused.', refusalCodes);

@InterfaceType({
  description: 'An expected refusal: nothing was changed, and the message says what to do. Concrete types carry more.',
})
export abstract class UserError {
  constructor({ code, message, path }: Refusal) {
    this.code = code;
    this.message = message;
    this.path = path ?? null;
  }

  @Field(() => UserErrorCodeEnum, { description: 'For programs.' })
  readonly code: RefusalCode;
  @Field(() => String, { description: 'For people; names the way out.' })
  readonly message: string;
  @Field(() => [String], { nullable: true, description: 'Where in `input` the cause lies, e.g. ["lines", "0", "quantity"]; null when it lies elsewhere.' })
  readonly path: readonly string[] | null;
}

@ObjectType({ implements: UserError, simpleResolvers: true, description: 'A refusal that its code and message explain in full.' })
export class SimpleUserError extends UserError {
}

@InputType({ description: 'What every mutation takes.' })
export abstract class MutationInput implements CommandInput {
  @Field(() => String, {
    nullable: true,
    description: 'A name of your own for this command, 1 to 255 characters, best a UUID. Sent again with the same input, it has no second effect and gets the first answer; with another input it is refused. Kept for 30 days.',
  })
  idempotencyKey?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Only rehearse: everything is checked and computed, the payload shows what would be, and nothing is kept; gateways are not asked.' })
  dryRun?: boolean | null;
}

@ObjectType({ simpleResolvers: true, description: 'What every mutation answers.' })
export abstract class MutationPayload {
  @Field(() => [UserError], { description: 'Why nothing was done; empty when it was.' })
  userErrors!: readonly UserError[];
  @Field(() => Boolean, { description: 'True when this idempotency key was answered before and the first answer is given again.' })
  replayed!: boolean;
  @Field(() => Boolean, { description: 'True for a rehearsal (`dryRun`): nothing was kept.' })
  dryRun!: boolean;
}

/** What all payloads say about an answer; `toError` gives a refusal its concrete type. */
export function payloadOf<T>(answer: Answer<T>, toError: (refusal: Refusal) => UserError = (refusal) => new SimpleUserError(refusal)) {
  return { userErrors: answer.refusals.map(toError), replayed: answer.replayed, dryRun: answer.dryRun };
}
