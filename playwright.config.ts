import { defineConfig, devices } from '@playwright/test'
import { chromiumArguments, findChromium } from './scripts/chromium.mjs'

// Workers read this file again: what was chosen once must be found in the environment.
process.env.COLLOQUY_E2E_PORT ??= String(20_000 + Math.floor(Math.random() * 20_000))
process.env.COLLOQUY_E2E_SITE_PORT ??= String(40_000 + Math.floor(Math.random() * 9_000))

const launchOptions = { executablePath: findChromium() ?? undefined, args: chromiumArguments() }

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/start-server.ts',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${process.env.COLLOQUY_E2E_PORT}`,
    launchOptions,
    trace: 'retain-on-failure',
    locale: 'en-GB',
    timezoneId: 'UTC',
  },
  projects: [
    {
      name: 'desktop',
      grepInvert: /@phone/,
      use: { browserName: 'chromium', viewport: { width: 1440, height: 900 } },
    },
    {
      name: 'phone',
      grep: /@phone|@everywhere/,
      use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } },
    },
  ],
})
