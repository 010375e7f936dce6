import { onlineManager } from '@tanstack/react-query';
import { type ComponentType, useEffect, useEffectEvent, useState } from 'react';
import { ErrorState } from '../states/error-state.tsx';
import { serverUnreachable } from './signals.ts';

interface LatePartProps<Props> {
  load: () => Promise<ComponentType<Props>>;
  props: Props;
}

/** No answer at all, in the words of the vocabulary. */
const unreachable = new TypeError('Failed to fetch');

/** Stands in for a part whose code did not come, until it does: by itself when the server is back, or when somebody asks. */
export function LatePart<Props extends object>({ load, props }: LatePartProps<Props>) {
  const [Part, setPart] = useState<ComponentType<Props>>();
  const fetchPart = () => load().then((part) => setPart(() => part));
  const onBack = useEffectEvent(() => fetchPart().catch(() => {}));
  useEffect(() => {
    serverUnreachable.send();
    return onlineManager.subscribe((isOnline) => {
      if (isOnline) void onBack();
    });
  }, []);
  if (Part) return <Part {...props} />;
  return <ErrorState error={unreachable} onRetry={() => void fetchPart().catch(reloadIfOnline)} />;
}

/** With a server that answers, what is missing belongs to a version that is gone. */
function reloadIfOnline(): void {
  if (onlineManager.isOnline()) window.location.reload();
}
