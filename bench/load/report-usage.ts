/** What a process says about itself when it is asked. */
export interface Usage {
  cpuMs: number;
  rssMb: number;
}

/** Tells the parent process that this one is ready, and how much it has used whenever the parent asks. */
export function reportUsage(): void {
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.({
      cpuMs: (user + system) / 1_000,
      rssMb: process.memoryUsage().rss / 1e6,
    } satisfies Usage);
  });
  process.on('disconnect', () => process.exit());
  process.send?.('ready');
}
