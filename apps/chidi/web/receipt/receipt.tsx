import { CopyButton, DataTable } from '@commons/ui';
import { Link } from 'wouter';
import type { Receipt as ReceiptData } from '../client.ts';
import { Facts } from './facts.tsx';
import classes from './receipt.module.css';
import { costText, sourceText, tokensText } from './usage-text.ts';

interface ReceiptProps {
  receipt: ReceiptData;
  businessId: string;
}

/** Everything that went into an answer, and what it cost. */
export function Receipt({ receipt, businessId }: ReceiptProps) {
  const { context, history, model, parameters, usage } = receipt;
  return (
    <div className={classes.receipt}>
      <p className={classes.lead}>
        This answer was written from version {context.version} of{' '}
        <Link href={`/contexts/${businessId}`}>{context.name}</Link>
        {history.messages > 1 && ', and from what was said before it'}.
      </p>
      <Included receipt={receipt} />
      <Facts
        title="Written by"
        facts={[
          ['Model', model.offline ? 'None: a rehearsal from templates' : model.model],
          ['Provider', model.offline ? 'None' : model.provider],
          ['Temperature', String(parameters.temperature)],
          ['Longest answer', tokensText(parameters.maxOutputTokens)],
        ]}
      />
      <Facts
        title="Tokens and cost"
        facts={[
          ['Read', tokensText(usage?.inputTokens)],
          ['Written', tokensText(usage?.outputTokens)],
          ['Cost', costText(usage)],
          ['Figures', sourceText(usage)],
        ]}
      />
      <div>
        <h3 className={classes.title}>Fingerprint of the business context</h3>
        <p className={classes.hash}>
          <code>{context.contentHash}</code>
          <CopyButton text={context.contentHash} label="Copy the fingerprint" />
        </p>
      </div>
    </div>
  );
}

function Included({ receipt: { context, history } }: { receipt: ReceiptData }) {
  const total = context.sections.reduce((sum, { tokens }) => sum + tokens, history.tokens);
  return (
    <DataTable
      caption="Included, with about how many tokens"
      columns={[{ label: 'Part' }, { label: 'Tokens', numeric: true }]}
      rows={[
        ...context.sections.map(({ key, label, tokens }) => ({
          key,
          cells: [label, tokens.toLocaleString()],
        })),
        { key: 'history', cells: [<History key="history" {...history} />, history.tokens.toLocaleString()] },
      ]}
      total={['Together', total.toLocaleString()]}
    />
  );
}

function History({ messages }: ReceiptData['history']) {
  return (
    <>
      The conversation{' '}
      <span className={classes.aside}>
        {messages} {messages === 1 ? 'message' : 'messages'}
      </span>
    </>
  );
}
