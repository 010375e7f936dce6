import { IconCloudOff } from '@tabler/icons-react';
import { useOnline } from '../app/use-online.ts';
import classes from './offline-banner.module.css';

/** Says that the server is out of reach, for as long as it is; the page stays usable. */
export function OfflineBanner() {
  const online = useOnline();
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
