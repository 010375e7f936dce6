import { IconCloudOff } from '@tabler/icons-react';
import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import classes from './offline-banner.module.css';

/** Says that the server is out of reach, for as long as it is; the page stays usable. */
export function OfflineBanner() {
  const online = useSyncExternalStore(onlineManager.subscribe.bind(onlineManager), () =>
    onlineManager.isOnline(),
  );
  return (
    <div role="status" className={classes.slot}>
      {!online && (
        <p className={classes.banner}>
          <IconCloudOff size={18} stroke={1.7} aria-hidden="true" />
          <span>
            No connection to the server.
            <span className={classes.more}> What you type is kept; trying again…</span>
          </span>
        </p>
      )}
    </div>
  );
}
