import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))

// `server-only` throws outside a server bundle; its own empty half is what a server gets.
const alias = {
  '@': root.replace(/\/$/, ''),
  'server-only': `${root}node_modules/server-only/empty.js`,
}
const everywhere = ['**/node_modules/**', '.next*/**', '.colloquy/**', 'e2e/**']

// How long a machine that does much else may take; no test is about time.
const PATIENCE_MS = 90_000

export default defineConfig({
  resolve: { alias },
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['**/*.test.ts'],
          exclude: [...everywhere, '**/*.db.test.ts'],
          testTimeout: PATIENCE_MS,
        },
      },
      {
        extends: true,
        plugins: [react()],
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['**/*.dom.test.tsx'],
          exclude: everywhere,
          testTimeout: PATIENCE_MS,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          environment: 'node',
          include: ['**/*.db.test.ts'],
          exclude: everywhere,
          globalSetup: ['lib/testing/database-server.ts'],
          setupFiles: ['lib/testing/database.ts'],
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
        },
      },
    ],
  },
})
