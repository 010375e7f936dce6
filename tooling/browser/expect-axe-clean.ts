import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const failing = ['serious', 'critical'];

/** Fails if axe finds a serious or critical accessibility fault on the page as it stands. */
export async function expectAxeClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const faults = violations.filter(({ impact }) => impact && failing.includes(impact));
  if (faults.length === 0) return;
  const lines = faults.flatMap(({ id, impact, help, nodes }) => [
    `${impact} ${id}: ${help}`,
    ...nodes.map(({ html }) => `  ${html}`),
  ]);
  throw new Error(`axe found on ${page.url()}:\n${lines.join('\n')}`);
}
