import { onlineManager } from '@tanstack/react-query';
import { serverUnreachable } from './signals.ts';

const probeMs = 3_000;

/**
 * Lets the queries know whether the server answers. The browser's own "online" is only a hint: a server on this
 * machine works without any network, and one that restarts is away while the network is fine.
 */
export function watchServer(): void {
  onlineManager.setEventListener((setOnline) => {
    let probing = false;
    const probe = async () => {
      if (probing) return;
      probing = true;
      const reached = await answers();
      probing = false;
      setOnline(reached);
      if (!reached) setTimeout(probe, probeMs);
    };
    const check = () => void probe();
    window.addEventListener('offline', check);
    window.addEventListener('online', check);
    const stop = serverUnreachable.listen(check);
    return () => {
      stop();
      window.removeEventListener('offline', check);
      window.removeEventListener('online', check);
    };
  });
}

async function answers(): Promise<boolean> {
  try {
    await fetch('/healthz', { cache: 'no-store' });
    return true;
  } catch {
    return false;
  }
}
