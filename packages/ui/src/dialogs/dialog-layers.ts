let layers: symbol[] = [];
const listeners = new Set<() => void>();

function change(next: symbol[]): void {
  layers = next;
  for (const listener of listeners) listener();
}

/** Which dialogs are open, the one on top last. */
export const dialogLayers = {
  /** Puts a dialog on top; returns how to take it away. */
  open(layer: symbol): () => void {
    change([...layers, layer]);
    // Not before the key press that closed it has reached everybody: it is not meant for the dialog below.
    return () => void setTimeout(() => change(layers.filter((one) => one !== layer)));
  },
  top: (): symbol | undefined => layers.at(-1),
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};
