import type { SessionView } from '../../deliberation/view.ts';
import { dollars } from '../../money/dollars.ts';
import classes from './cost-ticker.module.css';

/** What it has cost so far, of how much it may. */
export function CostTicker({ view }: { view: SessionView }) {
  const { cost, capUsd, tokens, isPriced } = view;
  const share = Math.min(1, Number(cost) / (Number(capUsd) || 1));
  return (
    <dl className={classes.ticker}>
      <div>
        <dt>Spent</dt>
        <dd>
          {isPriced ? dollars(cost) : 'Price unknown'}
          {!isPriced && Number(cost) > 0 && <small>at least {dollars(cost)}</small>}
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
