import { isOver } from '../../deliberation/states.ts';
import type { SessionView } from '../../deliberation/view.ts';
import { subtractUsd } from '../../money/add-usd.ts';
import { dollars } from '../../money/dollars.ts';
import type { Session } from '../client.ts';
import classes from './cost-ticker.module.css';

/** What it has cost so far, of how much it may. */
export function CostTicker({ session, view }: { session: Session; view: SessionView }) {
  const { cost, capUsd, isPriced } = view;
  // The log ends with the session, which goes on counting what answers cost that were on their way.
  const tokens = isOver(view.status) ? session.totalTokens : view.tokens;
  const late = isOver(view.status) ? subtractUsd(session.totalCost, cost) : '0';
  const share = Math.min(1, Number(cost) / (Number(capUsd) || 1));
  return (
    <dl className={classes.ticker}>
      <div>
        <dt>Spent</dt>
        <dd>
          {isPriced ? dollars(cost) : 'Price unknown'}
          {!isPriced && Number(cost) > 0 && <small>at least {dollars(cost)}</small>}
          {Number(late) > 0 && <small>and {dollars(late)} for answers that came after the end</small>}
        </dd>
      </div>
      <div>
        <dt>Cap</dt>
        <dd>
          {dollars(capUsd)}
          <span className={classes.bar} aria-hidden="true">
            <span style={{ inlineSize: `${share * 100}%` }} />
          </span>
        </dd>
      </div>
      <div>
        <dt>Tokens</dt>
        <dd>{tokens.toLocaleString()}</dd>
      </div>
    </dl>
  );
}
