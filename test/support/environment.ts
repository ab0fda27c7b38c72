/** This process's environment without what the test runner adds: its DEV would build drafts into the site. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const { DEV: _dev, MODE: _mode, NODE_ENV: _env, PROD: _prod, SSR: _ssr, ...rest } = process.env;
  return rest;
}
