/** One call of the system, which can wait for its answer or be told of it. */
export interface FileStep<T> {
  sync(): T;
  async(): Promise<T>;
}

/** Work on files written once, to be done in the background or at once. Steps are asked for by `yield* step(...)`. */
export type FileWork<R> = Generator<FileStep<unknown>, R, unknown>;

/** Does one step. */
export function* step<T>(sync: () => T, async: () => Promise<T>): FileWork<T> {
  return (yield { sync, async }) as T;
}

/** Does all of the work before it returns. */
export function runSync<R>(work: FileWork<R>): R {
  let state = work.next();
  while (state.done !== true) {
    let result: unknown;
    try {
      result = state.value.sync();
    } catch (error) {
      state = work.throw(error);
      continue;
    }
    state = work.next(result);
  }
  return state.value;
}

/** Does the work step by step, off the event loop. */
export async function runAsync<R>(work: FileWork<R>): Promise<R> {
  let state = work.next();
  while (state.done !== true) {
    let result: unknown;
    try {
      result = await state.value.async();
    } catch (error) {
      state = work.throw(error);
      continue;
    }
    state = work.next(result);
  }
  return state.value;
}
