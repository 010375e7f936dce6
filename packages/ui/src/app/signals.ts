/** Something that the transport notices and the page reacts to. */
export interface Signal {
  send: () => void;
  /** Calls back on every `send`; returns how to stop. */
  listen: (listener: () => void) => () => void;
}

/** A request was refused for lack of a session. */
export const sessionLost = createSignal();

/** A request did not reach the server. */
export const serverUnreachable = createSignal();

function createSignal(): Signal {
  const listeners = new Set<() => void>();
  return {
    send: () => {
      for (const listener of listeners) listener();
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
