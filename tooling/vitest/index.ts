export { type PackageVitestOptions, packageVitestConfig } from './package-config.ts';
export { unitMode } from './test-kinds.ts';
