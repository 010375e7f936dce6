/**
 * Turns a lookup of many keys into a lookup of one. Keys asked for while a lookup runs share the next one, so that
 * under load the number of queries stays the same and their size grows.
 */
export function batched<K, V>(lookUp: (keys: K[]) => Promise<Map<K, V>>): (key: K) => Promise<V | undefined> {
  let waiting = new Map<K, PromiseWithResolvers<V | undefined>>();
  let running = false;

  async function drain(): Promise<void> {
    running = true;
    while (waiting.size > 0) {
      const batch = waiting;
      waiting = new Map();
      try {
        const found = await lookUp([...batch.keys()]);
        for (const [key, { resolve }] of batch) resolve(found.get(key));
      } catch (error) {
        for (const { reject } of batch.values()) reject(error);
      }
    }
    running = false;
  }

  return (key) => {
    const asked = waiting.get(key) ?? Promise.withResolvers<V | undefined>();
    waiting.set(key, asked);
    // A microtask later, so that everybody who asks in this turn is in the first batch too.
    if (!running) {
      running = true;
      queueMicrotask(() => void drain());
    }
    return asked.promise;
  };
}
