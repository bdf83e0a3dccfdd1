import { ID, InterfaceType } from 'type-graphql';
import { Getter } from './getter.ts';
import { toGlobalId, type IdKind } from './ids.ts';

@InterfaceType({ description: 'An object with an id of its own, which `node` finds again.' })
export abstract class Node {
  readonly #kind: IdKind;
  readonly #uuid: string;

  constructor(kind: IdKind, uuid: string) {
    this.#kind = kind;
    this.#uuid = uuid;
  }

  @Getter(() => ID, { description: 'Opaque and permanent; its first part names the kind of object.' })
  get id(): string {
    return toGlobalId(this.#kind, this.#uuid);
  }
}
