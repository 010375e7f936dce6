/** What the servers are told by the process that starts them. */
export interface BenchEnvironment {
  port: number;
  /** Where an app of the usual make has its own tables, as their owner. */
  ownerUrl: string;
  secret: string;
}

/** Tells this process what its servers will be told, for the parts of them that it loads itself. */
export function announce({ port, ownerUrl, secret }: BenchEnvironment): void {
  Object.assign(process.env, { PORT: String(port), DATABASE_OWNER_URL: ownerUrl, AUTH_SECRET: secret });
}

export function readBenchEnvironment(source: NodeJS.ProcessEnv = process.env): BenchEnvironment {
  const { PORT, DATABASE_OWNER_URL: ownerUrl, AUTH_SECRET: secret } = source;
  if (PORT === undefined || !ownerUrl || !secret) throw new Error('Start this with pnpm bench.');
  return { port: Number(PORT), ownerUrl, secret };
}

/** The environment that a server of ours starts with. */
export const inherited = (): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, HOME: process.env.HOME });
