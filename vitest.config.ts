import { playwright } from '@vitest/browser-playwright';
import { defineConfig, mergeConfig } from 'vitest/config';
import { BROWSER_ARGS, findBrowser, SOFTWARE_GPU_ARGS } from './scripts/check/browser.ts';
import viteConfig from './vite.config.ts';

const executablePath = findBrowser();

export default mergeConfig(
  viteConfig,
  defineConfig({
    test: {
      // Kernels and data.
      globalSetup: ['scripts/build/prepare.ts'],
      // What a test prints is of interest where it fails.
      silent: 'passed-only',
      // How long a test takes says how busy the machine is: only what hangs is ended.
      testTimeout: 120_000,
      hookTimeout: 120_000,
      projects: [
        {
          extends: true,
          test: {
            name: 'node',
            environment: 'node',
            include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
            exclude: ['**/*.browser.test.{ts,tsx}'],
          },
        },
        {
          extends: true,
          test: {
            name: 'browser',
            include: ['src/**/*.browser.test.{ts,tsx}'],
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              provider: playwright({
                launchOptions: {
                  ...(executablePath && { executablePath }),
                  args: [...BROWSER_ARGS, ...SOFTWARE_GPU_ARGS],
                },
              }),
              instances: [{ browser: 'chromium' }],
            },
          },
        },
      ],
    },
  }),
);
