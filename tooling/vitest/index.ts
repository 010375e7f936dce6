export { maxWorkers } from './max-workers.ts';
export { type PackageVitestOptions, packageVitestConfig } from './package-config.ts';
export { serviceMode, unitMode } from './test-kinds.ts';
