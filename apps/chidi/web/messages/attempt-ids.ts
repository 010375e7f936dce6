import { newMessageId } from '@commons/ui';

/**
 * One id per thing that is being attempted: the same until it has succeeded, so that asking again after an answer that got
 * lost on the way does not ask twice.
 */
export class AttemptIds {
  readonly #ids = new Map<string, string>();

  for(what: string): string {
    const id = this.#ids.get(what) ?? newMessageId();
    this.#ids.set(what, id);
    return id;
  }

  succeeded(what: string): void {
    this.#ids.delete(what);
  }
}
