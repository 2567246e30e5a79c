import base from './playwright.config.ts';
export default {
  ...base,
  use: { ...base.use, baseURL: 'http://localhost:4313' },
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  webServer: {
    command: 'node node_modules/vite/bin/vite.js preview --port 4313 --strictPort',
    url: 'http://localhost:4313/',
    reuseExistingServer: false,
  },
};
