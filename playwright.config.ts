import { defineConfig } from '@playwright/test';
import { BROWSER_ARGS, findBrowser, SOFTWARE_GPU_ARGS, SOFTWARE_WEBGL_ARGS } from './scripts/check/browser.ts';

/** Not the port of `npm start`, so that tests run beside it. */
const PORT = Number(process.env.E2E_PORT ?? 4174);
const executablePath = findBrowser();

const launched = (...args: string[]) => ({
  launchOptions: { ...(executablePath && { executablePath }), args: [...BROWSER_ARGS, ...args] },
});

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  // `npm test` runs two at a time, except what measures time (@alone).
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  expect: {
    timeout: 15_000,
    // Of a whole page so many pixels are a few letters drawn otherwise; what is moved, cut or missing is more.
    toHaveScreenshot: { pathTemplate: 'e2e/visual/{arg}{ext}', maxDiffPixelRatio: 0.004 },
  },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? 'test-results/reports/e2e.json' }],
  ],
  use: {
    baseURL: `http://localhost:${PORT}`,
    viewport: { width: 1366, height: 768 },
    screenshot: 'only-on-failure',
    // Traces of all tests would take a third of the time.
    trace: 'on-first-retry',
  },
  projects: [
    { name: 'default', grepInvert: /@webgpu|@webgl/, use: launched() },
    { name: 'webgpu-software', grep: /@webgpu/, use: launched(...SOFTWARE_GPU_ARGS) },
    { name: 'webgl-software', grep: /@webgl/, use: launched(...SOFTWARE_WEBGL_ARGS) },
  ],
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --port ${PORT} --strictPort`,
    url: `http://localhost:${PORT}/`,
    reuseExistingServer: false,
  },
});
